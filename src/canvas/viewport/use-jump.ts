import { useCallback, useEffect, useRef } from 'react';
import { previewOf } from '#store';
import { useAppState, useAppStore } from '#ui';
import { type SceneState, sceneStoreOf, whenDrawn } from '../scene-store.ts';
import type { Window } from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import { type Moves, withMoves } from './load-moves.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

/** Below this zoom names are hard to read, so a view that has to move comes closer. */
const readableZoom = 0.75;

/** Brings the resource that somebody asked for into view, and what a fix would change where none of it is. */
export function useJump(view: View): void {
  const app = useAppStore();
  const jump = useAppState((state) => state.jump);
  const preview = useAppState(previewOf);
  const window = useWindow();
  const room = useRef(window);
  room.current = window;
  const done = useRef(jump);

  const revealSoon = useCallback(
    (act: (moves: Moves, scene: SceneState, room: Window) => void) => {
      // The inspector opens with it: two frames later the canvas has its new width.
      let isLeft = false;
      let frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() =>
          whenDrawn(app, () => {
            if (!isLeft) withMoves((moves) => act(moves, sceneStoreOf(app).getState(), room.current));
          }),
        );
      });
      return () => {
        isLeft = true;
        cancelAnimationFrame(frame);
      };
    },
    [app],
  );

  useEffect(() => {
    if (jump === undefined || jump === done.current) return;
    return revealSoon(({ reveal }, scene, room) => {
      done.current = jump;
      const item = itemShowing(scene, app.getState().design, jump.to);
      if (item) reveal(view, room, [item], readableZoom);
    });
  }, [app, jump, revealSoon, view]);

  // It changes nothing yet: the view stays at what the person looks at, at its size.
  useEffect(() => {
    if (preview === undefined) return;
    return revealSoon(({ revealPreview }, scene, room) => revealPreview(view, room, scene, preview));
  }, [preview, revealSoon, view]);
}
