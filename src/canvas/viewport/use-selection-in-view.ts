import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { useAppStore } from '#ui';
import { sceneStoreOf } from '../scene-store.ts';
import { isInView } from './fitting.ts';
import { moveDuration } from './motion.ts';
import { itemShowing } from './use-jump.ts';

/** Brings the selection back when a panel that opens beside the canvas covers it. */
export function useSelectionInView(): void {
  const app = useAppStore();
  const { getViewport, setCenter } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    const { selection, design } = app.getState();
    if (selection === undefined || width === 0) return;
    const item = itemShowing(sceneStoreOf(app).getState(), design, selection);
    const viewport = getViewport();
    const isLarge = item && (item.width * viewport.zoom > width || item.height * viewport.zoom > height);
    if (!item || isLarge || isInView(item, { width, height }, viewport)) return;
    void setCenter(item.x + item.width / 2, item.y + item.height / 2, {
      zoom: viewport.zoom,
      duration: moveDuration(),
    });
  }, [app, width, height, getViewport, setCenter]);
}
