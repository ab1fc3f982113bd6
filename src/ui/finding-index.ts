import type { ResourceId } from '#model';
import type { CheckResult, Finding, Severity } from '#rules';

/** The findings of each resource, and the number that each bears everywhere. */
export interface FindingIndex {
  /** By fingerprint: the place in the list, as on the drawing. */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly findingOf: ReadonlyMap<string, Finding>;
  /** Worst first, as in the list. */
  readonly at: ReadonlyMap<ResourceId, readonly Finding[]>;
}

const indexes = new WeakMap<CheckResult, FindingIndex>();

/** Built once for each verdict. */
export const findingIndexOf = (result: CheckResult): FindingIndex => {
  const known = indexes.get(result);
  if (known) return known;
  const numberOf = new Map<string, number>();
  const findingOf = new Map<string, Finding>();
  const at = new Map<ResourceId, Finding[]>();
  for (const finding of result.findings) {
    numberOf.set(finding.fingerprint, numberOf.size + 1);
    findingOf.set(finding.fingerprint, finding);
    for (const resource of new Set(finding.at)) {
      const found = at.get(resource);
      if (found) found.push(finding);
      else at.set(resource, [finding]);
    }
  }
  const index = { numberOf, findingOf, at };
  indexes.set(result, index);
  return index;
};

/** How a finding is marked. */
export const toneOf = (finding: Finding): Severity | 'cannot-tell' =>
  finding.verdict === 'cannot-tell' ? 'cannot-tell' : finding.severity;
