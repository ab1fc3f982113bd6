import { forbiddenPrefixes } from '#catalog';
import { type Prefix, parseAddress, parseLoosePrefix } from '#network';

/** Ranges that mean something as a whole: what lies in them may move, they themselves stay. */
const meaningful = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '0.0.0.0/8',
  '240.0.0.0/4',
];

/** A hash of words, well mixed: FNV-1a and a final avalanche. */
function hashOf(words: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) state = Math.imul(state ^ words.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return (state ^ (state >>> 13)) >>> 0;
}

const formatted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');

/**
 * Maps addresses so that sizes, containment, overlaps and neighbours stay: each bit is turned or not by the bits before
 * it alone. What `whole` covers moves as one, so that the first usable address of a subnet stays the first.
 */
export function addressMap(seed: string, whole: readonly string[]): (text: string) => string | undefined {
  const stays = [...meaningful, ...forbiddenPrefixes.map(({ addressPrefix }) => addressPrefix)].flatMap(
    (text) => parseLoosePrefix(text) ?? [],
  );
  const fixed = forbiddenPrefixes.flatMap(({ addressPrefix }) => parseLoosePrefix(addressPrefix) ?? []);
  const blocks = [...whole.flatMap((text) => coverOf(text) ?? []), ...fixed];
  const covers = (outer: Prefix, first: number, length: number) =>
    outer.length <= length && outer.first <= first && first <= outer.last;
  const turnsAfter = (first: number, length: number): boolean => {
    const last = first + 2 ** (32 - length) - 1;
    // On the way to a range that stays, and inside of one that moves as a whole, nothing turns.
    if (stays.some((one) => one.length > length && one.first >= first && one.first <= last)) return false;
    if (blocks.some((one) => covers(one, first, length))) return false;
    return (hashOf(`${seed} ${first}/${length}`) & 1) === 1;
  };
  const turned = new Map<string, boolean>();
  /** Bits past the length of a prefix say nothing of where it lies. */
  const mapped = (address: number, bits: number): number => {
    let result = 0;
    for (let length = 0; length < 32; length += 1) {
      const size = 2 ** (32 - length);
      const first = Math.floor(address / size) * size;
      const key = `${first}/${length}`;
      const turns = length < bits && (turned.get(key) ?? turnsAfter(first, length));
      if (length < bits) turned.set(key, turns);
      const bit = Math.floor(address / (size / 2)) % 2;
      result = result * 2 + (turns ? 1 - bit : bit);
    }
    return result;
  };
  const one = (text: string): string | undefined => {
    const [base = '', ...rest] = text.split('/');
    const address = parseAddress(base.trim());
    const bits = parseLoosePrefix(text)?.length;
    return address === undefined || bits === undefined
      ? undefined
      : [formatted(mapped(address, bits)), ...rest].join('/');
  };
  return (text) => {
    const ends = text.split('-');
    if (ends.length === 2) {
      const [from, to] = ends.map((end) => one(end.trim()));
      return from !== undefined && to !== undefined ? `${from}-${to}` : undefined;
    }
    return parseLoosePrefix(text) ? one(text.trim()) : undefined;
  };
}

/** The prefix itself, or the smallest one around a range, so that a range stays one. */
function coverOf(text: string): Prefix | undefined {
  const prefix = parseLoosePrefix(text);
  if (prefix) return prefix;
  const [from, to] = text.split('-').map((end) => parseAddress(end.trim()));
  if (from === undefined || to === undefined || from > to) return undefined;
  for (let length = 32; length >= 0; length -= 1) {
    const size = 2 ** (32 - length);
    const first = Math.floor(from / size) * size;
    if (to < first + size) return { first, last: first + size - 1, length };
  }
  return undefined;
}
