import type { Design, ResourceId } from '#model';
import { type CheckOptions, runRules } from './check.ts';
import type { Finding } from './finding.ts';
import type { Settled } from './judgement.ts';
import type { Fix } from './rule.ts';

const isOpenError = (finding: Finding) => finding.severity === 'error' && !finding.accepted;

/** By rule and what is to change: the facts of a case, and who else it concerns, may change with its surroundings. */
const keyOf = ({ rule, at: [first] }: Finding) => `${rule} ${first}`;

const isFailedError = ({ finding }: Settled) => finding.severity === 'error' && finding.verdict === 'failed';

/** Keys of failed errors. */
const errorsIn = (settled: readonly Settled[]): ReadonlySet<string> =>
  new Set(settled.filter(isFailedError).map(({ finding }) => keyOf(finding)));

/** A design after a fix, and all that was done to it, each change in words. */
interface Applied {
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

/**
 * The design with the first fix of every finding that `wanted` picks (open errors when left out), until none is
 * left that a fix can settle. What would raise a new error is left alone. The same object when there is nothing to fix.
 */
export function fixAll(
  design: Design,
  newId: () => ResourceId,
  options: CheckOptions,
  wanted: (finding: Finding) => boolean = isOpenError,
): Design {
  const tried = new Set<string>();
  let current = design;
  let { settled } = runRules(current, options);
  while (tried.size < mostFixes) {
    const next = settled.find(
      ({ finding, fixes }) => fixes.length > 0 && wanted(finding) && !tried.has(finding.fingerprint),
    );
    if (!next?.fixes[0]) break;
    tried.add(next.finding.fingerprint);
    const before = errorsIn(settled);
    const { design: fixed } = withConsequences(current, next.fixes[0], before, newId, options);
    const after = runRules(fixed, options).settled;
    if (![...errorsIn(after)].every((error) => before.has(error))) continue;
    current = fixed;
    settled = after;
  }
  return current;
}
