import { describe, expect, it } from 'vitest';
import type { Chip } from './chip.ts';
import { withGoing } from './internet-change.ts';
import type { InternetGroup } from './internet-groups.ts';

const chip = (id: string, state: Chip['state'] = 'open'): Chip => ({ id, text: id, state, label: id });
const group = (id: string, ...chips: readonly Chip[]): InternetGroup => ({
  id,
  title: id,
  chips,
  from: [],
  meaning: 'route',
});
const told = (groups: readonly InternetGroup[]) =>
  groups.map(({ id, chips }) => `${id}: ${chips.map((one) => `${one.id} ${one.state}`).join(', ')}`);

describe('the ways to the internet while a change is looked at', () => {
  it('are those after it, as they are then, and what goes stands where it stood', () => {
    const before = [group('firewall', chip('a'), chip('b'), chip('c', 'blocked'), chip('d'))];
    const after = [group('firewall', chip('a'), chip('c'), chip('d'), chip('e')), group('past', chip('b2'))];
    expect(told(withGoing(before, after))).toEqual([
      'firewall: a open, b open, c open, d open, e open',
      'past: b2 open',
    ]);
  });

  it('hold a way that goes as a whole', () => {
    expect(told(withGoing([group('past', chip('a'))], [group('firewall', chip('b'))]))).toEqual([
      'firewall: b open',
      'past: a open',
    ]);
  });

  it('have what is closed last, gone or new', () => {
    const [open, shut] = [group('in', chip('web')), group('in', chip('none', 'closed'))];
    expect(told(withGoing([open], [shut]))).toEqual(['in: web open, none closed']);
    expect(told(withGoing([shut], [open]))).toEqual(['in: web open, none closed']);
  });
});
