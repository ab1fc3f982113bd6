import { flatMapped } from '#model';
import { contains, isPrivateAddress, parseLoosePrefix, rangeToPrefixes } from '#network';

const everywhere = new Set(['*', 'any', 'internet', '0.0.0.0/0']);

/** Whether the sources of a rule hold the whole internet, in one word or in prefixes that together do. */
export function coversInternet(sources: readonly string[]): boolean {
  if (sources.some((source) => everywhere.has(source.toLowerCase()))) return true;
  const prefixes = flatMapped(sources, (source) => parseLoosePrefix(source) ?? []).toSorted(
    (a, b) => a.first - b.first,
  );
  const [whole] = rangeToPrefixes(0, 0xff_ff_ff_ff);
  let next = 0;
  for (const prefix of prefixes) {
    if (prefix.first > next) return false;
    next = Math.max(next, prefix.last + 1);
  }
  return (
    whole !== undefined && prefixes.length > 0 && contains({ first: 0, last: next - 1, length: 0 }, whole)
  );
}

/** A prefix of public addresses, which may be those of a service tag. */
export const isPublicPrefix = (source: string): boolean => {
  const prefix = parseLoosePrefix(source);
  return prefix !== undefined && !isPrivateAddress(prefix.first);
};
