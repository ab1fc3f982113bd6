import { describe, expect, it } from 'vitest';
import type { Scene, SceneItem } from '#drawing';
import type { Frame, Window } from './fitting.ts';
import { standingBeside } from './standing.ts';

const window = { width: 1000, height: 600 };
const asItIs = { x: 0, y: 0, zoom: 1 };

const node = (of: Frame) => ({ ...of, id: `${of.x} ${of.y}`, role: 'node' }) as SceneItem;
const region = (of: Frame) => ({ ...of, id: 'region', role: 'container' }) as SceneItem;
const standing = (
  items: readonly SceneItem[],
  rows = 5,
  points: readonly { x: number; y: number }[] = [],
  seenIn: Window = window,
) => standingBeside({ items, edges: [{ points }] } as unknown as Scene, rows)(seenIn, asItIs);

const small = node({ x: 20, y: 20, width: 100, height: 40 });
const outside = node({ x: -300, y: 20, width: 100, height: 40 });

describe('standingBeside', () => {
  it('has the legend where its corner is bare, and the overview where something is out of sight', () => {
    expect(standing([small])).toBe('legend');
    expect(standing([small, outside])).toBe('legend overview');
    expect(standing([small, outside], 0)).toBe('overview');
  });

  it('has neither over a thing or a line', () => {
    const right = node({ x: 900, y: 500, width: 40, height: 40 });
    const left = node({ x: 60, y: 500, width: 40, height: 40 });
    expect(standing([right])).toBe('');
    expect(standing([right, outside])).toBe('overview');
    expect(standing([left, outside])).toBe('legend asked');
    expect(standing([left, right, outside])).toBe('asked');
    const across = [
      { x: 0, y: 550 },
      { x: 1000, y: 550 },
    ];
    expect(standing([small], 5, across)).toBe('');
  });

  it('has them beside what lies farther out than their corners', () => {
    const beyond = [1200, -500].map((x) => node({ x, y: 900, width: 40, height: 40 }));
    expect(standing([small, ...beyond])).toBe('legend overview');
  });

  it('has them on a region, but not on its border', () => {
    expect(standing([region({ x: -50, y: -50, width: 2000, height: 2000 })])).toBe('legend overview');
    expect(standing([region({ x: 10, y: 10, width: 900, height: 580 })])).toBe('');
  });

  it('has them clear of what lies over the canvas, and never one over the other', () => {
    const there = node({ x: 60, y: 500, width: 40, height: 40 });
    expect(standing([there, outside], 5, [], { ...window, left: 240 })).toBe('legend overview');
    expect(standing([small, outside], 5, [], { ...window, width: 340 })).toBe('legend asked');
  });
});
