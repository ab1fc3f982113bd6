import {
  compareDesigns,
  type Design,
  kindInSentence,
  propertyInWords,
  type Resource,
  type ResourceId,
} from '#model';
import { keepAddresses } from '#network';
import { type CheckOptions, runRules } from './check.ts';
import { type Finding, isFixable, type Severity } from './finding.ts';
import type { Settled } from './judgement.ts';
import type { Fix } from './rule.ts';
import { isTold } from './told-names.ts';

/** Which fixes are to be made. */
export type FixOrder =
  /** One offer of one finding. */
  | { readonly what: 'one'; readonly fingerprint: string; readonly offer: number }
  /** The first offer of each of these findings, as if somebody had made the edits: the check tells what they raise. */
  | { readonly what: 'these'; readonly fingerprints: readonly string[] }
  /** The first offer of every finding of a rule or of a severity that can be settled without raising an error. */
  | { readonly what: 'all'; readonly rule?: string; readonly severity?: Severity };

/** By rule and what is to change: the facts of a case, and who else it concerns, may change with its surroundings. */
const keyOf = ({ rule, at: [first] }: Finding) => `${rule} ${first}`;

const isFailedError = ({ finding }: Settled) => finding.severity === 'error' && finding.verdict === 'failed';

/** Keys of failed errors. */
const errorsIn = (settled: readonly Settled[]): ReadonlySet<string> =>
  new Set(settled.filter(isFailedError).map(({ finding }) => keyOf(finding)));

/** A design after fixes, and all that was done to it, each change in words. */
export interface Applied {
  readonly design: Design;
  readonly changes: readonly string[];
}

/** Enough for what one change can bring with it. */
const mostConsequences = 24;

/**
 * One fix with what it calls for: errors that it brings forth are settled by their own first fixes, so that an endpoint
 * comes with the links and the forwarders that its name takes. What has no fix stays, for the check to tell.
 */
function withConsequences(
  design: Design,
  fix: Fix,
  before: ReadonlySet<string>,
  newId: () => ResourceId,
  options: CheckOptions,
): Applied {
  const tried = new Set<string>();
  const changes = [...fix.changes];
  let current = fix.apply(design, newId);
  while (tried.size < mostConsequences) {
    const next = runRules(current, options).settled.find(
      (one) =>
        isFailedError(one) &&
        one.fixes.length > 0 &&
        !before.has(keyOf(one.finding)) &&
        !tried.has(one.finding.fingerprint),
    );
    if (!next) break;
    tried.add(next.finding.fingerprint);
    const [consequence] = next.fixes;
    if (!consequence) continue;
    current = consequence.apply(current, newId);
    changes.push(...consequence.changes);
  }
  return { design: current, changes: [...new Set(changes)] };
}

/** One fix applied with what it calls for, or `undefined` when the finding is no longer there or offers no such fix. */
export function tryFix(
  design: Design,
  fingerprint: string,
  fixIndex: number,
  newId: () => ResourceId,
  today: string,
): Applied | undefined {
  const { settled } = runRules(design, { today });
  const fix = settled.find(({ finding }) => finding.fingerprint === fingerprint)?.fixes[fixIndex];
  return fix && withConsequences(design, fix, errorsIn(settled), newId, { today });
}

/** The design that `tryFix` makes. */
export const applyFix = (...given: Parameters<typeof tryFix>): Design | undefined => tryFix(...given)?.design;

/** Enough for any design; a fix that brings forth its own finding anew comes to an end. */
const mostFixes = 1_000;

