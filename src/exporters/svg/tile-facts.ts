import type { Scene } from '#drawing';
import type { Grid, Placement } from './grid.ts';
import { border } from './sheet-plan.ts';
import type { Tile } from './tile-plan.ts';

/** An A3 page with its margins, in units of the drawing: its smallest text is 2.5 mm high on it. */
export const tileSheet = { width: 1700, height: 1188 } as const;
/** Of the strip at the foot of each sheet. */
export const foot = 60;
/** Between the frame and the drawing. */
export const inset = 18;

/** Inside the frame, above its foot. */
export const tileArea = {
  left: border,
  right: tileSheet.width - border,
  top: border,
  bottom: tileSheet.height - border - foot,
} as const;

/** What of a drawing a sheet has room for. */
export const tileRoom = {
  width: tileArea.right - tileArea.left - 2 * inset,
  height: tileArea.bottom - tileArea.top - 2 * inset,
} as const;

/** What the sheets of one drawing share. */
export interface TileFacts {
  readonly scene: Scene;
  readonly tiles: readonly Tile[];
  /** Of the first sheet, so that a finding's place is found on the others, too. */
  readonly grid: Grid;
  readonly placement: Placement;
  readonly hash: string;
  readonly ground: string;
}

/** Boxes of one design are not drawn larger than this. */
const largestZoom = 1.6;

/** One for all sheets, so that they can be joined: as large as the largest part leaves room for. */
export const zoomOf = (tiles: readonly Tile[]): number =>
  Math.min(
    largestZoom,
    ...tiles.flatMap(({ x, y }) => [tileRoom.width / (x.end - x.start), tileRoom.height / (y.end - y.start)]),
  );
