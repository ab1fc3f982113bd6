import type { Table, TableCell } from '../tables/table.ts';

/** What a spreadsheet would run instead of showing it, behind spaces too. */
const formula = /^[\s\u00a0]*[=+\-@]|^[\t\r\n]/;

/** Whether a cell would be run as a formula. */
const isFormula = (cell: TableCell): cell is string => typeof cell === 'string' && formula.test(cell);

/** How many cells had to be marked as text. */
export const formulasIn = ({ columns, rows }: Table): number =>
  [columns, ...rows].flat().filter(isFormula).length;

/** RFC 4180: comma, CRLF, quotes doubled. A cell that a spreadsheet would run gets an apostrophe in front. */
export const writeCsv = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

function cellText(cell: TableCell): string {
  const text = isFormula(cell) ? `'${cell}` : `${cell}`;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
