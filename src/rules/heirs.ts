import type { Finding } from './finding.ts';

const isAtSame = (one: Finding, other: Finding) =>
  one.at.length === other.at.length && one.at.every((place) => other.at.includes(place));

/**
 * What becomes of findings that are no longer there as they were, keyed by their fingerprints: what the same rule finds at
 * the same place now, with other facts or another severity. What is neither in the second list nor here is settled.
 */
export function heirsOf(before: readonly Finding[], after: readonly Finding[]): ReadonlyMap<string, Finding> {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const stays = new Set(after.map(({ fingerprint }) => fingerprint));
  const come = new Set(after.filter(({ fingerprint }) => !known.has(fingerprint)));
  const heirs = new Map<string, Finding>();
  // Who else a finding is about may change: those that are about the same have their heirs first.
  for (const isWhole of [true, false])
    for (const gone of before) {
      if (stays.has(gone.fingerprint) || heirs.has(gone.fingerprint)) continue;
      for (const one of come) {
        if (one.rule !== gone.rule || one.at[0] !== gone.at[0] || (isWhole && !isAtSame(one, gone))) continue;
        heirs.set(gone.fingerprint, one);
        come.delete(one);
        break;
      }
    }
  return heirs;
}
