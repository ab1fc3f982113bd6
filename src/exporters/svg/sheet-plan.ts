import type { Block } from './block.ts';

/** Landscape A3 at 96 pixels to the inch: what a sheet is printed on. */
export const paper = { width: 1587, height: 1123 } as const;

/** Outside of the frame: letters and numbers. */
export const border = 24;
/** Between the frame and what is in it. */
export const padding = 4;
export const columnWidth = 320;
export const columnPadding = 16;
/** Between the drawing and the legend below it. */
const legendGap = 30;
/** Between the frame and the legend at its foot. */
export const footInset = 20;
const mostColumns = 8;
const leastWidth = 620;
const leastHeight = 740;
/** A second look is worth this much of the scale in print, and another column, half empty, this much. */
const worthwhile = 1.03;
const worthColumn = 1.08;
/** Larger boxes look coarse beside the column's texts. */
const largestZoom = 1.6;
/** Free above a drawing that is lower than its room. */
const mostAbove = 28;
/** Up to here a sheet is filled up to the paper's shape: more would be emptiness around the drawing. */
const mostGrowth = 1.06;

export interface PlanInput {
  readonly drawing: { readonly width: number; readonly height: number };
  readonly blocks: readonly Block[];
  /** The legend as a foot of some width, and as a block of the column. */
  readonly legendHeight: (width: number) => number;
  readonly legendBlock: Block;
  /** Of the title block under the last column. */
  readonly titleHeight: number;
}

/** Where everything stands on a sheet. */
export interface Plan {
  readonly columns: readonly (readonly Block[])[];
  readonly areaWidth: number;
  /** Of the frame. */
  readonly height: number;
  /** Of the legend at the foot; 0 where it stands in the column. */
  readonly footHeight: number;
  readonly zoom: number;
  /** Of the drawing's top left corner inside the frame. */
  readonly left: number;
  readonly top: number;
}

interface Draft {
  readonly columns: readonly (readonly Block[])[];
  readonly areaWidth: number;
  readonly height: number;
  readonly isLegendAtFoot: boolean;
}

const sizeOf = ({ columns, areaWidth, height }: Draft) => ({
  width: areaWidth + columns.length * columnWidth + 2 * border,
  height: height + 2 * border,
});

/** Millimetres of a CSS pixel on paper. */
export const millimetres = 25.4 / 96;

/** How much of its size a sheet keeps on the paper. */
export const printScale = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.min(paper.width / width, paper.height / height);

/** The arrangement that is largest in print; of two alike the simpler one. */
export function planSheet(input: PlanInput): Plan {
  let best: Draft | undefined;
  for (let columns = 1; columns <= mostColumns; columns += 1)
    for (const isLegendAtFoot of [true, false]) {
      const draft = draftOf(input, columns, isLegendAtFoot);
      const worth = draft.columns.length > (best?.columns.length ?? 0) ? worthColumn : worthwhile;
      const isBetter = !best || printScale(sizeOf(draft)) > printScale(sizeOf(best)) * worth;
      if (isBetter) best = draft;
    }
  return filled(input, best ?? draftOf(input, 1, true));
}

function draftOf(input: PlanInput, most: number, isLegendAtFoot: boolean): Draft {
  const { drawing, legendHeight, legendBlock, titleHeight } = input;
  const areaWidth = Math.ceil(Math.max(leastWidth, drawing.width + 2 * padding));
  const foot = isLegendAtFoot ? legendHeight(areaWidth - 2 * footInset) + legendGap : 0;
  const blocks = isLegendAtFoot ? input.blocks : [...input.blocks, legendBlock];
  let height = Math.ceil(Math.max(leastHeight, drawing.height + 2 * padding + foot));
  for (;;) {
    const columns = inColumns(blocks, height - 2 * columnPadding, most, titleHeight);
    if (columns) return { columns, areaWidth, height, isLegendAtFoot };
    height += 20;
  }
}

/** Blocks in columns of one height, or `undefined` where they need more columns. */
function inColumns(
  blocks: readonly Block[],
  height: number,
  most: number,
  titleHeight: number,
): readonly (readonly Block[])[] | undefined {
  const columns: Block[][] = [[]];
  let used = 0;
  for (const [at, block] of blocks.entries()) {
    const isLast = columns.length === most;
    // A heading stays with what it heads.
    const needed = block.height + (block.isHeading ? (blocks[at + 1]?.height ?? 0) : 0);
    if (used > 0 && used + needed > height - (isLast ? titleHeight : 0)) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(block);
    used += block.height;
  }
  // The title block stands under the last column, whichever it is.
  const isTooLong = used > height - titleHeight;
  if (columns.length > most || (isTooLong && columns.length === most)) return undefined;
  return isTooLong ? [...columns, []] : columns;
}

/** The sheet in the paper's shape, the drawing enlarged to what that leaves it. */
function filled(input: PlanInput, draft: Draft): Plan {
  const { width, height: whole } = sizeOf(draft);
  const shape = paper.width / paper.height;
  const growth = (side: number, wanted: number) =>
    Math.round(Math.max(0, Math.min(wanted, side * mostGrowth) - side));
  const areaWidth = draft.areaWidth + growth(width, whole * shape);
  const height = draft.height + growth(whole, width / shape);
  const footHeight = draft.isLegendAtFoot ? input.legendHeight(areaWidth - 2 * footInset) : 0;
  const room = {
    width: areaWidth - 2 * padding,
    height: height - 2 * padding - (footHeight > 0 ? footHeight + legendGap : 0),
  };
  const { drawing } = input;
  const fits = Math.min(largestZoom, room.width / drawing.width, room.height / drawing.height);
  const zoom = Math.max(1, Math.floor(fits * 100) / 100);
  const left = Math.max(0, (room.width - drawing.width * zoom) / 2);
  return {
    columns: draft.columns,
    areaWidth,
    height,
    footHeight,
    zoom,
    left: padding + left,
    // A wide drawing in a high frame hangs at its top: what is free lies between it and the legend.
    top:
      padding + Math.min(Math.max(0, (room.height - drawing.height * zoom) / 2), Math.max(left, mostAbove)),
  };
}
