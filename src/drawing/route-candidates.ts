import { enters, type Rect } from './geometry.ts';
import type { End, Obstacle, RouteRequest } from './router.ts';
import type { Point } from './scene.ts';

export interface Candidate {
  readonly points: readonly Point[];
  readonly penalty: number;
}

type Candidates = Iterable<Candidate>;

/** Away from corners, so that a line never seems to touch the box beside its own. */
const cornerInset = 9;
const step = 5;

const centerY = (rect: Rect) => rect.y + rect.height / 2;
const right = (rect: Rect) => rect.x + rect.width;
const bottom = (rect: Rect) => rect.y + rect.height;

/** Where lines may run that are parallel to an axis, such as the lanes that earlier edges of a bundle have taken. */
export interface Lanes {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Ways from one box to another, those with fewer bends first, and of these those along lanes that are `shared`. */
export function* candidateClasses(
  request: RouteRequest,
  blocking: readonly Obstacle[],
  shared: Lanes,
): Iterable<Candidates> {
  yield straight(request);
  const flipped = transposed(request);
  yield oneBend(request.from, request.to);
  yield both(twoBends(request, shared.x), twoBends(flipped, shared.y));
  let lanes: Lanes | undefined;
  for (const ways of [around, threeBends, fourBends]) {
    const most = ways === fourBends ? 24 : mostLanes;
    yield both(ways(request, shared.y), ways(flipped, shared.x));
    // Looked for once they are needed: most ways of a large bundle end in a lane that is shared.
    lanes ??= { x: lanesOf(blocking, request, 'x'), y: lanesOf(blocking, request, 'y') };
    yield both(ways(request, lanes.y.slice(0, most)), ways(flipped, lanes.x.slice(0, most)));
  }
}

function* both(candidates: Candidates, flipped: Candidates): Candidates {
  yield* candidates;
  yield* turned(flipped);
}

const swap = ({ x, y, width, height, portWidth, portHeight }: End): End => ({
  x: y,
  y: x,
  width: height,
  height: width,
  portWidth: portHeight,
  portHeight: portWidth,
});
const transposed = (request: RouteRequest): RouteRequest => ({
  ...request,
  from: swap(request.from),
  to: swap(request.to),
});

function* turned(candidates: Candidates): Candidates {
  for (const { points, penalty } of candidates)
    yield { points: points.map(({ x, y }) => ({ x: y, y: x })), penalty };
}

function* straight(request: RouteRequest): Candidates {
  yield* level(request, request.preferred?.y);
  yield* turned(level(transposed(request), request.preferred?.x));
}

/** Horizontal lines where both boxes stand side by side. */
function* level({ from, to }: RouteRequest, preferred: number | undefined): Candidates {
  const isRightwards = right(from) <= to.x;
  if (!isRightwards && right(to) > from.x) return;
  const inset = Math.min(cornerInset, portHeightOf(from) / 2, portHeightOf(to) / 2);
  const top = Math.max(from.y, to.y) + inset;
  const low = Math.min(from.y + portHeightOf(from), to.y + portHeightOf(to)) - inset;
  if (top > low) return;
  const smaller = portHeightOf(from) <= portHeightOf(to) ? from : to;
  const wanted = Math.min(low, Math.max(top, preferred ?? smaller.y + portHeightOf(smaller) / 2));
  const a = isRightwards ? right(from) : from.x;
  const b = isRightwards ? to.x : right(to);
  const at = (y: number) => ({
    points: [
      { x: a, y },
      { x: b, y },
    ],
    penalty: Math.abs(y - wanted) * 0.2,
  });
  yield at(wanted);
  for (let away = step; wanted - away >= top || wanted + away <= low; away += step) {
    if (wanted + away <= low) yield at(wanted + away);
    if (wanted - away >= top) yield at(wanted - away);
  }
}

const portHeightOf = ({ height, portHeight = height }: End): number => portHeight;
const portWidthOf = ({ width, portWidth = width }: End): number => portWidth;

function* oneBend(from: End, to: End): Candidates {
  for (const points of corner(from, to)) yield points;
  for (const { points, penalty } of corner(to, from)) yield { points: [...points].reverse(), penalty };
}

/** Out at the side of one, into the top or the bottom of the other. */
function* corner(aside: End, upright: End): Candidates {
  const y = centerY(aside);
  const end = y < upright.y ? upright.y : y > bottom(upright) ? bottom(upright) : undefined;
  if (end === undefined) return;
  const middle = upright.x + portWidthOf(upright) / 2;
  for (const x of topPorts(upright)) {
    const start = x > right(aside) ? right(aside) : x < aside.x ? aside.x : undefined;
    if (start === undefined) continue;
    yield {
      points: [
        { x: start, y },
        { x, y },
        { x, y: end },
      ],
      penalty: 30 + Math.abs(x - middle),
    };
  }
}

const topPorts = (end: End) => portsOf(end.x, portWidthOf(end));
const sidePorts = (end: End) => portsOf(end.y, portHeightOf(end));

/** Places along a side: its middle, then away from it. */
function portsOf(start: number, length: number): readonly number[] {
  const middle = start + length / 2;
  if (length < 60) return [middle];
  return [middle, start + length / 4, start + (length * 3) / 4];
}

/** Horizontal, vertical, horizontal: with the vertical part in the space between, where that is in a shared lane. */
function* twoBends({ from, to }: RouteRequest, shared: readonly number[]): Candidates {
  const isRightwards = right(from) < to.x;
  if (!isRightwards && right(to) >= from.x) return;
  const a = isRightwards ? right(from) : from.x;
  const b = isRightwards ? to.x : right(to);
  const width = Math.abs(b - a);
  const direction = isRightwards ? 1 : -1;
  const bends = [
    ...shared.map((x) => ({ away: (x - a) * direction, penalty: 40 })),
    ...bendsIn(width).map((away) => ({ away, penalty: 60 + Math.abs(away - width / 2) * 0.02 })),
  ].filter(({ away }) => away >= 10 && away <= width - 10);
  for (const y1 of sidePorts(from))
    for (const y2 of sidePorts(to))
      for (const { away, penalty } of bends) {
        const x = a + away * direction;
        yield {
          points: [
            { x: a, y: y1 },
            { x, y: y1 },
            { x, y: y2 },
            { x: b, y: y2 },
          ],
          penalty,
        };
      }
}

/** In the gap before a network, beside the one and beside the other; the last from a subnet in it. */
const inGaps = [18, 30, 54];

/** Where a way may bend in a space of some width: all over it, and in the gaps before both ends. */
function bendsIn(width: number): readonly number[] {
  const bends: number[] = [];
  const pitch = Math.max(8, width / 18);
  for (let away = 10; away <= width - 10; away += pitch) bends.push(away);
  return pitch > 8 ? [...bends, ...inGaps.flatMap((away) => [away, width - away])] : bends;
}

/** Out at the bottom (or the top) of both, along a lane below (or above). */
function* around({ from, to }: RouteRequest, lanes: readonly number[]): Candidates {
  for (const y of lanes)
    for (const x1 of topPorts(from))
      for (const x2 of topPorts(to)) {
        const start = leaving(from, y);
        const end = leaving(to, y);
        if (start === undefined || end === undefined) continue;
        yield {
          points: [
            { x: x1, y: start },
            { x: x1, y },
            { x: x2, y },
            { x: x2, y: end },
          ],
          penalty: 70,
        };
      }
}

const leaving = (rect: Rect, y: number): number | undefined =>
  y > bottom(rect) + 4 ? bottom(rect) : y < rect.y - 4 ? rect.y : undefined;

const sidesOf = (rect: Rect, gap: number) => [
  { x: right(rect), out: right(rect) + gap },
  { x: rect.x, out: rect.x - gap },
];

/** Out at the bottom or the top, along a lane, then into a side; and the other way about. */
function* threeBends({ from, to }: RouteRequest, lanes: readonly number[]): Candidates {
  yield* intoSide(from, to, lanes, false);
  yield* intoSide(to, from, lanes, true);
}

function* intoSide(a: End, b: End, lanes: readonly number[], isReversed: boolean): Candidates {
  for (const y of lanes) {
    const start = leaving(a, y);
    if (start === undefined) continue;
    for (const x1 of topPorts(a))
      for (const gap of [10, 18, 26])
        for (const { x, out } of sidesOf(b, gap)) {
          const points = [
            { x: x1, y: start },
            { x: x1, y },
            { x: out, y },
            { x: out, y: centerY(b) },
            { x, y: centerY(b) },
          ];
          yield { points: isReversed ? points.reverse() : points, penalty: 110 };
        }
  }
}

/** Out at a side, to a lane, along it, into a side. */
function* fourBends({ from, to }: RouteRequest, lanes: readonly number[]): Candidates {
  for (const gap1 of [7, 12, 18, 26])
    for (const gap2 of [10, 18, 26, 34])
      for (const start of sidesOf(from, gap1))
        for (const end of sidesOf(to, gap2))
          for (const y of lanes)
            yield {
              points: [
                { x: start.x, y: centerY(from) },
                { x: start.out, y: centerY(from) },
                { x: start.out, y },
                { x: end.out, y },
                { x: end.out, y: centerY(to) },
                { x: end.x, y: centerY(to) },
              ],
              penalty: 160,
            };
}

/** Lines just beside obstacles, the nearest to both ends first. */
function lanesOf(blocking: readonly Obstacle[], request: RouteRequest, axis: 'x' | 'y'): readonly number[] {
  const { from, to, clearance } = request;
  const start = axis === 'y' ? (rect: Rect) => rect.y : (rect: Rect) => rect.x;
  const end = axis === 'y' ? bottom : right;
  const low = Math.min(start(from), start(to));
  const high = Math.max(end(from), end(to));
  const middle = (low + high) / 2;
  const lanes = new Set<number>([low - 14, high + 14]);
  for (const obstacle of blocking) {
    for (const away of obstacle.isContainer ? [clearance + 1, 16, 27] : [clearance + 1]) {
      lanes.add(start(obstacle) - away);
      lanes.add(end(obstacle) + away);
    }
  }
  const nearest = [...lanes].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const free: number[] = [];
  // What bars one lane is likely to bar the next, and so is asked first.
  let bar: Obstacle | undefined;
  for (const lane of nearest) {
    if (free.length === mostLanes) break;
    bar = (bar && barOf(lane, [bar], request, axis)) ?? barOf(lane, blocking, request, axis);
    if (!bar) free.push(lane);
  }
  return free;
}

/** More are not tried: of the farthest, no way would be short. */
const mostLanes = 48;

/** Farther from its boxes than this, no way leaves its lane. */
const reach = 40;

/** What stands on the part of a lane that every way along it takes. */
function barOf(
  lane: number,
  blocking: readonly Obstacle[],
  { from, to, clearance }: RouteRequest,
  axis: 'x' | 'y',
): Obstacle | undefined {
  const low = (axis === 'y' ? Math.min(right(from), right(to)) : Math.min(bottom(from), bottom(to))) + reach;
  const high = (axis === 'y' ? Math.max(from.x, to.x) : Math.max(from.y, to.y)) - reach;
  if (low >= high) return undefined;
  const [a, b] =
    axis === 'y'
      ? [
          { x: low, y: lane },
          { x: high, y: lane },
        ]
      : [
          { x: lane, y: low },
          { x: lane, y: high },
        ];
  return blocking.find((obstacle) => enters(a, b, obstacle, clearance));
}
