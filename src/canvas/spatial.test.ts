import { describe, expect, it } from 'vitest';
import type { SceneItem } from '#drawing';
import { neighbourOf } from './spatial.ts';

const at = (id: string, x: number, y: number): SceneItem => ({
  id,
  role: 'node',
  x,
  y,
  width: 100,
  height: 40,
  shapes: [],
  label: id,
  findings: [],
  markers: [],
});

const middle = at('middle', 200, 200);
const around = [
  middle,
  at('left', 0, 200),
  at('far-left', -200, 200),
  at('right', 400, 210),
  at('up', 200, 100),
];

describe('neighbourOf', () => {
  it('finds the nearest item in each direction', () => {
    expect(neighbourOf(around, middle, 'left')?.id).toBe('left');
    expect(neighbourOf(around, middle, 'right')?.id).toBe('right');
    expect(neighbourOf(around, middle, 'up')?.id).toBe('up');
  });

  it('finds nothing where nothing lies', () => {
    expect(neighbourOf(around.slice(0, 3), middle, 'right')).toBeUndefined();
  });

  it('prefers what is straight ahead to what is nearer but aside', () => {
    const items = [middle, at('ahead', 500, 200), at('aside', 330, 400)];
    expect(neighbourOf(items, middle, 'right')?.id).toBe('ahead');
  });
});
