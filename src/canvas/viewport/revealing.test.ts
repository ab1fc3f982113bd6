import { describe, expect, it } from 'vitest';
import { revealing } from './revealing.ts';

const window = { width: 1000, height: 600 };
const before = { x: 0, y: 0, zoom: 1 };
const node = { x: 400, y: 300, width: 150, height: 44 };
const bars = [
  { x: 12, y: 12, width: 100, height: 40 },
  { x: 12, y: 440, width: 160, height: 148 },
];
const shown = (...frames: (typeof node)[]) => revealing(frames, window, before, bars);

describe('revealing', () => {
  it('leaves the view alone where one of several is seen, at the very edge too', () => {
    expect(shown({ ...node, x: 850 })).toBe(before);
    expect(shown({ ...node, y: 5000 }, node)).toBe(before);
    expect(shown()).toBe(before);
  });

  it('goes to the nearest of several', () => {
    expect(shown({ ...node, y: 5000 }, { ...node, x: 900 })).toEqual({ x: -74, y: 0, zoom: 1 });
  });

  it('moves what lies under a bar out from under it by the least', () => {
    expect(shown({ ...node, x: 100, y: 20 })).toEqual({ x: 24, y: 0, zoom: 1 });
    expect(shown({ ...node, x: 20, y: 40 })).toEqual({ x: 0, y: 24, zoom: 1 });
    expect(shown({ ...node, x: 20, y: 410 })).toEqual({ x: 0, y: -26, zoom: 1 });
  });

  it('shows what lay outside clear of the bars', () => {
    expect(shown({ ...node, x: -160, y: 500 })).toEqual({ x: 184, y: -116, zoom: 1 });
  });

  it('lets a bar lie over what is large, but for its beginning', () => {
    const container = { x: 100, y: 100, width: 700, height: 480 };
    expect(shown(container)).toBe(before);
    expect(shown({ ...container, x: 20, y: 30 })).toEqual({ x: 0, y: 34, zoom: 1 });
  });
});
