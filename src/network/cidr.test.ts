import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coversEverything,
  firstUsableAddress,
  formatAddress,
  formatPrefix,
  isPrivateAddress,
  nextFreePrefix,
  overlaps,
  parseAddress,
  parseLoosePrefix,
  parsePrefix,
  prefixAt,
  prefixContains,
  prefixesOverlap,
  rangeToPrefixes,
  usableAddresses,
} from './cidr.ts';

/** The oracle: an address as a text of 32 bits, a prefix as the beginning of one. */
const bitsOf = (address: number) => BigInt(address).toString(2).padStart(32, '0');
const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const length = fc.integer({ min: 0, max: 32 });
const prefix = fc.tuple(address, length).map(([base, bits]) => prefixAt(base, bits));

describe('addresses and prefixes', () => {
  it('read what they write', () => {
    fc.assert(fc.property(address, (value) => parseAddress(formatAddress(value)) === value));
    fc.assert(
      fc.property(prefix, (one) => {
        expect(parsePrefix(formatPrefix(one))).toEqual(one);
      }),
    );
  });

  it('hold exactly the addresses that begin with their bits', () => {
    fc.assert(
      fc.property(prefix, address, (one, value) => {
        const isIn = one.first <= value && value <= one.last;
        expect(isIn).toBe(bitsOf(value).startsWith(bitsOf(one.first).slice(0, one.length)));
      }),
    );
  });

  it('overlap exactly when one begins with the other', () => {
    fc.assert(
      fc.property(prefix, prefix, (one, other) => {
        const [left, right] = [one, other].map((item) => bitsOf(item.first).slice(0, item.length));
        const expected = left?.startsWith(right ?? '') || right?.startsWith(left ?? '');
        expect(overlaps(one, other)).toBe(expected);
        expect(prefixesOverlap(formatPrefix(one), formatPrefix(other))).toBe(expected);
      }),
    );
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '010.0.0.1',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/08',
    'fd00::/8',
    '10.0.0.1/24',
    ' ',
    '*',
  ])('refuse “%s” as a prefix', (text) => expect(parsePrefix(text)).toBeUndefined());

  it('clear host bits where they are read loosely', () => {
    expect(parseLoosePrefix('10.0.0.77/24')).toEqual(parsePrefix('10.0.0.0/24'));
    expect(prefixContains('10.0.0.0/8', '10.9.8.7')).toBe(true);
    expect(prefixContains('10.0.0.0/8', 'Storage')).toBe(false);
  });

  it('know private from public', () => {
    const isPrivate = (text: string) => isPrivateAddress(parseAddress(text) ?? 0);
    expect(['10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1'].every(isPrivate)).toBe(true);
    expect(['172.32.0.1', '8.8.8.8', '168.63.129.16'].some(isPrivate)).toBe(false);
  });
});

describe('what a subnet can give', () => {
  it.each([
    ['10.0.0.0/29', 3],
    ['10.0.0.0/28', 11],
    ['10.0.0.0/27', 27],
    ['10.0.0.0/26', 59],
    ['10.0.0.0/24', 251],
    ['10.0.0.0/30', 0],
    ['fd00::/64', 0],
  ])('%s gives %i', (text, count) => expect(usableAddresses(text)).toBe(count));

  it('begins with the fifth address', () => {
    expect(firstUsableAddress('10.0.1.0/26')).toBe('10.0.1.4');
    expect(firstUsableAddress('10.0.1.0/30')).toBeUndefined();
  });
});

describe('the next free prefix', () => {
  it.each([
    ['first in an empty network', ['10.0.0.0/16'], [], 24, '10.0.0.0/24'],
    ['after what is taken', ['10.0.0.0/16'], ['10.0.0.0/24'], 24, '10.0.1.0/24'],
    ['in the gap', ['10.0.0.0/16'], ['10.0.2.0/24', '10.0.0.0/24'], 24, '10.0.1.0/24'],
    ['past a gap that is too small', ['10.0.0.0/16'], ['10.0.0.0/25', '10.0.1.0/24'], 24, '10.0.2.0/24'],
    ['in the second space', ['10.0.0.0/24', '10.9.0.0/24'], ['10.0.0.0/24'], 26, '10.9.0.0/26'],
    ['nowhere in a full network', ['10.0.0.0/24'], ['10.0.0.0/25', '10.0.0.128/25'], 26, undefined],
    ['nowhere where it is larger than the network', ['10.0.0.0/24'], [], 23, undefined],
  ] as const)('lies %s', (_, within, taken, bits, expected) => {
    expect(nextFreePrefix(within, taken, bits)).toBe(expected);
  });

  it('is free and inside, and nothing lower is', () => {
    const small = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 26, max: 32 }));
    fc.assert(
      fc.property(fc.array(small, { maxLength: 12 }), fc.integer({ min: 24, max: 30 }), (parts, bits) => {
        const taken = parts.map(([last, part]) => formatPrefix(prefixAt(0x0a000000 + last, part)));
        const candidates = Array.from({ length: 2 ** (bits - 24) }, (_, at) =>
          formatPrefix(prefixAt(0x0a000000 + at * 2 ** (32 - bits), bits)),
        );
        const expected = candidates.find((one) => !taken.some((other) => prefixesOverlap(one, other)));
        expect(nextFreePrefix(['10.0.0.0/24'], taken, bits)).toBe(expected);
      }),
    );
  });
});

describe('ranges', () => {
  it('become prefixes that cover exactly their addresses', () => {
    fc.assert(
      fc.property(address, fc.integer({ min: 0, max: 5000 }), (first, size) => {
        const last = Math.min(first + size, 2 ** 32 - 1);
        const prefixes = rangeToPrefixes(first, last);
        expect(prefixes[0]?.first).toBe(first);
        expect(prefixes.at(-1)?.last).toBe(last);
        for (const [at, one] of prefixes.entries())
          if (at > 0) expect(one.first).toBe((prefixes[at - 1]?.last ?? 0) + 1);
      }),
    );
  });

  it('cover everything only where no address is left out', () => {
    const covers = (...texts: string[]) => coversEverything(texts.flatMap((text) => parsePrefix(text) ?? []));
    expect(covers('0.0.0.0/0')).toBe(true);
    expect(covers('128.0.0.0/1', '0.0.0.0/1')).toBe(true);
    expect(covers('0.0.0.0/1', '128.0.0.0/2')).toBe(false);
    expect(covers()).toBe(false);
  });
});
