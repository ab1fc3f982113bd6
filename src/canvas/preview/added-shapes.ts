import type { Shape, Token } from '#drawing';

const paints: Readonly<Partial<Record<Token, Token>>> = {
  error: 'you',
  'error-dash': 'you',
  panel: 'you-tint',
};

const painted = (paint: Token): Token => paints[paint] ?? paint;

/** What is missing as it looks while the fix that adds it is previewed: no longer a fault, not there yet. */
export const addedShapes = (shapes: readonly Shape[]): readonly Shape[] => {
  // A badge has only its name, which says what is added.
  const texts = shapes.filter((shape) => shape.type === 'text');
  const fact = texts.length > 1 ? texts.at(-1) : undefined;
  return shapes.map((shape) => {
    if (shape.type === 'icon') return { ...shape, paint: painted(shape.paint) };
    if (shape.type === 'text')
      return {
        ...shape,
        fill: painted(shape.fill),
        ...(shape === fact ? { text: 'Added by the fix' } : {}),
      };
    return {
      ...shape,
      ...(shape.fill === undefined ? {} : { fill: painted(shape.fill) }),
      ...(shape.stroke === undefined ? {} : { stroke: painted(shape.stroke) }),
    };
  });
};

const grounds: ReadonlySet<Token> = new Set<Token>(['canvas', 'panel']);

const lit = (paint: Token): Token => (grounds.has(paint) ? paint : 'you');

/** A line that the fix which is previewed would draw, or draw in another way. */
export const litLine = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.map((shape) => {
    if (shape.type === 'icon') return { ...shape, paint: lit(shape.paint) };
    if (shape.type === 'text') return { ...shape, fill: lit(shape.fill) };
    return {
      ...shape,
      ...(shape.fill === undefined ? {} : { fill: lit(shape.fill) }),
      ...(shape.stroke === undefined ? {} : { stroke: lit(shape.stroke) }),
    };
  });
