import type { Box, Design } from '#model';
import type { LayoutGhost, Thing } from './drawn.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What packers share: the design, what is missing in it, and the boxes found so far. */
export interface Packing {
  readonly design: Design;
  readonly ghosts: readonly LayoutGhost[];
  /** In the coordinates of the container. */
  readonly boxes: Map<string, Box>;
  /** The service a private endpoint, or a missing one, serves: its place in the order of services. */
  readonly rankOf: (thing: Thing) => number;
  /** From top to bottom in a column of services. */
  readonly serviceRank: (thing: Thing) => number;
}

export const place = (packing: Packing, thing: Thing, box: Box): void => {
  packing.boxes.set(thing.id, box);
};

export const sizeOf = (packing: Packing, thing: Thing): Size =>
  packing.boxes.get(thing.id) ?? { width: 0, height: 0 };

/** Moves a thing whose size is known. */
export const moveTo = (packing: Packing, thing: Thing, x: number, y: number): void => {
  const { width, height } = sizeOf(packing, thing);
  packing.boxes.set(thing.id, { x, y, width, height });
};

/** Things of the same height in rows of at most `width`; gives what they take. */
export function packRows(
  packing: Packing,
  things: readonly Thing[],
  size: Size,
  at: { readonly x: number; readonly y: number },
  width: number,
  gap = 12,
): Size {
  const columns = Math.max(1, Math.floor((width + gap) / (size.width + gap)));
  for (const [index, thing] of things.entries())
    place(packing, thing, {
      x: at.x + (index % columns) * (size.width + gap),
      y: at.y + Math.floor(index / columns) * (size.height + gap),
      ...size,
    });
  const rows = Math.ceil(things.length / columns);
  const used = Math.min(columns, things.length);
  return {
    width: Math.max(0, used * (size.width + gap) - gap),
    height: Math.max(0, rows * (size.height + gap) - gap),
  };
}
