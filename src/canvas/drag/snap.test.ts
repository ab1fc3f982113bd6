import { describe, expect, it } from 'vitest';
import { snap } from './snap.ts';

const box = (x: number, y: number, width = 100, height = 40) => ({ x, y, width, height });

describe('snap', () => {
  it('brings the nearest edge or middle into line, and draws the line over both', () => {
    expect(snap(box(204, 100), [box(200, 300)], 6)).toEqual({
      dx: -4,
      dy: 0,
      guides: [
        { axis: 'x', at: 200, from: 100, to: 340 },
        { axis: 'x', at: 300, from: 100, to: 340 },
      ],
    });
  });

  it('draws a line to the nearest thing on it, and not through those beyond', () => {
    const { guides } = snap(box(203, 100), [box(200, 900), box(200, 300)], 6);
    expect(guides.map(({ to }) => to)).toEqual([340, 340]);
  });

  it('lines up middles of different sizes', () => {
    const { dy, guides } = snap(box(400, 118, 100, 20), [box(0, 100, 100, 60)], 6);
    expect(dy).toBe(2);
    expect(guides).toEqual([{ axis: 'y', at: 130, from: 0, to: 500 }]);
  });

  it('leaves alone what is out of reach, or alone', () => {
    expect(snap(box(220, 100), [box(200, 300)], 6).guides).toEqual([]);
    expect(snap(box(220, 100), [], 6)).toMatchObject({ dx: 0, dy: 0 });
  });
});
