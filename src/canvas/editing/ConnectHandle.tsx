import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { attachNoteTo, joinTo, jointsOf, whyNotJoined } from '#commands';
import { type Point, placeName, type SceneItem } from '#drawing';
import { ancestorsOf, findResource, type ResourceId } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { HandWords } from '../drop/HandWords.tsx';
import { RefusalReason, RefusedPlace } from '../drop/Refused.tsx';
import { endBefore, lettersAndSignsIn, pathBehind } from '../ground/words.ts';
import { SignsOver } from '../nodes/SignsOver.tsx';
import { sceneStoreOf } from '../scene-store.ts';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { itemShowing } from '../viewport/item-showing.ts';
import { connectStart, nearestOnBorder } from './connect-start.ts';
import { LitItems } from './LitItems.tsx';

/** What comes of letting go over an item. */
interface Outcome {
  readonly target: ResourceId;
  readonly words: string;
}

interface Pull {
  readonly to: Point;
  /** The same on the screen. */
  readonly at: Point;
  /** Items that it may be dropped on. */
  readonly targets: ReadonlyMap<SceneItem, Outcome>;
  readonly over: SceneItem | undefined;
  /** What is under the pointer that is no target. */
  readonly missed: SceneItem | undefined;
}

const holds = ({ x, y, width, height }: SceneItem, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

function Handle({ item, id }: { item: SceneItem; id: ResourceId }) {
  const context = useCommandContext();
  const app = useAppStore();
  const { screenToFlowPosition } = useReactFlow();
  const targets = useRef<Pull['targets']>(new Map());
  const [pull, setPull] = useState<Pull | undefined>();

  const targetsNow = (): Pull['targets'] => {
    const { design } = app.getState();
    const from = findResource(design, id);
    const scene = sceneStoreOf(app).getState();
    // A note is attached to anything that has a box.
    if (item.note !== undefined)
      return new Map(
        scene.scene.items.flatMap((one) => {
          const target = findResource(design, one.resource);
          return target ? [[one, { target: target.id, words: `Attach to ${placeName(target)}` }]] : [];
        }),
      );
    const found = new Map<SceneItem, Outcome>();
    for (const { target, title } of from ? jointsOf(design, from) : []) {
      const shown = target === id ? undefined : itemShowing(scene, design, target);
      const before = shown && found.get(shown);
      if (shown)
        found.set(
          shown,
          before ? { ...before, words: 'Choose how to connect them' } : { target, words: title },
        );
    }
    return found;
  };
  const at = (event: PointerEvent): Pull => {
    const at = { x: event.clientX, y: event.clientY };
    const to = screenToFlowPosition(at);
    // Contents come after their containers, so the last hit is the innermost.
    const over = [...targets.current.keys()].filter((one) => holds(one, to)).at(-1);
    const missed = over || item.note !== undefined ? undefined : missedAt(to);
    return { to, at, targets: targets.current, over, missed };
  };
  /** What is at a point and is no target; open ground, regions and what holds it ask for no answer. */
  const missedAt = (to: Point): SceneItem | undefined => {
    const { design } = app.getState();
    const around = new Set([id, ...ancestorsOf(design, id).map((one) => one.id)]);
    const over = sceneStoreOf(app)
      .getState()
      .scene.items.filter((one) => one.resource !== undefined && holds(one, to))
      .at(-1);
    if (over?.resource === undefined || around.has(over.resource)) return undefined;
    return findResource(design, over.resource)?.kind === 'region' ? undefined : over;
  };
  const scene = useScene((state) => state.scene);
  const start = useMemo(() => connectStart(item, scene), [item, scene]);
  return (
    <>
      <span
        className="canvas-connect nodrag nopan"
        data-is-pulling={pull !== undefined}
        title={`Drag to what it is to be ${item.note === undefined ? 'connected' : 'attached'} to`}
        style={{ transform: `translate(${start.x}px, ${start.y}px)`, zIndex: layers.overlay + 1 }}
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
          const to = over && targets.current.get(over)?.target;
          setPull(undefined);
          if (to !== undefined && item.note !== undefined) attachNoteTo(context, id, to);
          else if (to !== undefined) joinTo(context, id, to, { x: event.clientX, y: event.clientY });
          else if (
            item.note === undefined &&
            pull &&
            Math.hypot(pull.to.x - start.x, pull.to.y - start.y) < 12
          )
            app.getState().setView({ connecting: { from: id } });
          else if (pull?.missed?.resource !== undefined) joinTo(context, id, pull.missed.resource);
        }}
      />
      {pull ? <Pulled pull={pull} item={item} /> : null}
      {pull?.missed ? <Miss from={id} item={item} pull={pull} missed={pull.missed} /> : null}
    </>
  );
}

