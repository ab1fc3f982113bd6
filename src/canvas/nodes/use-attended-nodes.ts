import { useMemo } from 'react';
import type { ResourceId } from '#model';
import { useAppState, useAppStore } from '#ui';
import { usePreviewMarks } from '../preview/use-preview-marks.ts';
import { sceneStoreOf } from '../scene-store.ts';
import type { ItemNodeType } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { hasItem, itemsThrough } from '../viewport/item-showing.ts';
import { attendedNodes } from './attention.ts';

/** The nodes of the scene with what is selected, previewed and pointed out; asked once for all, not by each of them. */
export function useAttendedNodes(): readonly ItemNodeType[] {
  const app = useAppStore();
  const nodes = useScene((state) => state.nodes);
  const itemOf = useScene((state) => state.itemOf);
  const selected = useAppState((state) => state.selected);
  const flash = useAppState((state) => state.flash);
  const marks = usePreviewMarks();
  return useMemo(() => {
    const drawn = sceneStoreOf(app).getState();
    const isDrawn = (id: ResourceId) =>
      hasItem(drawn, id) || drawn.scene.edges.some(({ resources }) => resources?.includes(id));
    const through = selected
      .filter((id) => !isDrawn(id))
      .flatMap((id) => itemsThrough(drawn, app.getState().design, id))
      .map(({ id }) => id);
    return attendedNodes(nodes, itemOf, { selected, through: new Set(through), flash, marks });
  }, [app, nodes, itemOf, selected, flash, marks]);
}
