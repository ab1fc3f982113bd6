import { useEffect } from 'react';
import type { Look, State } from '#store';
import { inspectorWidth, useAppStore } from '#ui';
import { drawNow, type SceneState, sceneStoreOf, whenDrawn } from '../scene-store.ts';
import {
  centredViewport,
  fittingViewport,
  readableZoom,
  sceneFrameOf,
  type Viewport,
  type Window,
  zoomedViewport,
  zoomFactor,
} from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import { withMoves } from './load-moves.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

/** What the inspector will take of the window, where it is not open yet. */
export const aboutToBeCovered = ({ selection }: State): number =>
  selection === undefined ? inspectorWidth : 0;

function viewportFor(
  how: Exclude<Look, 'change'>,
  before: Viewport,
  window: Window,
  scene: SceneState,
  state: State,
): Viewport | undefined {
  const chosenFrame = () =>
    sceneFrameOf(state.selected.flatMap((id) => itemShowing(scene, state.design, id) ?? []));
  const chosen = () => centredViewport(chosenFrame(), window);
  const zoomed = (zoom: number) => zoomedViewport(before, window, zoom, scene.scene.items, chosenFrame());
  switch (how) {
    case 'closer':
      return zoomed(before.zoom * zoomFactor);
    case 'farther':
      return zoomed(before.zoom / zoomFactor);
    case 'actual':
      return zoomed(1);
    case 'whole':
      return fittingViewport(scene.scene.items, window, aboutToBeCovered(state));
    case 'selection':
      return chosen();
    // As near as names can be read, where it is not near enough.
    case 'names': {
      const closer = before.zoom < readableZoom ? chosen() : undefined;
      return closer && closer.zoom > before.zoom ? closer : undefined;
    }
  }
}

/** Moves the view as commands ask, each from where the one before it will have come to. */
export function useLook(
  view: View,
  { onMoved, onFitted }: Readonly<Record<'onMoved' | 'onFitted', () => void>>,
): void {
  const app = useAppStore();
  const window = useWindow();
  useEffect(
    () =>
      app.subscribe((state, { looking }) => {
        if (state.looking === undefined || state.looking === looking) return;
        const { how } = state.looking;
        if (how === 'change') {
          const { since: design = state.design } = state.looking;
          // As it is still drawn.
          const before = { ...sceneStoreOf(app).getState(), design };
          whenDrawn(app, () =>
            withMoves(({ revealChange }) =>
              revealChange(view, window, before, {
                ...sceneStoreOf(app).getState(),
                design: app.getState().design,
              }),
            ),
          );
          return;
        }
        // All of it is all that an edit just before it left.
        if (how === 'whole') {
          drawNow(app);
          onFitted();
        } else onMoved();
        const after = viewportFor(how, view.current(), window, sceneStoreOf(app).getState(), app.getState());
        if (after) view.go(after);
      }),
    [app, view, window, onMoved, onFitted],
  );
}
