import { type NodeChange, type OnNodeDrag, type OnNodesChange, useReactFlow } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { edits, findResource } from '#model';
import { useAppStore } from '#ui';
import { boxAt, type DropVerdict, insideOf, verdictAt } from './drop/place.ts';
import type { DropTarget } from './drop/target.ts';
import { sceneStoreOf } from './scene-store.ts';
import { type ItemNodeType, isNetwork, layers } from './to-flow.ts';
import { useRefusal } from './use-refusal.ts';
import { useScene } from './use-scene.ts';

interface Drag {
  readonly id: string;
  readonly position: ItemNodeType['position'];
  /** Set while the pointer is over a container that is not the node's own. */
  readonly target?: DropTarget;
}

const pointerOf = (event: MouseEvent | TouchEvent | React.MouseEvent | React.TouchEvent) => {
  const point = 'clientX' in event ? event : (event.touches[0] ?? event.changedTouches[0]);
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
};

/** Ids of the items in a container, itself among them. */
function subtreeIds(nodes: readonly ItemNodeType[], root: string): ReadonlySet<string> {
  const ids = new Set([root]);
  // Parents come first, so one pass finds all.
  for (const node of nodes) if (node.parentId !== undefined && ids.has(node.parentId)) ids.add(node.id);
  return ids;
}

/** Drags stay here until they end; then they are one edit, or nothing when the place is refused. */
export function useNodeDrag() {
  const app = useAppStore();
  const nodes = useScene((state) => state.nodes);
  const [drag, setDrag] = useState<Drag | undefined>();
  const { screenToFlowPosition } = useReactFlow();
  const { refuse, settle } = useRefusal();

  const judge = useCallback(
    (event: Parameters<typeof pointerOf>[0], id: string) => {
      const { scene, itemOf, nodes: all } = sceneStoreOf(app).getState();
      const { design } = app.getState();
      const resource = findResource(design, itemOf.get(id)?.resource);
      if (!resource) return undefined;
      const point = screenToFlowPosition(pointerOf(event));
      const verdict = verdictAt(scene, design, resource.kind, point, subtreeIds(all, id));
      const isHome = verdict.outcome === 'legal' && verdict.container?.id === resource.parent;
      return { resource, verdict, isHome };
    },
    [app, screenToFlowPosition],
  );

  const onNodesChange: OnNodesChange<ItemNodeType> = useCallback((changes) => {
    const moved = changes.find(
      (change): change is Extract<NodeChange<ItemNodeType>, { type: 'position' }> =>
        change.type === 'position' && change.dragging === true,
    );
    const position = moved?.position;
    if (moved && position) setDrag((before) => ({ ...before, id: moved.id, position }));
  }, []);

  const onNodeDrag: OnNodeDrag<ItemNodeType> = useCallback(
    (event, node) => {
      const judged = judge(event, node.id);
      if (!judged) return;
      const { resource, verdict, isHome } = judged;
      const target = isHome ? undefined : { kind: resource.kind, verdict };
      setDrag({ id: node.id, position: node.position, ...(target ? { target } : {}) });
    },
    [judge],
  );

  const onNodeDragStop: OnNodeDrag<ItemNodeType> = useCallback(
    (event, node) => {
      setDrag(undefined);
      const judged = judge(event, node.id);
      const { itemOf } = sceneStoreOf(app).getState();
      const item = itemOf.get(node.id);
      if (!judged || !item) return;
      const { resource, verdict } = judged;
      if (verdict.outcome === 'refused') {
        refuse(verdict.reason);
        return;
      }
      if (verdict.newSubnetName !== undefined) {
        refuse(`${resource.name} needs a subnet named ${verdict.newSubnetName}: add one there first.`);
        return;
      }
      settle();
      const { width, height } = item;
      const mayGrow = isNetwork(verdict.container?.kind);
      const box = judged.isHome
        ? insideOf({ ...node.position, width, height }, itemOf.get(item.parent ?? ''), mayGrow)
        : boxAt(screenToFlowPosition(pointerOf(event)), verdict.item, item, mayGrow);
      app
        .getState()
        .edit(`move ${resource.name}`, (design) =>
          edits.placeResource(
            edits.moveResource(design, resource.id, containerOf(verdict)),
            resource.id,
            box,
          ),
        );
    },
    [app, judge, refuse, settle, screenToFlowPosition],
  );

  const shown = useMemo(
    () => (drag ? nodes.map((node) => (node.id === drag.id ? lifted(node, drag) : node)) : nodes),
    [nodes, drag],
  );
  const id = drag?.id;
  const moving = useMemo(() => (id === undefined ? nothing : subtreeIds(nodes, id)), [nodes, id]);
  return {
    nodes: shown as ItemNodeType[],
    target: drag?.target,
    moving,
    onNodesChange,
    onNodeDrag,
    onNodeDragStop,
  };
}

const nothing: ReadonlySet<string> = new Set();

const containerOf = (verdict: DropVerdict & { outcome: 'legal' }) => verdict.container?.id;

const lifted = (node: ItemNodeType, { position }: Drag): ItemNodeType => ({
  ...node,
  position,
  dragging: true,
  zIndex: (node.zIndex ?? 0) < layers.content ? layers.network : layers.dragged,
});
