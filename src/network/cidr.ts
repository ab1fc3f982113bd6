import { reservedAddressesPerSubnet, smallestSubnetPrefixLength, unroutedPrefixes } from '#catalog';
import { flatMapped } from '#model';
import { memoOfTexts } from './memo.ts';

/** An IPv4 prefix as unsigned 32-bit numbers: first and last address. */
export interface Prefix {
  readonly first: number;
  readonly last: number;
  /** 0 to 32. */
  readonly length: number;
}

const decimal = /^(?:0|[1-9]\d{0,2})$/;

const readAddress = (text: string): number | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0;
  for (const part of parts) {
    if (!decimal.test(part) || Number(part) > 255) return undefined;
    value = value * 256 + Number(part);
  }
  return value;
};

/** Strict dotted decimal, or `undefined`. */
export const parseAddress = memoOfTexts(readAddress);

export const formatAddress = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');

const sizeOf = (length: number): number => 2 ** (32 - length);

/** `10.0.0.0/16`, or a lone address as a /32. Host bits must be zero. IPv6 and anything else is `undefined`. */
export const parsePrefix = (text: string): Prefix | undefined => {
  const prefix = parseLoosePrefix(text);
  return prefix && parseAddress(text.split('/')[0] ?? '') === prefix.first ? prefix : undefined;
};

const readPrefix = (text: string): Prefix | undefined => {
  const [base = '', bits, ...rest] = text.trim().split('/');
  const address = parseAddress(base);
  if (address === undefined || rest.length > 0) return undefined;
  if (bits !== undefined && !/^(?:0|[1-9]\d?)$/.test(bits)) return undefined;
  const length = bits === undefined ? 32 : Number(bits);
  return length > 32 ? undefined : prefixAt(address, length);
};

/** As `parsePrefix`, but host bits are cleared: `10.0.0.4/24` is `10.0.0.0/24`. */
export const parseLoosePrefix = memoOfTexts(readPrefix);

/** The prefix of that length around an address. */
export const prefixAt = (address: number, length: number): Prefix => {
  const size = sizeOf(length);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, length };
};

export const formatPrefix = ({ first, length }: Prefix): string => `${formatAddress(first)}/${length}`;

export const contains = (outer: Prefix, inner: Prefix): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

export const overlaps = (one: Prefix, other: Prefix): boolean =>
  one.first <= other.last && other.first <= one.last;

/** Whether two prefixes in text share an address; false where one of them is no IPv4 prefix. */
export const prefixesOverlap = (one: string, other: string): boolean => {
  const [left, right] = [parseLoosePrefix(one), parseLoosePrefix(other)];
  return left !== undefined && right !== undefined && overlaps(left, right);
};

/** Whether a prefix in text holds another, or an address; false where one of them is no IPv4 prefix. */
export const prefixContains = (outer: string, inner: string): boolean => {
  const [left, right] = [parseLoosePrefix(outer), parseLoosePrefix(inner)];
  return left !== undefined && right !== undefined && contains(left, right);
};

/** Addresses that Azure gives out in a subnet of this prefix: all but five, and none in a prefix longer than /29. */
export const usableAddresses = (prefix: string): number => {
  const parsed = parseLoosePrefix(prefix);
  return parsed && parsed.length <= smallestSubnetPrefixLength
    ? sizeOf(parsed.length) - reservedAddressesPerSubnet.count
    : 0;
};

/** The fifth address of a prefix, which Azure gives out first. */
export const firstUsableAddress = (prefix: string): string | undefined => {
  const parsed = parseLoosePrefix(prefix);
  return parsed && parsed.length <= smallestSubnetPrefixLength ? formatAddress(parsed.first + 4) : undefined;
};

/** The lowest free prefix of a length in a network whose other prefixes are taken, or `undefined` when it is full. */
export const nextFreePrefix = (
  within: readonly string[],
  taken: readonly string[],
  length: number,
): string | undefined => {
  const occupied = parsed(taken).toSorted((one, other) => one.first - other.first);
  for (const space of parsed(within)) {
    if (space.length > length) continue;
    const found = freeIn(space, occupied, length);
    if (found) return formatPrefix(found);
  }
  return undefined;
};

function freeIn(space: Prefix, occupied: readonly Prefix[], length: number): Prefix | undefined {
  let candidate = prefixAt(space.first, length);
  for (const one of occupied) {
    if (one.first > candidate.last) break;
    if (one.last >= candidate.first) candidate = prefixAt(one.last + sizeOf(length), length);
  }
  return candidate.last <= space.last ? candidate : undefined;
}

const parsed = (texts: readonly string[]): readonly Prefix[] =>
  flatMapped(texts, (text) => parseLoosePrefix(text) ?? []);

/** The fewest prefixes that cover exactly the addresses from first to last. */
export const rangeToPrefixes = (first: number, last: number): readonly Prefix[] => {
  const prefixes: Prefix[] = [];
  for (let next = first; next <= last; ) {
    let length = 32;
    while (length > 0 && fits(next, length - 1, last)) length -= 1;
    const prefix = prefixAt(next, length);
    prefixes.push(prefix);
    next = prefix.last + 1;
  }
  return prefixes;
};

const fits = (first: number, length: number, last: number): boolean =>
  first % sizeOf(length) === 0 && first + sizeOf(length) - 1 <= last;

/** Whether these ranges together hold every address from first to last. */
export const coversRange = (
  ranges: readonly Pick<Prefix, 'first' | 'last'>[],
  { first, last }: Pick<Prefix, 'first' | 'last'>,
): boolean => {
  let next = first;
  for (const range of ranges.toSorted((one, other) => one.first - other.first)) {
    if (range.first > next) break;
    next = Math.max(next, range.last + 1);
  }
  return next > last;
};

/** Whether these prefixes together hold every IPv4 address, as 0.0.0.0/1 with 128.0.0.0/1 does. */
export const coversEverything = (prefixes: readonly Prefix[]): boolean =>
  coversRange(prefixes, { first: 0, last: 2 ** 32 - 1 });

const privatePrefixes = parsed(unroutedPrefixes.prefixes);

/** Whether an address is never routed on the internet: RFC 1918 and RFC 6598. */
export const isPrivateAddress = (address: number): boolean =>
  privatePrefixes.some((prefix) => prefix.first <= address && address <= prefix.last);
