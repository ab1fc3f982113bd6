import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Scene } from '#drawing';
import type { Box, ResourceId } from '#model';
import { useAppStore } from '#ui';
import { sceneStoreOf } from './scene-store.ts';

/** Shorter drags are clicks, in pixels of the screen. */
const threshold = 4;

const boxOf = (a: { x: number; y: number }, b: { x: number; y: number }): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** What a frame picks: nodes that it touches, containers that lie wholly in it; each once. */
export function picked(scene: Scene, frame: Box): readonly ResourceId[] {
  const right = frame.x + frame.width;
  const bottom = frame.y + frame.height;
  const found = scene.items.flatMap(({ resource, role, x, y, width, height }) => {
    if (resource === undefined || (role !== 'node' && role !== 'container')) return [];
    const isInside = x >= frame.x && y >= frame.y && x + width <= right && y + height <= bottom;
    const isTouched = x < right && y < bottom && x + width > frame.x && y + height > frame.y;
    return isInside || (role === 'node' && isTouched) ? [resource] : [];
  });
  return [...new Set(found)];
}

/** A frame drawn over open ground selects what is in it; with Shift or Ctrl it adds to the selection. */
export function useMarquee(isOff: boolean) {
  const app = useAppStore();
  const { screenToFlowPosition } = useReactFlow();
  const start = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const before = useRef<readonly ResourceId[]>([]);
  const [frame, setFrame] = useState<Box | undefined>();

  const onPointerDown = useCallback(
    (event: PointerEvent) => {
      const isGround = event.target instanceof Element && event.target.matches('.react-flow__pane');
      if (isOff || !isGround || event.button !== 0 || event.pointerType === 'touch') return;
      start.current = { x: event.clientX, y: event.clientY };
      before.current = event.shiftKey || event.ctrlKey || event.metaKey ? app.getState().selected : [];
    },
    [app, isOff],
  );

  const onPointerMove = useCallback((event: PointerEvent) => {
    const from = start.current;
    if (!from) return;
    const to = { x: event.clientX, y: event.clientY };
    const surface = event.currentTarget;
    if (!surface.hasPointerCapture(event.pointerId)) {
      if (Math.hypot(to.x - from.x, to.y - from.y) < threshold) return;
      // From here on it is no click of the ground.
      surface.setPointerCapture(event.pointerId);
    }
    const { left, top } = surface.getBoundingClientRect();
    const drawn = boxOf(from, to);
    setFrame({ ...drawn, x: drawn.x - left, y: drawn.y - top });
  }, []);

  const onPointerUp = useCallback(
    (event: PointerEvent) => {
      const from = start.current;
      start.current = undefined;
      setFrame(undefined);
      if (!from || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      event.currentTarget.releasePointerCapture(event.pointerId);
      const frameInScene = boxOf(
        screenToFlowPosition(from),
        screenToFlowPosition({ x: event.clientX, y: event.clientY }),
      );
      const { selectAll, announce } = app.getState();
      const found = [...before.current, ...picked(sceneStoreOf(app).getState().scene, frameInScene)];
      selectAll(found);
      announce(`Selected ${new Set(found).size}.`);
    },
    [app, screenToFlowPosition],
  );

  const onPointerCancel = useCallback(() => {
    start.current = undefined;
    setFrame(undefined);
  }, []);
  const handlers = useMemo(
    () => ({ onPointerDown, onPointerMove, onPointerUp, onPointerCancel }),
    [onPointerDown, onPointerMove, onPointerUp, onPointerCancel],
  );
  return { frame, handlers };
}
