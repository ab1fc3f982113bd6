import {
  type NodeChange,
  type OnNodeDrag,
  type OnNodesChange,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { joinTo, moveAllTo, moveNotes, offersToServe } from '#commands';
import { type Design, findResource, isAlike, type Resource, refusalIn } from '#model';
import { useAppStore, useCommandContext } from '#ui';
import { type DropTarget, isSameTarget } from '../drop/target.ts';
import { useAttendedNodes } from '../nodes/use-attended-nodes.ts';
import { drawNow, sceneStoreOf } from '../scene-store.ts';
import { type ItemNodeType, layers } from '../to-flow.ts';
import { offerOf, useRefusal } from '../use-refusal.ts';
import {
  besideOf,
  type Drag,
  droppedBoxes,
  kindsOf,
  noteShifts,
  piled,
  subtreeIds,
  verdictOf,
} from './drag.ts';
import { type Guide, noGuides, snap } from './snap.ts';

const pointerOf = (event: MouseEvent | TouchEvent | React.MouseEvent | React.TouchEvent) => {
  const point = 'clientX' in event ? event : (event.touches[0] ?? event.changedTouches[0]);
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
};

/** How near a line has to be to draw a dragged thing to itself, in pixels of the screen. */
const reach = 6;

/** What a drag shows beside the things that it moves. */
interface Shown {
  readonly target: DropTarget | undefined;
  readonly guides: readonly Guide[];
}

/**
 * Drags stay here until they end; then they are one edit, or nothing when the place is refused. A step of a drag goes
 * to React Flow alone, and renders what it moves: the canvas around it hears of a drag's beginning, its end, and of what
 * it shows on its way.
 */
export function useNodeDrag() {
  const context = useCommandContext();
  const app = useAppStore();
  const flow = useStoreApi<ItemNodeType>();
  const nodes = useAttendedNodes();
  const [shown, setShown] = useState<Shown | undefined>();
  const [ended, setEnded] = useState(0);
  const latest = useRef<Drag | undefined>(undefined);
  const moving = useRef<ReadonlySet<string>>(nothing);
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const { refuse, settle } = useRefusal();
  // After a drag React Flow is told where things lie, also where nothing came of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list for each drag that ended
  const lying = useMemo(() => [...nodes] as ItemNodeType[], [nodes, ended]);
  const held = useRef<string | undefined>(undefined);
  const place = useCallback(
    ({ positions, target }: Pick<Drag, 'positions' | 'target'>) => {
      const shown = target ? piled(positions, held.current, sceneStoreOf(app).getState().itemOf) : positions;
      flow.getState().setNodes(
        lying.map((node) => {
          const position = shown.get(node.id);
          return position ? lift(node, position) : node;
        }),
      );
    },
    [app, flow, lying],
  );
  const show = useCallback((next: Drag) => {
    latest.current = next;
    setShown((before) => {
      const { target, guides } = next;
      return before && before.target === target && isAlike(before.guides, guides)
        ? before
        : { target, guides };
    });
  }, []);
  // What is drawn anew while a hand holds something leaves that in the hand.
  useEffect(() => {
    if (latest.current) place(latest.current);
  }, [place]);

  const judge = useCallback(
    (event: Parameters<typeof pointerOf>[0]) => {
      const { scene, itemOf } = sceneStoreOf(app).getState();
      const { design } = app.getState();
      const items = [...(latest.current?.positions.keys() ?? [])].flatMap((id) => itemOf.get(id) ?? []);
      const verdict = verdictOf(scene, design, items, screenToFlowPosition(pointerOf(event)), moving.current);
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
      if (!latest.current) {
        settle();
        moving.current = subtreeIds(
          all,
          moved.map(({ id }) => id),
        );
      }
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
      const next = { positions, guides: target ? noGuides : guides, ...(target ? { target } : {}) };
      show(next);
      place(next);
    },
    [app, getZoom, show, place, settle],
  );

  const onNodeDrag: OnNodeDrag<ItemNodeType> = useCallback(
    (event, { id }) => {
      held.current = id;
      const judged = judge(event);
      const { current } = latest;
      if (!judged || !current) return;
      const { resources, verdict, isHome } = judged;
      const next: DropTarget | undefined = isHome
        ? undefined
        : { kinds: kindsOf(resources), count: resources.length, verdict, at: pointerOf(event) };
      const target = next && current.target && isSameTarget(next, current.target) ? current.target : next;
      const { positions, guides } = current;
      show({ positions, guides: target ? noGuides : guides, ...(target ? { target } : {}) });
    },
    [judge, show],
  );

  const onNodeDragStop: OnNodeDrag<ItemNodeType> = useCallback(
    (event) => {
      const judged = judge(event);
      const { current } = latest;
      latest.current = undefined;
      setShown(undefined);
      setEnded((before) => before + 1);
      if (!current) return;
      const { itemOf } = sceneStoreOf(app).getState();
      const { design } = app.getState();
      const notes = noteShifts(current, itemOf);
      const { verdict, resources } = judged ?? { resources: [] };
      const ids = resources.map(({ id }) => id);
      // What was in the hand is what one goes on with.
      const choose = () => {
        const { selected, selectAll } = app.getState();
        const held = [...ids, ...notes.keys()];
        if (!held.every((id) => selected.includes(id))) selectAll(held);
      };
      if (!verdict) {
        if (notes.size > 0) moveNotes(context, notes);
        choose();
        drawNow(app);
        return;
      }
      if (verdict.outcome === 'refused') {
        const place = findResource(design, verdict.nearest?.resource);
        refuse(
          verdict.reason,
          [
            ...(place && takesAll(design, place, resources)
              ? [offerOf(place, () => moveAllTo(context, ids, place.id))]
              : []),
            ...offersToServe(context, resources, verdict.item?.resource),
          ],
          verdict.item?.resource,
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
      // What has come beside, and a pile, is laid out where there is room.
      const isLaidOut = verdict.isBeside || (ids.length > 1 && !judged?.isHome);
      const boxes = isLaidOut ? {} : droppedBoxes(current, itemOf, verdict);
      const reason = moveAllTo(context, ids, verdict.container?.id, boxes, notes);
      if (reason === undefined) choose();
      drawNow(app);
      if (reason === undefined) settle();
      else refuse(reason);
    },
    [app, context, judge, refuse, settle],
  );

  return {
    nodes: lying,
    target: shown?.target,
    guides: shown?.guides ?? noGuides,
    moving: shown ? moving.current : nothing,
    isDragging: shown !== undefined,
    onNodesChange,
    onNodeDrag,
    onNodeDragStop,
  };
}

/** Whether all may lie there, and one of them does not yet. */
function takesAll(design: Design, place: Resource, dragged: readonly Resource[]): boolean {
  const comers = new Set<string>(dragged.map(({ id }) => id));
  return (
    dragged.every(({ kind }) => refusalIn(design, kind, place, comers) === undefined) &&
    dragged.some(({ parent }) => parent !== place.id)
  );
}

const nothing: ReadonlySet<string> = new Set();
const lift = (node: ItemNodeType, position: ItemNodeType['position']): ItemNodeType => ({
  ...node,
  position,
  dragging: true,
  zIndex: (node.zIndex ?? 0) < layers.content ? layers.paintedDragged : layers.dragged,
});
