import { useNodesInitialized, useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useAppState } from '#ui';
import { useScene } from '../use-scene.ts';
import { fittingViewport, isInView, sceneFrameOf } from './fitting.ts';
import { moveDuration } from './motion.ts';

/** The size of the canvas on screen. */
function useWindow() {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return useMemo(() => ({ width, height }), [width, height]);
}

const useFrame = () => {
  const items = useScene((state) => state.scene.items);
  return useMemo(() => sceneFrameOf(items), [items]);
};

/** Shows the whole drawing, or as much of it as can be read. */
export function useFitView(mustBeRead = false): () => void {
  const { setViewport } = useReactFlow();
  const window = useWindow();
  const frame = useFrame();
  return useCallback(() => {
    const viewport = fittingViewport(frame, window, mustBeRead);
    if (viewport) void setViewport(viewport, { duration: moveDuration() });
  }, [frame, window, mustBeRead, setViewport]);
}

interface Shown {
  readonly key: string;
  readonly window: { readonly width: number; readonly height: number };
  readonly hasMoved: boolean;
}

/**
 * Keeps the drawing in view after a design was opened, through the first verdict and whatever panels open,
 * until the person moves the view. Returns what to call when that happens.
 */
export function useFitUntilMoved(): () => void {
  const key = useAppState((state) => state.designKey);
  const jump = useAppState((state) => state.jump);
  const isReady = useNodesInitialized();
  const { getViewport } = useReactFlow();
  const window = useWindow();
  const frame = useFrame();
  const show = useFitView(true);
  const shown = useRef<Shown | undefined>(undefined);

  useEffect(() => {
    if (shown.current?.key === key && jump !== undefined)
      shown.current = { ...shown.current, hasMoved: true };
  }, [key, jump]);

  useEffect(() => {
    if (!isReady || !frame || window.width === 0) return;
    const isNew = shown.current?.key !== key;
    const isResized = shown.current?.window !== window;
    shown.current = { key, window, hasMoved: !isNew && shown.current?.hasMoved === true };
    if (shown.current.hasMoved) return;
    if (isNew || isResized || !isInView(frame, window, getViewport())) show();
  }, [isReady, key, frame, window, getViewport, show]);

  return useCallback(() => {
    if (shown.current) shown.current = { ...shown.current, hasMoved: true };
  }, []);
}
