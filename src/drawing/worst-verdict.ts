import type { Verdict } from '#network';

/** What a chip says of packets. */
type Fate = 'open' | 'blocked' | 'unknown';

/** What a chip says of a packet that is required. */
export const fateFor = (verdict: Verdict): Fate =>
  verdict === 'delivered' ? 'open' : verdict === 'cannot-tell' ? 'unknown' : 'blocked';

/** What it says of several: the worst of their fates. */
export function worstOf(verdicts: readonly Verdict[]): Fate {
  const fates = verdicts.map(fateFor);
  return (['blocked', 'unknown'] as const).find((fate) => fates.includes(fate)) ?? 'open';
}
