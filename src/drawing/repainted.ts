import type { Token } from './palette.ts';
import type { Shape } from './scene.ts';

/** Shapes in other paints, each by the paint that it has. */
export const repainted = (shapes: readonly Shape[], paintOf: (paint: Token) => Token): readonly Shape[] =>
  shapes.map((shape) => {
    if (shape.type === 'icon') return { ...shape, paint: paintOf(shape.paint) };
    if (shape.type === 'text') return { ...shape, fill: paintOf(shape.fill) };
    return {
      ...shape,
      ...(shape.fill === undefined ? {} : { fill: paintOf(shape.fill) }),
      ...(shape.stroke === undefined ? {} : { stroke: paintOf(shape.stroke) }),
    };
  });
