import type { SceneItem } from '#drawing';
import { isAlike } from '#model';
import { changedFrames, type Drawn } from './changed-frames.ts';
import { type Frame, isTouched, sceneFrameOf, type Viewport, type Window } from './fitting.ts';
import { beginningOf, revealing, settled, shownOf } from './revealing.ts';
import type { View } from './use-view.ts';

/** What floats over the canvas, in CSS pixels from its top left corner. */
function barsOver(): readonly Frame[] {
  const canvas = document.querySelector('.canvas-surface')?.getBoundingClientRect();
  return [...document.querySelectorAll('[data-floats]')].map((bar) => {
    const { x, y, width, height } = bar.getBoundingClientRect();
    return { x: x - (canvas?.x ?? 0), y: y - (canvas?.y ?? 0), width, height };
  });
}

/** Around what is chosen, in CSS pixels: its ring, and the handle on that. */
const ring = 8;

const ringed = ({ x, y, width, height }: Frame, zoom: number): Frame => {
  const by = ring / zoom;
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
};

const goTo = (view: View, after: Viewport): void => {
  if (!isAlike(after, view.current())) view.go(after);
};

/** The nearest view in which the beginning of what is chosen, with its ring, is seen. */
const showing = (chosen: Frame, window: Window, from: Viewport): Viewport =>
  revealing([ringed(beginningOf(chosen, from.zoom), from.zoom)], window, from, barsOver());

/** Keeps what is chosen in sight of a window that a panel at its side has narrowed, and moves for nothing else. */
export const keepInSight = (view: View, window: Window, chosen: Frame): void =>
  goTo(view, showing(chosen, window, view.current()));

/** Brings one of several frames into view where none is, moving no further than needed. */
export const reveal = (view: View, window: Window, frames: readonly Frame[], closest?: number): void =>
  goTo(view, revealing(frames, window, view.current(), barsOver(), closest));

/** Likewise all of them where that has room. */
export function revealTogether(view: View, window: Window, frames: readonly SceneItem[]): void {
  const all = sceneFrameOf(frames);
  const { zoom } = view.current();
  const hasRoom = all && all.width * zoom <= window.width && all.height * zoom <= window.height;
  reveal(view, window, hasRoom ? [all] : frames);
}

const around = (one: Frame, other: Frame): Frame => {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
};

/** Brings as many of some frames into view as have room there together, whole; the first one before all others. */
export function revealAllOf(view: View, window: Window, frames: readonly Frame[]): void {
  const [first, ...others] = frames;
  if (!first) return;
  const { zoom } = view.current();
  const hasRoom = ({ width, height }: Frame) =>
    width * zoom <= window.width && height * zoom <= window.height;
  const all = others.reduce((shown, frame) => {
    const more = around(shown, frame);
    return hasRoom(more) ? more : shown;
  }, first);
  reveal(view, window, [all]);
}

/** Brings something of what has changed into view where nothing of it is; never leaves a view without anything in it. */
export function revealChange(view: View, window: Window, before: Drawn, after: Drawn): void {
  const bars = barsOver();
  const seen = revealing(changedFrames(before, after), window, view.current(), bars);
  const whole = sceneFrameOf(after.scene.items);
  goTo(view, whole && !isTouched(whole, window, seen) ? revealing([whole], window, seen, bars) : seen);
}

/** A view that made room for what opened, and what it goes back to when that closes. */
export interface Aside {
  readonly window: Window;
  readonly from: Viewport;
  readonly to: Viewport;
}

interface Settling {
  /** Views that made room before, the last one last. */
  readonly asides: readonly Aside[];
  /** Whether the zoom is as somebody wants it, or works at. */
  readonly keepsZoom: boolean;
  /** What is chosen, and is to stay in sight. */
  readonly chosen: Frame | undefined;
}

/** Whether all that one window shows has room in another. */
const isWithin = (one: Window, other: Window): boolean =>
  one.width <= other.width && one.height <= other.height && (one.left ?? 0) >= (other.left ?? 0);

/** Follows a drawing that grows out of the window by the least move. */
export const follow = (view: View, window: Window, frame: Frame): void =>
  goTo(view, settled(frame, window, view.current()));

/**
 * Makes room in a window of another size by the least move that shows what was shown of the drawing, and what is chosen:
 * what was out of sight before is no reason to move under the hand. Goes back
 * as far as the window is again as large as it was, where nothing has moved the view since. Returns the views that made
 * room.
 */
export function settle(
  view: View,
  [past, window]: readonly [Window, Window],
  items: readonly SceneItem[],
  { asides, keepsZoom, chosen }: Settling,
): readonly Aside[] {
  const before = view.current();
  const last = asides.at(-1);
  const earlier = last && isAlike(last.to, before) ? asides : [];
  const back = earlier.findIndex((one) => isWithin(one.window, window));
  const { from: start, window: at } = earlier[back] ?? { from: before, window: past };
  const kept = back === -1 ? earlier : earlier.slice(0, back);
  const whole = sceneFrameOf(items);
  const frame = whole && shownOf(whole, at, start);
  const usual = keepsZoom ? undefined : (kept[0]?.from ?? start).zoom;
  const clear = frame ? settled(frame, window, start, usual) : start;
  const to = chosen ? showing(chosen, window, clear) : clear;
  goTo(view, to);
  return isAlike(to, start) ? kept : [...kept, { window: at, from: start, to }];
}
