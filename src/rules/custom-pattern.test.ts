import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matcherOf, waysOf } from './custom-pattern.ts';

describe('a pattern', () => {
  it.each([
    ['vnet-*', 'vnet-hub', true],
    ['vnet-*', 'VNET-hub', false],
    ['vnet-*', 'my-vnet-hub', false],
    ['snet-{dev,prod}-##', 'snet-prod-07', true],
    ['snet-{dev,prod}-##', 'snet-test-07', false],
    ['snet-{dev,prod}-##', 'snet-prod-7', false],
    ['?x', 'ax', true],
    ['?x', 'x', false],
    ['*', '', true],
    ['a.c', 'abc', false],
    ['(a+)+$', '(a+)+$', true],
  ])('%s of %s: %s', (pattern, text, matches) => {
    expect(matcherOf([pattern])(text)).toBe(matches);
  });

  it.each(['{a', 'a}', '{a{b,c}}', '{a,b}'.repeat(9)])(
    'is refused where its braces do not fit: %s',
    (pattern) => {
      expect(waysOf(pattern)).toBeUndefined();
    },
  );

  it('matches as the regular expression that says the same', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '1', '*', '?', '#'), { maxLength: 8 });
    const texts = fc.array(fc.constantFrom('a', 'b', '1', '2'), { maxLength: 12 });
    const expressions: Readonly<Record<string, string>> = { '*': '.*', '?': '.', '#': '[0-9]' };
    fc.assert(
      fc.property(letters, texts, (pattern, text) => {
        const expression = new RegExp(`^${pattern.map((one) => expressions[one] ?? one).join('')}$`);
        expect(matcherOf([pattern.join('')])(text.join(''))).toBe(expression.test(text.join('')));
      }),
    );
  });

  it('ends on what would keep a regular expression busy for years', () => {
    expect(matcherOf(['*a'.repeat(60)])(`${'a'.repeat(5_000)}b`)).toBe(false);
  });
});
