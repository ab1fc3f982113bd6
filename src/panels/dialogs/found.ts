import { fuzzyScore } from '#commands';
import type { MenuEntry } from '../resource-menu/entries.ts';

/** The entries that answer what was typed, the best first. */
export const found = (query: string, entries: readonly MenuEntry[], most: number): readonly MenuEntry[] =>
  entries
    .flatMap((entry) => {
      const { title, detail, otherNames: others, isDisabled } = entry;
      const byTitle = fuzzyScore(query, [title, others].filter(Boolean).join(' '));
      const score = byTitle ?? fuzzyScore(query, [title, detail, others].filter(Boolean).join(' '));
      if (score === undefined) return [];
      // What an entry does comes before what it is about.
      return [{ entry, score: score - (byTitle === undefined ? 20 : 0) - (isDisabled ? 50 : 0) }];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ entry }) => entry);
