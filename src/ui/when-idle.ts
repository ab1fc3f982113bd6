/** Milliseconds after which a browser that cannot say when it is idle is taken to be so. */
const pauseMs = 60;

/** Calls back in a moment that nobody needs, and soon in Safari, which tells of none; returns how to call that off. */
export function whenIdle(call: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const moment = requestIdleCallback(() => call());
    return () => cancelIdleCallback(moment);
  }
  const timer = setTimeout(call, pauseMs);
  return () => clearTimeout(timer);
}
