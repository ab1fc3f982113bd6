import type { ChangeInWords } from './changes-in-words.ts';

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
