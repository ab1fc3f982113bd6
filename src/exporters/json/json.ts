import type { Exporter } from '../exporter.ts';
import { fileNameOf } from '../file-name.ts';
import { writeDesign } from './write-design.ts';

/** The document itself, as it is saved and opened again: nothing is lost. */
export const jsonExporter: Exporter = {
  id: 'json',
  title: 'Isoplan design',
  export: ({ design }) => ({
    files: [
      {
        path: `${fileNameOf(design.name)}.isoplan.json`,
        mediaType: 'application/json',
        content: writeDesign(design),
      },
    ],
    omissions: [],
  }),
};
