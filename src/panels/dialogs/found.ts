import { fuzzyScore, lettersFound } from '#commands';
import type { MenuEntry } from '../resource-menu/entries.ts';

/** An entry with the places of the letters in its title by which it was found. */
export interface FoundEntry extends MenuEntry {
  readonly letters?: ReadonlySet<number>;
}

/** Whether somebody has typed the first two words of a title. */
const isAskedFor = (query: string, title: string): boolean =>
  query.trim().toLowerCase().startsWith(title.toLowerCase().split(' ', 2).join(' '));

/** The entries that answer what was typed, the best first. */
export const found = (query: string, entries: readonly MenuEntry[], most: number): readonly FoundEntry[] =>
  entries
    .flatMap((entry) => {
      const { title, detail, otherNames: others, isDisabled, isLeaving, isBroad } = entry;
      const byTitle = fuzzyScore(query, [title, others].filter(Boolean).join(' '));
      const score = byTitle ?? fuzzyScore(query, [title, detail, others].filter(Boolean).join(' '));
      if (score === undefined) return [];
      // A name that is not on screen is shown, so that one sees why this was found.
      const name =
        detail === undefined && fuzzyScore(query, title) === undefined
          ? others?.split(', ').find((one) => fuzzyScore(query, one) !== undefined)
          : undefined;
      // What an entry does comes before what it is about.
      return [
        {
          entry: name === undefined ? entry : { ...entry, detail: name },
          score:
            score -
            (isBroad && !isAskedFor(query, title) ? 1 : 0) -
            (byTitle === undefined ? 20 : 0) -
            (isDisabled ? 50 : 0) -
            (isLeaving ? 500 : 0),
        },
      ];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ entry }) => ({ ...entry, letters: lettersFound(query, entry.title) }));
