import type { SceneItem } from '#drawing';
import { internetCard, measures } from '#layout';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Kept free at the edges of the window, in CSS pixels. */
export const inset = 16;
export const smallestZoom = 0.1;
export const largestZoom = 3;
/** Of one step closer. */
export const zoomFactor = 1.2;
/** Of what opens at the right when something is chosen. */
export const inspectorWidth = 320;
/** From here on names are shown. */
export const readableZoom = 0.6;

/** Between what floats over the canvas and the window's border or the drawing. */
const gap = 12;
/** The tools at the top left, and beside them what was remarked of the file. */
const tools = { width: 96, height: 36, remark: 150 } as const;
/** The zoom at the bottom right; over it the overview, which gives way to the drawing. */
export const corner = { width: 148, zoom: 36, overview: 104 } as const;

/** Of the zoom that a window allows: what a drawing may lose for nothing of it to lie under tools or zoom. */
const littleLess = 0.85;
/** What it may lose for nothing to lie under a panel that opens later, or for the overview to be seen. */
const [forPanel, forOverview, forOverviewFarOut] = [0.1, 0.03, 0.14];

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
  /** Whether something is remarked beside the tools. */
  readonly hasRemark?: boolean;
}
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number };

/** What floats over the canvas and gives way to nothing. */
export function floatsIn({ width, height, left = 0, hasRemark = false }: Window): readonly [Frame, Frame] {
  return [
    { x: left + gap, y: gap, width: tools.width + (hasRemark ? tools.remark : 0), height: tools.height },
    {
      x: width - gap - corner.width,
      y: height - gap - corner.zoom,
      width: corner.width,
      height: corner.zoom,
    },
  ];
}

/** What says that it is a region, in its upper left corner. */
const regionHead = { width: 180, height: 34 } as const;

/** Regions are the ground on which things stand. */
export const isGround = ({ role, parent }: Pick<SceneItem, 'role' | 'parent'>): boolean =>
  role === 'container' && parent === undefined;

/** Whether any of a frame lies under a box of the window. */
export const isUnder = (frame: Frame, box: Frame, { x, y, zoom }: Viewport): boolean =>
  isTouched(frame, box, { x: x - box.x, y: y - box.y, zoom });

interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The viewport that shows a frame between what is kept free at the sides: at the top, and as near to the middle as can be. */
function viewportBetween(
  { left, right, top, bottom }: Sides,
  frame: Frame,
  window: Window,
  mustBeRead: boolean,
): Viewport {
  const across = Math.min((window.width - left - right) / frame.width, 1);
  const whole = Math.min((window.height - top - bottom) / frame.height, across);
  const wanted = mustBeRead ? Math.max(whole, across < readableZoom ? 0 : readableZoom) : whole;
  const zoom = Math.max(wanted, smallestZoom);
  const width = frame.width * zoom;
  const middle = ((window.left ?? 0) + window.width - width) / 2;
  const spare = window.width - right - width;
  const x = spare < left ? (left + spare) / 2 : Math.min(Math.max(middle, left), spare);
  return { x: Math.round(x - frame.x * zoom), y: Math.round(top - frame.y * zoom), zoom };
}

/**
 * The viewport that shows all items, never enlarged: in the middle, but at the top where there is height to spare, so
 * that overview and legend have free ground. Where little is lost by it nothing lies under tools and zoom, or under what
 * is going to be `covered` at the right. What `mustBeRead` and is only too high shows its upper part, rather than all of
 * it too small.
 */
export function fittingViewport(
  items: readonly SceneItem[],
  window: Window,
  mustBeRead = false,
  covered = 0,
): Viewport | undefined {
  const frame = sceneFrameOf(items);
  const start = window.left ?? 0;
  if (!frame || window.width - start <= 2 * inset || window.height <= 2 * inset) return undefined;
  const floats = floatsIn(window);
  const [bar, zoom] = floats;
  const overview = { ...zoom, y: zoom.y - corner.overview, height: corner.overview };
  // Of ways that lose as much the first is taken: rather beside the tools than below them.
  const views = [inset, bar.y + bar.height + gap].flatMap((top) =>
    [start + inset, bar.x + bar.width + gap].flatMap((left) =>
      [inset, inset + covered, window.width - zoom.x + gap].flatMap((right) =>
        [inset, window.height - zoom.y + gap].map((bottom) =>
          viewportBetween({ left, right, top, bottom }, frame, window, mustBeRead),
        ),
      ),
    ),
  );
  const most = Math.max(...views.map((view) => view.zoom));
  const least = Math.max(most * littleLess, most < readableZoom ? 0 : readableZoom);
  const things = items.map((item) => (isGround(item) ? { ...regionHead, x: item.x, y: item.y } : item));
  const lossOf = (view: Viewport): number => {
    const isOver = (box: Frame) => things.some((thing) => isUnder(thing, box, view));
    const end = (frame.x + frame.width) * view.zoom + view.x;
    return (
      1 -
      view.zoom / most +
      floats.filter(isOver).length +
      (covered > 0 && end > window.width - covered ? forPanel : 0) +
      (isOver(overview) ? (most < readableZoom ? forOverviewFarOut : forOverview) : 0)
    );
  };
  let best: { readonly view: Viewport; readonly loss: number } | undefined;
  for (const view of views) {
    if (view.zoom < least) continue;
    const loss = lossOf(view);
    if (!best || loss < best.loss) best = { view, loss };
  }
  return best?.view;
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
