type Job = () => void;

const waiting = new Set<Job>();
let isAsked = false;

const ask: (run: Job) => void =
  typeof requestIdleCallback === 'function'
    ? (run) => requestIdleCallback(run, { timeout: 500 })
    : (run) => setTimeout(run, 16);

function runNext() {
  isAsked = false;
  const [next] = waiting;
  if (!next) return;
  waiting.delete(next);
  next();
  askAgain();
}

function askAgain() {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  ask(runNext);
}

/** Runs jobs one at a time while the page has nothing else to do, in the order they came; gives what takes one back. */
export function whenIdle(job: Job): () => void {
  waiting.add(job);
  askAgain();
  return () => waiting.delete(job);
}
