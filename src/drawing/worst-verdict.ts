import type { Verdict } from '#network';

/** What a chip says of packets that are required: the worst of their fates. */
export function worstOf(verdicts: readonly Verdict[]): 'open' | 'blocked' | 'unknown' {
  const isBad = (verdict: Verdict) => verdict !== 'delivered' && verdict !== 'cannot-tell';
  if (verdicts.some(isBad)) return 'blocked';
  return verdicts.includes('cannot-tell') ? 'unknown' : 'open';
}
