import { useEffect, useRef } from 'react';
import { useAppState, useAppStore } from '#ui';
import { sceneStoreOf, whenDrawn } from '../scene-store.ts';
import { revealingViewport } from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

/** Below this zoom names are hard to read, so a view that has to move comes closer. */
const readableZoom = 0.75;

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
      const before = view.current();
      const viewport = revealingViewport(item, room.current, before, readableZoom);
      if (viewport === before) return;
      view.go(viewport);
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
