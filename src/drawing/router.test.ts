import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enters, overlap, pathOf, segmentsOf, simplified } from './geometry.ts';
import { type Obstacle, routerOf } from './router.ts';

/** Boxes in the cells of a grid, so that none overlap and there are gutters between them. */
const boxes = fc
  .uniqueArray(fc.record({ column: fc.nat(5), row: fc.nat(5) }), {
    minLength: 2,
    maxLength: 14,
    selector: ({ column, row }) => column * 10 + row,
  })
  .map((cells) =>
    cells.map(
      ({ column, row }, at): Obstacle => ({
        id: `${at}`,
        x: column * 200 + (row % 2) * 12,
        y: row * 110 + (column % 3) * 9,
        width: 150,
        height: 60,
        isContainer: false,
      }),
    ),
  );

describe('routerOf', () => {
  it('keeps clear of the borders of containers where there is room', () => {
    const from = { id: 'from', x: 0, y: 40, width: 100, height: 20, isContainer: true };
    const between = { id: 'between', x: 200, y: 0, width: 300, height: 100, isContainer: true };
    const to = { ...from, id: 'to', x: 600 };
    const related = new Set(['from', 'to']);
    const points = routerOf([from, between, to]).route({ from, to, related, clearance: 4 }) ?? [];
    expect(points.length).toBeGreaterThan(2);
    for (const { y } of points) expect(y < -9 || y > 109 || (y > 39 && y < 61)).toBe(true);
  });

  it('finds ways that touch nothing but their ends', () => {
    fc.assert(
      fc.property(boxes, (obstacles) => {
        const [from, to] = obstacles;
        if (!from || !to) return;
        const points = routerOf(obstacles).route({ from, to, related: new Set(['0', '1']), clearance: 4 });
        expect(points).toBeDefined();
        for (const [a, b] of segmentsOf(points ?? [])) {
          expect(a.x === b.x || a.y === b.y).toBe(true);
          for (const box of obstacles.slice(2)) expect(enters(a, b, box, 0)).toBe(false);
          expect(enters(a, b, from, -2)).toBe(false);
          expect(enters(a, b, to, -2)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('ends ways at the borders of their boxes, above and below clear of the corner that is to be spared', () => {
    const share = fc.double({ min: 0.3, max: 1, noNaN: true });
    fc.assert(
      fc.property(boxes, share, share, (obstacles, fromShare, toShare) => {
        const [from, to] = obstacles;
        if (!from || !to) return;
        const spared = (box: Obstacle, part: number) => ({ ...box, portWidth: box.width * part });
        const ends = [spared(from, fromShare), spared(to, toShare)] as const;
        const way = { from: ends[0], to: ends[1], related: new Set(['0', '1']), clearance: 4 };
        const points = routerOf(obstacles).route(way) ?? [];
        for (const [at, { x, y, width, height, portWidth }] of ends.entries()) {
          const end = points.at(at === 0 ? 0 : -1);
          const isAtSide = end?.x === x || end?.x === x + width;
          const isAboveOrBelow = end?.y === y || end?.y === y + height;
          expect(isAtSide || isAboveOrBelow).toBe(true);
          if (!isAtSide) expect(end?.x).toBeLessThanOrEqual(x + portWidth);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('goes straight where it can', () => {
    const from = { x: 0, y: 0, width: 100, height: 40 };
    const to = { x: 200, y: 10, width: 100, height: 40 };
    expect(routerOf([]).route({ from, to, related: new Set(), clearance: 4 })).toHaveLength(2);
  });

  it('draws a line through boxes rather than leaving out an edge that is walled in', () => {
    const from = { x: 0, y: 0, width: 100, height: 40 };
    const to = { x: 400, y: 0, width: 100, height: 40 };
    const wall = { isContainer: false };
    const walls: readonly Obstacle[] = [
      { ...wall, id: 'left', x: 110, y: -60, width: 20, height: 160 },
      { ...wall, id: 'above', x: -40, y: -60, width: 150, height: 50 },
      { ...wall, id: 'below', x: -40, y: 50, width: 150, height: 50 },
      { ...wall, id: 'behind', x: -60, y: -60, width: 50, height: 160 },
    ];
    expect(routerOf(walls).route({ from, to, related: new Set(), clearance: 4 })).toBeDefined();
  });

  it('draws the shortest line once a drawing has cost enough', () => {
    const from = { x: 0, y: 0, width: 100, height: 40 };
    const to = { x: 400, y: 0, width: 100, height: 40 };
    const between: Obstacle = { id: 'box', x: 200, y: -200, width: 50, height: 400, isContainer: false };
    const request = { from, to, related: new Set<string>(), clearance: 4 };
    const patient = routerOf([between]);
    const hasty = routerOf([between], -1);
    expect(patient.route(request)?.length).toBeGreaterThan(2);
    expect(hasty.route(request)).toHaveLength(2);
    expect(hasty.firstFree({ xs: [900], y: 900, width: 10, height: 10 }, new Set())).toBeUndefined();
  });

  it('says that there is no straight way rather than bending it', () => {
    const from = { x: 0, y: 0, width: 100, height: 40 };
    const to = { x: 200, y: 300, width: 100, height: 40 };
    const request = { from, to, related: new Set<string>(), clearance: 4, isStraightOnly: true };
    expect(routerOf([]).route(request)).toBeUndefined();
  });

  it('keeps two edges of different things apart', () => {
    const router = routerOf([]);
    const from = { x: 0, y: 0, width: 100, height: 200 };
    const to = { x: 200, y: 0, width: 100, height: 200 };
    const request = { from, to, related: new Set<string>(), clearance: 4 };
    const [one, other] = [router.route(request), router.route(request)];
    expect(Math.abs((one?.[0]?.y ?? 0) - (other?.[0]?.y ?? 0))).toBeGreaterThan(6);
  });
});

describe('geometry', () => {
  it('leaves out points between their neighbours', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 9, y: 0 },
      { x: 9, y: 4 },
    ];
    expect(simplified(points)).toEqual([points[0], points[2], points[3]]);
  });

  it('rounds corners no more than the legs allow', () => {
    expect(
      pathOf(
        [
          { x: 0, y: 0 },
          { x: 10, y: 0 },
          { x: 10, y: 4 },
        ],
        8,
      ),
    ).toBe('M0 0L8 0Q10 0 10 2L10 4');
  });

  it('does not take touching for overlapping', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlap(box, { ...box, x: 10 })).toBe(false);
    expect(overlap(box, { ...box, x: 9 })).toBe(true);
  });
});
