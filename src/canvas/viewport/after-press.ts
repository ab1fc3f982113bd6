/** Milliseconds after a press on the drawing in which a second one may belong to it. */
const betweenPresses = 500;
/** Milliseconds until a press that is not over is looked at again. */
const patience = 50;

const last = { isDown: false, at: Number.NEGATIVE_INFINITY };

/** Hears of presses on the drawing; returns what ends that. */
export function followPresses(): () => void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  window.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!(target instanceof Element && target.closest('.canvas-surface'))) return;
      last.isDown = true;
      last.at = performance.now();
    },
    options,
  );
  const onUp = () => {
    last.isDown = false;
  };
  for (const up of ['pointerup', 'pointercancel']) window.addEventListener(up, onUp, options);
  return () => listening.abort();
}

/**
 * Acts at once, but while the drawing is pressed, and until it is plain that no second press follows, not before that: what
 * is aimed at stays under the pointer. Returns what calls it off.
 */
export function afterPress(act: () => void): () => void {
  let timer: number | undefined;
  const look = () => {
    const left = last.isDown ? patience : last.at + betweenPresses - performance.now();
    if (left > 0) timer = window.setTimeout(look, left);
    else act();
  };
  look();
  return () => window.clearTimeout(timer);
}
