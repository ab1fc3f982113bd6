import { type NodeChange, type OnNodeDrag, type OnNodesChange, useReactFlow } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { joinTo, moveAllTo, moveNotes } from '#commands';
import { findResource, type Resource, refusalOf } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { isSameTarget } from '../drop/target.ts';
import { drawNow, sceneStoreOf } from '../scene-store.ts';
import { type ItemNodeType, layers } from '../to-flow.ts';
import { useRefusal } from '../use-refusal.ts';
import { useScene } from '../use-scene.ts';
import { besideOf, type Drag, droppedBoxes, kindsOf, noteShifts, subtreeIds, verdictOf } from './drag.ts';
import { type Guide, snap } from './snap.ts';

const pointerOf = (event: MouseEvent | TouchEvent | React.MouseEvent | React.TouchEvent) => {
  const point = 'clientX' in event ? event : (event.touches[0] ?? event.changedTouches[0]);
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
};

/** How near a line has to be to draw a dragged thing to itself, in pixels of the screen. */
const reach = 6;

/** Drags stay here until they end; then they are one edit, or nothing when the place is refused. */
export function useNodeDrag() {
  const context = useCommandContext();
  const app = useAppStore();
  const nodes = useScene((state) => state.nodes);
  const selected = useAppState((state) => state.selected);
  const [drag, setDrag] = useState<Drag | undefined>();
  const latest = useRef<Drag | undefined>(undefined);
  const moving = useRef<ReadonlySet<string>>(nothing);
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const { refuse, settle } = useRefusal();

  const update = useCallback((next: Drag | undefined) => {
    latest.current = next;
    setDrag(next);
  }, []);

  const judge = useCallback(
    (event: Parameters<typeof pointerOf>[0]) => {
      const { scene, itemOf } = sceneStoreOf(app).getState();
      const { design } = app.getState();
      const items = [...(latest.current?.positions.keys() ?? [])].flatMap((id) => itemOf.get(id) ?? []);
      const point = screenToFlowPosition(pointerOf(event));
      const verdict = verdictOf(scene, design, items, point, moving.current);
      if (!verdict) return undefined;
      const resources = items.flatMap((item) => findResource(design, item.resource) ?? []);
      const isHome =
        verdict.outcome === 'legal' && resources.every(({ parent }) => parent === verdict.container?.id);
      return { verdict, isHome, resources };
    },
    [app, screenToFlowPosition],
  );

  const onNodesChange: OnNodesChange<ItemNodeType> = useCallback(
    (changes) => {
      const moved = changes.filter(
        (change): change is Extract<NodeChange<ItemNodeType>, { type: 'position' }> =>
          change.type === 'position' && change.dragging === true && change.position !== undefined,
      );
      const [first] = moved;
      if (!first?.position) return;
      const { itemOf, nodes: all, scene } = sceneStoreOf(app).getState();
      if (!latest.current)
        moving.current = subtreeIds(
          all,
          moved.map(({ id }) => id),
        );
      const item = itemOf.get(first.id);
      const home = item?.parent === undefined ? undefined : itemOf.get(item.parent);
      const box = {
        x: first.position.x + (home?.x ?? 0),
        y: first.position.y + (home?.y ?? 0),
        width: item?.width ?? 0,
        height: item?.height ?? 0,
      };
      const beside = besideOf(scene, item, box, moving.current);
      const { dx, dy, guides } = snap(box, beside, reach / getZoom());
      const positions = new Map(
        moved.flatMap(({ id, position }) =>
          position ? [[id, { x: position.x + dx, y: position.y + dy }] as const] : [],
        ),
      );
      const target = latest.current?.target;
      update({ positions, guides, ...(target ? { target } : {}) });
    },
    [app, getZoom, update],
  );

  const onNodeDrag: OnNodeDrag<ItemNodeType> = useCallback(
    (event) => {
      const judged = judge(event);
      const { current } = latest;
      if (!judged || !current) return;
      const { resources, verdict, isHome } = judged;
      const next = isHome ? undefined : { kinds: kindsOf(resources), verdict };
      const target = next && current.target && isSameTarget(next, current.target) ? current.target : next;
      const { positions, guides } = current;
      update({ positions, guides: target ? noGuides : guides, ...(target ? { target } : {}) });
    },
    [judge, update],
  );

  const onNodeDragStop: OnNodeDrag<ItemNodeType> = useCallback(
    (event) => {
      const judged = judge(event);
      const { current } = latest;
      update(undefined);
      if (!current) return;
      const { itemOf } = sceneStoreOf(app).getState();
      const { design } = app.getState();
      const notes = noteShifts(current, itemOf);
      if (!judged) {
        if (notes.size > 0) moveNotes(context, notes);
        drawNow(app);
        return;
      }
      const { verdict, resources } = judged;
      const ids = resources.map(({ id }) => id);
      if (verdict.outcome === 'refused') {
        const place = findResource(design, verdict.nearest?.resource);
        refuse(
          verdict.reason,
          place && takesAll(place, resources)
            ? { place, put: () => moveAllTo(context, ids, place.id) }
            : undefined,
        );
        return;
      }
      if (verdict.attachTo !== undefined) {
        const [what, ...more] = ids;
        if (what === undefined || more.length > 0) refuse('A subnet has one of each kind: drop one of them.');
        else {
          joinTo(context, what, verdict.attachTo);
          settle();
        }
        return;
      }
      if (verdict.newSubnetName !== undefined) {
        refuse(`${resources[0]?.name} needs a subnet named ${verdict.newSubnetName}: add one there first.`);
        return;
      }
      const boxes = droppedBoxes(current, itemOf, verdict);
      const reason = moveAllTo(context, ids, verdict.container?.id, boxes, notes);
      drawNow(app);
      if (reason === undefined) settle();
      else refuse(reason);
    },
    [app, context, judge, refuse, settle, update],
  );

  const chosen = useMemo(() => withSelected(nodes, new Set<string>(selected)), [nodes, selected]);
  const shown = useMemo(
    () =>
      drag
        ? chosen.map((node) => {
            const position = drag.positions.get(node.id);
            return position ? lifted(node, position) : node;
          })
        : chosen,
    [chosen, drag],
  );
  return {
    nodes: shown as ItemNodeType[],
    target: drag?.target,
    guides: drag?.guides ?? noGuides,
    moving: drag ? moving.current : nothing,
    isDragging: drag !== undefined,
    onNodesChange,
    onNodeDrag,
    onNodeDragStop,
  };
}

/** Whether all may lie there, and one of them does not yet. */
const takesAll = (place: Resource, dragged: readonly Resource[]): boolean =>
  dragged.every(({ kind }) => refusalOf(kind, place) === undefined) &&
  dragged.some(({ parent }) => parent !== place.id);

const nothing: ReadonlySet<string> = new Set();
const noGuides: readonly Guide[] = [];

/** What is selected is dragged together; React Flow has to know. */
const withSelected = (
  nodes: readonly ItemNodeType[],
  selected: ReadonlySet<string>,
): readonly ItemNodeType[] =>
  selected.size < 2
    ? nodes
    : nodes.map((node) => (selected.has(node.id) ? { ...node, selected: true } : node));

const lifted = (node: ItemNodeType, position: ItemNodeType['position']): ItemNodeType => ({
  ...node,
  position,
  dragging: true,
  zIndex: (node.zIndex ?? 0) < layers.content ? layers.network : layers.dragged,
});
