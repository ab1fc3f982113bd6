import type { Point, SceneItem, Shape } from '#drawing';
import { boxPath, type MergedPath, mergedPaths, movedPath, type Piece, ringPath } from '../merged-paths.ts';
import { distantMarker } from './compact-shapes.ts';

function outlineOf(shape: Shape, by: Point): string | undefined {
  switch (shape.type) {
    case 'rect':
      return boxPath({ ...shape, x: shape.x + by.x, y: shape.y + by.y }, shape.radius);
    case 'circle':
      return ringPath(shape.cx + by.x, shape.cy + by.y, shape.r);
    case 'path':
      return movedPath(shape.d, by);
    default:
      return undefined;
  }
}

/** Above the foot of a subnet, where its bar is. */
const aboveFoot = 14;

/**
 * Where the signs of an item are seen from far away, by the corner of its markers: those of a subnet at its foot, since
 * the name of its network is so large then that it reaches over their headers.
 */
export function signsFrom({ x, y, height, shapes, markers: [first] }: SceneItem): Point {
  const isSubnet = shapes.some((shape) => shape.type === 'text' && shape.style === 'subnet-name');
  return isSubnet && first ? { x, y: y + height - aboveFoot - first.y } : { x, y };
}

/** The signs of findings as they are seen from far away; the worst of an item above its others. */
export function signPaths(
  items: Iterable<SceneItem>,
  isWanted: (id: string) => boolean,
): readonly MergedPath[] {
  const pieces: Piece[] = [];
  for (const item of items) {
    if (item.markers.length === 0 || !isWanted(item.id)) continue;
    const from = signsFrom(item);
    for (const [at, { shapes }] of item.markers.entries())
      for (const shape of distantMarker(shapes)) {
        const d = outlineOf(shape, from);
        if (d === undefined || shape.type === 'text' || shape.type === 'icon') continue;
        const { fill, stroke, strokeWidth, dash } = shape;
        pieces.push({ order: -at, paint: { fill, stroke, strokeWidth, dash }, d });
      }
  }
  return mergedPaths(pieces);
}
