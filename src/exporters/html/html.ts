import { escaped } from '../escaped.ts';
import type { Exporter } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { oneLine } from '../one-line.ts';
import { review } from '../report/review.ts';
import { drawSheets } from '../svg/sheet.ts';
import { blocksHtml } from './blocks-html.ts';
import { reportStyle } from './report-style.ts';

/** The review as one file that prints: nothing is loaded, nothing runs, the drawing is in it. */
export const htmlExporter: Exporter = {
  id: 'html',
  export: (input) => {
    const [drawing = '', ...parts] = drawSheets({ ...input, picture: { holdsDesign: false } });
    const figures = [
      `<figure>${drawing.trim()}</figure>`,
      ...parts.map((part) => `<figure class="part">${part.trim()}</figure>`),
    ];
    const body = blocksHtml(review(input).children, figures.join('\n'));
    const text = [
      '<!doctype html>',
      '<html lang="en">',
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="referrer" content="no-referrer">',
      `<title>${escaped(oneLine(input.design.name) || 'Design without a name')}</title>`,
      `<style>${reportStyle}</style>`,
      '</head>',
      '<body>',
      '<main>',
      body,
      '</main>',
      '</body>',
      '</html>',
      '',
    ].join('\n');
    return {
      files: [fileOf('html', input, text)],
      omissions:
        input.fonts === undefined
          ? [
              {
                what: 'the fonts of the drawing',
                because:
                  'They are large: the fonts of the reader’s machine stand in, and texts may be a little wider.',
              },
            ]
          : [],
    };
  },
};
