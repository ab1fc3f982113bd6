import type { Box } from '#model';
import { measures } from './measures.ts';
import { noteSize } from './note-size.ts';

type Boxes = ReadonlyMap<string, Box>;

const { gap } = measures.note;

/** How far from a thing its note may stand, the nearest first. */
const distances = [gap, 40, 80, 140, 210, 300, 420];

/** Strips at the upper and the lower side of a container where its own words stand. */
const [header, foot] = [50, 30];

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** With what is kept free around it. */
const grown = ({ x, y, width, height }: Box): Box => ({
  x: x - gap / 2,
  y: y - gap / 2,
  width: width + gap,
  height: height + gap,
});

/** Whether a box lies wholly in another, edges included. */
export const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

const isSame = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/**
 * The nearest place for a note right, left, below or above a box that covers no other, with a free way between the two
 * where there is one; `undefined` where everything near is taken.
 */
export function placeBeside(
  text: string,
  anchor: Box,
  absolute: Boxes,
  taken: readonly Box[],
): Box | undefined {
  const boxes = [...absolute.values()];
  const around = boxes.filter((box) => holds(box, anchor) && !isSame(box, anchor));
  const others = [...boxes.filter((box) => !around.includes(box)), ...taken];
  const words = around.flatMap((box) => [
    { ...box, height: header },
    { ...box, y: box.y + box.height - foot, height: foot },
  ]);
  const room = Math.min(...around.map((box) => box.width)) - 2 * measures.subnet.inset;
  const own = noteSize(text);
  // In a narrow container a note is narrow, rather than far away.
  const sizes = room < own.width ? [own, noteSize(text, { width: room, height: 0 })] : [own];
  const free = distances
    .flatMap((away) => sizes.flatMap((size) => besides(anchor, size, away)))
    .filter(({ frame }) => !others.some((box) => overlaps(grown(frame), box)))
    .filter(({ frame }) => !words.some((box) => overlaps(frame, box)));
  const between = others.filter((box) => !isSame(box, anchor));
  return (free.find(({ way }) => !between.some((box) => overlaps(way, box))) ?? free[0])?.frame;
}

/** A note at each side of a box, and what lies between the two. */
function besides(
  { x, y, width, height }: Box,
  size: { readonly width: number; readonly height: number },
  away: number,
): readonly { readonly frame: Box; readonly way: Box }[] {
  const across = { y, height: Math.min(height, size.height), width: away };
  const down = { x, width: Math.min(width, size.width), height: away };
  return [
    { frame: { ...size, x: x + width + away, y }, way: { ...across, x: x + width } },
    { frame: { ...size, x: x - size.width - away, y }, way: { ...across, x: x - away } },
    { frame: { ...size, x, y: y + height + away }, way: { ...down, y: y + height } },
    { frame: { ...size, x, y: y - size.height - away }, way: { ...down, y: y - away } },
  ];
}

/** Steps in which a free place is looked for, and how many of them lead away from where it is wanted. */
const [step, most] = [40, 14];

/** The place nearest to a box that covers no other; the box itself where all around it is taken. */
export function placeNear(box: Box, taken: readonly Box[]): Box {
  const steps = Array.from({ length: 2 * most + 1 }, (_, at) => (at - most) * step);
  return (
    steps
      .flatMap((across) => steps.map((down) => ({ across, down })))
      .sort((a, b) => Math.hypot(a.across, a.down) - Math.hypot(b.across, b.down))
      .map(({ across, down }) => ({ ...box, x: box.x + across, y: box.y + down }))
      .find((frame) => !taken.some((one) => overlaps(grown(frame), one))) ?? box
  );
}

/** A place right of everything, at a height where no other note stands. */
export function placeAtRight(
  size: { readonly width: number; readonly height: number },
  wanted: number | undefined,
  absolute: Boxes,
  taken: readonly Box[],
): Box {
  const boxes = [...absolute.values()];
  const x = Math.max(0, ...boxes.map((box) => box.x + box.width)) + 2 * gap;
  let y = wanted ?? Math.min(0, ...boxes.map((box) => box.y));
  for (;;) {
    const frame = { x, y, ...size };
    const blocking = taken.find((box) => overlaps(frame, box));
    if (!blocking) return frame;
    y = blocking.y + blocking.height + gap;
  }
}
