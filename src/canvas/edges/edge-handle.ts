import type { Point } from '#drawing';

/** How wide a line is to a hand, in the drawing's pixels, and how much of its length answers. */
const thickness = 24;
const longest = 72;

/** The box in which a line is taken hold of: about the middle of its longest stretch. */
export function edgeHandle(points: readonly Point[]) {
  let [from, to] = [points[0] ?? { x: 0, y: 0 }, points[1] ?? points[0] ?? { x: 0, y: 0 }];
  const lengthOf = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  for (const [at, point] of points.entries()) {
    const next = points[at + 1];
    if (next && lengthOf(point, next) > lengthOf(from, to)) [from, to] = [point, next];
  }
  const along = Math.max(thickness, Math.min(longest, lengthOf(from, to)));
  const isLevel = from.y === to.y;
  const [width, height] = isLevel ? [along, thickness] : [thickness, along];
  return { left: (from.x + to.x - width) / 2, top: (from.y + to.y - height) / 2, width, height };
}
