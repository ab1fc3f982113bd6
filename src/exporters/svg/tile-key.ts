import type { Scene, Shape } from '#drawing';
import type { Block } from './block.ts';
import { line } from './sheet-text.ts';
import type { Tile } from './tile-plan.ts';

interface Sheets {
  readonly scene: Scene;
  readonly tiles: readonly Tile[];
}

/** A map of the sheets; the one that it is on is filled. */
export function keyShapes(
  { scene, tiles }: Sheets,
  most: { readonly width: number; readonly height: number },
  current?: number,
): { readonly shapes: readonly Shape[]; readonly width: number; readonly height: number } {
  const scale = Math.min(most.width / scene.width, most.height / scene.height);
  const shapes = tiles.flatMap(({ sheet, x, y }): readonly Shape[] => {
    const box = {
      x: (x.start - scene.x) * scale,
      y: (y.start - scene.y) * scale,
      width: (x.end - x.start) * scale,
      height: (y.end - y.start) * scale,
    };
    const isCurrent = sheet === current;
    const hasRoom = box.width >= 14 && box.height >= 12;
    return [
      {
        type: 'rect',
        ...box,
        radius: 2,
        fill: isCurrent ? 'ink' : 'canvas',
        stroke: 'line3',
        strokeWidth: 1,
      },
      ...(hasRoom
        ? [
            line(
              box.x + box.width / 2,
              box.y + box.height / 2 + 3.8,
              `${sheet}`,
              'marker',
              isCurrent ? 'on-ink' : 't2',
              'middle',
            ),
          ]
        : []),
    ];
  });
  return { shapes, width: scene.width * scale, height: scene.height * scale };
}

/** A plain shape at another place; paths stay. */
export const moved = (shape: Shape, x: number, y: number): Shape =>
  shape.type === 'rect' || shape.type === 'text' ? { ...shape, x: shape.x + x, y: shape.y + y } : shape;

/** Of the first sheet's column: where the others lie. */
export function sheetsBlock(facts: Sheets, width: number): Block {
  const key = keyShapes(facts, { width: Math.min(220, width), height: 170 });
  const count = facts.tiles.length;
  return {
    height: key.height + 62,
    shapes: [
      line(0, 26, count === 1 ? 'Larger on sheet 2' : `Larger on sheets 2 to ${count + 1}`, 'section'),
      ...key.shapes.map((shape) => moved(shape, 0.5, 40)),
    ],
  };
}
