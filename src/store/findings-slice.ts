import type { StateCreator } from 'zustand/vanilla';
import type { InternetGroup } from '#drawing';
import { isAlike } from '#model';
import type { CheckResult } from '#rules';
import type { State } from './state.ts';

/** What stands for a design before its first verdict. */
export const nothingChecked: CheckResult = {
  findings: [],
  passed: [],
  summary: { errors: 0, warnings: 0, notes: 0, passed: 0, cannotTell: 0, accepted: 0 },
};

/**
 * The new verdict, in which a finding that says what it said is the object it was, and the old verdict where nothing is
 * new: nothing of it renders anew.
 */
export function withKnownFindings(before: CheckResult, after: CheckResult): CheckResult {
  if (before.findings.length === 0) return after;
  if (isAlike(before, after)) return before;
  const known = new Map(before.findings.map((finding) => [finding.fingerprint, finding]));
  const findings = after.findings.map((finding) => {
    const old = known.get(finding.fingerprint);
    return old && isAlike(old, finding) ? old : finding;
  });
  return { ...after, findings };
}

/** Whether what changed may change the verdict: positions alone do not. */
export const isJudgedAnew = (
  { design, customRules }: State,
  { design: past, customRules: pastRules }: State,
): boolean =>
  customRules !== pastRules ||
  design.resources !== past.resources ||
  design.goals !== past.goals ||
  design.source !== past.source ||
  design.accepted !== past.accepted;

/** The last verdict on the design; it trails the design by one run of the worker. */
export interface FindingsSlice {
  readonly result: CheckResult;
  readonly isChecking: boolean;
  /** The last check broke off: `result` is the one before it, or none. */
  readonly hasCheckFailed: boolean;
  /** Undefined until the design on screen has a verdict. */
  readonly checkedInMs: number | undefined;
  /** The ways between the design and the internet, as far as they were told with the verdict. */
  readonly internet: readonly InternetGroup[] | undefined;
  /** Counts up with every verdict, also one that says what the last has said. */
  readonly verdicts: number;
  setChecking(): void;
  setResult(result: CheckResult, tookMs: number, internet?: readonly InternetGroup[]): void;
  setCheckFailed(): void;
}

/** What changes with a verdict. */
export const verdictOn = (
  { result: before, internet: known, verdicts }: FindingsSlice,
  result: CheckResult,
  checkedInMs: number,
  internet: readonly InternetGroup[] | undefined,
) => ({
  result: withKnownFindings(before, result),
  checkedInMs,
  internet: isAlike(known, internet) ? known : internet,
  verdicts: verdicts + 1,
  isChecking: false,
  hasCheckFailed: false,
});

export const createFindingsSlice: StateCreator<State, [], [], FindingsSlice> = (set) => ({
  result: nothingChecked,
  isChecking: false,
  hasCheckFailed: false,
  checkedInMs: undefined,
  internet: undefined,
  verdicts: 0,
  setChecking: () => set({ isChecking: true }),
  setResult: (result, checkedInMs, internet) =>
    set((before) => verdictOn(before, result, checkedInMs, internet)),
  setCheckFailed: () =>
    set({ checkedInMs: undefined, internet: undefined, isChecking: false, hasCheckFailed: true }),
});
