import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { type PointerEvent, useRef, useState } from 'react';
import { joinTo, jointsOf } from '#commands';
import type { Point, SceneItem } from '#drawing';
import { findResource, type ResourceId } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { sceneStoreOf } from '../scene-store.ts';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { itemShowing } from '../viewport/item-showing.ts';

interface Pull {
  readonly to: Point;
  /** Items that it may be dropped on, by the resource that it is joined to then. */
  readonly targets: ReadonlyMap<SceneItem, ResourceId>;
  readonly over: SceneItem | undefined;
}

const holds = ({ x, y, width, height }: SceneItem, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

function Handle({ item, resource }: { item: SceneItem; resource: ResourceId }) {
  const context = useCommandContext();
  const app = useAppStore();
  const { screenToFlowPosition } = useReactFlow();
  const targets = useRef<Pull['targets']>(new Map());
  const [pull, setPull] = useState<Pull | undefined>();

  const targetsNow = (): Pull['targets'] => {
    const { design } = app.getState();
    const from = findResource(design, resource);
    const scene = sceneStoreOf(app).getState();
    return new Map(
      (from ? jointsOf(design, from) : []).flatMap(({ target }) => {
        const shown = itemShowing(scene, design, target);
        return shown ? [[shown, target] as const] : [];
      }),
    );
  };
  const at = (event: PointerEvent): Pull => {
    const to = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    // Contents come after their containers, so the last hit is the innermost.
    const over = [...targets.current.keys()].filter((one) => holds(one, to)).at(-1);
    return { to, targets: targets.current, over };
  };
  const start = { x: item.x + item.width + 14, y: item.y + Math.min(item.height, 46) / 2 };
  return (
    <>
      <span
        className="canvas-connect nodrag nopan"
        title="Drag to what it is to be connected to"
        style={{ transform: `translate(${start.x}px, ${start.y}px)`, zIndex: layers.overlay }}
        onPointerDown={(event) => {
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          targets.current = targetsNow();
          setPull(at(event));
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) setPull(at(event));
        }}
        onPointerUp={(event) => {
          const { over } = at(event);
          const to = over && targets.current.get(over);
          setPull(undefined);
          if (to !== undefined) joinTo(context, resource, to);
          else if (pull && Math.hypot(pull.to.x - start.x, pull.to.y - start.y) < 12)
            app.getState().setView({ connecting: { from: resource } });
        }}
      />
      {pull ? (
        <svg className="canvas-edges canvas-pull" style={{ zIndex: layers.overlay }} aria-hidden="true">
          {[...pull.targets.keys()].map((one) => (
            <rect
              key={one.id}
              data-is-over={one === pull.over}
              x={one.x}
              y={one.y}
              width={one.width}
              height={one.height}
              rx={10}
            />
          ))}
          <path d={`M${start.x} ${start.y}L${pull.to.x} ${pull.to.y}`} />
        </svg>
      ) : null}
    </>
  );
}

/** A dot beside the selection, to be dragged to what it is to be joined to; by keyboard that is a command. */
export function ConnectHandle() {
  const resource = useAppState((state) => findResource(state.design, state.selection));
  const isAlone = useAppState((state) => state.selected.length === 1);
  const item = useScene((state) => (resource ? state.itemOf.get(resource.id) : undefined));
  const canJoin = useAppState((state) => {
    const kind = findResource(state.design, state.selection)?.kind;
    return kind !== undefined && kind !== 'region' && kind !== 'internet';
  });
  if (!resource || !isAlone || !item || !canJoin) return null;
  return (
    <ViewportPortal>
      <Handle item={item} resource={resource.id} />
    </ViewportPortal>
  );
}
