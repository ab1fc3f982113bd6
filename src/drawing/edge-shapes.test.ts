import { expect, it } from 'vitest';
import { labelPlace } from './edge-shapes.ts';
import { widthOf } from './text.ts';

const line = [
  { x: 0, y: 50 },
  { x: 100, y: 50 },
];
const text = '0.0.0.0/0';
const words = widthOf(text, 'small-address');

/** Room for so much and no more, anywhere. */
const roomFor =
  (most: number): Parameters<typeof labelPlace>[3] =>
  ({ xs: [x = 0], y, width, height }) =>
    width <= most ? { x, y, width, height } : undefined;

it.each([
  ['with room beside its words', 90, 12],
  ['without, where only they fit', words + 3, 2],
])('writes a label at a line %s', (_, room, more) => {
  expect(labelPlace(line, text, 'above', roomFor(room))?.width).toBeCloseTo(words + more);
});

it('writes none where its words do not fit', () => {
  expect(labelPlace(line, text, 'above', roomFor(words - 1))).toBeUndefined();
});
