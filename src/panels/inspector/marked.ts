/** A row of a list, and what the fix that is previewed does to it. */
export interface Marked<Row> {
  readonly row: Row;
  readonly mark?: 'come' | 'gone';
}

/** Rows after a change in their order, and at their old places those that it takes away. Rows are what they hold. */
export function marked<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string = (row) => JSON.stringify(row),
): readonly Marked<Row>[] {
  const was = new Set(before.map(keyOf));
  const is = new Set(after.map(keyOf));
  const gone = new Map<string | undefined, Marked<Row>[]>();
  let last: string | undefined;
  for (const row of before) {
    const key = keyOf(row);
    if (is.has(key)) last = key;
    else gone.set(last, [...(gone.get(last) ?? []), { row, mark: 'gone' }]);
  }
  return [
    ...(gone.get(undefined) ?? []),
    ...after.flatMap((row) => {
      const key = keyOf(row);
      return [was.has(key) ? { row } : { row, mark: 'come' as const }, ...(gone.get(key) ?? [])];
    }),
  ];
}

/** How many rows come and go, in words; nothing where none does. */
export function marksInWords(rows: readonly Marked<unknown>[]): string | undefined {
  const count = (wanted: Marked<unknown>['mark']) => rows.filter(({ mark }) => mark === wanted).length;
  const [come, gone] = [count('come'), count('gone')];
  if (come + gone === 0) return undefined;
  return [come > 0 ? `${come} more` : '', gone > 0 ? `${gone} less` : ''].filter(Boolean).join(', ');
}
