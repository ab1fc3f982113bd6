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

  describe('in containers', () => {
    const inside = (
      id: string,
      parent: string,
      x: number,
      y: number,
      width = 100,
      height = 40,
    ): SceneItem => ({
      ...at(id, x, y),
      parent,
      width,
      height,
    });
    const items: readonly SceneItem[] = [
      { ...at('region', 0, 0), width: 1000, height: 600 },
      inside('hub', 'region', 20, 20, 300, 400),
      inside('firewall', 'hub', 40, 60),
      inside('jump', 'hub', 40, 300),
      inside('spoke', 'region', 400, 20, 300, 400),
      inside('chip', 'spoke', 420, 180, 20, 20),
      inside('training', 'spoke', 420, 260),
      { ...at('zones', 1100, 0), width: 200, height: 400 },
      inside('first-zone', 'zones', 1110, 20),
      inside('second-zone', 'zones', 1110, 200),
    ];
    const named = (id: string) => items.find((item) => item.id === id) ?? at(id, 0, 0);
    const isNoCard = ({ id }: SceneItem) => id !== 'zones';
    it.each([
      ['from a network to the one beside it, whatever lies nearer in it', 'hub', 'right', 'spoke'],
      ['from a network to none below it, not to its region', 'spoke', 'down', undefined],
      ['within a network', 'firewall', 'down', 'jump'],
      ['from the edge of a network to the network beside it', 'firewall', 'right', 'spoke'],
      ['from the last of a region into a card that has no focus itself', 'training', 'right', 'second-zone'],
      ['from the top of a card to what lies before the card', 'first-zone', 'left', 'region'],
    ] as const)('an arrow leads %s', (_, from, direction, to) => {
      expect(neighbourOf(items, named(from), direction, isNoCard)?.id).toBe(to);
    });
  });
});
