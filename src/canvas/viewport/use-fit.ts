import { useNodesInitialized, useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { useAppState } from '#ui';
import { useScene } from '../use-scene.ts';
import { fittingViewport, sceneFrameOf } from './fitting.ts';
import { moveDuration } from './motion.ts';

/** Shows the whole drawing. */
export function useFitView(): () => void {
  const { setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const items = useScene((state) => state.scene.items);
  return useCallback(() => {
    const viewport = fittingViewport(sceneFrameOf(items), { width, height });
    if (viewport) void setViewport(viewport, { duration: moveDuration() });
  }, [items, width, height, setViewport]);
}

/**
 * Keeps the whole drawing in view after a design was opened, through the first verdict and whatever panels open,
 * until the person moves the view. Returns what to call when that happens.
 */
export function useFitUntilMoved(): () => void {
  const key = useAppState((state) => state.designKey);
  const jump = useAppState((state) => state.jump);
  const isReady = useNodesInitialized();
  const showAll = useFitView();
  const moved = useRef<{ readonly key: string; readonly hasMoved: boolean } | undefined>(undefined);

  useEffect(() => {
    if (moved.current?.key === key && jump !== undefined) moved.current = { key, hasMoved: true };
  }, [key, jump]);

  useEffect(() => {
    if (!isReady) return;
    if (moved.current?.key !== key) moved.current = { key, hasMoved: false };
    if (!moved.current.hasMoved) showAll();
  }, [isReady, key, showAll]);

  return useCallback(() => {
    moved.current = { key, hasMoved: true };
  }, [key]);
}
