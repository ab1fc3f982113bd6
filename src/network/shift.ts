import {
  formatPrefix,
  nextFreePrefix,
  type Prefix,
  parseAddress,
  parseLoosePrefix,
  prefixesOverlap,
  rangeToPrefixes,
} from './cidr.ts';

/** A range that has another place: what lay in `from` lies at the same distance in `to`. */
export interface Shift {
  readonly from: Prefix;
  readonly to: Prefix;
}

/** A free range as large as each of these, or `undefined` where there is no room for one. Other texts are left out. */
export function shiftsInto(
  prefixes: readonly string[],
  within: readonly string[],
  taken: readonly string[],
): readonly Shift[] | undefined {
  const shifts: Shift[] = [];
  const occupied = [...taken];
  for (const text of prefixes) {
    const from = parseLoosePrefix(text);
    if (!from) continue;
    const found = nextFreePrefix(within, occupied, from.length);
    const to = found === undefined ? undefined : parseLoosePrefix(found);
    if (found === undefined || !to) return undefined;
    occupied.push(found);
    shifts.push({ from, to });
  }
  return shifts;
}

const addressText = (address: number): string => {
  const [prefix] = rangeToPrefixes(address, address);
  return prefix ? formatPrefix(prefix).replace('/32', '') : '';
};

/** An address or a prefix at its new place; `undefined` where it lay in none of the ranges. */
export function shifted(text: string, shifts: readonly Shift[]): string | undefined {
  const own = parseLoosePrefix(text);
  const shift = own && shifts.find(({ from }) => from.first <= own.first && own.last <= from.last);
  if (!own || !shift) return undefined;
  const first = shift.to.first + own.first - shift.from.first;
  if (parseAddress(text) !== undefined) return addressText(first);
  return formatPrefix({ first, last: first + own.last - own.first, length: own.length });
}

/** Words, which may look like addresses, and mean none. */
const wordKeys = new Set(['id', 'kind', 'name', 'parent', 'tags', 'azureId']);

/**
 * Plain data in which every address of the ranges is at its new place, at any depth: where `meant` are given, every one
 * that has some in common with these prefixes.
 */
export function withShifts<T>(value: T, shifts: readonly Shift[], meant?: readonly string[]): T {
  const isMeant = (text: string) => !meant || meant.some((prefix) => prefixesOverlap(prefix, text));
  const visit = (item: unknown, key: string): unknown => {
    if (wordKeys.has(key)) return item;
    if (typeof item === 'string') return (isMeant(item) ? shifted(item, shifts) : undefined) ?? item;
    if (Array.isArray(item)) return item.map((entry) => visit(entry, key));
    if (item === null || typeof item !== 'object') return item;
    return Object.fromEntries(Object.entries(item).map(([name, entry]) => [name, visit(entry, name)]));
  };
  return shifts.length === 0 ? value : (visit(value, '') as T);
}
