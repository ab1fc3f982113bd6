import { describe, expect, it } from 'vitest';
import { sideOf, topBeside } from './beside.ts';

const ground = { width: 900, height: 560 };
const at = (left: number, top = 200) => ({ left, top, width: 140, height: 300 });

describe('the place of a card beside what it speaks of', () => {
  it.each([
    ['after what stands at the left', 100, { left: 254, width: 440 }],
    ['before what stands at the right', 740, { left: 286, width: 440 }],
    ['narrower where even the wider side has less room than it would take', 400, { left: 14, width: 372 }],
  ])('is %s', (_, left, place) => {
    expect(sideOf(at(left), ground)).toEqual(place);
  });

  it('is none where either side is too narrow', () => {
    expect(sideOf({ left: 200, top: 0, width: 500, height: 400 }, ground)).toBeUndefined();
  });

  it('is level with it, below the tools and above the lower edge', () => {
    expect(topBeside(at(0, 200), 180, ground)).toBe(200);
    expect(topBeside(at(0, 10), 180, ground)).toBe(60);
    expect(topBeside(at(0, 500), 180, ground)).toBe(366);
  });
});
