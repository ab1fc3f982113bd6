import type { SceneEdge } from '#drawing';
import { type MergedPath, mergedPaths, type Piece, ringPath } from '../merged-paths.ts';

/** Edges as one path for each paint: the lines of all, then what lies on them, their cores and their ends. Nobody reads labels there. */
export function mergedEdges(edges: readonly SceneEdge[]): readonly MergedPath[] {
  const pieces: Piece[] = [];
  for (const { shapes } of edges)
    for (const [order, shape] of shapes.entries()) {
      if (shape.type !== 'path' && shape.type !== 'circle') continue;
      const { fill, stroke, strokeWidth, dash } = shape;
      const cap = shape.type === 'path' ? shape.cap : undefined;
      const d = shape.type === 'path' ? shape.d : ringPath(shape.cx, shape.cy, shape.r);
      pieces.push({ order, paint: { fill, stroke, strokeWidth, dash, cap }, d });
    }
  return mergedPaths(pieces);
}
