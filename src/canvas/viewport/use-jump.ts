import { useEffect, useRef } from 'react';
import type { State } from '#store';
import { useAppState, useAppStore } from '#ui';
import { sceneStoreOf, whenDrawn } from '../scene-store.ts';
import { revealingViewport } from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

/** Below this zoom names are hard to read, so a view that has to move comes closer. */
const readableZoom = 0.75;

/** Of the palette where it lies over the canvas, in CSS pixels: what it adds is not to come under it. */
const widthOfPalette = ({ isPaletteOpen }: State): number =>
  isPaletteOpen && globalThis.matchMedia('(max-width: 1439px)').matches ? 240 : 0;

/** Brings the resource that somebody asked for into view. */
export function useJump(view: View): void {
  const app = useAppStore();
  const jump = useAppState((state) => state.jump);
  const window = useWindow();
  const room = useRef(window);
  room.current = window;
  const done = useRef(jump);

  useEffect(() => {
    if (jump === undefined || jump === done.current) return;
    const reveal = () => {
      done.current = jump;
      const item = itemShowing(sceneStoreOf(app).getState(), app.getState().design, jump.to);
      if (!item) return;
      const { x, ...before } = view.current();
      const left = widthOfPalette(app.getState());
      const seen = { ...before, x: x - left };
      const { width, height } = room.current;
      const viewport = revealingViewport(item, { width: width - left, height }, seen, readableZoom);
      if (viewport !== seen) view.go({ ...viewport, x: viewport.x + left });
    };
    // The inspector opens with the jump: two frames later the canvas has its new width.
    let isLeft = false;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() =>
        whenDrawn(app, () => {
          if (!isLeft) reveal();
        }),
      );
    });
    return () => {
      isLeft = true;
      cancelAnimationFrame(frame);
    };
  }, [jump, app, view]);
}
