import type { ListItem, RootContent } from 'mdast';
import type { Source } from '#catalog';
import { explained } from '#rules';
import type { ExportInput } from '../exporter.ts';
import { bullets, heading, item, link, paragraph, tableOr } from './blocks.ts';

/** What was not understood on opening: nothing is dropped in silence. */
export const notUnderstood = ({ notes = [] }: ExportInput): RootContent[] => [
  heading(2, 'Not understood'),
  tableOr(
    'Everything in the source was understood.',
    ['What', 'Because'],
    notes.map(({ what, because }) => [what, because]),
  ),
];

/** The pages behind the findings, with the day each was read. */
export function sourceList({ result }: ExportInput): RootContent[] {
  const sources = new Map<string, Source>();
  for (const finding of result.findings)
    for (const source of explained(finding).sources) sources.set(`${source.url} ${source.title}`, source);
  const sorted = [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
  return [
    heading(2, 'Sources'),
    sorted.length > 0 ? bullets(sorted.map(sourceItem)) : paragraph('No finding cites a source.'),
  ];
}

const sourceItem = ({ title, url, pageDate, checkedOn }: Source): ListItem =>
  item(
    paragraph(
      link(title, url),
      pageDate === undefined ? ', page without a date' : `, page of ${pageDate}`,
      `, read ${checkedOn}`,
    ),
  );
