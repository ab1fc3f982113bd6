import type { Shape } from '#drawing';
import { border } from './sheet-plan.ts';
import { line } from './sheet-text.ts';
import { foot, type TileFacts, tileArea, tileSheet } from './tile-facts.ts';
import { keyShapes, moved } from './tile-key.ts';
import type { Tile } from './tile-plan.ts';
import { groupedHash } from './title-block.ts';

/** Whose drawing, when, where its sheets lie, and which of them this is. */
export function footShapes(name: string, date: string, tile: Tile, facts: TileFacts): readonly Shape[] {
  const top = tileArea.bottom;
  const right = tileSheet.width - border;
  const key = keyShapes(facts, { width: 150, height: foot - 16 }, tile.sheet);
  const cells = [
    { x: right - 110, title: 'Sheet', value: `${tile.sheet} of ${facts.tiles.length + 1}` },
    { x: right - 290, title: 'Design hash, first 16 digits', value: groupedHash(facts.hash) },
    { x: right - 430, title: 'Date', value: date },
  ];
  const keyX = right - 430 - 24 - key.width;
  return [
    { type: 'path', d: `M${border} ${top}H${right}`, stroke: 'ink', strokeWidth: 1.4 },
    ...cells.flatMap(({ x, title, value }): readonly Shape[] => [
      { type: 'path', d: `M${x - 12} ${top}V${top + foot}`, stroke: 'line2', strokeWidth: 1 },
      line(x, top + 23, title, 'fact', 't2'),
      line(x, top + 42, value, 'section'),
    ]),
    ...key.shapes.map((shape) => moved(shape, keyX, top + (foot - key.height) / 2)),
    line(border + 14, top + 26, name, 'title'),
    line(
      border + 14,
      top + 45,
      'A part of sheet 1, whose letters and numbers run along the edge. Between a dotted line and the edge, two sheets show the same.',
      'fact',
      't2',
    ),
  ];
}
