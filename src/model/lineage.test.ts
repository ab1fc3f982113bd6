import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { design } from '#testing';
import {
  allResources,
  childrenOf,
  type Design,
  edits,
  findOfKind,
  question,
  type ResourceId,
  resourcesOfKind,
} from './index.ts';

const id = (text: string) => text as ResourceId;

const built = () =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('one', 'vnet', '10.0.1.0/24')
    .subnet('two', 'vnet', '10.0.2.0/24')
    .build();

/** A question that counts how often it was worked out. */
const counting = <V>(derive: (design: Design, key: string) => V) => {
  let count = 0;
  const ask = question((at, key: string) => {
    count += 1;
    return derive(at, key);
  });
  return { ask, count: () => count };
};

const prefixOf = (at: Design, key: string) => findOfKind(at, id(key), 'subnet')?.addressPrefixes[0];
const widened = (at: Design, subnet: string) =>
  edits.updateResource(at, id(subnet), 'subnet', { addressPrefixes: ['10.0.8.0/24'] });

describe('a question', () => {
  it('is worked out once for a design, whatever is drawn where', () => {
    const { ask, count } = counting(prefixOf);
    const before = built();
    ask(before, 'one');
    ask({ ...before, layout: {}, name: 'renamed' }, 'one');
    expect(count()).toBe(1);
  });

  it('keeps its answer over an edit of what it did not read', () => {
    const { ask, count } = counting(prefixOf);
    const before = built();
    ask(before, 'one');
    expect(ask(widened(before, 'two'), 'one')).toBe('10.0.1.0/24');
    expect(count()).toBe(1);
  });

  it('is worked out anew after an edit of what it read', () => {
    const { ask, count } = counting(prefixOf);
    const before = built();
    ask(before, 'one');
    expect(ask(widened(before, 'one'), 'one')).toBe('10.0.8.0/24');
    expect(count()).toBe(2);
  });

  it('notices that what did not exist was added', () => {
    const { ask } = counting(prefixOf);
    const before = edits.removeResource(built(), id('one'));
    expect(ask(before, 'one')).toBeUndefined();
    const added = edits.addResource(before, {
      id: id('one'),
      kind: 'subnet',
      name: 'one',
      parent: id('vnet'),
      addressPrefixes: ['10.0.9.0/24'],
    });
    expect(ask(added, 'one')).toBe('10.0.9.0/24');
  });

  it('notices an edit of one of a kind, of what lies in a container, and of anything at all', () => {
    const ofKind = counting((at) => resourcesOfKind(at, 'subnet').map((one) => one.addressPrefixes[0]));
    const inside = counting((at) => childrenOf(at, id('vnet')).map(({ name }) => name));
    const all = counting((at) => allResources(at).length);
    const before = built();
    const after = edits.removeResource(widened(before, 'two'), id('one'));
    for (const at of [before, after]) {
      ofKind.ask(at, '');
      inside.ask(at, '');
      all.ask(at, '');
    }
    expect(ofKind.ask(after, '')).toEqual(['10.0.8.0/24']);
    expect(inside.ask(after, '')).toEqual(['two']);
    expect(all.ask(after, '')).toBe(before.resources.length - 1);
  });

  it('is not worked out anew when an answer that it rests on comes out the same', () => {
    const region = counting((at, key) => findOfKind(at, id(key), 'virtual-network')?.parent);
    const told = counting((at, key) => ({ region: region.ask(at, key) }));
    const before = built();
    const first = told.ask(before, 'vnet');
    const after = edits.updateResource(before, id('vnet'), 'virtual-network', {
      addressPrefixes: ['10.0.0.0/8'],
    });
    expect(told.ask(after, 'vnet')).toBe(first);
    expect([region.count(), told.count()]).toEqual([2, 1]);
  });

  it('answers of an earlier design again, and of goals that were never asked about', () => {
    const goal = counting(({ goals }) => goals.workspace ?? 'not stated');
    const prefix = counting(prefixOf);
    const before = built();
    const after = widened(before, 'one');
    expect([before, after, before].map((at) => prefix.ask(at, 'one'))).toEqual([
      '10.0.1.0/24',
      '10.0.8.0/24',
      '10.0.1.0/24',
    ]);
    expect(goal.ask(before, '')).toBe('not stated');
    expect(goal.ask(edits.stateGoals(before, { workspace: 'public' }), '')).toBe('public');
  });

  it('may ask about another design while it is worked out', () => {
    const inner = counting(prefixOf);
    const outer = counting((at, key) => inner.ask(widened(at, key), key));
    const before = built();
    expect(outer.ask(before, 'one')).toBe('10.0.8.0/24');
    expect(inner.ask(before, 'one')).toBe('10.0.1.0/24');
    // The other design was made of this one: nothing of it is known to be unchanged.
    expect(outer.ask(edits.removeResource(before, id('two')), 'one')).toBe('10.0.8.0/24');
    expect(outer.count()).toBe(2);
  });

  it('that failed is asked again', () => {
    const fails = counting((at, key) => {
      const found = findOfKind(at, id(key), 'subnet');
      if (!found) throw new Error('no such subnet');
      return found.name;
    });
    const before = edits.removeResource(built(), id('one'));
    expect(() => fails.ask(before, 'one')).toThrow('no such subnet');
    expect(() => fails.ask(before, 'one')).toThrow('no such subnet');
    expect(fails.ask(built(), 'one')).toBe('one');
  });
});

