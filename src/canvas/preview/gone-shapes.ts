import type { Shape, Token } from '#drawing';

/** Signs of what a thing does, which it would do no longer. */
const states: ReadonlySet<string> = new Set(['check', 'blocked', 'unknown', 'plus']);

const grounds: ReadonlySet<Token> = new Set<Token>(['canvas', 'panel', 'sunken']);

const faint = (paint: Token): Token => (grounds.has(paint) ? paint : 'panel');

/** What a fix takes away as it looks while that is previewed: quiet, a minus for its state, its words struck through. */
export const goneShapes = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.map((shape) => {
    if (shape.type === 'icon')
      return { ...shape, icon: states.has(shape.icon) ? 'minus' : shape.icon, paint: 't2' };
    if (shape.type === 'text') return { ...shape, fill: 't2' };
    const { dash: _, ...whole } = shape;
    return {
      ...whole,
      ...(shape.fill === undefined ? {} : { fill: faint(shape.fill) }),
      ...(shape.stroke === undefined ? {} : { stroke: 'line3' }),
    };
  });
