import { describe, expect, it } from 'vitest';
import type { SceneItem, Shape } from '#drawing';
import { openGroundOf } from './open-ground.ts';

const text = (y: number): Shape => ({ type: 'text', x: 10, y, text: 'name', style: 'fact', fill: 't1' });
const item = (more: Partial<SceneItem> & Pick<SceneItem, 'id'>): SceneItem => ({
  role: 'container',
  x: 100,
  y: 50,
  width: 300,
  height: 200,
  shapes: [],
  label: more.id,
  findings: [],
  markers: [],
  ...more,
});

describe('the open ground of an item', () => {
  it('leaves out what lies in it and the lines of its own text, and nothing twice', () => {
    const over = item({ id: 'region', shapes: [text(22), text(23), text(190)] });
    const inside = item({ id: 'network', parent: 'region', x: 120, y: 100, width: 80, height: 60 });
    const deeper = item({ id: 'subnet', parent: 'network', x: 130, y: 110, width: 20, height: 20 });
    expect(openGroundOf(over, [over, inside, deeper])).toBe(
      'path(evenodd, "M0 0h300v200h-300zM20 50h80v60h-80zM0 9h300v20h-300zM0 177h300v19h-300z")',
    );
  });

  it('leaves out the words of what holds nothing, and no more', () => {
    const node = item({ id: 'node', role: 'node', shapes: [text(20)] });
    expect(openGroundOf(node, [node])).toMatch(
      /^path\(evenodd, "M0 0h300v200h-300zM10 9h[\d.]+v15h-[\d.]+z"\)$/,
    );
  });
});
