import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSpot } from './free-spot.ts';

const room = { width: 1000, height: 600 };
const size = { width: 120, height: 30 };
const hand = { x: 480, y: 290, width: 40, height: 20 };

const isClear = (a: { x: number; y: number }, box: typeof hand) =>
  a.x >= box.x + box.width ||
  a.x + size.width <= box.x ||
  a.y >= box.y + box.height ||
  a.y + size.height <= box.y;

describe('freeSpot', () => {
  it('lies beside what it is about where that is to be seen', () => {
    const spot = freeSpot(size, hand, room, [{ ...hand, weight: 4 }]);
    expect(isClear(spot, hand)).toBe(true);
    expect(Math.hypot(spot.x + 60 - 500, spot.y + 15 - 300)).toBeLessThan(120);
  });

  it('goes where nothing is covered, if that is near', () => {
    const below = { x: 300, y: 310, width: 400, height: 200, weight: 1 };
    const spot = freeSpot(size, hand, room, [{ ...hand, weight: 4 }, below]);
    expect(spot.y + size.height).toBeLessThanOrEqual(310);
  });

  it('covers what matters least where something has to be covered', () => {
    const spot = freeSpot(size, hand, room, [
      { x: 0, y: 0, width: 1000, height: 290, weight: 8 },
      { x: 0, y: 290, width: 1000, height: 310, weight: 1 },
    ]);
    expect(spot.y).toBeGreaterThanOrEqual(280);
  });

  it('stays beside what it is about where it may not be far, whatever it covers there', () => {
    const crowd = { x: 200, y: 0, width: 800, height: 600, weight: 8 };
    const spot = freeSpot(size, hand, room, [{ ...hand, weight: 8 }, crowd], 16);
    expect(Math.hypot(spot.x + 60 - 500, spot.y + 15 - 300)).toBeLessThan(120);
    const outside = { ...hand, x: 1100 };
    expect(freeSpot(size, outside, room, [], 16).x).toBe(room.width - size.width - 12);
  });

  it('is in sight wherever the room is large enough', () => {
    const box = fc.record({
      x: fc.integer({ min: -300, max: 1100 }),
      y: fc.integer({ min: -300, max: 700 }),
      width: fc.integer({ min: 1, max: 500 }),
      height: fc.integer({ min: 1, max: 500 }),
    });
    const seen = fc.array(
      box.map((one) => ({ ...one, weight: 1 })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(box, seen, (near, others) => {
        const { x, y } = freeSpot(size, near, room, others);
        expect(x).toBeGreaterThanOrEqual(12);
        expect(y).toBeGreaterThanOrEqual(12);
        expect(x + size.width).toBeLessThanOrEqual(room.width - 12);
        expect(y + size.height).toBeLessThanOrEqual(room.height - 12);
      }),
    );
  });
});
