import type { StateCreator } from 'zustand/vanilla';
import type { CheckResult } from '#rules';
import type { State } from './state.ts';

const nothingChecked: CheckResult = {
  findings: [],
  passed: [],
  summary: { errors: 0, warnings: 0, notes: 0, passed: 0, cannotTell: 0, accepted: 0 },
};

/** The last verdict on the design; it trails the design by one run of the worker. */
export interface FindingsSlice {
  readonly result: CheckResult;
  readonly isChecking: boolean;
  readonly checkedInMs: number | undefined;
  setChecking(): void;
  setResult(result: CheckResult, tookMs: number): void;
}

export const createFindingsSlice: StateCreator<State, [], [], FindingsSlice> = (set) => ({
  result: nothingChecked,
  isChecking: false,
  checkedInMs: undefined,
  setChecking: () => set({ isChecking: true }),
  setResult: (result, checkedInMs) => set({ result, checkedInMs, isChecking: false }),
});
