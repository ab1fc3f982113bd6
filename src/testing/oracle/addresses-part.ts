import fc from 'fast-check';
import {
  contains,
  deriveNetwork,
  formatPrefix,
  isPrivateAddress,
  nextFreePrefix,
  parseAddress,
  parseLoosePrefix,
  parsePrefix,
  prefixContains,
  prefixesOverlap,
  rangeToPrefixes,
} from '#network';
import {
  addressBits,
  addressText,
  type Bits,
  bitsOfNumber,
  everyAddress,
  isPrivate,
  numberOfBits,
  prefixBits,
  prefixText,
} from './addresses.ts';
import { Drawing } from './drawing.ts';
import type { Answer, Case, Part } from './part.ts';

const address = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(bitsOfNumber);
const prefix = fc.tuple(address, fc.integer({ min: 0, max: 32 })).map(([bits, size]) => bits.slice(0, size));
/** Near to others of its kind, so that half of all pairs meet. */
const nearPrefix = fc
  .tuple(fc.constantFrom('0000101000000001', '0000101000000000', '1100000010101000', '00001010'), prefix)
  .map(([start, rest]) => (start + rest).slice(0, Math.max(start.length, rest.length)));
const anyPrefix = fc.oneof(prefix, nearPrefix, nearPrefix);

/** Addresses and prefixes as people and machines misspell them. */
const misspelt = fc.oneof(
  address.map(addressText),
  prefix.map(prefixText),
  fc.tuple(address, fc.integer({ min: 0, max: 40 })).map(([bits, size]) => `${addressText(bits)}/${size}`),
  fc
    .tuple(address, fc.constantFrom('/', '/08', '/-1', '/1.5', '/ 8', '/8/8', '/1e1', '/0x8', ' ', '.', '.1'))
    .map(([bits, end]) => addressText(bits) + end),
  fc
    .tuple(address, fc.constantFrom(' ', '0', '-', '+', '0x', '.', '1'))
    .map(([bits, start]) => start + addressText(bits)),
  fc.constantFrom('', '10.0.0', '10.0.0.256', '10.0.0.0.0', '::/0', '010.0.0.0/8', '10.0.0.', '10..0.0', '*'),
  fc.constantFrom('Internet', '1e1.0.0.0', '٣.0.0.0', '10.0.0.0/1２', '0.0.0.0/0', '255.255.255.255/32'),
);

const shown = (value: unknown) => (value === undefined ? 'none' : String(value));
const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const sum = (question: string, oracle: string, engine: string): Answer => ({ question, oracle, engine });
const sums = (subject: unknown, answers: () => readonly Answer[]): Case => ({ subject, answers });

const reading = misspelt.map((text) =>
  sums(text, () => {
    const bits = prefixBits(text);
    const read = parsePrefix(text);
    const lone = addressBits(text);
    const [start = '', size = '32', ...more] = text.split('/');
    const length = prefixBits(`0.0.0.0/${size}`)?.length;
    const whole = more.length > 0 || length === undefined ? undefined : addressBits(start);
    const loose = whole && prefixText(whole.slice(0, length));
    const readLoosely = parseLoosePrefix(text);
    return [
      sum(`address “${text}”`, shown(lone && numberOfBits(lone)), shown(parseAddress(text))),
      sum(
        `prefix “${text}”`,
        shown(bits !== undefined ? prefixText(bits) : bits),
        shown(read && formatPrefix(read)),
      ),
      // Nothing says whether a loose reading minds blanks around the text.
      ...(text.trim() === text
        ? [sum(`prefix around “${text}”`, shown(loose), shown(readLoosely && formatPrefix(readLoosely)))]
        : []),
    ];
  }),
);

const comparing = fc.tuple(anyPrefix, anyPrefix, address).map(([one, other, lone]) =>
  sums([prefixText(one), prefixText(other)], () => {
    const [first, second] = [prefixText(one), prefixText(other)];
    const [outer, inner] = [parsePrefix(first), parsePrefix(second)];
    const within = one + lone.slice(one.length);
    const held = yesNo(other.startsWith(one));
    return [
      sum(`${first} contains ${second}`, held, yesNo(prefixContains(first, second))),
      sum(
        `${first} contains ${second}, as numbers`,
        held,
        yesNo(!!outer && !!inner && contains(outer, inner)),
      ),
      sum(
        `${first} overlaps ${second}`,
        yesNo(other.startsWith(one) || one.startsWith(other)),
        yesNo(prefixesOverlap(first, second)),
      ),
      sum(
        `${first} contains ${addressText(within)}`,
        'yes',
        yesNo(prefixContains(first, addressText(within))),
      ),
      sum(
        `${addressText(lone)} is private`,
        yesNo(isPrivate(addressText(lone))),
        yesNo(isPrivateAddress(numberOfBits(lone))),
      ),
      sum(
        `${addressText(within)} is private`,
        yesNo(isPrivate(addressText(within))),
        yesNo(isPrivateAddress(numberOfBits(within))),
      ),
    ];
  }),
);

