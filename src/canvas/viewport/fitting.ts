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
/** From here on names are shown. */
const readableZoom = 0.6;

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

type Window = Pick<Frame, 'width' | 'height'>;
type Viewport = { readonly x: number; readonly y: number; readonly zoom: number };

/**
 * The viewport that shows a frame, never enlarged: in the middle, but at the top where there is height to spare and
 * beside the overview where there is width, so that overview and legend lie on free ground. A frame that `mustBeRead`
 * and is only too high shows its upper part, rather than all of it too small.
 */
export function fittingViewport(
  frame: Frame | undefined,
  window: Window,
  mustBeRead = false,
): Viewport | undefined {
  const width = window.width - 2 * inset;
  const height = window.height - 2 * inset;
  if (!frame || width <= 0 || height <= 0) return undefined;
  const across = Math.max(Math.min(width / frame.width, 1), smallestZoom);
  const whole = Math.max(Math.min(height / frame.height, across), smallestZoom);
  const zoom = mustBeRead ? Math.max(whole, across < readableZoom ? 0 : readableZoom) : whole;
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
export const isInView = (frame: Frame, window: Window, { x, y, zoom }: Viewport): boolean =>
  frame.x * zoom + x >= 0 &&
  frame.y * zoom + y >= 0 &&
  (frame.x + frame.width) * zoom + x <= window.width &&
  (frame.y + frame.height) * zoom + y <= window.height;
