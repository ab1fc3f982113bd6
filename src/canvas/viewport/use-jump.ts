import { useCallback, useEffect, useRef } from 'react';
import { previewOf } from '#store';
import { useAppState, useAppStore } from '#ui';
import { previewMarks } from '../preview/preview-marks.ts';
import { type SceneState, sceneStoreOf, whenDrawn } from '../scene-store.ts';
import type { Frame } from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import { withMoves } from './load-moves.ts';
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
    (framesIn: (scene: SceneState) => readonly Frame[], closest?: number) => {
      // The inspector opens with it: two frames later the canvas has its new width.
      let isLeft = false;
      let frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() =>
          whenDrawn(app, () => {
            if (!isLeft) {
              const frames = framesIn(sceneStoreOf(app).getState());
              withMoves(({ reveal }) => reveal(view, room.current, frames, closest));
            }
          }),
        );
      });
      return () => {
        isLeft = true;
        cancelAnimationFrame(frame);
      };
    },
    [app, view],
  );

  useEffect(() => {
    if (jump === undefined || jump === done.current) return;
    return revealSoon((scene) => {
      done.current = jump;
      const item = itemShowing(scene, app.getState().design, jump.to);
      return item ? [item] : [];
    }, readableZoom);
  }, [app, jump, revealSoon]);

  // It changes nothing yet: the view stays at what the person looks at, at its size.
  useEffect(() => {
    if (preview === undefined) return;
    return revealSoon(({ scene, itemOf }) =>
      [...previewMarks(scene, preview).keys()].flatMap((id) => itemOf.get(id) ?? []),
    );
  }, [preview, revealSoon]);
}
