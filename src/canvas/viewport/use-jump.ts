import { useCallback, useEffect, useRef } from 'react';
import { previewOf } from '#store';
import { useAppState, useAppStore } from '#ui';
import type { Previewed } from '../preview/marks-of.ts';
import { usePreviewed } from '../preview/use-preview-marks.ts';
import { type SceneState, sceneStoreOf, whenDrawn } from '../scene-store.ts';
import type { Frame, Window } from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import { type Moves, withMoves } from './load-moves.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

/** Below this zoom names are hard to read, so a view that has to move comes closer. */
const readableZoom = 0.75;

/** What comes before what changes, that before what only says something else. */
const ranks = { added: 0, changed: 1, removed: 1, settled: 2 } as const;

/** What a preview changes, and its words, what matters most first. */
function framesOf({ marks, labels }: Previewed, itemOf: SceneState['itemOf']): readonly Frame[] {
  const items = [...marks].flatMap(([id, { tone, added, shapes }]) => {
    const item = itemOf.get(id);
    if (!item || tone === 'settled') return [];
    const rank = added ? 0 : ranks[tone] + (shapes && tone === 'changed' ? 0.5 : 0);
    return [{ rank, frame: { ...item, height: item.height + (added?.growth ?? 0) } }];
  });
  return [...items.sort((one, other) => one.rank - other.rank).map(({ frame }) => frame), ...labels];
}

/** Brings the resource that somebody asked for into view, and what a fix would change where none of it is. */
export function useJump(view: View): void {
  const app = useAppStore();
  const jump = useAppState((state) => state.jump);
  const preview = useAppState(previewOf);
  const window = useWindow();
  const room = useRef(window);
  room.current = window;
  const done = useRef(jump);
  const previewed = usePreviewed();
  const seen = useRef<typeof preview>(undefined);

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

  // It changes nothing yet: the view keeps its size, and moves no further than shows what would be changed.
  useEffect(() => {
    if (preview === undefined || seen.current === preview || previewed.marks.size === 0) return;
    return revealSoon(({ revealAllOf }, scene, room) => {
      seen.current = preview;
      revealAllOf(view, room, framesOf(previewed, scene.itemOf));
    });
  }, [preview, previewed, revealSoon, view]);
}
