import type { Category, CheckResult, Finding, Passed } from '#rules';
import type { SeverityFilter } from '#store';

/** The filter that shows a finding: what is accepted is counted on its own. */
const partOf = ({ accepted, verdict, severity }: Finding): SeverityFilter =>
  accepted ? 'accepted' : verdict === 'failed' ? severity : verdict;

/** What the filters leave of a verdict. */
export function wantedOf(
  result: CheckResult,
  severity: SeverityFilter,
  category: Category | undefined,
): { findings: readonly Finding[]; passed: readonly Passed[] } {
  const inCategory = (one: { category: string }) => category === undefined || one.category === category;
  if (severity === 'passed') return { findings: [], passed: result.passed.filter(inCategory) };
  const findings = result.findings.filter(
    (finding) => inCategory(finding) && (severity === 'all' || severity === partOf(finding)),
  );
  return { findings, passed: [] };
}

/** How many rows each filter would show of a part of the checklist, or of all of it. */
export function countsOf(
  result: CheckResult,
  category: Category | undefined,
): Readonly<Record<SeverityFilter, number>> {
  const { errors, warnings, notes, cannotTell, accepted, passed } = result.summary;
  if (category === undefined)
    return {
      all: result.findings.length,
      error: errors,
      warning: warnings,
      note: notes,
      'cannot-tell': cannotTell,
      accepted,
      passed,
    };
  const count = (filter: SeverityFilter) => {
    const shown = wantedOf(result, filter, category);
    return shown.findings.length + shown.passed.length;
  };
  return {
    all: count('all'),
    error: count('error'),
    warning: count('warning'),
    note: count('note'),
    'cannot-tell': count('cannot-tell'),
    accepted: count('accepted'),
    passed: count('passed'),
  };
}
