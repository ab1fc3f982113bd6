import { type Design, flatMapped, goalsOf, type ResourceId } from '#model';
import { designQuestion } from './context.ts';
import { categories, type Finding, type Passed, type Severity } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { labelOf, placeOf } from './labels.ts';
import type { FailedCheck, Fix, Rule, UndecidedCheck } from './rule.ts';

/** A finding together with the edits that settle it, which cannot leave the program. */
export interface Settled {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
  /** Where it stands in the list: texts in the order of their characters. */
  readonly key: string;
}

/** All that one rule says of a design, but for what people accepted. */
export interface Judgement {
  readonly settled: readonly Settled[];
  /** In the order of the list. */
  readonly passed: readonly Passed[];
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'note'];

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const byPlace = (design: Design, ids: Iterable<ResourceId>): readonly ResourceId[] =>
  [...ids].sort((one, other) => inOrder(placeOf(design, one), placeOf(design, other)));

const digits = (rank: number) => String(rank).padStart(2, '0');

const firstPlaceOf = (design: Design, [first]: readonly ResourceId[]): string =>
  first === undefined ? '' : placeOf(design, first);

function keyOfFinding(design: Design, { verdict, severity, category, at, rule, text }: Finding): string {
  const place = verdict === 'cannot-tell' ? severityOrder.length : severityOrder.indexOf(severity);
  const rank = digits(place) + digits(categories.indexOf(category));
  return [rank, firstPlaceOf(design, at), rule + text, at.join()].join('\u0001');
}

/** By place, then by what shows that they hold: thousands, most of which come in that order. */
function passedInOrder(design: Design, passed: readonly Passed[]): readonly Passed[] {
  const places = passed.map(({ at }) => firstPlaceOf(design, at));
  const compare = (one: number, other: number): number =>
    inOrder(places[one] ?? '', places[other] ?? '') || compareAtPlace(passed[one], passed[other]);
  if (places.every((_, at) => at === 0 || compare(at - 1, at) <= 0)) return passed;
  const order = [...places.keys()].sort(compare);
  return flatMapped(order, (at) => passed[at] ?? []);
}

const compareAtPlace = (one: Passed | undefined, other: Passed | undefined): number =>
  inOrder(one?.evidence ?? '', other?.evidence ?? '') ||
  inOrder(one?.at.join() ?? '', other?.at.join() ?? '');

/** Written out: to add properties to a copy of what all findings of a rule share takes microseconds each. */
const failedFinding = (rule: Rule, found: FailedCheck): Finding => ({
  rule: rule.id,
  category: rule.category,
  ...(rule.explanation ? { explanation: rule.explanation } : {}),
  severity: found.severity,
  verdict: 'failed',
  at: found.at,
  text: found.text,
  remedy: found.remedy,
  evidence: found.evidence,
  ...(found.hops ? { hops: found.hops } : {}),
  fixes: found.fixes.map(({ title, changes }) => ({ title, changes })),
  ghosts: found.ghosts,
  fingerprint: found.fingerprint,
});

/**
 * Of a fact that only Azure knows: the rule whose tag VirtualNetwork is in doubt. Prefixes of user-defined routes count
 * into that tag, and may do so for a default route (https://learn.microsoft.com/azure/virtual-network/service-tags-overview).
 */
const doubtfulTag = /^whether VirtualNetwork of rule (?<rule>.+) in (?<group>.+) holds public addresses$/;

const ruleInDoubt = (fact: string): string | undefined => {
  const { rule, group } = doubtfulTag.exec(fact)?.groups ?? {};
  return rule === undefined ? undefined : `${rule} of ${group}`;
};

/** Why a fact is not known, as the second half of a sentence. */
function lackOf(fact: string): string {
  const rule = ruleInDoubt(fact);
  return rule === undefined
    ? `the document does not show ${fact}`
    : `the tag VirtualNetwork of ${rule} may take in public addresses, since Azure counts the prefixes of routes into it, at times 0.0.0.0/0 too`;
}

/** What can be done about a fact that no command fetches. What a tag holds no document shows: only the rule can be written anew. */
function wayWithout(fact: string): string {
  const rule = ruleInDoubt(fact);
  if (rule !== undefined)
    return `Write into ${rule} the addresses that are meant, such as the prefixes of your networks, in place of the tag VirtualNetwork.`;
  return fact.startsWith('whether ')
    ? `Make plain in the design ${fact}.`
    : `Add what is missing to the design: ${fact}.`;
}

/** One finding for every fact that a rule lacks, however many places lack it. */
function undecidedFindings(
  design: Design,
  rule: Rule,
  found: readonly UndecidedCheck[],
  severity: Severity,
): readonly Finding[] {
  const facts = new Map<string, { commands: Set<string>; at: Set<ResourceId> }>();
  for (const { missing, at } of found) {
    const entry = facts.get(missing.fact) ?? { commands: new Set<string>(), at: new Set<ResourceId>() };
    for (const id of at) entry.at.add(id);
    if (missing.command !== undefined) entry.commands.add(missing.command);
    facts.set(missing.fact, entry);
  }
  return [...facts].map(([fact, { commands, at }]) => {
    const command = [...commands].sort().join('\n');
    const missing = command === '' ? { fact } : { fact, command };
    const places = byPlace(design, at);
    const [first = '', ...rest] = places.map((id) => labelOf(design, id));
    const others =
      rest.length === 0 ? '' : rest.length === 1 ? ` and ${rest[0]}` : ` and ${rest.length} more`;
    return {
      rule: rule.id,
      category: rule.category,
      ...(rule.explanation ? { explanation: rule.explanation } : {}),
      severity,
      verdict: 'cannot-tell' as const,
      at: places,
      text: `${rule.title}? Cannot tell for ${first}${others}: ${lackOf(fact)}`,
      remedy:
        command === ''
          ? wayWithout(fact)
          : `Fetch what is missing and open it together with this design: ${command}`,
      evidence: [],
      fixes: [],
      ghosts: [],
      missing,
      fingerprint: fingerprintOf(design, rule.id, places, { missing: fact }),
    };
  });
}

function judge(design: Design, rule: Rule): Judgement {
  const settled: Settled[] = [];
  const settle = (finding: Finding, fixes: readonly Fix[]) =>
    settled.push({ finding, fixes, key: keyOfFinding(design, finding) });
  const { failed, undecided, passed } = rule.check(design);
  for (const one of failed) settle(failedFinding(rule, one), one.fixes);
  for (const finding of undecidedFindings(design, rule, undecided, rule.severity(goalsOf(design))))
    settle(finding, []);
  return { settled, passed: passedInOrder(design, passed) };
}

const judges = new WeakMap<Rule, (design: Design) => Judgement>();

/** What a rule says of a design: the same object for as long as nothing that it rests on is edited. */
export function judgementOf(design: Design, rule: Rule): Judgement {
  let ask = judges.get(rule);
  if (ask === undefined) {
    ask = designQuestion((at) => judge(at, rule));
    judges.set(rule, ask);
  }
  return ask(design);
}
