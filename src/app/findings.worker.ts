import { type CustomRules, emptyDesign } from '#model';
import { check } from '#rules';
import type { Verdict } from './check-scheduler.ts';
import { createDeltaReceiver, type DesignDelta } from './design-delta.ts';

/** What the page sends for each check. */
export interface CheckRequest {
  readonly delta: DesignDelta;
  /** ISO date. */
  readonly today: string;
  readonly custom: readonly CustomRules[];
}

const receive = createDeltaReceiver();

self.onmessage = ({ data: { delta, today, custom } }: MessageEvent<CheckRequest>) => {
  const started = performance.now();
  const result = check(receive(delta), { today, custom });
  const verdict: Verdict = { result, tookMs: performance.now() - started };
  self.postMessage(verdict);
};

// Before anybody asks: the first verdict is then as quick as those that follow it.
check(emptyDesign(''), { today: '' });
void import('#blueprints').then(({ blueprints: [first] }) => {
  if (first) check(first.build(), { today: '' });
});
