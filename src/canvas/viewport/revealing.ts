import {
  type Frame,
  forPanel,
  inset,
  isInView,
  isTouched,
  isUnder,
  type Viewport,
  type Window,
} from './fitting.ts';

/** Kept free around what somebody asked for, in CSS pixels. */
const margin = 24;
/** Kept free between what is shown and what floats over the canvas, or the border of that. */
const gap = 12;

/** Of what holds others, this much has to be in sight: the upper left part, which holds its name, in CSS pixels. */
const glimpse = { width: 180, height: 60 };

/** The part of a frame that says what it is. */
export const beginningOf = ({ x, y, width, height }: Frame, zoom: number): Frame => ({
  x,
  y,
  width: Math.min(width, glimpse.width / zoom),
  height: Math.min(height, glimpse.height / zoom),
});

/** The least shift that brings a stretch into a window; of one that is longer its beginning. */
function shiftOf(start: number, length: number, room: number): number {
  const space = length + 2 * margin <= room ? margin : 0;
  if (start < space || length + 2 * space > room) return space - start;
  return Math.min(room - space - start - length, 0);
}

/** Whether a good part of the window shows a frame that is larger than the window. */
const overlaps = (frame: Frame, window: Window, { x, y, zoom }: Viewport): boolean =>
  frame.x * zoom + x < window.width / 2 &&
  frame.y * zoom + y < window.height / 2 &&
  (frame.x + frame.width) * zoom + x > window.width / 2 &&
  (frame.y + frame.height) * zoom + y > window.height / 2;

/**
 * The viewport that shows a frame, as near to the one before as can be: the same object where the frame is in view
 * already, else moved no further than needed. Where the view has to move it comes at least as close as `closest`.
 */
export function revealingViewport(frame: Frame, window: Window, before: Viewport, closest = 0): Viewport {
  const isLarge = frame.width * before.zoom > window.width || frame.height * before.zoom > window.height;
  if (isInView(frame, window, before) || (isLarge && overlaps(frame, window, before))) return before;
  const zoom = Math.max(before.zoom, closest);
  // Its middle stays where it is on screen while the view comes closer.
  const closer = {
    x: before.x + (frame.x + frame.width / 2) * (before.zoom - zoom),
    y: before.y + (frame.y + frame.height / 2) * (before.zoom - zoom),
    zoom,
  };
  const across = shiftOf(frame.x * zoom + closer.x, frame.width * zoom, window.width);
  const down = shiftOf(frame.y * zoom + closer.y, frame.height * zoom, window.height);
  return { x: Math.round(closer.x + across), y: Math.round(closer.y + down), zoom };
}

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

interface Way {
  readonly x: number;
  readonly y: number;
}

const lengthOf = ({ x, y }: Way): number => Math.hypot(x, y);

const movedBy = (view: Viewport, { x, y }: Way): Viewport => ({
  ...view,
  x: Math.round(view.x + x),
  y: Math.round(view.y + y),
});

/** Moved on by the least that brings the beginning of a frame out from under all bars, where there is room for it. */
function clearOf(bars: readonly Frame[], frame: Frame, window: Window, view: Viewport): Viewport {
  const beginning = beginningOf(frame, view.zoom);
  const isClear = (one: Viewport) => !bars.some((bar) => isUnder(beginning, bar, one));
  if (isClear(view)) return view;
  // Out of one bar it may come under another: the nearest free place is beside one and above or below another.
  const { x, y, width, height } = beginning;
  const [left, top] = [x * view.zoom + view.x, y * view.zoom + view.y];
  const [right, bottom] = [left + width * view.zoom, top + height * view.zoom];
  const across = [0, ...bars.flatMap((bar) => [bar.x + bar.width + gap - left, bar.x - gap - right])];
  const down = [0, ...bars.flatMap((bar) => [bar.y + bar.height + gap - top, bar.y - gap - bottom])];
  // What is too large for the window shows its beginning.
  const shown = isInView(frame, window, view) ? frame : beginning;
  return (
    across
      .flatMap((x) => down.map((y) => ({ x, y })))
      .sort((one, other) => lengthOf(one) - lengthOf(other))
      .map((way) => movedBy(view, way))
      .find((one) => isClear(one) && isInView(shown, window, one)) ?? view
  );
}

/** The least shift that brings a stretch between two borders; of one too long, what leaves no room bare beside it. */
function shiftBetween(start: number, length: number, [from, to]: readonly [number, number]): number {
  const end = start + length;
  if (start >= from && end <= to) return 0;
  const shifts = [from + inset - start, to - inset - end];
  return Math.min(Math.max(0, Math.min(...shifts)), Math.max(...shifts));
}

/** Seen from farther, with the middle of the window across where it is. */
function lowered(frame: Frame, window: Window, before: Viewport, least: number): Viewport {
  const zoom = (window.height - 2 * inset) / frame.height;
  const isWorthIt = zoom < before.zoom && zoom >= least && frame.height * before.zoom > window.height;
  const middle = ((window.left ?? 0) + window.width) / 2;
  return isWorthIt ? { x: middle - ((middle - before.x) * zoom) / before.zoom, y: before.y, zoom } : before;
}

/**
 * The viewport that shows a frame in a window that has changed, moved by the least: the same object where nothing of it
 * that could be seen is hidden. What is too high for the window is seen from farther where it has a `usual` zoom and loses
 * little of that; what is too wide never is, since a panel beside it opens under the hand.
 */
export function settled(frame: Frame, window: Window, before: Viewport, usual?: number): Viewport {
  const least = usual === undefined ? Number.POSITIVE_INFINITY : usual * (1 - forPanel);
  const view = lowered(frame, window, before, least);
  const { zoom } = view;
  const across = [window.left ?? 0, window.width] as const;
  const x = shiftBetween(frame.x * zoom + view.x, frame.width * zoom, across);
  const y = shiftBetween(frame.y * zoom + view.y, frame.height * zoom, [0, window.height]);
  return view === before && x === 0 && y === 0 ? before : movedBy(view, { x, y });
}

/** The part of a frame that a window shows; `undefined` where that is nothing. */
export function shownOf(frame: Frame, window: Window, view: Viewport): Frame | undefined {
  if (!isTouched(frame, window, view)) return undefined;
  const { x, y, zoom } = view;
  const left = Math.max(frame.x, ((window.left ?? 0) - x) / zoom);
  const top = Math.max(frame.y, -y / zoom);
  return {
    x: left,
    y: top,
    width: Math.min(frame.x + frame.width, (window.width - x) / zoom) - left,
    height: Math.min(frame.y + frame.height, (window.height - y) / zoom) - top,
  };
}
