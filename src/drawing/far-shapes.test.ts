import { describe, expect, it } from 'vitest';
import { farShapes } from './far-shapes.ts';
import type { Shape } from './scene.ts';

const frame: Shape = { type: 'rect', x: 0, y: 0, width: 160, height: 46, fill: 'sunken' };
const tile: Shape = { type: 'rect', x: 7, y: 9, width: 28, height: 28, fill: 'compute-tint' };
const icon: Shape = { type: 'icon', icon: 'compute-instance', x: 14, y: 16, size: 14, paint: 'compute' };
const name: Shape = { type: 'text', x: 43, y: 20, text: 'ci-research', style: 'resource-name', fill: 't1' };

describe('farShapes', () => {
  it('leaves of a node its frame and its icon, as high as there is room, told by more than its colour', () => {
    const [own, plane, sign, ...rest] = farShapes({
      shapes: [frame, tile, icon, name],
      height: 46,
      role: 'node',
    });
    expect(own).toEqual(frame);
    expect(plane).toMatchObject({ type: 'rect', height: 40, fill: 'compute' });
    expect(sign).toMatchObject({ type: 'icon', icon: 'compute-instance', size: 36, paint: 'on-solid' });
    expect(rest).toEqual([]);
  });

  it('leaves of a chip the sign of its state', () => {
    const tick: Shape = { type: 'icon', icon: 'check', x: 9, y: 6, size: 12, paint: 'passed' };
    const shapes = farShapes({ shapes: [frame, tick, name], height: 24, role: 'chip' });
    expect(shapes).toMatchObject([frame, { icon: 'check', x: 4, y: 1, size: 22, paint: 'passed' }]);
  });

  it('leaves of a container its box', () => {
    expect(farShapes({ shapes: [frame, icon, name], height: 200, role: 'container' })).toEqual([frame]);
  });
});
