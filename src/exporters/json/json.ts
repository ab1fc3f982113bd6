import type { Exporter } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { writeDesign } from './write-design.ts';

/** The document itself, as it is saved and opened again: nothing is lost. */
export const jsonExporter: Exporter = {
  id: 'json',
  export: (input) => ({ files: [fileOf('json', input, writeDesign(input.design))], omissions: [] }),
};
