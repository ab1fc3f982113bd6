import type { Preview } from '#store';
import { previewMarks } from '../preview/preview-marks.ts';
import type { SceneState } from '../scene-store.ts';
import { changedFrames, type Drawn } from './changed-frames.ts';
import {
  type Frame,
  fittingViewport,
  isTouched,
  sceneFrameOf,
  type Viewport,
  type Window,
} from './fitting.ts';
import { revealing } from './revealing.ts';
import type { View } from './use-view.ts';

/** What floats over the canvas, in CSS pixels from its top left corner. */
function barsOver(): readonly Frame[] {
  const canvas = document.querySelector('.canvas-surface')?.getBoundingClientRect();
  // Of the palette, what it unfolds: its rail stands beside the canvas.
  const bars = document.querySelectorAll('.canvas-tools, .canvas-view, nav[data-is-over=true] > :last-child');
  return [...bars].map((bar) => {
    const { x, y, width, height } = bar.getBoundingClientRect();
    return { x: x - (canvas?.x ?? 0), y: y - (canvas?.y ?? 0), width, height };
  });
}

const goTo = (view: View, after: Viewport): void => {
  if (after !== view.current()) view.go(after);
};

/** Brings one of several frames into view where none is, moving no further than needed. */
export const reveal = (view: View, window: Window, frames: readonly Frame[], closest?: number): void =>
  goTo(view, revealing(frames, window, view.current(), barsOver(), closest));

/** Likewise what a previewed fix would change. */
export const revealPreview = (
  view: View,
  window: Window,
  { scene, itemOf }: SceneState,
  preview: Preview,
): void =>
  reveal(
    view,
    window,
    [...previewMarks(scene, preview).keys()].flatMap((id) => itemOf.get(id) ?? []),
  );

/** Brings something of what has changed into view where nothing of it is; never leaves a view without anything in it. */
export function revealChange(view: View, window: Window, before: Drawn, after: Drawn): void {
  const seen = revealing(changedFrames(before, after), window, view.current(), barsOver());
  const whole = sceneFrameOf(after.scene.items);
  goTo(view, (whole && !isTouched(whole, window, seen) && fittingViewport(whole, window)) || seen);
}
