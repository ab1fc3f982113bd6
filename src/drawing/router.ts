import { boundsOf, enters, grown, lengthOf, overlap, type Rect, segmentsOf, simplified } from './geometry.ts';
import { planeOf } from './plane.ts';
import { candidateClasses, type Lanes } from './route-candidates.ts';
import { costOfBorders, costOfCompany, type Lane, marginOf } from './route-costs.ts';
import { besideOthers } from './route-spread.ts';
import type { Point } from './scene.ts';

/** Something an edge may not run through. */
export interface Obstacle extends Rect {
  readonly id: string;
  /** Containers may be crossed where there is no other way; nodes and texts never. */
  readonly isContainer: boolean;
  /** Gives way before anything else does, and stops no line that is straight or nothing: words change no drawing. */
  readonly isNote?: boolean;
}

/** A box at which a line ends. */
export interface End extends Rect {
  /** From its left, where lines may end at its top and bottom: beside that are signs. Its whole width without. */
  readonly portWidth?: number | undefined;
  /** The same of its sides, from its top. */
  readonly portHeight?: number | undefined;
}

export interface RouteRequest {
  readonly from: End;
  readonly to: End;
  /** Ids of both ends and of everything around them. */
  readonly related: ReadonlySet<string>;
  /** Not to be entered by this edge, though others may. */
  readonly barred?: readonly Obstacle[];
  /** Kept free at both sides of the line. */
  readonly clearance: number;
  /** Edges of one bundle may share a lane. */
  readonly bundle?: string;
  /** Of a large bundle: a lane that is taken already is as good as a nearer one, and is found sooner. */
  readonly isShared?: boolean;
  /** Where a straight line would best run: `y` of a horizontal one, `x` of a vertical one. */
  readonly preferred?: { readonly x?: number; readonly y?: number };
  /** Only lines without a bend. */
  readonly isStraightOnly?: boolean;
  /** No line rather than one through boxes or words. */
  readonly isOptional?: boolean;
}

/** Places of one size beside each other, in the order in which they are wanted. */
export interface PlaceRow {
  readonly xs: readonly number[];
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const isSpared = ({ isStraightOnly, isOptional }: RouteRequest): boolean =>
  isStraightOnly === true || isOptional === true;

/** Finds ways for edges one after the other: each keeps clear of boxes, texts and, where it can, of earlier edges. */
export interface Router {
  route(request: RouteRequest): readonly Point[] | undefined;
  /** Makes later edges keep clear of a label. */
  avoid(obstacle: Obstacle): void;
  /** The first place that is free of boxes, texts and edges. */
  firstFree(places: PlaceRow, related: ReadonlySet<string>): Rect | undefined;
}

/**
 * Comparisons of a line with a box that one drawing may cost: some hundred milliseconds. Beyond it, edges of an
 * estate of hundreds of networks take the shortest way through whatever is there, so that the drawing still comes.
 */
const patience = 2_000_000;

/** The same for a drawing that somebody waits for, and that is drawn again once it is there: some ten milliseconds. */
export const hurriedPatience = 250_000;

/** How far a router has come: what it knew then is the beginning of what it knows now. */
export interface RouterMark {
  readonly obstacles: number;
  readonly lanes: number;
  readonly compared: number;
}

export interface RewindableRouter extends Router {
  mark(): RouterMark;
  /** Whether its patience has ended, so that edges run through what is there. */
  isSpent(): boolean;
  /** Forgets what came after a mark. */
  rewind(to: RouterMark): void;
}

export function routerOf(known: readonly Obstacle[], limit = patience): RewindableRouter {
  const obstacles = planeOf<Obstacle>();
  for (const obstacle of known) obstacles.add(obstacle, obstacle);
  const lanes = planeOf<Lane>();
  const containers = new Map(known.filter((one) => one.isContainer).map((one) => [one.id, one]));
  let compared = 0;
  const find = (request: RouteRequest, blocking: Obstacle[]) => {
    const shared = request.isShared ? sharedIn(lanes.all(), request.bundle) : nothingShared;
    const around = [...request.related].flatMap((id) => containers.get(id) ?? []);
    /** Beyond all measure where something stops it, or where it cannot be less than the `most` that it may be. */
    const costOf = (points: readonly Point[], penalty: number, most: number): number => {
      const least = lengthOf(points) + penalty;
      if (least >= most) return Number.POSITIVE_INFINITY;
      const close: Obstacle[] = [];
      const stop = firstStop(points, request, blocking, close);
      compared += Math.min(stop + 1, blocking.length);
      if (stop < blocking.length) return Number.POSITIVE_INFINITY;
      return (
        least + costOfBorders(points, request, close, around) + costOfCompany(points, lanes, request.bundle)
      );
    };
    for (const candidates of candidateClasses(request, blocking, shared)) {
      let best: readonly Point[] | undefined;
      let bestCost = Number.POSITIVE_INFINITY;
      for (const { points, penalty } of candidates) {
        const cost = costOf(points, penalty, bestCost);
        if (cost >= bestCost) continue;
        best = points;
        bestCost = cost;
      }
      if (best)
        return besideOthers(simplified(best), request, lanes, (points, most) => costOf(points, 0, most));
      if (request.isStraightOnly) return undefined;
    }
    return undefined;
  };
  const foreignIn = (request: RouteRequest, part?: Rect): Obstacle[] => {
    const isThere = (obstacle: Obstacle) => part === undefined || overlap(obstacle, part);
    const foreign = (part ? obstacles.near(part) : obstacles.all()).filter(
      (obstacle) => isThere(obstacle) && !request.related.has(obstacle.id),
    );
    return request.barred ? [...foreign, ...request.barred.filter(isThere)] : foreign;
  };
  /** Most ways stay near their ends: only what stands there is asked, and of a way that leaves, what it comes near to. */
  const findNear = (request: RouteRequest, part: Rect, near: Obstacle[]) => {
    const found = find(request, near);
    if (!found || staysIn(part, found, marginOf(request))) return found;
    const foreign = foreignIn(request, grown(boundsOf(found), marginOf(request)));
    return firstStop(found, request, foreign) === foreign.length ? found : undefined;
  };
  const findAnywhere = (request: RouteRequest, foreign: Obstacle[]) => {
    const solid = foreign.filter((obstacle) => !obstacle.isContainer);
    // A line through a box is ugly; a line that is not drawn would be a lie.
    return (
      find(request, foreign) ??
      beneathNotes(request, foreign) ??
      (isSpared(request) ? undefined : (find(request, solid) ?? find(request, [])))
    );
  };
  const beneathNotes = (request: RouteRequest, foreign: Obstacle[]) => {
    const firm = foreign.filter((obstacle) => !obstacle.isNote);
    return firm.length < foreign.length ? find(request, firm) : undefined;
  };
  return {
    route(request) {
      if (compared > limit) return isSpared(request) ? undefined : find(request, []);
      compared += obstacles.size();
      // A straight line has nothing but what stands between its ends in its way.
      const part = around(
        request.from,
        request.to,
        request.isStraightOnly ? marginOf(request) : neighbourhood,
      );
      const near = foreignIn(request, part);
      const found =
        findNear(request, part, near) ??
        findAnywhere(request, request.isStraightOnly ? near : foreignIn(request));
      for (const stretch of segmentsOf(found ?? [])) {
        const lane = { ...boundsOf(stretch), bundle: request.bundle };
        lanes.add(lane, lane);
      }
      return found;
    },
    avoid: (obstacle) => obstacles.add(obstacle, obstacle),
    firstFree(places, related) {
      if (compared > limit) return undefined;
      const row = rowOf(places);
      const part = grown(row, 2);
      const boxes = obstacles
        .near(part)
        .filter((obstacle) => overlap(row, obstacle, 2) && !related.has(obstacle.id));
      const lines = lanes.near(part).filter((lane) => overlap(lane, row, 2));
      const { y, width, height } = places;
      for (const x of places.xs) {
        const rect = { x, y, width, height };
        if (![...boxes, ...lines].some((one) => overlap(rect, one, 2))) return rect;
      }
      return undefined;
    },
    isSpent: () => compared > limit,
    mark: () => ({ obstacles: obstacles.size(), lanes: lanes.size(), compared }),
    rewind(to) {
      obstacles.cutTo(to.obstacles);
      lanes.cutTo(to.lanes);
      compared = to.compared;
    },
  };
}

/** CSS pixels around both ends within which most ways are found. */
const neighbourhood = 240;

/** All places of a row as one: few things stand near it. */
function rowOf({ xs, y, width, height }: PlaceRow): Rect {
  const left = Math.min(...xs);
  return { x: left, y, width: Math.max(...xs) + width - left, height };
}

/** The box around two, and a margin around that. */
function around(a: Rect, b: Rect, margin: number): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return grown(
    {
      x,
      y,
      width: Math.max(a.x + a.width, b.x + b.width) - x,
      height: Math.max(a.y + a.height, b.y + b.height) - y,
    },
    margin,
  );
}

