import type { Heading, List, ListItem, Paragraph, PhrasingContent, Table, TableRow } from 'mdast';
import { oneLine } from '../one-line.ts';
import type { Table as PlainTable } from '../tables/table.ts';

/** A piece of a line: words, which are escaped, or a part that is more than words. */
export type Inline = string | PhrasingContent;

const phrasing = (parts: readonly Inline[]): PhrasingContent[] =>
  parts.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part));

/** Words as they are, made safe and put on one line. */
export const words = (value: string): Inline => oneLine(value);

export const strong = (value: string): Inline => ({
  type: 'strong',
  children: [{ type: 'text', value: oneLine(value) }],
});

export const code = (value: string): Inline => ({ type: 'inlineCode', value: oneLine(value) || ' ' });

export const link = (title: string, url: string): Inline => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: oneLine(title) }],
});

/** A picture that lies beside the report. */
export const picture = (alt: string, url: string): Inline => ({ type: 'image', url, alt: oneLine(alt) });

export const heading = (depth: Heading['depth'], title: string): Heading => ({
  type: 'heading',
  depth,
  children: phrasing([oneLine(title)]),
});

export const paragraph = (...parts: readonly Inline[]): Paragraph => ({
  type: 'paragraph',
  children: phrasing(parts),
});

export const item = (...blocks: readonly (Paragraph | List)[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [...blocks],
});

export const bullets = (items: readonly ListItem[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: [...items],
});

/** A cell is one line, or several parts of one. */
export type Cell = Inline | readonly Inline[];

const row = (cells: readonly Cell[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({
    type: 'tableCell',
    children: phrasing(isParts(cell) ? cell : [typeof cell === 'string' ? oneLine(cell) : cell]),
  })),
});

const isParts = (cell: Cell): cell is readonly Inline[] => Array.isArray(cell);

/** A table, or the sentence that says why there is none. */
export const tableOr = (
  nothing: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Table | Paragraph =>
  rows.length === 0 ? paragraph(nothing) : { type: 'table', children: [row(columns), ...rows.map(row)] };

/** A table of plain cells, or the sentence that says why there is none. */
export const plainTable = (nothing: string, { columns, rows }: PlainTable): Table | Paragraph =>
  tableOr(
    nothing,
    columns,
    rows.map((cells) => cells.map(String)),
  );
