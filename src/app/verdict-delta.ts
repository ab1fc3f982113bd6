import type { CheckResult, Finding, Passed } from '#rules';
import type { Verdict } from './check-scheduler.ts';
import { createListReceiver, createListSender, type ListDelta } from './list-delta.ts';

/** A verdict for someone who has an earlier one. */
export interface VerdictDelta extends Omit<Verdict, 'result'> {
  readonly result: Omit<CheckResult, 'findings' | 'passed'> & {
    readonly findings: ListDelta<Finding>;
    readonly passed: ListDelta<Passed>;
  };
}

/** Tells one receiver of each verdict only what is new: an edit leaves most of what was found as it was. */
export function createVerdictSender(): (verdict: Verdict) => VerdictDelta {
  const [sendFindings, sendPassed] = [createListSender<Finding>(), createListSender<Passed>()];
  return ({ result, ...rest }) => ({
    ...rest,
    result: { ...result, findings: sendFindings(result.findings), passed: sendPassed(result.passed) },
  });
}

/** The other end, which has to hear every verdict, in order. */
export function createVerdictReceiver(): (delta: VerdictDelta) => Verdict {
  const [receiveFindings, receivePassed] = [createListReceiver<Finding>(), createListReceiver<Passed>()];
  return ({ result, ...rest }) => ({
    ...rest,
    result: { ...result, findings: receiveFindings(result.findings), passed: receivePassed(result.passed) },
  });
}
