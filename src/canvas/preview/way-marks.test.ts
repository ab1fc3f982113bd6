import { expect, it } from 'vitest';
import type { InternetGroup } from '#drawing';
import { wayMarks } from './way-marks.ts';

type Chip = InternetGroup['chips'][number];

const chip = (id: string, state: Chip['state'] = 'open'): Chip => ({ id, text: id, state, label: id });
const group = (id: string, ...chips: readonly Chip[]): InternetGroup => ({
  id,
  title: id,
  chips,
  from: [],
  meaning: 'route',
});

it('marks chips and ways that come, go or become others, and leaves the rest alone', () => {
  const before = [group('firewall', chip('a'), chip('b', 'blocked'), chip('c')), group('none', chip('x'))];
  const after = [group('firewall', chip('a'), chip('b')), group('past', chip('d'))];
  const tones = Object.fromEntries([...wayMarks(before, after)].map(([id, { tone }]) => [id, tone]));
  expect(tones).toEqual({
    'chip:b': 'changed',
    'chip:c': 'removed',
    'chip:d': 'changed',
    'chip:x': 'removed',
    past: 'changed',
    none: 'removed',
  });
});
