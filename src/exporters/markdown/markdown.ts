import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import type { Exporter } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { linkedDrawing } from '../linked-drawing.ts';
import { mermaidText } from '../mermaid/mermaid-text.ts';
import { review } from '../report/review.ts';

const inText = {
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'link', 'image', 'label'],
} as const satisfies Pick<Unsafe, 'inConstruct' | 'notInConstruct'>;

/** GitHub's dialect links bare addresses and strikes text between tildes; a resource's name must do neither. */
const dialect: Options = {
  unsafe: [
    { character: ':', before: '[ps]', after: '\\/', ...inText },
    { character: '.', before: '[Ww]', after: '[\\-.\\w]', ...inText },
    { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', ...inText },
    { character: '~', ...inText },
  ],
};

/** The checklist for a review board and the tables for a network team. */
export const markdownExporter: Exporter = {
  id: 'markdown',
  export: (input) => ({
    files: [
      fileOf(
        'markdown',
        input,
        toMarkdown(review(input), {
          bullet: '-',
          emphasis: '_',
          extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), dialect],
        }),
      ),
    ],
    omissions: [linkedDrawing, ...mermaidText(input).omissions],
  }),
};