/** Whether nothing that lies outside a rectangle can be nearer to a line than a margin. */
const staysIn = ({ x, y, width, height }: Rect, points: readonly Point[], margin: number): boolean =>
  points.every(
    (point) =>
      point.x - margin >= x &&
      point.x + margin <= x + width &&
      point.y - margin >= y &&
      point.y + margin <= y + height,
  );

/**
 * Where in `blocking` the first stands that stops a way; their number where it is free, less than 0 where its own ends
 * stop it. Reorders `blocking`: what stopped one way is likely to stop the next, and so is asked first. Collects the
 * containers that the way comes `close` to.
 */
function firstStop(
  points: readonly Point[],
  request: RouteRequest,
  blocking: Obstacle[],
  close: Obstacle[] = [],
): number {
  if (touches(points, request.from, -1.5) || touches(points, request.to, -1.5)) return -1;
  const margin = marginOf(request);
  const bounds = boundsOf(points);
  for (let at = 0; at < blocking.length; at += 1) {
    const obstacle = blocking[at];
    if (!obstacle || !overlap(bounds, obstacle, margin)) continue;
    if (!touches(points, obstacle, request.clearance)) {
      if (obstacle.isContainer && touches(points, obstacle, margin)) close.push(obstacle);
      continue;
    }
    const ahead = at >> 1;
    blocking[at] = blocking[ahead] ?? obstacle;
    blocking[ahead] = obstacle;
    return at;
  }
  return blocking.length;
}

const nothingShared: Lanes = { x: [], y: [] };

/** The lanes of earlier edges of a bundle, each once. */
function sharedIn(lanes: readonly Lane[], bundle: string | undefined): Lanes {
  const own = lanes.filter((lane) => lane.bundle === bundle);
  return {
    x: [...new Set(own.flatMap(({ x, width }) => (width === 0 ? [x] : [])))],
    y: [...new Set(own.flatMap(({ y, height }) => (height === 0 ? [y] : [])))],
  };
}

/** Asked a hundred thousand times for a large drawing: no lists are made. */
function touches(points: readonly Point[], rect: Rect, margin: number): boolean {
  for (let at = 1; at < points.length; at += 1) {
    const a = points[at - 1];
    const b = points[at];
    if (a && b && enters(a, b, rect, margin)) return true;
  }
  return false;
}
