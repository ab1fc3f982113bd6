import type { Exporter } from '../exporter.ts';
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

/** Letters, digits, `-`, `_` and `.` of the design's name: a name every file system takes. */
const fileNameOf = (name: string): string =>
  name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '') || 'design';
