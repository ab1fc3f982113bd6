import type { Rect } from './geometry.ts';

/** Side of a square, in CSS pixels: few boxes lie in it. */
const side = 256;

/** What covers more squares than this is looked at wherever something is sought, and of so large a part, everything. */
const mostSquares = 256;

interface Entry<T> {
  readonly thing: T;
  readonly place: number;
  readonly squares: readonly Entry<T>[][];
  /** Number of the last search that found it: it may lie in several squares. */
  found: number;
}

/** Things by where they lie, so that in a large drawing few are looked at to find what is near a place. */
export interface Plane<T> {
  add(rect: Rect, thing: T): void;
  /** All that overlaps a part of the plane, and some of what does not, in the order in which they were added. */
  near(part: Rect): readonly T[];
  /** All there is, in that order. */
  all(): readonly T[];
  size(): number;
  /** Forgets what was added last, but for so many. */
  cutTo(size: number): void;
}

const squareOf = (value: number) => Math.floor(value / side);

/** First and last column and row of squares. */
const spanOf = ({ x, y, width, height }: Rect) => {
  const [left, top, right, bottom] = [squareOf(x), squareOf(y), squareOf(x + width), squareOf(y + height)];
  return { left, top, right, bottom, count: (right - left + 1) * (bottom - top + 1) };
};

export function planeOf<T>(): Plane<T> {
  const entries: Entry<T>[] = [];
  const wide: Entry<T>[] = [];
  const columns = new Map<number, Map<number, Entry<T>[]>>();
  let searches = 0;
  const squareAt = (column: number, row: number): Entry<T>[] => {
    const rows = columns.get(column) ?? new Map<number, Entry<T>[]>();
    const square = rows.get(row) ?? [];
    columns.set(column, rows.set(row, square));
    return square;
  };
  const squaresUnder = (rect: Rect): readonly Entry<T>[][] => {
    const { left, top, right, bottom, count } = spanOf(rect);
    if (count > mostSquares) return [wide];
    const squares: Entry<T>[][] = [];
    for (let column = left; column <= right; column += 1)
      for (let row = top; row <= bottom; row += 1) squares.push(squareAt(column, row));
    return squares;
  };
  const all = () => entries.map(({ thing }) => thing);
  return {
    all,
    add(rect, thing) {
      const squares = squaresUnder(rect);
      const entry = { thing, place: entries.length, squares, found: 0 };
      entries.push(entry);
      for (const square of squares) square.push(entry);
    },
    near(part) {
      const { left, top, right, bottom, count } = spanOf(part);
      if (count > mostSquares) return all();
      searches += 1;
      const found = [...wide];
      for (let column = left; column <= right; column += 1) {
        const rows = columns.get(column);
        for (let row = top; rows && row <= bottom; row += 1)
          for (const entry of rows.get(row) ?? []) {
            if (entry.found === searches) continue;
            entry.found = searches;
            found.push(entry);
          }
      }
      return found.sort((a, b) => a.place - b.place).map(({ thing }) => thing);
    },
    size: () => entries.length,
    cutTo(size) {
      for (const { squares } of entries.splice(size)) for (const square of squares) square.pop();
    },
  };
}
