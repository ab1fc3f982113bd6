import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import type { Exporter, ExportInput } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { addressPlan } from './address-plan.ts';
import { notUnderstood, sourceList } from './appendix.ts';
import { checklist } from './checklist.ts';
import { dnsTables } from './dns-tables.ts';
import { outboundTables } from './outbound-table.ts';
import { privateEndpointTable } from './private-endpoint-table.ts';
import { summary } from './summary.ts';

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

const textOf = (input: ExportInput): string =>
  toMarkdown(
    {
      type: 'root',
      children: [
        ...summary(input),
        ...checklist(input),
        ...privateEndpointTable(input),
        ...dnsTables(input),
        ...outboundTables(input),
        ...addressPlan(input),
        ...notUnderstood(input),
        ...sourceList(input),
      ],
    },
    {
      bullet: '-',
      emphasis: '_',
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), dialect],
    },
  );

/** The checklist for a review board and the tables for a network team. */
export const markdownExporter: Exporter = {
  id: 'markdown',
  export: (input) => ({ files: [fileOf('markdown', input, textOf(input))], omissions: [] }),
};
