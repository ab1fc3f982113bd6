import { describe, expect, it } from 'vitest';
import { placeNear } from './note-place.ts';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('a free place near a box', () => {
  it('is the box itself where nothing lies there', () =>
    expect(placeNear(box(0, 0, 100, 40), [box(200, 0, 50, 50)])).toEqual(box(0, 0, 100, 40)));

  it('is the nearest one that covers nothing', () =>
    expect(placeNear(box(0, 0, 100, 40), [box(-400, -20, 800, 80)])).toEqual(box(0, -80, 100, 40)));

  it('is the box itself where all around it is taken', () =>
    expect(placeNear(box(0, 0, 100, 40), [box(-2000, -2000, 4000, 4000)])).toEqual(box(0, 0, 100, 40)));
});
