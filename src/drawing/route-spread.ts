import { boundsOf, grown, segmentsOf } from './geometry.ts';
import type { Plane } from './plane.ts';
import { type Lane, laneGap, runsOn } from './route-costs.ts';
import type { End, RouteRequest } from './router.ts';
import type { Point } from './scene.ts';

/** How far a stretch is moved aside, the nearest first: by less than a lane, too, for where there is no room for a whole one. */
const moves = Array.from({ length: 16 }, (_, at) => 2 * (at + 1)).flatMap((by) => [by, -by]);

/** What is left of a stretch between two bends, and of the last before a box, so that its dot or its head stands on a line. */
const leastLeft = 6;
/** Away from the corners of a box. */
const cornerInset = 6;

/**
 * The same way with its stretches moved off those of other bundles, each to where it costs least: that is where it lies
 * where there is no room beside.
 */
export function besideOthers(
  way: readonly Point[],
  request: RouteRequest,
  lanes: Plane<Lane>,
  costOf: (points: readonly Point[], most: number) => number,
): readonly Point[] {
  let best = way;
  for (let at = 1; at < way.length; at += 1) {
    const [a, b] = [best[at - 1], best[at]];
    if (!a || !b) continue;
    const near = lanes.near(grown(boundsOf([a, b]), laneGap));
    if (!near.some((lane) => runsOn(a, b, lane, request.bundle))) continue;
    let bestCost = costOf(best, Number.POSITIVE_INFINITY);
    for (const moved of movedAside(best, at, request)) {
      const cost = costOf(moved, bestCost);
      if (cost >= bestCost) continue;
      best = moved;
      bestCost = cost;
    }
  }
  return best;
}

/** A way with one stretch moved aside, in each manner that leaves its bends and its ends as they are. */
function movedAside(
  points: readonly Point[],
  at: number,
  { from, to }: RouteRequest,
): readonly (readonly Point[])[] {
  const [a, b] = [points[at - 1], points[at]];
  if (!a || !b) return [];
  const isUpright = a.x === b.x;
  return moves.flatMap((by) => {
    const move = ({ x, y }: Point) => (isUpright ? { x: x + by, y } : { x, y: y + by });
    const moved = points.map((point, index) => (index === at - 1 || index === at ? move(point) : point));
    if (at === 1 && !leaves(from, moved[0], isUpright)) return [];
    if (at === points.length - 1 && !leaves(to, moved.at(-1), isUpright)) return [];
    return keepsTurns(points, moved) ? [moved] : [];
  });
}

/** Whether a line that leaves a box at a point does so between its corners. */
function leaves(
  { x, y, width, height, portWidth = width, portHeight = height }: End,
  point: Point | undefined,
  isUpright: boolean,
): boolean {
  if (!point) return false;
  const away = isUpright ? point.x - x - portWidth / 2 : point.y - y - portHeight / 2;
  return Math.abs(away) <= (isUpright ? portWidth : portHeight) / 2 - cornerInset;
}

/** Whether every stretch runs as it did, and for long enough. */
const keepsTurns = (before: readonly Point[], after: readonly Point[]): boolean => {
  const old = segmentsOf(before);
  return segmentsOf(after).every(([a, b], at) => {
    const [c, d] = old[at] ?? [a, b];
    return (b.x - a.x) * Math.sign(d.x - c.x) + (b.y - a.y) * Math.sign(d.y - c.y) >= leastLeft;
  });
};