/** Fixes of every finding that is wanted, until none is left that a fix can settle; yields which part is done. */
function* fixEvery(
  design: Design,
  { rule, severity }: Extract<FixOrder, { what: 'all' }>,
  newId: () => ResourceId,
  options: CheckOptions,
): Generator<number, Applied> {
  const isWanted = (finding: Finding) =>
    isFixable(finding) &&
    (rule === undefined || finding.rule === rule) &&
    (severity === undefined || finding.severity === severity);
  const tried = new Set<string>();
  const changes: string[] = [];
  let current = design;
  let { settled } = runRules(current, options);
  const total = settled.filter(({ finding }) => isWanted(finding)).length;
  while (tried.size < mostFixes) {
    const next = settled.find(({ finding }) => isWanted(finding) && !tried.has(finding.fingerprint));
    if (!next?.fixes[0]) break;
    tried.add(next.finding.fingerprint);
    yield Math.min(1, tried.size / (total + 1));
    const before = errorsIn(settled);
    const fixed = withConsequences(current, next.fixes[0], before, newId, options);
    const after = runRules(fixed.design, options).settled;
    if (![...errorsIn(after)].every((error) => before.has(error))) continue;
    current = fixed.design;
    changes.push(...fixed.changes);
    settled = after;
  }
  return { design: current, changes: [...new Set(changes)] };
}

/** The first fixes of certain findings, one after the other; what is no longer found is passed over. */
function* fixThese(
  design: Design,
  fingerprints: readonly string[],
  newId: () => ResourceId,
  { today }: CheckOptions,
): Generator<number, Applied> {
  const changes: string[] = [];
  let current = design;
  for (const [at, fingerprint] of fingerprints.entries()) {
    yield at / fingerprints.length;
    const applied = tryFix(current, fingerprint, 0, newId, today);
    if (!applied) continue;
    current = applied.design;
    changes.push(...applied.changes);
  }
  return { design: current, changes: [...new Set(changes)] };
}

/** With a step for each resource that comes, goes or changes although no step says so: nothing is done in silence. */
function toldInFull(before: Design, { design, changes }: Applied): Applied {
  const said = changes.join('\n');
  const { added, removed, changed } = compareDesigns(before, design);
  const kindOf = ({ kind }: Resource) => kindInSentence(kind);
  const isSaid = (one: Resource) =>
    [one.name, kindOf(one), `${kindOf(one)}s`].some((text) => isTold(said, text));
  const untold = [
    ...added.filter((one) => !isSaid(one)).map((one) => `Add ${kindOf(one)} ${one.name}`),
    ...changed
      .filter(({ after }) => !isTold(said, after.name))
      .map(({ after, changes: own }) => {
        const properties = new Set(own.map(({ property }) => propertyInWords(property.split('/')[0] ?? '')));
        return `Change the ${[...properties].join(' and ')} of ${kindOf(after)} ${after.name}`;
      }),
    ...removed.filter((one) => !isSaid(one)).map((one) => `Remove ${kindOf(one)} ${one.name}`),
  ];
  return { design, changes: [...changes, ...untold] };
}

function* stepsOf(
  design: Design,
  order: FixOrder,
  newId: () => ResourceId,
  options: CheckOptions,
): Generator<number, Applied> {
  if (order.what === 'all') return yield* fixEvery(design, order, newId, options);
  if (order.what === 'these') return yield* fixThese(design, order.fingerprints, newId, options);
  const applied = tryFix(design, order.fingerprint, order.offer, newId, options.today);
  return applied ?? { design, changes: [] };
}

/**
 * Carries an order out step by step, so that whoever does it can do something else between two steps, or stop. Yields
 * which part is done, from 0 to 1. Gives the design as it was, the same object, where nothing could be fixed.
 */
export function* fixSteps(
  design: Design,
  order: FixOrder,
  newId: () => ResourceId,
  options: CheckOptions,
): Generator<number, Applied> {
  const fixed = toldInFull(design, yield* stepsOf(design, order, newId, options));
  return { ...fixed, design: keepAddresses(design, fixed.design) };
}

/** What an order leads to, in one go. */
export function carryOut(...given: Parameters<typeof fixSteps>): Applied {
  const steps = fixSteps(...given);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
