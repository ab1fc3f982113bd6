import type { Exporter } from '../exporter.ts';
import { fileNameOf } from '../file-name.ts';
import { sheetSvg } from './sheet.ts';

/** The drawing as one sheet of vectors: texts stay texts, nothing is loaded, nothing runs. */
export const svgExporter: Exporter = {
  id: 'svg',
  title: 'SVG drawing',
  export: (input) => ({
    files: [
      { path: `${fileNameOf(input.design.name)}.svg`, mediaType: 'image/svg+xml', content: sheetSvg(input) },
    ],
    omissions: [],
  }),
};
