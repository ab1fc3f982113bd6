import type { Scene } from '#drawing';

/** A range of one axis, in the coordinates of a scene. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A part of a drawing that has a sheet of its own. */
export interface Tile {
  /** From 2: the first sheet shows everything. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly x: Range;
  readonly y: Range;
}

/** What a cut had better not go through. */
export interface Weighed extends Range {
  readonly weight: number;
}

/** Shown on both sides of a cut. */
const overlap = 24;
const step = 4;
/** A cut through a node is worse than one far from the middle; one through a network is worse than none. */
const nodeWeight = 100;
const networkWeight = 8;
const mostUneven = 40;
/** A sheet has at least this much of what there is room for. */
const leastShare = 0.3;

/** Ranges of at most `room` that cover everything from `from` to `to`, cut where they go through the least. */
export function rangesOf(
  from: number,
  to: number,
  room: number,
  boxes: readonly Weighed[],
): readonly Range[] {
  const ranges: Range[] = [];
  let start = from;
  while (to - start > room) {
    const left = to - start;
    const wanted = start + left / Math.ceil(left / (room - 2 * overlap));
    const { at, next } = bestCut(start, wanted, room, boxes);
    ranges.push({ start, end: Math.min(to, at + overlap, start + room) });
    start = Math.max(next, start + (room * leastShare) / 2);
  }
  return [...ranges, { start, end: to }];
}

function bestCut(start: number, wanted: number, room: number, boxes: readonly Weighed[]) {
  let best = { at: start + room - overlap, next: start + room - 2 * overlap, cost: Number.POSITIVE_INFINITY };
  for (let at = start + room - overlap; at >= start + room * leastShare; at -= step) {
    const cut = boxes.filter((box) => box.start < at && box.end > at);
    const cost = cut.reduce((sum, box) => sum + box.weight, 0) + (Math.abs(at - wanted) / room) * mostUneven;
    if (cost >= best.cost) continue;
    // What is cut through is whole on the next sheet.
    const solid = cut.filter(({ weight }) => weight >= nodeWeight);
    best = { at, next: Math.min(at - overlap, ...solid.map((box) => box.start - overlap / 2)), cost };
  }
  return best;
}

/** The sheets of a drawing that is too large for one, row by row, with room for so much on each. */
export function planTiles(
  scene: Scene,
  room: { readonly width: number; readonly height: number },
): readonly Tile[] {
  const boxes = scene.items.flatMap((item) => {
    const weight =
      item.role === 'container'
        ? item.parent === undefined
          ? 0
          : networkWeight
        : item.role === 'card'
          ? 0
          : nodeWeight;
    return weight === 0 ? [] : [{ ...item, weight }];
  });
  const along = (axis: 'x' | 'y', size: 'width' | 'height') =>
    rangesOf(
      scene[axis],
      scene[axis] + scene[size],
      room[size],
      boxes.map((box) => ({ start: box[axis], end: box[axis] + box[size], weight: box.weight })),
    );
  const columns = along('x', 'width');
  const rows = along('y', 'height');
  return rows
    .flatMap((y, row) => columns.map((x, column) => ({ row, column, x, y })))
    .filter((tile) => !isEmpty(scene, tile))
    .map((tile, at) => ({ ...tile, sheet: at + 2 }));
}

/** Whether a range of both axes meets a box, or comes as near as `margin`. */
export const meetsTile = (
  { x, y }: Pick<Tile, 'x' | 'y'>,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  margin = 0,
): boolean =>
  box.x < x.end + margin &&
  box.x + box.width > x.start - margin &&
  box.y < y.end + margin &&
  box.y + box.height > y.start - margin;

/** Nothing but empty room of a region: not worth a sheet. */
const isEmpty = (scene: Scene, tile: Pick<Tile, 'x' | 'y'>): boolean =>
  !scene.items.some((item) => item.role !== 'container' && meetsTile(tile, item));
