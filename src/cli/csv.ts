import { oneLine } from './one-line.ts';

/**
 * What makes a spreadsheet take text for a formula: these at the start of a cell, also of one that another
 * separator would begin.
 */
const formulaStart = /(^|[;,\t])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  return `"${oneLine(value).replace(formulaStart, "$1$2'").replaceAll('"', '""')}"`;
};

/** Rows as comma-separated values (RFC 4180) in which no text is a formula. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