/** Small spaces whose addresses can be counted out one by one. */
const space = fc
  .tuple(fc.constantFrom('00001010', '11000000', '10101100'), address, fc.integer({ min: 23, max: 30 }))
  .map(([start, rest, size]) => (start + rest).slice(0, size));
const inside = (outer: Bits) =>
  fc
    .tuple(address, fc.integer({ min: outer.length, max: 32 }))
    .map(([rest, size]) => (outer + rest).slice(0, size));

const placing = fc
  .tuple(space, space, fc.integer({ min: 24, max: 32 }))
  .filter(([one, other]) => one.slice(0, 16) !== other.slice(0, 16))
  .chain(([one, other, size]) =>
    fc
      .tuple(fc.array(inside(one), { maxLength: 6 }), fc.array(inside(other), { maxLength: 3 }), fc.boolean())
      .map(([taken, others, isTwo]) => ({
        // In ascending order: nothing says which of two spaces comes first otherwise.
        within: isTwo ? [one, other].sort() : [one],
        taken: [...taken, ...others],
        size,
      })),
  )
  .map(({ within, taken, size }) =>
    sums({ within: within.map(prefixText), taken: taken.map(prefixText), size }, () => {
      const used = new Set(taken.flatMap(everyAddress));
      const free = within
        .filter((outer) => outer.length <= size)
        .flatMap((outer) => [...new Set(everyAddress(outer).map((one) => one.slice(0, size)))])
        .filter((candidate) => everyAddress(candidate).every((one) => !used.has(one)))
        .sort();
      const found = nextFreePrefix(within.map(prefixText), taken.map(prefixText), size);
      return [sum(`next free /${size}`, shown(free[0] && prefixText(free[0])), shown(found))];
    }),
  );

/** The largest blocks that lie wholly in a range, from the left: the fewest there can be. */
function blocksOf(first: Bits, last: Bits, block: Bits = ''): readonly Bits[] {
  const [start, end] = [block.padEnd(32, '0'), block.padEnd(32, '1')];
  if (end < first || start > last) return [];
  if (first <= start && end <= last) return [block];
  return [...blocksOf(first, last, `${block}0`), ...blocksOf(first, last, `${block}1`)];
}

const range = fc.oneof(
  fc.tuple(address, address),
  fc.tuple(address, fc.integer({ min: 0, max: 300 })).map(([bits, size]): [Bits, Bits] => {
    const first = numberOfBits(bits);
    return [bits, bitsOfNumber(Math.min(first + size, 2 ** 32 - 1))];
  }),
);

const covering = range.map(([one, other]) => {
  const [first = one, last = other] = [one, other].sort();
  return sums([addressText(first), addressText(last)], () => {
    const found = rangeToPrefixes(numberOfBits(first), numberOfBits(last)).map(formatPrefix);
    const expected = blocksOf(first, last).map(prefixText);
    const shortRange = numberOfBits(last) - numberOfBits(first) < 5000;
    const covered = new Set(
      shortRange ? found.flatMap((text) => everyAddress(prefixBits(text) ?? ''.padEnd(32, '0'))) : [],
    );
    const count = numberOfBits(last) - numberOfBits(first) + 1;
    return [
      sum('prefixes of the range', expected.join(), found.join()),
      ...(shortRange ? [sum('addresses of the range', String(count), String(covered.size))] : []),
    ];
  });
});

/** Azure keeps the first four addresses and the last, and makes no subnet smaller than a /29. */
const counting = space
  .filter((bits) => bits.length <= 29)
  .map((bits) =>
    sums(prefixText(bits), () => {
      const design = new Drawing()
        .add('virtual-network', 'network', undefined, { addressPrefixes: [prefixText(bits)] })
        .add('subnet', 'subnet', 'network', { addressPrefixes: [prefixText(bits)] })
        .design();
      const given = everyAddress(bits).slice(4, -1);
      const usage = deriveNetwork(design).addressing(Drawing.id('subnet'));
      return [sum(`usable in ${prefixText(bits)}`, String(given.length), String(usage.capacity))];
    }),
  );

/** Reading, comparing, placing and counting of addresses. */
export const addressesPart: Part = {
  name: 'address arithmetic',
  unit: 'sums',
  outcomes: ['yes', 'no'],
  perCase: 3,
  cases: fc.oneof(reading, comparing, placing, covering, counting),
};
