import type { SceneItem } from '#drawing';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Kept free at the edges of the window, in CSS pixels. */
const inset = 16;
const smallestZoom = 0.1;
/** Width of the overview at the bottom left, with what keeps it apart from the drawing. */
const overviewWidth = 172;
/** From the first on, names are shown; a drawing that would come out between the two loses a little of its foot. */
const readableZoom = 0.6;
const nearlyReadableZoom = 0.55;

/** The rectangle that holds all items; `undefined` where there are none. */
export function sceneFrameOf(items: readonly SceneItem[]): Frame | undefined {
  if (items.length === 0) return undefined;
  const x = Math.min(...items.map((item) => item.x));
  const y = Math.min(...items.map((item) => item.y));
  return {
    x,
    y,
    width: Math.max(...items.map((item) => item.x + item.width)) - x,
    height: Math.max(...items.map((item) => item.y + item.height)) - y,
  };
}

/**
 * The viewport that shows a frame whole, or nearly so where that makes names readable, and never enlarged: in the middle, but at the top where there is height to
 * spare and beside the overview where there is width, so that overview and legend lie on free ground.
 */
export function fittingViewport(
  frame: Frame | undefined,
  window: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number; readonly zoom: number } | undefined {
  const width = window.width - 2 * inset;
  const height = window.height - 2 * inset;
  if (!frame || width <= 0 || height <= 0) return undefined;
  const whole = Math.max(Math.min(width / frame.width, height / frame.height, 1), smallestZoom);
  const zoom = whole >= nearlyReadableZoom ? Math.max(whole, readableZoom) : whole;
  const middle = inset + (width - frame.width * zoom) / 2;
  const rightmost = inset + width - frame.width * zoom;
  // Aside from the overview where there is room for both.
  const left = rightmost >= overviewWidth ? Math.max(middle, overviewWidth) : middle;
  return {
    x: Math.round(left - frame.x * zoom),
    y: Math.round(inset - frame.y * zoom),
    zoom,
  };
}

/** Whether all of a frame can be seen. */
export const isInView = (
  frame: Frame,
  window: { readonly width: number; readonly height: number },
  { x, y, zoom }: { readonly x: number; readonly y: number; readonly zoom: number },
): boolean =>
  frame.x * zoom + x >= 0 &&
  frame.y * zoom + y >= 0 &&
  (frame.x + frame.width) * zoom + x <= window.width &&
  (frame.y + frame.height) * zoom + y <= window.height;
