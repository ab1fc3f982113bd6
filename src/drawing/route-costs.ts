import { boundsOf, enters, grown, type Rect, segmentsOf } from './geometry.ts';
import type { Plane } from './plane.ts';
import type { RouteRequest } from './router.ts';
import type { Point } from './scene.ts';

/** A piece of an earlier edge. */
export interface Lane extends Rect {
  readonly bundle: string | undefined;
}

/** Beyond the clearance of a line: nearer to a border than this, it seems to be a part of it. */
const besideBorders = 6;
const hugging = 90;

export const marginOf = ({ clearance }: RouteRequest): number => clearance + besideBorders;

/** What it costs to run `close` to containers, and along the borders of those `around` both ends. */
export function costOfBorders(
  points: readonly Point[],
  request: RouteRequest,
  close: readonly Rect[],
  around: readonly Rect[],
): number {
  const margin = marginOf(request);
  let cost = 0;
  for (const obstacle of close) cost += costOfHugging(distanceTo(points, obstacle), margin);
  for (const [a, b] of segmentsOf(points))
    for (const container of around) cost += costOfHugging(distanceAlong(a, b, container, margin), margin);
  return cost;
}

const costOfHugging = (distance: number, margin: number): number =>
  distance < margin ? hugging * (1 - distance / margin) : 0;

/** Of a way from a box that it does not enter. */
const distanceTo = (points: readonly Point[], { x, y, width, height }: Rect): number =>
  Math.min(
    ...segmentsOf(points).map(([a, b]) =>
      Math.max(
        x - Math.max(a.x, b.x),
        Math.min(a.x, b.x) - x - width,
        y - Math.max(a.y, b.y),
        Math.min(a.y, b.y) - y - height,
      ),
    ),
  );

/** Of a segment from the nearest border of a box that it runs along, for more than a margin. */
function distanceAlong(a: Point, b: Point, { x, y, width, height }: Rect, margin: number): number {
  const isAlong =
    a.x === b.x
      ? Math.min(a.y, b.y) < y + height - margin && Math.max(a.y, b.y) > y + margin
      : Math.min(a.x, b.x) < x + width - margin && Math.max(a.x, b.x) > x + margin;
  if (!isAlong) return Number.POSITIVE_INFINITY;
  return a.x === b.x
    ? Math.min(Math.abs(a.x - x), Math.abs(a.x - x - width))
    : Math.min(Math.abs(a.y - y), Math.abs(a.y - y - height));
}

const sharing = 200;
/** More, where both lie on each other. */
const merging = 400;
const crossing = 40;
const besides = 10;

/** From one line to the next where many run side by side. */
export const laneGap = 6;

/** What it costs to run along or across earlier edges. */
export function costOfCompany(
  points: readonly Point[],
  lanes: Plane<Lane>,
  bundle: string | undefined,
): number {
  let cost = 0;
  for (const [a, b] of segmentsOf(points))
    for (const lane of lanes.near(grown(boundsOf([a, b]), besides))) {
      if (bundle !== undefined && bundle === lane.bundle) continue;
      const isAlong = isParallel(a, b, lane);
      if (!enters(a, b, lane, isAlong ? besides : 0.5)) continue;
      cost += isAlong ? sharing + merging * (1 - apart(a, b, lane) / besides) ** 2 : crossing;
    }
  return cost;
}

/** Whether a line seems to be one with a lane of another bundle. */
export const runsOn = (a: Point, b: Point, lane: Lane, bundle: string | undefined): boolean =>
  (bundle === undefined || bundle !== lane.bundle) &&
  isParallel(a, b, lane) &&
  enters(a, b, lane, laneGap - 1);

const isParallel = (a: Point, b: Point, { width }: Lane): boolean => (a.x === b.x) === (width === 0);

/** Between two parallel lines. */
const apart = (a: Point, b: Point, { x, y }: Lane): number => Math.abs(a.x === b.x ? a.x - x : a.y - y);
