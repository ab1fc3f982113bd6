import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { isAlike } from '#model';
import { useAppState, useAppStore } from '#ui';
import { sceneStoreOf } from '../scene-store.ts';
import { useScene } from '../use-scene.ts';
import {
  fittingViewport,
  isInView,
  revealingViewport,
  sceneFrameOf,
  type Viewport,
  type Window,
} from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import { moveDuration } from './motion.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

const useFrame = () => {
  const items = useScene((state) => state.scene.items);
  return useMemo(() => sceneFrameOf(items), [items]);
};

/** Shows the whole drawing. */
export function useFitView(): () => void {
  const { setViewport } = useReactFlow();
  const window = useWindow();
  const frame = useFrame();
  return useCallback(() => {
    const viewport = fittingViewport(frame, window);
    if (viewport) void setViewport(viewport, { duration: moveDuration() });
  }, [frame, window, setViewport]);
}

/** Moves a viewport just so far that the selection can be seen in it. */
function useWithSelection(): (viewport: Viewport, window: Window) => Viewport {
  const app = useAppStore();
  return useCallback(
    (viewport, window) => {
      const { selection, design } = app.getState();
      const item = selection && itemShowing(sceneStoreOf(app).getState(), design, selection);
      return item ? revealingViewport(item, window, viewport) : viewport;
    },
    [app],
  );
}

interface Shown {
  readonly key: string;
  readonly window: Window;
  readonly hasMoved: boolean;
}

/**
 * Keeps the drawing in view after a design was opened, through the first verdict and whatever panels open,
 * until the person moves the view; from then on it only keeps the selection from being covered.
 * Returns what to call when the view was moved.
 */
export function useFitUntilMoved(view: View): () => void {
  const key = useAppState((state) => state.designKey);
  const isReady = useNodesInitialized();
  const window = useWindow();
  const frame = useFrame();
  const withSelection = useWithSelection();
  const shown = useRef<Shown | undefined>(undefined);

  useEffect(() => {
    if (!isReady || !frame || window.width === 0) return;
    const isNew = shown.current?.key !== key;
    const isResized = shown.current?.window !== window;
    shown.current = { key, window, hasMoved: !isNew && shown.current?.hasMoved === true };
    const before = view.current();
    const mustFit = !shown.current.hasMoved && (isNew || isResized || !isInView(frame, window, before));
    if (!mustFit && !isResized) return;
    const fitted = (mustFit ? fittingViewport(frame, window, true) : undefined) ?? before;
    const after = withSelection(fitted, window);
    if (!isAlike(after, before)) view.go(after);
  }, [isReady, key, frame, window, view, withSelection]);

  return useCallback(() => {
    if (shown.current) shown.current = { ...shown.current, hasMoved: true };
  }, []);
}
