import { type NodeMouseHandler, useReactFlow } from '@xyflow/react';
import { type MouseEvent, useCallback, useMemo } from 'react';
import { fixFinding } from '#commands';
import type { SceneItem } from '#drawing';
import { type ResourceId, resourcesOfKind } from '#model';
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
      if (isAdding(event) && id !== undefined) {
        app.getState().toggleSelected(id);
        // To the browser Shift is a key: the ring of the focus would say that it is selected, or is so more than others.
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
      } else activate(item);
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
  const openMenu = useCallback(
    (
      event: MouseEvent | globalThis.MouseEvent,
      id: ResourceId | undefined,
      page?: 'ground',
      y = event.clientY,
    ) => {
      if (id === undefined && !page) return;
      event.preventDefault();
      const { selected, select, setView } = app.getState();
      // What is one of several that are selected stays that: the menu is for all of them.
      if (id === undefined || !selected.includes(id)) select(id);
      setView({ menu: { at: { x: event.clientX, y }, ...(page && { page }) } });
    },
    [app],
  );
  const underAt = useCallback(
    ({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>) => {
      const point = screenToFlowPosition({ x: clientX, y: clientY });
      return containerAt(sceneStoreOf(app).getState().scene, app.getState().design, point)?.resource;
    },
    [app, screenToFlowPosition],
  );
  const onNodeContextMenu: NodeMouseHandler<ItemNodeType> = useCallback(
    (event, node) => {
      const item = sceneStoreOf(app).getState().itemOf.get(node.id);
      // What it is about is seen beside it.
      const below = item?.role === 'node' ? event.currentTarget.getBoundingClientRect().bottom : undefined;
      openMenu(event, item && chosenId(item), undefined, below);
    },
    [app, openMenu],
  );
  const onPaneContextMenu = useCallback(
    (event: MouseEvent | globalThis.MouseEvent) => {
      const under = underAt(event);
      const regions = resourcesOfKind(app.getState().design, 'region');
      // On open ground there is nothing to ask about: what can be done with the drawing is left.
      if (under || regions.length !== 1) openMenu(event, under?.id);
      else openMenu(event, undefined, 'ground');
    },
    [app, openMenu, underAt],
  );
  const onPaneClick = useCallback(
    (event: MouseEvent) => {
      const { select, toggleSelected } = app.getState();
      const under = underAt(event);
      if (isAdding(event)) {
        if (under && under.kind !== 'region') toggleSelected(under.id);
      } else select(under?.kind === 'region' ? undefined : under?.id);
    },
    [app, underAt],
  );
  return useMemo(
    () => ({ onNodeClick, onNodeDoubleClick, onNodeContextMenu, onPaneClick, onPaneContextMenu }),
    [onNodeClick, onNodeDoubleClick, onNodeContextMenu, onPaneClick, onPaneContextMenu],
  );
}

/** Whether a click adds to the selection, or takes out of it. */
const isAdding = (event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): boolean =>
  event.shiftKey || event.ctrlKey || event.metaKey;
