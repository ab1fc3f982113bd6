import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, type Rect } from './geometry.ts';
import { planeOf } from './plane.ts';

const place = fc.integer({ min: -3000, max: 9000 });
const length = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60_000 }));
const rect: fc.Arbitrary<Rect> = fc.record({ x: place, y: place, width: length, height: length });

function filled(rects: readonly Rect[]) {
  const plane = planeOf<Rect>();
  for (const one of rects) plane.add(one, one);
  return plane;
}

describe('planeOf', () => {
  it('finds what looking at everything finds, in the same order, each once', () => {
    fc.assert(
      fc.property(fc.array(rect), rect, (rects, part) => {
        const near = filled(rects).near(part);
        expect(near.filter((one) => overlap(one, part))).toEqual(rects.filter((one) => overlap(one, part)));
        expect(new Set(near).size).toBe(near.length);
      }),
    );
  });

  it('forgets what was added last as if it had never been', () => {
    fc.assert(
      fc.property(fc.array(rect), fc.array(rect), fc.array(rect), rect, (first, undone, second, part) => {
        const plane = filled([...first, ...undone]);
        plane.cutTo(first.length);
        for (const one of second) plane.add(one, one);
        const anew = filled([...first, ...second]);
        expect(plane.size()).toBe(anew.size());
        expect(plane.all()).toEqual(anew.all());
        expect(plane.near(part)).toEqual(anew.near(part));
      }),
    );
  });

  it('leaves out what lies far away', () => {
    const [here, there] = [0, 4000].map((x) => ({ x, y: 0, width: 40, height: 20 }));
    if (here && there) expect(filled([here, there]).near(here)).toEqual([here]);
  });
});
