import { type Design, findResource } from '#model';
import type { Hop, MissingFact } from '#network';
import { wrapped } from './layout.ts';

/** What acts at a hop: its resource, but of a firewall's policy the firewall. */
const actorOf = (design: Design, { at, place }: Hop): string => {
  const found = findResource(design, at);
  return found && found.kind !== 'firewall-policy' ? found.name : place;
};

/** Hops as `--format json` prints them. */
export const hopsJson = (design: Design, hops: readonly Hop[]) =>
  hops.map((hop) => ({ at: actorOf(design, hop), outcome: hop.outcome, by: hop.by, text: hop.text }));

const marks = { passes: '✓', blocks: '✗', unknown: '?' } as const;

/** The way in numbered hops, each with its mark, who acts, by what, and what happens. */
export const hopLines = (design: Design, hops: readonly Hop[]): readonly string[] => {
  const digits = String(hops.length).length;
  return hops.flatMap((hop, index) => {
    const actor = actorOf(design, hop);
    const isSaid = actor === hop.by || hop.text.toLowerCase().includes(hop.by.toLowerCase());
    return [
      `  ${String(index + 1).padStart(digits)} ${marks[hop.outcome]} ${actor}${isSaid ? '' : ` · ${hop.by}`}`,
      ...wrapped(hop.text, ' '.repeat(digits + 5)),
    ];
  });
};

/** The facts that would decide it, each with the command that fetches it. */
export const missingLines = (missing: readonly MissingFact[]): readonly string[] =>
  missing.flatMap(({ fact, command }) => [
    ...wrapped(fact, '  '),
    ...(command?.split('\n').map((line) => `    Fetch: ${line}`) ?? []),
  ]);
