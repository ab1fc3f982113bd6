import { createContext } from 'react';
import type { Design, ResourceId } from '#model';

/** One thing that a change makes of a resource: a value is another one, or a part of a list comes or goes. */
export interface ChangeInWords {
  readonly label: string;
  readonly sign: '→' | '+' | '−';
  readonly words: string;
  /** What it was, where it is another one. */
  readonly was?: string;
}

/** What would change of each resource that both designs have, in words. */
export type ChangesInWords = (
  before: Design,
  after: Design,
) => (resource: ResourceId) => readonly ChangeInWords[];

/** Fetches the words for changes, which the canvas has none of its own for. */
export const ChangesContext = createContext<() => Promise<ChangesInWords>>(async () => () => () => []);

/** The same words twice, each the longest first: with the whole name of what is changed, and with less of it or none. */
export interface Words {
  readonly named: readonly [string, ...string[]];
  readonly short: readonly string[];
}

/** What was nothing need not be said. */
const nothing: ReadonlySet<string> = new Set(['', 'None', 'Not set']);

/** `SSH public…`, `SSH…`. */
const begunNames = (name: string): readonly string[] => {
  const words = name.split(' ');
  return words.slice(1).map((_, at) => `${words.slice(0, words.length - 1 - at).join(' ')}…`);
};

/** A change with the value before and without it, then with less of its name. */
export function wordsFor({ label, sign, words, was }: ChangeInWords): Words {
  const is = `${sign} ${words}`;
  if (was === undefined)
    return { named: sign === '→' ? [`${label}: ${words}`] : [`${label}: ${is}`, is], short: [] };
  const short = [...begunNames(label).map((begun) => `${begun}: ${words}`), is];
  const named = `${label}: ${words}`;
  return { named: nothing.has(was) ? [named] : [`${label}: ${was} ${is}`, named], short };
}
