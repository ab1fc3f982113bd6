import type { Design, ResourceId } from '#model';
import { type CheckOptions, runRules } from './check.ts';
import type { Finding } from './finding.ts';

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

/**
 * The design with the first fix of every finding that `wanted` picks (open errors when left out), until none is
 * left that a fix can settle. The same object when there is nothing to fix.
 */
export function fixAll(
  design: Design,
  newId: () => ResourceId,
  options: CheckOptions,
  wanted: (finding: Finding) => boolean = isOpenError,
): Design {
  const tried = new Set<string>();
  let current = design;
  for (;;) {
    const { settled } = runRules(current, { today: options.today });
    const next = settled.find(
      ({ finding, fixes }) => fixes.length > 0 && wanted(finding) && !tried.has(finding.fingerprint),
    );
    if (!next) return current;
    tried.add(next.finding.fingerprint);
    current = next.fixes[0]?.apply(current, newId) ?? current;
  }
}
