import { type Design, findResource, goalsOf, type ResourceId } from '#model';
import { allRules } from './all-rules.ts';
import { type CheckResult, categories, type Finding, type Passed, type Severity } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FailedCheck, Fix, Rule, UndecidedCheck } from './rule.ts';

export interface CheckOptions {
  /** ISO date; accepted findings return after the day they expire. */
  readonly today: string;
}

/** A finding together with the edits that settle it, which cannot leave the program. */
export interface Settled {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'note'];

/** Where a finding stands in the list, of nothing that the order of the document decides. */
function sortKeyOf(design: Design) {
  const placeOf = (id: ResourceId | undefined) => {
    const resource = findResource(design, id);
    return [resource?.name.toLowerCase() ?? '', resource?.azureId?.toLowerCase() ?? '', id ?? ''].join(
      '\u0000',
    );
  };
  return (at: readonly ResourceId[], rank: string, tail: string) =>
    [rank, placeOf(at[0]), tail, at.join()].join('\u0001');
}

const byKey = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => {
  const keyed = items.map((item) => [keyOf(item), item] as const);
  keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return keyed.map(([, item]) => item);
};

const digits = (rank: number) => String(rank).padStart(2, '0');

const factsOf = (rule: Rule) => ({
  rule: rule.id,
  category: rule.category,
  why: rule.why,
  sources: rule.sources,
});

function failedFinding(design: Design, rule: Rule, found: FailedCheck, today: string): Settled {
  const { fingerprint } = found;
  const accepted = design.accepted.find((one) => one.fingerprint === fingerprint);
  const isInForce = accepted && (accepted.expires === undefined || today <= accepted.expires);
  const finding: Finding = {
    ...factsOf(rule),
    severity: found.severity,
    verdict: 'failed',
    at: found.at,
    text: found.text,
    remedy: found.remedy,
    evidence: found.evidence,
    ...(found.hops ? { hops: found.hops } : {}),
    fixes: found.fixes.map(({ title, changes }) => ({ title, changes })),
    ghosts: found.ghosts,
    fingerprint,
    ...(isInForce ? { accepted } : {}),
  };
  return { finding, fixes: found.fixes };
}

/** One finding for every fact that a rule lacks, however many places lack it. */
function undecidedFindings(
  design: Design,
  rule: Rule,
  found: readonly UndecidedCheck[],
  severity: Severity,
): Settled[] {
  const facts = new Map<string, { commands: Set<string>; at: Set<ResourceId> }>();
  for (const { missing, at } of found) {
    const entry = facts.get(missing.fact) ?? { commands: new Set<string>(), at: new Set<ResourceId>() };
    for (const id of at) entry.at.add(id);
    if (missing.command !== undefined) entry.commands.add(missing.command);
    facts.set(missing.fact, entry);
  }
  const keyOf = sortKeyOf(design);
  return [...facts].map(([fact, { commands, at }]) => {
    const command = [...commands].sort().join('\n');
    const missing = command === '' ? { fact } : { fact, command };
    const places = byKey([...at], (id) => keyOf([id], '', ''));
    const [first = '', ...rest] = places.map((id) => findResource(design, id)?.name ?? id);
    const others =
      rest.length === 0 ? '' : rest.length === 1 ? ` and ${rest[0]}` : ` and ${rest.length} more`;
    return {
      fixes: [],
      finding: {
        ...factsOf(rule),
        severity,
        verdict: 'cannot-tell',
        at: places,
        text: `${rule.title}? Cannot tell for ${first}${others}: the document does not show ${fact}`,
        remedy:
          command === ''
            ? `Add what is missing to the design: ${fact}.`
            : `Fetch what is missing and open it together with this design: ${command}`,
        evidence: [],
        fixes: [],
        ghosts: [],
        missing,
        fingerprint: fingerprintOf(design, rule.id, places, { missing: fact }),
      },
    };
  });
}

/** Everything that one run of all rules gives, the edits included. */
export function runRules(design: Design, options: CheckOptions, rules: readonly Rule[] = allRules) {
  const goals = goalsOf(design);
  const settled: Settled[] = [];
  const passed: Passed[] = [];
  for (const rule of rules) {
    const undecided: UndecidedCheck[] = [];
    for (const outcome of rule.check(design)) {
      if (outcome.verdict === 'failed') settled.push(failedFinding(design, rule, outcome, options.today));
      else if (outcome.verdict === 'cannot-tell') undecided.push(outcome);
      else
        passed.push({
          rule: rule.id,
          category: rule.category,
          title: rule.holds,
          at: outcome.at,
          evidence: outcome.evidence,
        });
    }
    settled.push(...undecidedFindings(design, rule, undecided, rule.severity(goals)));
  }
  const keyOf = sortKeyOf(design);
  const sorted = byKey(settled, ({ finding }) => {
    const severity =
      finding.verdict === 'cannot-tell' ? severityOrder.length : severityOrder.indexOf(finding.severity);
    const rank = digits(severity) + digits(categories.indexOf(finding.category));
    return keyOf(finding.at, rank, finding.rule + finding.text);
  });
  const sortedPassed = byKey(passed, (one) =>
    keyOf(one.at, digits(categories.indexOf(one.category)) + one.rule, one.evidence),
  );
  return { settled: sorted, passed: sortedPassed };
}

/** Judges a design. Pure: the same design and day give the same result, whatever the order of its resources. */
export function check(design: Design, options: CheckOptions): CheckResult {
  const { settled, passed } = runRules(design, options);
  const findings = settled.map(({ finding }) => finding);
  const open = findings.filter((finding) => finding.verdict === 'failed' && !finding.accepted);
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    passed,
    summary: {
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      passed: passed.length,
      cannotTell: findings.filter((finding) => finding.verdict === 'cannot-tell').length,
      accepted: findings.filter((finding) => finding.accepted).length,
    },
  };
}
