import { type Design, emptyDesign } from '#model';
import { check } from '#rules';
import type { Verdict } from './check-scheduler.ts';

/** What the page sends for each check. */
export interface CheckRequest {
  readonly design: Design;
  /** ISO date. */
  readonly today: string;
}

self.onmessage = ({ data: { design, today } }: MessageEvent<CheckRequest>) => {
  const started = performance.now();
  const result = check(design, { today });
  const verdict: Verdict = { result, tookMs: performance.now() - started };
  self.postMessage(verdict);
};

// Before anybody asks: the first verdict is then as quick as those that follow it.
check(emptyDesign(''), { today: '' });
void import('#blueprints').then(({ blueprints: [first] }) => {
  if (first) check(first.build(), { today: '' });
});
