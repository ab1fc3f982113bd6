import { describe, expect, it } from 'vitest';
import { fuzzyScore } from './fuzzy.ts';

const best = (query: string, ...texts: string[]) =>
  texts
    .map((text) => [text, fuzzyScore(query, text)] as const)
    .filter((one): one is readonly [string, number] => one[1] !== undefined)
    .sort(([, one], [, other]) => other - one)
    .map(([text]) => text);

describe('fuzzy search', () => {
  it('finds words in any order, and puts beginnings first', () =>
    expect(best('net virt', 'Add virtual network', 'Virtual network', 'Network')).toEqual([
      'Virtual network',
      'Add virtual network',
    ]));

  it('finds letters in order', () =>
    expect(best('nsgtr', 'nsg-training', 'snet-training')).toEqual(['nsg-training']));

  it('takes the shorter of two that fit alike', () =>
    expect(best('snet', 'snet-training', 'snet-a')).toEqual(['snet-a', 'snet-training']));

  it('finds nothing by letters strewn over a long text', () =>
    expect(best('vnt', 'Save the design as a file with its notes')).toEqual([]));

  it('finds everything by nothing', () => expect(best('', 'b', 'a')).toEqual(['b', 'a']));
});