const subnets = ['one', 'two', 'three', 'four'].map(id);
const prefixes = ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24'];

/** Questions that rest on each other, beside what they come to when nothing is kept. */
const plain = {
  prefix: (at: Design, key: string) => findOfKind(at, id(key), 'subnet')?.addressPrefixes[0] ?? 'none',
  twins: (at: Design, key: string): readonly string[] =>
    subnets.filter((one) => one !== key && plain.prefix(at, one) === plain.prefix(at, key)),
  summary: (at: Design, key: string): string =>
    at.resources.find(({ kind }) => kind === 'subnet')?.id === key
      ? plain.prefix(at, key)
      : plain.twins(at, key).join(),
} as const;

const keptPrefix = question(plain.prefix);
const keptTwins = question((at, key: string): readonly string[] =>
  subnets.filter((one) => one !== key && keptPrefix(at, one) === keptPrefix(at, key)),
);
const keptFirst = question((at, key: string) => resourcesOfKind(at, 'subnet')[0]?.id === key);
const keptSummary = question((at, key: string): string =>
  keptFirst(at, key) ? keptPrefix(at, key) : keptTwins(at, key).join(),
);

/** An edit, and what is asked after it: seldom everything. */
const turn = fc.record({
  subnet: fc.constantFrom(...subnets),
  prefix: fc.constantFrom(...prefixes, undefined),
  asked: fc.array(
    fc.tuple(
      fc.constantFrom<'prefix' | 'twins' | 'summary'>('prefix', 'twins', 'summary'),
      fc.constantFrom(...subnets),
    ),
    {
      maxLength: 2,
    },
  ),
});

function edited(at: Design, subnet: ResourceId, prefix: string | undefined): Design {
  if (prefix === undefined) return edits.removeResource(at, subnet);
  const addressPrefixes = [prefix];
  return findOfKind(at, subnet, 'subnet')
    ? edits.updateResource(at, subnet, 'subnet', { addressPrefixes })
    : edits.addResource(at, {
        id: subnet,
        kind: 'subnet',
        name: subnet,
        parent: id('vnet'),
        addressPrefixes,
      });
}

describe('over hundreds of edits', () => {
  it('an answer is what it would be if nothing had been kept, however long ago it was asked for', () => {
    const kept = { prefix: keptPrefix, twins: keptTwins, summary: keptSummary };
    fc.assert(
      fc.property(fc.array(turn, { minLength: 300, maxLength: 300 }), (turns) => {
        let at = built();
        for (const { subnet, prefix, asked } of turns) {
          at = edited(at, subnet, prefix);
          for (const [name, key] of asked) expect(kept[name](at, key)).toEqual(plain[name](at, key));
        }
      }),
      { numRuns: 40 },
    );
  });
});
