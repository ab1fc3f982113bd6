import type { Shape } from '#drawing';
import { letterOf } from './grid.ts';
import { border } from './sheet-plan.ts';
import { line } from './sheet-text.ts';
import { type TileFacts, tileArea, tileSheet } from './tile-facts.ts';
import type { Range, Tile } from './tile-plan.ts';

export interface Neighbours {
  readonly left: Tile | undefined;
  readonly right: Tile | undefined;
  readonly above: Tile | undefined;
  readonly below: Tile | undefined;
}

export function neighboursOf({ row, column }: Tile, tiles: readonly Tile[]): Neighbours {
  const at = (down: number, across: number) =>
    tiles.find((tile) => tile.row === row + down && tile.column === column + across);
  return { left: at(0, -1), right: at(0, 1), above: at(-1, 0), below: at(1, 0) };
}

/** Where a coordinate of the scene stands on a sheet. */
export type OnSheet = (axis: 'x' | 'y', value: number) => number;

/** Where the sheets beside begin and end: between mark and edge, both show the same. */
export function overlapShapes(
  tile: Tile,
  { left, right, above, below }: Neighbours,
  onSheet: OnSheet,
): readonly Shape[] {
  const dashes = (d: string): Shape => ({ type: 'path', d, stroke: 'line3', strokeWidth: 1, dash: '2 5' });
  const inside = ({ start, end }: Range, value: number) => value > start && value < end;
  const across = [left?.x.end, right?.x.start].filter((x) => x !== undefined && inside(tile.x, x));
  const down = [above?.y.end, below?.y.start].filter((y) => y !== undefined && inside(tile.y, y));
  return [
    ...across.map((x) => dashes(`M${onSheet('x', x ?? 0)} ${tileArea.top}V${tileArea.bottom}`)),
    ...down.map((y) => dashes(`M${tileArea.left} ${onSheet('y', y ?? 0)}H${tileArea.right}`)),
  ];
}

/** The number of each sheet that shows more, on the side of the frame where it does. */
export function pillShapes({ left, right, above, below }: Neighbours): readonly Shape[] {
  const middle = { x: tileSheet.width / 2, y: (border + tileArea.bottom) / 2 };
  const pill = (tile: Tile | undefined, x: number, y: number, arrow: string): readonly Shape[] => {
    if (!tile) return [];
    const isFirst = arrow === 'left';
    const tip = {
      left: `M${x - 15} ${y}l6 -4v8z`,
      right: `M${x + 15} ${y}l-6 -4v8z`,
      above: `M${x + 12} ${y - 4}l4.5 7h-9z`,
      below: `M${x + 12} ${y + 4}l4.5 -7h-9z`,
    }[arrow];
    return [
      {
        type: 'rect',
        x: x - 22,
        y: y - 11,
        width: 44,
        height: 22,
        radius: 11,
        fill: 'canvas',
        stroke: 'ink',
        strokeWidth: 1.4,
      },
      { type: 'path', d: tip ?? '', fill: 'ink' },
      line(x + (isFirst ? 5 : -5), y + 4, `${tile.sheet}`, 'section', 't1', 'middle'),
    ];
  };
  return [
    ...pill(left, border, middle.y, 'left'),
    ...pill(right, tileSheet.width - border, middle.y, 'right'),
    ...pill(above, middle.x, border, 'above'),
    ...pill(below, middle.x, tileArea.bottom, 'below'),
  ];
}

/** The letters and numbers of the first sheet. */
export function gridOn(
  { grid, placement, scene }: TileFacts,
  tile: Tile,
  onSheet: OnSheet,
): readonly Shape[] {
  const shapes: Shape[] = [];
  const cells = (axis: 'x' | 'y', count: number, cell: number) => {
    const toScene = (value: number) => (value - placement[axis]) / placement.zoom + scene[axis];
    return Array.from({ length: count }, (_, at) => {
      const start = Math.max(tile[axis].start, at === 0 ? scene[axis] : toScene(grid[axis] + at * cell));
      const end = Math.min(tile[axis].end, toScene(grid[axis] + (at + 1) * cell));
      return { at, start: onSheet(axis, start), end: onSheet(axis, end), isFirst: start <= tile[axis].start };
    }).filter(({ start, end }) => end - start > 12);
  };
  for (const { at, start, end, isFirst } of cells('x', grid.columns, grid.cellWidth)) {
    shapes.push(line((start + end) / 2, border - 8, `${at + 1}`, 'small-address', 't2', 'middle'));
    if (!isFirst)
      shapes.push({ type: 'path', d: `M${start} ${border - 8}V${border}`, stroke: 'line3', strokeWidth: 1 });
  }
  for (const { at, start, end, isFirst } of cells('y', grid.rows, grid.cellHeight)) {
    shapes.push(line(border - 14, (start + end) / 2 + 3.5, letterOf(at), 'small-address', 't2', 'middle'));
    if (!isFirst)
      shapes.push({ type: 'path', d: `M${border - 8} ${start}H${border}`, stroke: 'line3', strokeWidth: 1 });
  }
  return shapes;
}
