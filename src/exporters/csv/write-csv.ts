import type { Table, TableCell } from '../tables/table.ts';

/** What a spreadsheet would run instead of showing it, behind spaces too, in wide letters too. */
const formula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** The same where another separator would begin a cell: some spreadsheets take the semicolon. */
const laterFormula = /(?<=;[\s\u00a0]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Whether a cell would be run as a formula. */
const isFormula = (cell: TableCell): cell is string =>
  typeof cell === 'string' && (formula.test(cell) || cell.search(laterFormula) >= 0);

/** How many cells had to be marked as text. */
export const formulasIn = ({ columns, rows }: Table): number =>
  [columns, ...rows].flat().filter(isFormula).length;

/** RFC 4180: comma, CRLF, quotes doubled. A cell that a spreadsheet would run gets an apostrophe in front. */
export const writeCsv = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

function cellText(cell: TableCell): string {
  const text = isFormula(cell)
    ? `${formula.test(cell) ? "'" : ''}${cell.replaceAll(laterFormula, "'")}`
    : `${cell}`;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
