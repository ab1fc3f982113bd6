import type { SceneItem } from '#drawing';
import { internetCard, measures } from '#layout';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Kept free at the edges of the window, in CSS pixels. */
const inset = 16;
export const smallestZoom = 0.1;
export const largestZoom = 3;
/** Of one step closer. */
export const zoomFactor = 1.2;
/** Width of the overview at the bottom left, with what keeps it apart from the drawing. */
const overviewWidth = 172;
/** Of what opens at the right when something is chosen. */
export const inspectorWidth = 320;
/** From here on names are shown. */
export const readableZoom = 0.6;
/** Of the zoom that a window allows: so much smaller a drawing may be for nothing of it to lie under the overview. */
const littleLess = 0.85;

/** Top of an item; of an empty card of the internet, which grows upwards, as soon as something is in it. */
const topOf = ({ id, y, height }: SceneItem): number =>
  id === internetCard ? Math.min(y, y + height - measures.card.internetHeight) : y;

/** The rectangle that holds all items; `undefined` where there are none. */
export function sceneFrameOf(items: readonly SceneItem[]): Frame | undefined {
  if (items.length === 0) return undefined;
  const x = Math.min(...items.map((item) => item.x));
  const y = Math.min(...items.map(topOf));
  return {
    x,
    y,
    width: Math.max(...items.map((item) => item.x + item.width)) - x,
    height: Math.max(...items.map((item) => item.y + item.height)) - y,
  };
}

export type Window = Pick<Frame, 'width' | 'height'>;
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number };

/**
 * The viewport that shows a frame, never enlarged: in the middle, but at the top where there is height to spare and
 * beside tools and overview, so that these and the legend lie on free ground, and clear of what is going to be `covered`
 * at the right, as far as there is room. A frame that `mustBeRead` stands beside them where little is lost by it, and
 * where it is only too high shows its upper part, rather than all of it too small.
 */
export function fittingViewport(
  frame: Frame | undefined,
  window: Window,
  mustBeRead = false,
  covered = 0,
): Viewport | undefined {
  const width = window.width - 2 * inset;
  const height = window.height - 2 * inset;
  if (!frame || width <= 0 || height <= 0) return undefined;
  const widest = Math.min(width / frame.width, 1);
  const beside = Math.min((window.width - overviewWidth - inset) / frame.width, 1);
  // Names that cannot be read either way are no reason to put anything under the overview.
  const losesNames = beside < readableZoom && widest >= readableZoom;
  const isWorthIt = !mustBeRead || (beside >= widest * littleLess && !losesNames);
  const across = Math.max(isWorthIt ? beside : widest, smallestZoom);
  const whole = Math.max(Math.min(height / frame.height, across), smallestZoom);
  const zoom = mustBeRead ? Math.max(whole, across < readableZoom ? 0 : readableZoom) : whole;
  const middle = inset + (width - frame.width * zoom) / 2;
  const rightmost = inset + width - frame.width * zoom;
  // Aside from the overview where there is room for both.
  const leftmost = rightmost >= overviewWidth ? overviewWidth : Math.min(inset, middle);
  const clear = Math.min(middle, rightmost - covered);
  const left = rightmost >= overviewWidth || covered > 0 ? Math.max(clear, leftmost) : middle;
  return {
    x: Math.round(left - frame.x * zoom),
    y: Math.round(inset - frame.y * zoom),
    zoom,
  };
}

/** The viewport of another zoom in which the middle of the window shows what it has shown. */
export function zoomedViewport(
  { x, y, zoom }: Viewport,
  { width, height }: Window,
  wanted: number,
): Viewport {
  const next = Math.max(smallestZoom, Math.min(wanted, largestZoom));
  const ratio = next / zoom;
  return { x: width / 2 - (width / 2 - x) * ratio, y: height / 2 - (height / 2 - y) * ratio, zoom: next };
}

/** The viewport with a frame in its middle, whole where that can be and never enlarged. */
export function centredViewport(frame: Frame | undefined, { width, height }: Window): Viewport | undefined {
  if (!frame || width <= 0 || height <= 0) return undefined;
  const free = (room: number) => Math.max(room - 2 * margin, 1);
  const zoom = Math.max(smallestZoom, Math.min(free(width) / frame.width, free(height) / frame.height, 1));
  return {
    x: Math.round(width / 2 - (frame.x + frame.width / 2) * zoom),
    y: Math.round(height / 2 - (frame.y + frame.height / 2) * zoom),
    zoom,
  };
}

/** Kept free around what somebody asked for. */
const margin = 24;

/** The least shift that brings a stretch into a window, in CSS pixels; of one that is longer its beginning. */
function shiftOf(start: number, length: number, room: number): number {
  const space = length + 2 * margin <= room ? margin : 0;
  if (start < space || length + 2 * space > room) return space - start;
  return Math.min(room - space - start - length, 0);
}

/** Of what holds others, this much has to be in sight: the upper left part, which holds its name, in CSS pixels. */
const glimpse = { width: 180, height: 60 };

/** The part of a frame that says what it is. */
export const beginningOf = ({ x, y, width, height }: Frame, zoom: number): Frame => ({
  x,
  y,
  width: Math.min(width, glimpse.width / zoom),
  height: Math.min(height, glimpse.height / zoom),
});

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

/** Whether a good part of the window shows a frame that is larger than the window. */
const overlaps = (frame: Frame, window: Window, { x, y, zoom }: Viewport): boolean =>
  frame.x * zoom + x < window.width / 2 &&
  frame.y * zoom + y < window.height / 2 &&
  (frame.x + frame.width) * zoom + x > window.width / 2 &&
  (frame.y + frame.height) * zoom + y > window.height / 2;

/** Whether all of a frame can be seen. */
export const isInView = (frame: Frame, window: Window, { x, y, zoom }: Viewport): boolean =>
  frame.x * zoom + x >= 0 &&
  frame.y * zoom + y >= 0 &&
  (frame.x + frame.width) * zoom + x <= window.width &&
  (frame.y + frame.height) * zoom + y <= window.height;

/** Whether any of a frame can be seen. */
export const isTouched = (frame: Frame, window: Window, { x, y, zoom }: Viewport): boolean =>
  frame.x * zoom + x < window.width &&
  frame.y * zoom + y < window.height &&
  (frame.x + frame.width) * zoom + x > 0 &&
  (frame.y + frame.height) * zoom + y > 0;
