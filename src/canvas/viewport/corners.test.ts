import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornersOf } from './corners.ts';

const box = fc.record({
  x: fc.integer({ min: -20, max: 20 }),
  y: fc.integer({ min: -20, max: 20 }),
  width: fc.nat(10),
  height: fc.nat(10),
});

describe('cornersOf', () => {
  it('keeps of each row of boxes the one that reaches farthest', () => {
    const boxes = [
      { x: 0, y: 0, width: 10, height: 40 },
      { x: 0, y: 0, width: 30, height: 10 },
      { x: 5, y: 5, width: 4, height: 4 },
    ];
    expect(cornersOf(boxes)).toEqual([
      { x: 30, y: 10 },
      { x: 10, y: 40 },
    ]);
  });

  it('answers whether any box reaches beyond a point as all boxes do', () => {
    fc.assert(
      fc.property(fc.array(box), box, (boxes, { x, y }) => {
        const byAll = boxes.some((one) => one.x + one.width > x && one.y + one.height > y);
        expect(cornersOf(boxes).some((one) => one.x > x && one.y > y)).toBe(byAll);
      }),
    );
  });
});
