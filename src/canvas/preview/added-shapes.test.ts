import { expect, it } from 'vitest';
import type { Shape } from '#drawing';
import { addedShapes, litLine } from './added-shapes.ts';

const text = (words: string): Shape => ({
  type: 'text',
  x: 0,
  y: 0,
  text: words,
  style: 'marker',
  fill: 'error',
});
const textsOf = (shapes: readonly Shape[]) =>
  addedShapes(shapes).flatMap((shape) => (shape.type === 'text' ? [shape.text] : []));

it('says in place of the fault that the fix adds it', () => {
  expect(textsOf([text('blob'), text('Endpoint missing')])).toEqual(['blob', 'Added by the fix']);
});

it('leaves a badge its name, which is all that it has room for', () => {
  expect(textsOf([text('Routes')])).toEqual(['Routes']);
  expect(addedShapes([text('Routes')])).toMatchObject([{ fill: 'you' }]);
});

it('lights a line that a fix would draw, and not the ground of its signs', () => {
  const line: Shape = { type: 'path', d: 'M0 0V9', stroke: 't2', strokeWidth: 1.6 };
  const sign: Shape = { type: 'circle', cx: 0, cy: 9, r: 7, fill: 'canvas', stroke: 'error' };
  expect(litLine([line, sign])).toEqual([
    { ...line, stroke: 'you' },
    { ...sign, stroke: 'you' },
  ]);
});