/** The line in the hand, what it may lead to, and what would come of that; the words that it passes stay in front of it. */
function Pulled({ pull, item }: { pull: Pull; item: SceneItem }) {
  const scene = useScene((state) => state.scene);
  const { over, missed, to, at, targets } = pull;
  const aim = over ?? missed;
  const from = nearestOnBorder(item, aim?.role === 'node' ? middleOf(aim) : to);
  const end = aim?.role === 'node' ? endBefore(from, to, aim) : to;
  const outcome = over && targets.get(over);
  const lit = useMemo(() => litOf({ targets, over }, item), [targets, over, item]);
  const words = missed ? undefined : (outcome?.words ?? wayOn(item, targets.size));
  return (
    <>
      <svg
        className="canvas-edges canvas-pull"
        data-is-refused={missed !== undefined}
        style={{ zIndex: layers.dragged }}
        aria-hidden="true"
      >
        <LitItems items={lit} chosen={over} />
        <path d={pathBehind(from, end, lettersAndSignsIn(scene))} />
        <circle cx={from.x} cy={from.y} r={4} />
        <circle cx={end.x} cy={end.y} r={4} />
      </svg>
      {words === undefined ? null : (
        <HandWords key={words} at={at} places={over ? [over, item] : [item]} tone="connect">
          {words}
        </HandWords>
      )}
    </>
  );
}

const middleOf = ({ x, y, width, height }: SceneItem): Point => ({ x: x + width / 2, y: y + height / 2 });

/** What to do with the line where it leads to nothing. */
const wayOn = ({ note }: SceneItem, targets: number): string => {
  if (note !== undefined) return 'Drop on what it is about';
  return targets === 0 ? 'Nothing is left to connect it with' : 'Drop on what is lit to connect';
};

/** What it cannot be joined to, why, and what is left to do instead. */
function Miss({
  from,
  item,
  pull,
  missed,
}: {
  from: ResourceId;
  item: SceneItem;
  pull: Pull;
  missed: SceneItem;
}) {
  const design = useAppState((state) => state.design);
  const struck = useMemo(() => [missed], [missed]);
  return (
    <>
      <div className="canvas-drop" style={{ zIndex: layers.overlay }} aria-hidden="true">
        <RefusedPlace item={missed} />
      </div>
      <svg className="canvas-edges" style={{ zIndex: layers.overlay }} aria-hidden="true">
        <SignsOver places={struck} />
      </svg>
      <RefusalReason
        key={missed.id}
        reason={`${whyNotJoined(design, from, missed.resource)} ${wayOn(item, pull.targets.size)}.`}
        at={pull.at}
        places={[missed, ...pull.targets.keys()]}
      />
    </>
  );
}

/** For a note everything would be lit: what is under the pointer is enough. */
const litOf = (
  { targets, over }: Pick<Pull, 'targets' | 'over'>,
  { note }: SceneItem,
): readonly SceneItem[] => (note === undefined ? [...targets.keys()] : over ? [over] : []);

/** A dot on the border of the selection, to be dragged to what it is to be joined to; by keyboard that is a command. */
export function ConnectHandle() {
  const selection = useAppState((state) => state.selection);
  const isAlone = useAppState((state) => state.selected.length === 1);
  const item = useScene((state) => state.itemOf.get(selection ?? ''));
  const kind = useAppState((state) => findResource(state.design, state.selection)?.kind);
  const canJoin = item?.role === 'note' || (kind !== undefined && kind !== 'region' && kind !== 'internet');
  if (selection === undefined || !isAlone || !item || !canJoin) return null;
  return (
    <ViewportPortal>
      <Handle item={item} id={selection} />
    </ViewportPortal>
  );
}
