import type { SceneItem, Shape } from '#drawing';
import { boxPath, type MergedPath, mergedPaths, movedPath, type Piece, ringPath } from '../merged-paths.ts';
import { distantMarker } from './compact-shapes.ts';

function outlineOf(shape: Shape, by: { readonly x: number; readonly y: number }): string | undefined {
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

/** The signs of findings as they are seen from far away, each where its marker is; the worst of an item above its others. */
export function signPaths(
  items: Iterable<SceneItem>,
  isWanted: (id: string) => boolean,
): readonly MergedPath[] {
  const pieces: Piece[] = [];
  for (const item of items)
    for (const [at, { shapes }] of isWanted(item.id) ? item.markers.entries() : [])
      for (const shape of distantMarker(shapes)) {
        const d = outlineOf(shape, item);
        if (d === undefined || shape.type === 'text' || shape.type === 'icon') continue;
        const { fill, stroke, strokeWidth, dash } = shape;
        pieces.push({ order: at - item.markers.length, paint: { fill, stroke, strokeWidth, dash }, d });
      }
  return mergedPaths(pieces);
}
