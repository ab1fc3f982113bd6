import { describe, expect, it } from 'vitest';
import type { Shape } from '#drawing';
import { compactShapes, distantMarker, distantShapes } from './compact-shapes.ts';

const frame: Shape = { type: 'rect', x: 0, y: 0, width: 160, height: 46, fill: 'sunken' };
const tile: Shape = { type: 'rect', x: 7, y: 9, width: 28, height: 28, fill: 'compute-tint' };
const icon: Shape = { type: 'icon', icon: 'compute-instance', x: 14, y: 16, size: 14, paint: 'compute' };
const name: Shape = { type: 'text', x: 43, y: 20, text: 'ci-research', style: 'resource-name', fill: 't1' };

describe('compactShapes', () => {
  it('keeps the frame and puts the grown tile in its middle, without words', () => {
    const shapes = compactShapes({ shapes: [frame, tile, icon, name], width: 160, height: 46 }, 'tile');
    expect(shapes).toEqual([
      frame,
      { ...tile, x: 62, y: 5, width: 36, height: 36 },
      { ...icon, x: 71, y: 14, size: 18 },
    ]);
  });

  it('fills the tile with its colour where an icon would be a speck', () => {
    const shapes = compactShapes({ shapes: [frame, tile, icon, name], width: 160, height: 46 }, 'colour');
    expect(shapes).toEqual([frame, { ...tile, x: 62, y: 5, width: 36, height: 36, fill: 'compute' }]);
  });

  it('leaves alone what has no tile', () => {
    const shapes = [frame, name];
    expect(compactShapes({ shapes, width: 160, height: 46 }, 'tile')).toBe(shapes);
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
