import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Design, edits } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { drawingMemory, drawScene } from './draw-scene.ts';
import { recallingRouter } from './recalling-router.ts';
import type { RouteRequest } from './router.ts';

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 40, height: 20, isContainer: false });
const known = [box('a', 0, 0), box('b', 200, 0), box('c', 100, -10), box('d', 200, 90)];
const way = (from: string, to: string): RouteRequest => {
  const [one, other] = [from, to].map((id) => known.find((each) => each.id === id));
  if (!one || !other) throw new Error('There is no such box');
  return { from: one, to: other, related: new Set([from, to]), clearance: 4 };
};

describe('recallingRouter', () => {
  it('answers a question that it was asked before with the same object', () => {
    const memory = {};
    const first = recallingRouter(known, memory).route(way('a', 'b'));
    expect(first).toBeDefined();
    expect(recallingRouter([...known], memory).route(way('a', 'b'))).toBe(first);
  });

  it('begins anew where a box stands elsewhere', () => {
    const memory = {};
    recallingRouter(known, memory).route(way('a', 'b'));
    const moved = known.map((each) => (each.id === 'c' ? box('c', 100, 300) : each));
    const again = recallingRouter(moved, memory).route(way('a', 'b'));
    expect(again).toEqual(recallingRouter(moved, {}).route(way('a', 'b')));
    expect(again).not.toEqual(recallingRouter(known, {}).route(way('a', 'b')));
  });

  it('answers any questions after any others as one that has heard nothing', () => {
    const question = fc.record({
      kind: fc.constantFrom('way', 'free', 'avoid'),
      from: fc.constantFrom('a', 'b', 'c', 'd'),
      to: fc.constantFrom('a', 'b', 'c', 'd'),
      x: fc.integer({ min: 0, max: 200 }),
    });
    const askAll = (
      router: ReturnType<typeof recallingRouter>,
      asked: readonly { kind: string; from: string; to: string; x: number }[],
    ) =>
      asked.map(({ kind, from, to, x }) => {
        if (kind === 'free')
          return router.firstFree({ xs: [x, x + 60], y: 40, width: 100, height: 40 }, new Set());
        if (kind === 'avoid') return router.avoid(box(`label ${x}`, x, 40));
        return from === to ? undefined : router.route(way(from, to));
      });
    fc.assert(
      fc.property(
        fc.array(fc.array(question, { maxLength: 6 }), { minLength: 2, maxLength: 5 }),
        (rounds) => {
          const memory = {};
          for (const round of rounds)
            expect(askAll(recallingRouter(known, memory), round)).toEqual(
              askAll(recallingRouter(known, {}), round),
            );
        },
      ),
    );
  });

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'draws %s after edits as one that has drawn nothing',
    (_, build) => {
      const design = build();
      const [first] = design.resources.filter(({ kind }) => kind === 'private-endpoint');
      const without = first ? edits.removeResource(design, first.id) : design;
      const renamed: Design = {
        ...design,
        resources: design.resources.map((each) =>
          each.id === first?.id ? { ...each, name: `${each.name}-2` } : each,
        ),
      };
      const memory = drawingMemory();
      for (const [one, isJudged] of [
        [design, false],
        [design, true],
        [renamed, true],
        [without, false],
        [without, true],
        [design, true],
      ] as const) {
        const input = {
          design: one,
          network: deriveNetwork(one),
          ...(isJudged ? { result: check(one, { today: '2026-11-23' }) } : {}),
        };
        expect(drawScene({ ...input, memory })).toEqual(drawScene(input));
      }
    },
  );
});
