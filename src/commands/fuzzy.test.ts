import { describe, expect, it } from 'vitest';
import { fuzzyScore, lettersFound } from './fuzzy.ts';

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

  it('finds no letters from the middle of a word on', () =>
    expect(best('sub', 'Go to pip-bas-hub Public IP address', 'Add: Subnet')).toEqual(['Add: Subnet']));

  it('knows by which letters it found', () => {
    const marked = (query: string, text: string) =>
      Array.from(text, (letter, at) => (lettersFound(query, text).has(at) ? letter.toUpperCase() : '.')).join(
        '',
      );
    expect(marked('add sub', 'add: subnet')).toBe('ADD..SUB...');
    expect(marked('sntrain', 'go to snet-training')).toBe('......SN.T..RAIN...');
    expect(marked('net', 'subnet of net-a')).toBe('..........NET..');
    expect(marked('x', 'subnet')).toBe('......');
  });

  it('finds everything by nothing', () => expect(best('', 'b', 'a')).toEqual(['b', 'a']));
});
