import type { InternetGroup } from '#drawing';
import type { Design } from '#model';
import type { CheckResult } from '#rules';

export interface Verdict {
  readonly result: CheckResult;
  readonly tookMs: number;
  /** The ways between the design and the internet: the check has followed most of their packets anyway. */
  readonly internet: readonly InternetGroup[];
}

export interface CheckScheduler {
  /** Asks for a check of this design; of several asked for during a check only the last is made. */
  request(design: Design): void;
}

/** Runs one check at a time, off the main thread; verdicts on designs that were overtaken are not published. */
export function createCheckScheduler(options: {
  check(design: Design): Promise<Verdict>;
  publish(verdict: Verdict): void;
  fail(reason: unknown): void;
}): CheckScheduler {
  let isRunning = false;
  let waiting: Design | undefined;

  const run = async (design: Design) => {
    isRunning = true;
    try {
      const verdict = await options.check(design);
      if (!waiting) options.publish(verdict);
    } catch (reason) {
      if (!waiting) options.fail(reason);
    }
    isRunning = false;
    const next = waiting;
    waiting = undefined;
    if (next) void run(next);
  };

  return {
    request(design) {
      if (isRunning) waiting = design;
      else void run(design);
    },
  };
}
