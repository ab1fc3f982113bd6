import { markerOfSum, type Shape } from '#drawing';
import { boxPath, type MergedPath, mergedPaths, type Piece, ringPath } from '../merged-paths.ts';
import { type FarSign, signSize } from './signs.ts';

function outlineOf(shape: Shape): string | undefined {
  switch (shape.type) {
    case 'rect':
      return boxPath(shape, shape.radius);
    case 'circle':
      return ringPath(shape.cx, shape.cy, shape.r);
    case 'path':
      return shape.d;
    default:
      return undefined;
  }
}

/** Signs as they are painted, so many times as large as these shapes say. */
interface PaintedSigns {
  readonly scale: number;
  readonly paths: readonly MergedPath[];
  readonly texts: readonly Shape[];
}

/** Signs as few shapes: a path for each paint, and their numbers. */
export function signPaths(signs: readonly FarSign[], unit: number): PaintedSigns {
  const scale = signSize * unit;
  const pieces: Piece[] = [];
  const texts: Shape[] = [];
  for (const { worst, more, x, y } of signs) {
    const { shapes } = markerOfSum(worst, more, x / scale, y / scale);
    for (const [order, shape] of shapes.entries()) {
      const d = outlineOf(shape);
      if (d === undefined || shape.type === 'text' || shape.type === 'icon') {
        texts.push(shape);
        continue;
      }
      const { fill, stroke, strokeWidth, dash } = shape;
      pieces.push({ order, paint: { fill, stroke, strokeWidth, dash }, d });
    }
  }
  return { scale, paths: mergedPaths(pieces), texts };
}
