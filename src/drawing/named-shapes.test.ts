import { describe, expect, it } from 'vitest';
import { levelAt } from './levels.ts';
import { namedShapes } from './named-shapes.ts';
import type { Shape } from './scene.ts';

const frame: Shape = { type: 'rect', x: 0.5, y: 0.5, width: 160, height: 45, fill: 'sunken' };
const tile: Shape = { type: 'rect', x: 7, y: 9, width: 28, height: 28, fill: 'compute-tint' };
const icon: Shape = { type: 'icon', icon: 'compute-instance', x: 14, y: 16, size: 14, paint: 'compute' };
const name: Shape = {
  type: 'text',
  x: 43,
  y: 20,
  text: 'ci-…-12',
  full: 'ci-research-12',
  style: 'resource-name',
  fill: 't1',
};
const fact: Shape = { type: 'text', x: 43, y: 34, text: 'Compute instance', style: 'fact', fill: 't2' };

const seen = { unit: 2, beside: 'ci-research-12\nci-research-13', forSign: 0 };
const node = { width: 210, height: 46, role: 'node', shapes: [frame, tile, icon, name, fact] } as const;

describe('namedShapes', () => {
  it('writes the name of a node, whole where it fits, in the room of all words', () => {
    const [, , , large, ...rest] = namedShapes(node, { ...seen, unit: 1.5 });
    expect(large).toMatchObject({ text: 'ci-research-12', style: 'distant-name' });
    expect(rest).toEqual([]);
  });

  it('writes what tells it from what stands with it where it does not, and less beside a sign', () => {
    const written = (forSign: number) =>
      namedShapes({ ...node, width: 150 }, { ...seen, forSign }).flatMap((shape) =>
        shape.type === 'text' ? [shape.text] : [],
      );
    expect(written(0)).toEqual(['…12']);
    expect(written(90)).toEqual([]);
  });

  it('leaves the mark of a chip and of a badge, larger, and no words', () => {
    const words: Shape = { type: 'text', x: 21, y: 14, text: 'NSG', style: 'badge', fill: 'security' };
    const badge: Shape = { ...frame, x: 0, y: 0, width: 52, height: 20 };
    const mark: Shape = { type: 'icon', icon: 'security-group', x: 5, y: 4, size: 12, paint: 'security' };
    const shapes = namedShapes({ shapes: [badge, mark, words], width: 52, height: 20, role: 'badge' }, seen);
    expect(shapes).toMatchObject([{ width: 22 }, { icon: 'security-group', size: 18 }]);
  });

  it('writes as much of a note as has room, and says that there is more', () => {
    const text = (words: string, at: number): Shape => ({
      type: 'text',
      x: 10,
      y: 20 + 16 * at,
      text: words,
      style: 'note',
      fill: 't1',
    });
    const note = [
      'Ask the platform team',
      'whether the firewall',
      'of the hub may be',
      'used by other spokes',
    ].map(text);
    const lines = namedShapes({ shapes: [frame, ...note], width: 150, height: 80, role: 'note' }, seen).slice(
      1,
    );
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)).toMatchObject({ text: expect.stringMatching(/ …$/), style: 'distant-words' });
  });
});

describe('levelAt', () => {
  it('has nothing smaller on the screen than it is to be, and no step for a pixel', () => {
    for (let zoom = 0.12; zoom < 3; zoom += 0.01) {
      const { detail, unit, from } = levelAt(zoom);
      expect(zoom).toBeGreaterThanOrEqual(from);
      if (detail !== 'full') {
        expect(unit * zoom).toBeGreaterThanOrEqual(1);
        expect(unit * zoom).toBeLessThan(1.35);
      }
      expect(levelAt(zoom)).toBe(levelAt(zoom));
    }
  });
});
