import type { SceneEdge, Shape } from '#drawing';
import { type MergedPath, mergedPaths, type Piece, ringPath } from '../merged-paths.ts';

/** Edges as one path for each paint, and their labels. */
export interface MergedEdges {
  readonly paths: readonly MergedPath[];
  readonly labels: readonly Shape[];
}

/** The lines of all edges, then what lies on them: their cores and their ends. */
export function mergedEdges(edges: readonly SceneEdge[]): MergedEdges {
  const pieces: Piece[] = [];
  const labels: Shape[] = [];
  for (const { shapes } of edges)
    for (const [order, shape] of shapes.entries()) {
      if (shape.type !== 'path' && shape.type !== 'circle') {
        labels.push(shape);
        continue;
      }
      const { fill, stroke, strokeWidth, dash } = shape;
      const cap = shape.type === 'path' ? shape.cap : undefined;
      const d = shape.type === 'path' ? shape.d : ringPath(shape.cx, shape.cy, shape.r);
      pieces.push({ order, paint: { fill, stroke, strokeWidth, dash, cap }, d });
    }
  return { paths: mergedPaths(pieces), labels };
}
