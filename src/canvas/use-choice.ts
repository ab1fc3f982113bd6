import { type NodeMouseHandler, useReactFlow } from '@xyflow/react';
import { type MouseEvent, useCallback } from 'react';
import { fixFinding } from '#commands';
import type { SceneItem } from '#drawing';
import { useAppStore, useCommandContext } from '#ui';
import { chosenId } from './chosen-id.ts';
import { containerAt } from './drop/place.ts';
import { fixableOf, sceneStoreOf } from './scene-store.ts';
import type { ItemNodeType } from './to-flow.ts';

/** What a click or Enter does: a resource or a note is selected, a ghost is made real where a fix can do that. */
export function useActivate(): (item: SceneItem | undefined) => void {
  const context = useCommandContext();
  return useCallback(
    (item) => {
      const { result, select, openFinding } = context.store.getState();
      if (item?.role !== 'ghost') {
        const id = item && chosenId(item);
        if (id !== undefined) select(id);
        return;
      }
      const fixable = fixableOf(item, result);
      if (fixable) fixFinding(context, fixable);
      else openFinding(item.findings[0]);
    },
    [context],
  );
}

/** Clicks on the canvas. The open ground of a network lets clicks through to the pane, so it is looked up by place. */
export function useChoice() {
  const app = useAppStore();
  const activate = useActivate();
  const { screenToFlowPosition } = useReactFlow();
  const onNodeClick: NodeMouseHandler<ItemNodeType> = useCallback(
    (event, node) => {
      const item = sceneStoreOf(app).getState().itemOf.get(node.id);
      const id = item && chosenId(item);
      if (isAdding(event) && id !== undefined) app.getState().toggleSelected(id);
      else activate(item);
    },
    [app, activate],
  );
  const onNodeDoubleClick: NodeMouseHandler<ItemNodeType> = useCallback(
    (_, node) => {
      const item = sceneStoreOf(app).getState().itemOf.get(node.id);
      const id = item && chosenId(item);
      if (id !== undefined) app.getState().setView({ renaming: id });
    },
    [app],
  );
  const onPaneClick = useCallback(
    (event: MouseEvent) => {
      const { design, select, toggleSelected } = app.getState();
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const under = containerAt(sceneStoreOf(app).getState().scene, design, point);
      if (isAdding(event)) {
        if (under && under.resource.kind !== 'region') toggleSelected(under.resource.id);
      } else select(under?.resource.kind === 'region' ? undefined : under?.resource.id);
    },
    [app, screenToFlowPosition],
  );
  return { onNodeClick, onNodeDoubleClick, onPaneClick };
}

/** Whether a click adds to the selection, or takes out of it. */
const isAdding = (event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): boolean =>
  event.shiftKey || event.ctrlKey || event.metaKey;
