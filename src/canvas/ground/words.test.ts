import { describe, expect, it } from 'vitest';
import type { Scene } from '#drawing';
import { endBefore, pathBehind, signsIn } from './words.ts';

const box = (x: number, y: number, width = 20, height = 20) => ({ x, y, width, height });

describe('pathBehind', () => {
  it('leaves out what lies in boxes, once where they overlap', () => {
    const path = pathBehind({ x: 0, y: 10 }, { x: 100, y: 10 }, [box(50, 0), box(20, 0), box(60, 5)]);
    expect(path).toBe('M0 10L20 10M40 10L50 10M80 10L100 10');
  });

  it('is whole where it touches nothing', () => {
    expect(pathBehind({ x: 0, y: 0 }, { x: 0, y: 100 }, [box(0, 20), box(40, 40)])).toBe('M0 0L0 100');
  });

  it('ends where its last box begins', () => {
    expect(pathBehind({ x: 0, y: 10 }, { x: 60, y: 10 }, [box(50, 0)])).toBe('M0 10L50 10');
  });
});

describe('endBefore', () => {
  it('stays at the border of what the line leads to', () => {
    expect(endBefore({ x: 0, y: 10 }, { x: 60, y: 10 }, box(50, 0))).toEqual({ x: 50, y: 10 });
  });
});

describe('signsIn', () => {
  it('has the markers of findings and the stops of what is closed, and no other ends of lines', () => {
    const circle = { type: 'circle', cx: 50, cy: 90, r: 7, fill: 'canvas' };
    const scene = {
      items: [{ x: 100, y: 100, markers: [{ x: 140, y: 2 }] }],
      edges: [
        { meaning: 'closed', shapes: [circle] },
        { meaning: 'private-link', shapes: [{ ...circle, r: 3 }] },
      ],
    } as unknown as Scene;
    expect(signsIn(scene)).toEqual([box(230, 92), box(43, 83, 14, 14)]);
  });
});
