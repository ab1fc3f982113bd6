import { readAzureExport } from './azure-export.ts';
import { isAzureExport } from './collect-rows.ts';

/** Tells what Azure's tools write from other JSON, and reads it. */
export const azureReader = { isAzureExport, readAzureExport };
export type AzureReader = typeof azureReader;
