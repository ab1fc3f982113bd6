import { azureReader } from './azure-export/reader.ts';
import type { ImportOptions, ImportResult, InputFile } from './importer.ts';
import { designInPng } from './picture/png.ts';
import { openParsed, parseFiles, unreadable } from './recognise.ts';
import { textFaultOf } from './text-fault.ts';

/** Opens files as one design, each recognised by its content. Never throws: bad input is a value. */
export function importFiles(files: readonly InputFile[], options: ImportOptions = {}): ImportResult {
  try {
    return openParsed(parseFiles(files, designInPng, textFaultOf), options, azureReader);
  } catch (error) {
    return unreadable(files, error);
  }
}
