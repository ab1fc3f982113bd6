import { type Design, flatMapped } from '#model';
import { allRules } from './all-rules.ts';
import { type CheckResult, categories, type Severity } from './finding.ts';
import { judgementOf, type Settled } from './judgement.ts';
import type { Rule } from './rule.ts';

export interface CheckOptions {
  /** ISO date; accepted findings return after the day they expire. */
  readonly today: string;
  /** Rules of an organisation, judged beside Isoplan's own. */
  readonly custom?: readonly Rule[] | undefined;
}

/** Of one category after the other, and in each by id. */
const inOrder = (rules: readonly Rule[]): readonly Rule[] =>
  rules.toSorted(
    (one, other) =>
      categories.indexOf(one.category) - categories.indexOf(other.category) || (one.id < other.id ? -1 : 1),
  );

const allInOrder = inOrder(allRules);

const rulesFor = (custom: readonly Rule[] = [], rules: readonly Rule[] | undefined): readonly Rule[] =>
  rules ? inOrder(rules) : [...allInOrder, ...inOrder(custom)];

/** As accepted, where someone accepted it; the day it expires on is the last on which that counts. */
function withAcceptance({ accepted }: Design, settled: Settled, today: string): Settled {
  if (accepted.length === 0) return settled;
  const found = accepted.find((one) => one.fingerprint === settled.finding.fingerprint);
  if (!found) return settled;
  const isInForce = found.expires === undefined || today <= found.expires;
  return { ...settled, finding: { ...settled.finding, [isInForce ? 'accepted' : 'lapsed']: found } };
}

/** Everything that one run of all rules gives, the edits included. */
export function runRules(design: Design, { today, custom }: CheckOptions, rules?: readonly Rule[]) {
  const judgements = rulesFor(custom, rules).map((rule) => judgementOf(design, rule));
  const settled = flatMapped(judgements, (one) => one.settled)
    .map((one) => withAcceptance(design, one, today))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return { settled, passed: flatMapped(judgements, (one) => one.passed) };
}

/** Judges a design. Pure: the same design and day give the same result, whatever the order of its resources. */
export function check(design: Design, options: CheckOptions): CheckResult {
  const { settled, passed } = runRules(design, options);
  const findings = settled.map(({ finding }) => finding);
  const open = findings.filter((finding) => !finding.accepted);
  const failed = open.filter(({ verdict }) => verdict === 'failed');
  const count = (severity: Severity) => failed.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    passed,
    summary: {
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      passed: passed.length,
      cannotTell: open.length - failed.length,
      accepted: findings.length - open.length,
    },
  };
}
