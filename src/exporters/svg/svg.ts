import type { Exporter } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { drawSheet } from './sheet.ts';

/** The drawing as one sheet of vectors: texts stay texts, nothing is loaded, nothing runs. */
export const svgExporter: Exporter = {
  id: 'svg',
  export: (input) => {
    const { svg, omissions } = drawSheet(input);
    return { files: [fileOf('svg', input, svg)], omissions };
  },
};
