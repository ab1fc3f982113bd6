import type { Point } from '#drawing';
import type { Frame, Window } from '../viewport/fitting.ts';

/** Something that is better left to be seen: `weight` says how much better than to be near. */
export interface Seen extends Frame {
  readonly weight: number;
}

/** Between two places that are tried, and kept free at the borders, in CSS pixels. */
const [step, inset] = [16, 12];

/** As much of something covered as is worth a pixel of distance, in square pixels. */
const perPixel = 12;

const shared = (a: Frame, b: Frame): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

const distance = (a: Frame, b: Frame): number =>
  Math.hypot(
    Math.max(a.x - b.x - b.width, b.x - a.x - a.width, 0),
    Math.max(a.y - b.y - b.height, b.y - a.y - a.height, 0),
  );

/** From as far below a limit as steps lead to, to another limit. */
function stepsFrom(start: number, least: number, most: number): readonly number[] {
  if (most <= least) return [least];
  const middle = Math.max(least, Math.min(start, most));
  const first = middle - Math.floor((middle - least) / step) * step;
  const steps = Array.from({ length: Math.floor((most - first) / step) + 1 }, (_, at) => first + at * step);
  return [...steps, least, most];
}

/**
 * Where in a room something of a size is best shown that is about `near`: close to it, and over as little as can be of
 * what is to be seen. A place level with its middle is among those that are tried. Never farther than the nearest place and
 * `within` CSS pixels.
 */
export function freeSpot(
  { width, height }: Window,
  near: Frame,
  room: Window,
  seen: readonly Seen[],
  within = Number.POSITIVE_INFINITY,
): Point {
  const middle = { x: near.x + (near.width - width) / 2, y: near.y + (near.height - height) / 2 };
  const columns = stepsFrom(middle.x, inset, room.width - width - inset);
  const places = stepsFrom(middle.y, inset, room.height - height - inset)
    .flatMap((y) => columns.map((x) => ({ x, y, width, height })))
    .map((frame) => ({ frame, far: distance(frame, near) }));
  const most = Math.min(...places.map(({ far }) => far)) + within;
  const tried = places
    .filter(({ far }) => far <= most)
    // Of two that are as near the one that is less askew.
    .map(({ frame, far }) => ({
      frame,
      cost: far + Math.hypot(frame.x - middle.x, frame.y - middle.y) / 8,
    }))
    .sort((a, b) => a.cost - b.cost);
  let best: { readonly frame: Frame; readonly cost: number } | undefined;
  for (const { frame, cost: far } of tried) {
    if (best && far >= best.cost) break;
    let cost = far;
    for (const one of seen) {
      cost += (shared(frame, one) * one.weight) / perPixel;
      if (best && cost >= best.cost) break;
    }
    if (!best || cost < best.cost) best = { frame, cost };
  }
  return best ? { x: best.frame.x, y: best.frame.y } : middle;
}
