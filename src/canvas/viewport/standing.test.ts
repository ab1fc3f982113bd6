import { describe, expect, it } from 'vitest';
import type { Scene, SceneItem } from '#drawing';
import type { Frame } from './fitting.ts';
import { standingBeside } from './standing.ts';

const window = { width: 1000, height: 600 };
const asItIs = { x: 0, y: 0, zoom: 1 };

const node = (of: Frame) => ({ ...of, id: `${of.x} ${of.y}`, role: 'node' }) as SceneItem;
const region = (of: Frame) => ({ ...of, id: 'region', role: 'container' }) as SceneItem;
const standing = (items: readonly SceneItem[], rows = 5, points: readonly { x: number; y: number }[] = []) =>
  standingBeside({ items, edges: [{ points }] } as unknown as Scene, rows)(window, asItIs);

const small = node({ x: 20, y: 20, width: 100, height: 40 });
const outside = node({ x: -300, y: 20, width: 100, height: 40 });

describe('standingBeside', () => {
  it('has the legend where the corner is bare, and the overview where something is out of sight', () => {
    expect(standing([small])).toBe('legend');
    expect(standing([small, outside])).toBe('legend overview');
    expect(standing([small, outside], 0)).toBe('overview');
  });

  it('has neither over a thing or a line', () => {
    const there = node({ x: 900, y: 500, width: 40, height: 40 });
    expect(standing([there])).toBe('');
    expect(standing([there, outside])).toBe('asked');
    const across = [
      { x: 0, y: 550 },
      { x: 1000, y: 550 },
    ];
    expect(standing([small], 5, across)).toBe('');
  });

  it('has them beside what lies farther out than the corner', () => {
    expect(standing([small, node({ x: 1200, y: 900, width: 40, height: 40 })])).toBe('legend overview');
  });

  it('has them on a region, but not on its border', () => {
    expect(standing([region({ x: -50, y: -50, width: 2000, height: 2000 })])).toBe('legend overview');
    expect(standing([region({ x: 10, y: 10, width: 900, height: 580 })])).toBe('');
  });

  it('has the legend rather than the overview where there is room for one', () => {
    const above = node({ x: 900, y: 380, width: 40, height: 40 });
    expect(standing([above, outside])).toBe('legend asked');
    expect(standing([above, outside], 12)).toBe('overview');
  });
});
