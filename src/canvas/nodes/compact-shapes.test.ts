import { describe, expect, it } from 'vitest';
import type { Shape } from '#drawing';
import { compactShapes, distantMarker, distantShapes, namedShapes } from './compact-shapes.ts';

const frame: Shape = { type: 'rect', x: 0, y: 0, width: 160, height: 46, fill: 'sunken' };
const tile: Shape = { type: 'rect', x: 7, y: 9, width: 28, height: 28, fill: 'compute-tint' };
const icon: Shape = { type: 'icon', icon: 'compute-instance', x: 14, y: 16, size: 14, paint: 'compute' };
const name: Shape = { type: 'text', x: 43, y: 20, text: 'ci-research', style: 'resource-name', fill: 't1' };

describe('namedShapes', () => {
  const drawn = { width: 160, height: 46, role: 'node' } as const;
  const fact: Shape = { type: 'text', x: 43, y: 34, text: 'Compute instance', style: 'fact', fill: 't2' };

  it('writes the name larger in the room of all words', () => {
    const [, , , large, ...rest] = namedShapes({ ...drawn, shapes: [frame, tile, icon, name, fact] });
    expect(large).toEqual({ ...name, y: 28.5, style: 'distant-name' });
    expect(rest).toEqual([]);
  });

  it('cuts what is too long for that, from the whole name', () => {
    const full = 'ci-research-of-the-claims-department';
    const [large] = namedShapes({ ...drawn, shapes: [{ ...name, text: 'ci-rese…artment', full }] });
    expect(large).toMatchObject({ full, text: expect.stringMatching(/^ci-.*[.…]+.*t$/) });
  });
});

describe('compactShapes', () => {
  it('keeps the frame and puts the grown tile in its middle, in the colour of its icon', () => {
    const shapes = compactShapes({ shapes: [frame, tile, icon, name], width: 160, height: 46 });
    expect(shapes).toEqual([frame, { ...tile, x: 62, y: 5, width: 36, height: 36, fill: 'compute' }]);
  });

  it('leaves alone what has no tile', () => {
    const shapes = [frame, name];
    expect(compactShapes({ shapes, width: 160, height: 46 })).toBe(shapes);
  });
});

describe('distantShapes', () => {
  it('keeps boxes and lines, and neither words nor icons', () => {
    const line: Shape = { type: 'path', d: 'M0 0h9', stroke: 't2' };
    expect(distantShapes([frame, icon, name, line])).toEqual([frame, line]);
  });
});

describe('distantMarker', () => {
  it('keeps the sign of a finding alone', () => {
    const ring: Shape = { type: 'circle', cx: 9, cy: 9, r: 11, fill: 'panel' };
    const sign: Shape = { type: 'circle', cx: 9, cy: 9, r: 9.5, fill: 'error' };
    expect(distantMarker([ring, sign, name])).toEqual([sign]);
  });
});
