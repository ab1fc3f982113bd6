import type { Point } from './scene.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const overlap = (a: Rect, b: Rect, margin = 0): boolean =>
  a.x < b.x + b.width + margin &&
  b.x < a.x + a.width + margin &&
  a.y < b.y + b.height + margin &&
  b.y < a.y + a.height + margin;

/** With a margin at every side. */
export const grown = ({ x, y, width, height }: Rect, margin: number): Rect => ({
  x: x - margin,
  y: y - margin,
  width: width + 2 * margin,
  height: height + 2 * margin,
});

/** The box around some points. Asked a hundred thousand times for a large drawing: no lists are made. */
export function boundsOf(points: readonly Point[]): Rect {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether an orthogonal segment enters a rectangle that is grown by `margin`. */
export const enters = (a: Point, b: Point, rect: Rect, margin: number): boolean =>
  Math.min(a.x, b.x) < rect.x + rect.width + margin &&
  Math.max(a.x, b.x) > rect.x - margin &&
  Math.min(a.y, b.y) < rect.y + rect.height + margin &&
  Math.max(a.y, b.y) > rect.y - margin;

/** Without points that lie between their neighbours. */
export function simplified(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    const isBetween =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isBetween) kept.pop();
    kept.push(point);
  }
  return kept;
}

export function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let at = 1; at < points.length; at += 1) {
    const a = points[at - 1];
    const b = points[at];
    if (a && b) length += distance(a, b);
  }
  return length;
}

export const segmentsOf = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).map((point, at) => [points[at] ?? point, point] as const);

const rounded = (value: number) => Math.round(value * 100) / 100;

/** An SVG path along orthogonal points, its corners rounded. */
export function pathOf(points: readonly Point[], radius: number): string {
  const [first] = points;
  if (!first) return '';
  let d = `M${rounded(first.x)} ${rounded(first.y)}`;
  for (let at = 1; at < points.length; at += 1) {
    const [before, here, after] = [points[at - 1], points[at], points[at + 1]];
    if (!before || !here) continue;
    if (!after) {
      d += `L${rounded(here.x)} ${rounded(here.y)}`;
      continue;
    }
    const r = Math.min(radius, distance(before, here) / 2, distance(here, after) / 2);
    const into = towards(here, before, r);
    const out = towards(here, after, r);
    d += `L${rounded(into.x)} ${rounded(into.y)}Q${rounded(here.x)} ${rounded(here.y)} ${rounded(out.x)} ${rounded(out.y)}`;
  }
  return d;
}

const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

const towards = (from: Point, to: Point, by: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * by,
  y: from.y + Math.sign(to.y - from.y) * by,
});
