import { type Design, type Goals, question, type ResourceId } from '#model';
import type { Hop, MissingFact } from '#network';
import { contextOf, type RuleContext } from './context.ts';
import type { Explanation } from './explanation.ts';
import type { Category, Ghost, Passed, Severity } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';

export type { RuleContext } from './context.ts';

/** A change that settles a finding. Pure: ids of what it adds come from the caller. */
export interface Fix {
  readonly title: string;
  /** Each change in words. */
  readonly changes: readonly string[];
  apply(design: Design, newId: () => ResourceId): Design;
}

interface RuleMeta {
  /** Named for the fault, kebab-case, the file's name; never reused. */
  readonly id: string;
  readonly category: Category;
  /** The fault in a few words. */
  readonly title: string;
  /** What is true where the rule passes. */
  readonly holds: string;
  readonly remedy: string;
  /** Of an organisation's own rule, which brings it along: those of Isoplan's are apart, for they are read on use. */
  readonly explanation?: Explanation;
  /** Of a case that does not say otherwise. */
  severity(goals: Goals): Severity;
}

/** Words of each kind of case, given its facts. */
type Messages = Readonly<Record<string, (facts: never) => string>>;

interface CaseDetails {
  /** The first is the one to change. */
  readonly at: ResourceId | readonly ResourceId[];
  readonly evidence?: string | readonly string[] | undefined;
  readonly severity?: Severity | undefined;
  /** Where the rule's own remedy does not fit the case. */
  readonly remedy?: string | undefined;
  /** What `doubtOf` says of the catalogue entry that decides the case: it makes an error a warning that says so. */
  readonly doubt?: string | undefined;
  readonly ghosts?: readonly Ghost[] | undefined;
  readonly hops?: readonly Hop[] | undefined;
  readonly fix?: Fix | undefined;
}

/** A case to report, typed by the rule's own messages. */
type Case<M extends Messages> = {
  [Id in keyof M & string]: CaseDetails & { readonly message: Id; readonly facts: Parameters<M[Id]>[0] };
}[keyof M & string];

/** A check that was made and held. */
interface PassedCheck {
  readonly verdict: 'passed';
  readonly at: readonly ResourceId[];
  readonly evidence: string;
}

/** A check that the document does not decide. */
export interface UndecidedCheck {
  readonly verdict: 'cannot-tell';
  readonly at: readonly ResourceId[];
  readonly missing: MissingFact;
}

/** A check that failed, worded. */
export interface FailedCheck {
  readonly at: readonly ResourceId[];
  readonly message: string;
  readonly facts: unknown;
  readonly text: string;
  readonly severity: Severity;
  readonly remedy: string;
  readonly evidence: readonly string[];
  readonly ghosts: readonly Ghost[];
  readonly hops?: readonly Hop[];
  readonly fixes: readonly Fix[];
  /** Of rule, resource ids and facts; never of the wording. */
  readonly fingerprint: string;
}

/** What a rule came to, each list in the order of its checks. */
export interface Outcomes {
  readonly failed: readonly FailedCheck[];
  readonly undecided: readonly UndecidedCheck[];
  readonly passed: readonly Passed[];
}

/** A rule as the engine runs it. */
export interface Rule extends RuleMeta {
  readonly messageIds: readonly string[];
  /** The same object for as long as nothing that it rests on is edited. */
  check(design: Design): Outcomes;
}

const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

/** A check that held, with what shows it. */
export const passed = (at: ResourceId | readonly ResourceId[], evidence: string): PassedCheck => ({
  verdict: 'passed',
  at: listOf(at),
  evidence,
});

/** A check that lacks a fact. Facts of one wording are reported once, with every place that lacks them. */
export const cannotTell = (at: ResourceId | readonly ResourceId[], missing: MissingFact): UndecidedCheck => ({
  verdict: 'cannot-tell',
  at: listOf(at),
  missing,
});

/** What no page confirms is never called an error. */
const mildened = (severity: Severity, doubt: string | undefined): Severity =>
  doubt !== undefined && severity === 'error' ? 'warning' : severity;

const textOf = (text: string, doubt: string | undefined): string =>
  doubt === undefined ? text : `${text} (no source confirms it)`;

/** Joins a rule's facts, words and check; wrong facts or an unknown message do not compile. */
export function defineRule<const M extends Messages>(
  draft: RuleMeta & {
    readonly messages: M;
    check(context: RuleContext): Iterable<Case<M> | PassedCheck | UndecidedCheck>;
  },
): Rule {
  const { messages, check, ...meta } = draft;
  const failed = (found: Case<M>, { design, goals }: RuleContext): FailedCheck => ({
    at: listOf(found.at),
    fingerprint: fingerprintOf(design, meta.id, listOf(found.at), found.facts),
    message: found.message,
    facts: found.facts,
    text: textOf((messages[found.message] as (facts: unknown) => string)(found.facts), found.doubt),
    severity: mildened(found.severity ?? meta.severity(goals), found.doubt),
    remedy: found.remedy ?? meta.remedy,
    evidence: [
      ...(found.evidence === undefined ? [] : listOf(found.evidence)),
      ...(found.doubt === undefined ? [] : [found.doubt]),
    ],
    ghosts: found.ghosts ?? [],
    ...(found.hops ? { hops: found.hops } : {}),
    fixes: found.fix ? [found.fix] : [],
  });
  const held = ({ at, evidence }: PassedCheck): Passed => ({
    rule: meta.id,
    category: meta.category,
    title: meta.holds,
    at,
    evidence,
  });
  const outcomes = question((design, _: 'all'): Outcomes => {
    const context = contextOf(design);
    const found = { failed: [] as FailedCheck[], undecided: [] as UndecidedCheck[], passed: [] as Passed[] };
    for (const one of check(context))
      if (!('verdict' in one)) found.failed.push(failed(one, context));
      else if (one.verdict === 'passed') found.passed.push(held(one));
      else found.undecided.push(one);
    return found;
  });
  return {
    ...meta,
    messageIds: Object.keys(messages),
    check: (design) => outcomes(design, 'all'),
  };
}
