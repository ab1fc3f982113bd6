import type { SceneItem } from '#drawing';
import { internetCard, measures } from '#layout';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Kept free at the edges of the window, in CSS pixels. */
export const inset = 12;
export const smallestZoom = 0.1;
export const largestZoom = 3;
/** Of one step closer. */
export const zoomFactor = 1.2;
/** From here on names are shown. */
export const readableZoom = 0.6;

/** Of its zoom: what a drawing may lose for nothing of it to lie under a panel that is open. */
export const forPanel = 0.25;
/** Likewise for one that may open: most of the time it is read without it, and small letters are hard to read. */
const forPanelToCome = 0.05;

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

/** The canvas as a person sees it, in CSS pixels from its top left corner. */
export interface Window {
  readonly width: number;
  readonly height: number;
  /** Of the width, what a panel lies over at the left. */
  readonly left?: number;
}
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number };

/** Regions are the ground on which things stand. */
export const isGround = ({ role, parent }: Pick<SceneItem, 'role' | 'parent'>): boolean =>
  role === 'container' && parent === undefined;

/** Whether any of a frame lies under a box of the window. */
export const isUnder = (frame: Frame, box: Frame, { x, y, zoom }: Viewport): boolean =>
  isTouched(frame, box, { x: x - box.x, y: y - box.y, zoom });

/**
 * The viewport that shows all items, never enlarged: in the middle, but at the top where there is height to spare, so
 * that overview and legend have free ground. Where hardly anything is lost by it nothing lies under what is going to be
 * `covered` at the right; elsewhere as little as can be does, so that nothing has to move when it opens.
 */
export function fittingViewport(
  items: readonly SceneItem[],
  window: Window,
  covered = 0,
): Viewport | undefined {
  const frame = sceneFrameOf(items);
  const [left, right] = [(window.left ?? 0) + inset, window.width - inset];
  if (!frame || right <= left || window.height <= 2 * inset) return undefined;
  const largest = Math.min((window.height - 2 * inset) / frame.height, 1);
  const whole = Math.min((right - left) / frame.width, largest);
  const beside = Math.min((right - covered - left) / frame.width, largest);
  const zoom = Math.max(beside >= whole * (1 - forPanelToCome) ? beside : whole, smallestZoom);
  const width = frame.width * zoom;
  const middle = (left + right - width) / 2;
  // What is too wide at its smallest hangs over on both sides.
  const x = middle < left ? middle : Math.max(left, Math.min(middle, right - covered - width));
  return { x: Math.round(x - frame.x * zoom), y: Math.round(inset - frame.y * zoom), zoom };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const clamped = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * The point of the drawing that stays where it is while the zoom changes: what is in the middle of the window, or nearest to
 * that, since where the middle is bare, or another thing is `chosen`, the next step would lead away from all that there is.
 */
function pointToKeep(
  items: readonly SceneItem[],
  chosen: Frame | undefined,
  { width, height }: Window,
  { x, y, zoom }: Viewport,
): Point {
  const middle = { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
  const things = chosen ? [chosen] : items.filter((item) => !isGround(item));
  let [nearest, least] = [middle, Number.POSITIVE_INFINITY];
  for (const thing of things) {
    const point = {
      x: clamped(middle.x, thing.x, thing.x + thing.width),
      y: clamped(middle.y, thing.y, thing.y + thing.height),
    };
    const away = Math.hypot(point.x - middle.x, point.y - middle.y);
    if (away < least) [nearest, least] = [point, away];
  }
  return nearest;
}

/** The viewport of another zoom in which the middle of the window shows what it has shown, or what was nearest to it. */
export function zoomedViewport(
  before: Viewport,
  window: Window,
  wanted: number,
  items: readonly SceneItem[],
  chosen?: Frame,
): Viewport {
  const { x, y, zoom } = before;
  const next = clamped(wanted, smallestZoom, largestZoom);
  const point = pointToKeep(
    items,
    chosen && isTouched(chosen, window, before) ? chosen : undefined,
    window,
    before,
  );
  // What was out of sight comes to the border.
  const at = {
    x: clamped(point.x * zoom + x, inset, Math.max(inset, window.width - inset)),
    y: clamped(point.y * zoom + y, inset, Math.max(inset, window.height - inset)),
  };
  return { x: at.x - point.x * next, y: at.y - point.y * next, zoom: next };
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
