import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlike } from './alike.ts';

describe('alike', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['the same text', 'a', 'a', true],
    ['equal lists', [1, [2]], [1, [2]], true],
    ['lists of another order', [1, 2], [2, 1], false],
    ['equal objects, keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['an object with a key more', { a: 1 }, { a: 1, b: undefined }, false],
    ['a list and an object', [], {}, false],
    ['equal maps', new Map([['a', [1]]]), new Map([['a', [1]]]), true],
    [
      'maps of another order',
      new Map([
        [1, 1],
        [2, 2],
      ]),
      new Map([
        [2, 2],
        [1, 1],
      ]),
      false,
    ],
    ['equal sets', new Set([1]), new Set([1]), true],
    ['null and an object', null, {}, false],
    ['two functions', () => 1, () => 1, false],
  ])('%s', (_, one, other, expected) => expect(isAlike(one, other)).toBe(expected));

  it('holds of any data and its copy', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isAlike(value, structuredClone(value))));
  });
});
