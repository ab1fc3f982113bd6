import fc from 'fast-check';
import '../../testing/fixed-seed.ts';
import { describe, expect, it } from 'vitest';
import { adapt, blueprints } from '#blueprints';
import { drawScene } from '#drawing';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import type { ExportInput } from '../exporter.ts';
import { htmlExporter } from '../html/html.ts';
import { drawSheets } from './sheet.ts';
import { tileRoom, tileSheet } from './tile-facts.ts';
import { planTiles, rangesOf } from './tile-plan.ts';

const today = '2026-11-26';

const inputOf = (id: string, workspaces: number): ExportInput => {
  const blueprint = blueprints.find((one) => one.id === id);
  const adapted = blueprint && adapt(blueprint, { workspaces, addressSpace: '10.0.0.0/16' });
  if (!adapted || !('design' in adapted)) throw new Error(`no ${id}`);
  const { design } = adapted;
  return { design, network: deriveNetwork(design), result: check(design, { today }), today };
};

const large = inputOf('recommended', 3);

describe('the ranges of an axis', () => {
  it('cover all of it, none larger than there is room for, whatever stands there', () => {
    const box = fc.record({
      start: fc.integer({ min: -500, max: 9000 }),
      size: fc.integer({ min: 1, max: 220 }),
      weight: fc.constantFrom(8, 100),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.array(box, { maxLength: 60 }), (length, boxes) => {
        const weighed = boxes.map(({ start, size, weight }) => ({ start, end: start + size, weight }));
        const ranges = rangesOf(-100, length - 100, 1000, weighed);
        expect(ranges[0]?.start).toBe(-100);
        expect(ranges.at(-1)?.end).toBe(length - 100);
        for (const [at, { start, end }] of ranges.entries()) {
          expect(end - start).toBeLessThanOrEqual(1000);
          expect(ranges[at + 1]?.start ?? start).toBeLessThanOrEqual(end);
        }
      }),
    );
  });

  it('are cut between boxes where that can be', () => {
    const boxes = [0, 600, 1200].map((start) => ({ start, end: start + 500, weight: 100 }));
    const [first, second] = rangesOf(0, 1700, 1200, boxes);
    expect(first?.end).toBeGreaterThan(1100);
    expect(second?.start).toBeLessThan(1200);
    expect(second?.start).toBeGreaterThan(1000);
  });
});

describe('a drawing that is too large for one A3', () => {
  const scene = drawScene(large);
  const tiles = planTiles(scene, tileRoom);

  it('shows every node whole on one of its sheets', () => {
    const cut = scene.items
      .filter(({ role }) => role === 'node' || role === 'ghost' || role === 'chip')
      .filter(
        (item) =>
          !tiles.some(
            ({ x, y }) =>
              item.x >= x.start &&
              item.x + item.width <= x.end &&
              item.y >= y.start &&
              item.y + item.height <= y.end,
          ),
      );
    expect(tiles.length).toBeGreaterThan(2);
    expect(cut.map(({ label }) => label)).toEqual([]);
  });

  it('has sheets whose smallest text is 2.5 mm high, with the first as a map of them', () => {
    const [first = '', ...parts] = drawSheets(large);
    expect(first).toContain(`>Larger on sheets 2 to ${parts.length + 1}<`);
    expect(first).toContain(`>1 of ${parts.length + 1}<`);
    const millimetres = Math.min(412 / tileSheet.width, 288 / tileSheet.height);
    for (const part of parts) {
      const sizes = [...part.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      expect(sizes.length).toBeGreaterThan(20);
      expect(Math.min(...sizes) * millimetres).toBeGreaterThanOrEqual(2.5);
      const [, width = 0, own = 0] = (
        /<svg x="[^"]*" y="[^"]*" width="([\d.]+)"[^>]*viewBox="\S+ \S+ ([\d.]+)/.exec(part) ?? []
      ).map(Number);
      expect(width / own).toBeGreaterThanOrEqual(1);
    }
  });

  it('names on each sheet those that it goes on at, and is named by them', () => {
    const [, ...parts] = drawSheets(large);
    const named = parts.map(
      (part) =>
        new Set(
          [...part.matchAll(/rx="11"[^>]*\/><path[^>]*\/><text[^>]*>(\d+)</g)].map(([, n]) => Number(n)),
        ),
    );
    for (const [at, neighbours] of named.entries()) {
      expect(neighbours.size).toBeGreaterThan(0);
      for (const sheet of neighbours) expect(named[sheet - 2]?.has(at + 2)).toBe(true);
    }
  });

  it('is printed in the report, the parts on pages of their own; one that fits is not taken apart', () => {
    const figures = (input: ExportInput) =>
      htmlExporter
        .export(input)
        .files.map(({ content }) => content.match(/<figure/g)?.length)
        .join();
    expect(figures(large)).toBe(`${tiles.length + 1}`);
    expect(figures(inputOf('recommended', 1))).toBe('1');
  });
});
