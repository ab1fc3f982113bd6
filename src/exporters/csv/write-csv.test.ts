import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../testing/fixed-seed.ts';
import { formulasIn, writeCsv } from './write-csv.ts';

/** RFC 4180 as a spreadsheet reads it. */
function readCsv(text: string): readonly (readonly string[])[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** The apostrophe before what would be run. */
const mark =
  /^'(?=[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])|(?<=;[\s\u00a0]*)'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

describe('a table as CSV', () => {
  it('quotes what would end a cell or a line', () => {
    const rows = [['a,b', 'say "x"', 'two\nlines', ' padded', 7]];
    expect(writeCsv({ columns: ['A', 'B', 'C', 'D', 'E'], rows })).toBe(
      'A,B,C,D,E\r\n"a,b","say ""x""","two\nlines"," padded",7\r\n',
    );
  });

  it.each(['=cmd|calc', '+1', '-1', '@SUM(A1)', '\tx', '\rx', ' =1', '\u00a0=1', '\uff1d1'])(
    'keeps %j from being run as a formula',
    (text) => {
      const table = { columns: ['Name'], rows: [[text]] };
      expect(readCsv(writeCsv(table))[1]).toEqual([`'${text}`]);
      expect(formulasIn(table)).toBe(1);
    },
  );

  it('keeps one from being run that a semicolon would put into a cell of its own', () => {
    const table = { columns: ['Name'], rows: [['a; =1;+2']] };
    expect(readCsv(writeCsv(table))[1]).toEqual(["a; '=1;'+2"]);
    expect(formulasIn(table)).toBe(1);
  });

  it('leaves numbers below zero numbers', () => {
    expect(writeCsv({ columns: ['Free'], rows: [[-2]] })).toBe('Free\r\n-2\r\n');
  });

  it('gives every text back, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('=1', '"', '\r\n', ','),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 4 }), (rows) => {
        const read = readCsv(writeCsv({ columns: ['A', 'B'], rows })).slice(1);
        expect(read.map((row) => row.map((text) => text.replace(mark, '')))).toEqual(
          rows.map((row) => [...row]),
        );
      }),
    );
  });
});
