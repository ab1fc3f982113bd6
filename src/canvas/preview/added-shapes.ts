import { repainted, type Shape, type Token } from '#drawing';

const paints: Readonly<Partial<Record<Token, Token>>> = {
  error: 'you',
  'error-dash': 'you',
  panel: 'you-tint',
};

/** What is missing as it looks while the fix that adds it is previewed: no longer a fault, not there yet. */
export const addedShapes = (shapes: readonly Shape[]): readonly Shape[] => {
  // A badge has only its name, which says what is added.
  const texts = shapes.filter((shape) => shape.type === 'text');
  const fact = texts.length > 1 ? texts.at(-1) : undefined;
  const told = shapes.map((shape) => (shape === fact ? { ...fact, text: 'Added by the fix' } : shape));
  return repainted(told, (paint) => paints[paint] ?? paint);
};

/** A badge that the fix which is previewed would add. */
export const litBadge = (shapes: readonly Shape[]): readonly Shape[] =>
  repainted(shapes, (paint) => (paint.endsWith('-tint') ? 'you-tint' : 'you')).map((shape, at) =>
    at === 0 && shape.type === 'rect' ? { ...shape, stroke: 'you', strokeWidth: 1, dash: '3 2.5' } : shape,
  );

const grounds: ReadonlySet<Token> = new Set<Token>(['canvas', 'panel']);

/** A line that the fix which is previewed would draw, or draw in another way. */
export const litLine = (shapes: readonly Shape[]): readonly Shape[] =>
  repainted(shapes, (paint) => (grounds.has(paint) ? paint : 'you'));
