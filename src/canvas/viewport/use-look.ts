import { useEffect } from 'react';
import type { Look, State } from '#store';
import { useAppStore } from '#ui';
import { type SceneState, sceneStoreOf } from '../scene-store.ts';
import {
  centredViewport,
  fittingViewport,
  inspectorWidth,
  sceneFrameOf,
  type Viewport,
  type Window,
  zoomedViewport,
  zoomFactor,
} from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

/** What the inspector will take of the window, where it is not open yet. */
export const aboutToBeCovered = ({ selection }: State): number =>
  selection === undefined ? inspectorWidth : 0;

function viewportFor(
  how: Look,
  before: Viewport,
  window: Window,
  scene: SceneState,
  state: State,
): Viewport | undefined {
  switch (how) {
    case 'closer':
      return zoomedViewport(before, window, before.zoom * zoomFactor);
    case 'farther':
      return zoomedViewport(before, window, before.zoom / zoomFactor);
    case 'actual':
      return zoomedViewport(before, window, 1);
    case 'whole':
      return fittingViewport(sceneFrameOf(scene.scene.items), window, false, aboutToBeCovered(state));
    case 'selection': {
      const items = state.selected.flatMap((id) => itemShowing(scene, state.design, id) ?? []);
      return centredViewport(sceneFrameOf(items), window);
    }
  }
}

/** Moves the view as commands ask, each from where the one before it will have come to. */
export function useLook(view: View, onMoved: () => void): void {
  const app = useAppStore();
  const window = useWindow();
  useEffect(
    () =>
      app.subscribe((state, { looking }) => {
        if (state.looking === undefined || state.looking === looking) return;
        const { how } = state.looking;
        const viewport = viewportFor(how, view.current(), window, sceneStoreOf(app).getState(), state);
        if (!viewport) return;
        if (how !== 'whole') onMoved();
        view.go(viewport);
      }),
    [app, view, window, onMoved],
  );
}
