import type { Design, ResourceId } from '#model';
import { type CheckOptions, runRules } from './check.ts';
import type { Finding } from './finding.ts';
import type { Settled } from './judgement.ts';

/** The design with one fix applied, or `undefined` when the finding is no longer there or offers no such fix. */
export function applyFix(
  design: Design,
  fingerprint: string,
  fixIndex: number,
  newId: () => ResourceId,
  today: string,
): Design | undefined {
  const { settled } = runRules(design, { today });
  const found = settled.find(({ finding }) => finding.fingerprint === fingerprint);
  return found?.fixes[fixIndex]?.apply(design, newId);
}

const isOpenError = (finding: Finding) => finding.severity === 'error' && !finding.accepted;

/** Failed errors by rule and places: the facts of a case may change with its surroundings. */
const errorsIn = (settled: readonly Settled[]): ReadonlySet<string> =>
  new Set(
    settled.flatMap(({ finding: { severity, verdict, rule, at } }) =>
      severity === 'error' && verdict === 'failed' ? `${rule} ${at.join()}` : [],
    ),
  );

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
    if (!next) break;
    tried.add(next.finding.fingerprint);
    const fixed = next.fixes[0]?.apply(current, newId) ?? current;
    const after = runRules(fixed, options).settled;
    const before = errorsIn(settled);
    if (![...errorsIn(after)].every((error) => before.has(error))) continue;
    current = fixed;
    settled = after;
  }
  return current;
}
