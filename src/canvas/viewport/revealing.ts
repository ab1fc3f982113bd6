import {
  beginningOf,
  type Frame,
  isInView,
  isTouched,
  revealingViewport,
  type Viewport,
  type Window,
} from './fitting.ts';

/** Kept free between what is shown and a bar, in CSS pixels. */
const gap = 12;

/**
 * The viewport that shows at least one of several frames, and its beginning under none of the `bars`: the same object
 * where one is seen so already, else moved no further than the nearest needs. Where the view has to move it comes at
 * least as close as `closest`.
 */
export function revealing(
  frames: readonly Frame[],
  window: Window,
  before: Viewport,
  bars: readonly Frame[] = [],
  closest?: number,
): Viewport {
  const wayTo = ({ x, y }: Viewport) => Math.hypot(x - before.x, y - before.y);
  let nearest: Viewport | undefined;
  for (const frame of frames) {
    const view = clearOf(bars, frame, window, revealingViewport(frame, window, before, closest));
    if (!nearest || wayTo(view) < wayTo(nearest)) nearest = view;
  }
  return nearest ?? before;
}

/** Moved on by the least that brings a frame out from under the bars, where there is room for it. */
function clearOf(bars: readonly Frame[], frame: Frame, window: Window, view: Viewport): Viewport {
  const isUnder = ({ zoom, x, y }: Viewport) =>
    bars.some((bar) => isTouched(beginningOf(frame, zoom), bar, { zoom, x: x - bar.x, y: y - bar.y }));
  if (!isUnder(view)) return view;
  const { width, height } = beginningOf(frame, view.zoom);
  const [left, top] = [frame.x * view.zoom + view.x, frame.y * view.zoom + view.y];
  const [right, bottom] = [left + width * view.zoom, top + height * view.zoom];
  const ways = bars.flatMap((bar) => [
    { x: bar.x + bar.width + gap - left, y: 0 },
    { x: bar.x - gap - right, y: 0 },
    { x: 0, y: bar.y + bar.height + gap - top },
    { x: 0, y: bar.y - gap - bottom },
  ]);
  return (
    ways
      .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
      .map((by) => ({ ...view, x: Math.round(view.x + by.x), y: Math.round(view.y + by.y) }))
      .find((one) => isInView(frame, window, one) && !isUnder(one)) ?? view
  );
}
