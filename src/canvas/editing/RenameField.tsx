import { ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { nameFault, renameTo } from '#commands';
import { type Scene, type SceneItem, type Shape, type TextStyle, textStyles } from '#drawing';
import { textWidth } from '#layout';
import { findResource, type ResourceId } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { sightOf } from '../ground/sight.ts';
import { useDetail } from '../nodes/use-detail.ts';
import { sceneStoreOf } from '../scene-store.ts';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import type { Frame } from '../viewport/fitting.ts';

const nameStyles: ReadonlySet<TextStyle> = new Set(['container-name', 'subnet-name', 'resource-name']);

type Text = Extract<Shape, { type: 'text' }>;

const isText = (shape: Shape): shape is Text => shape.type === 'text';

/** Kept free between the name and what stands at its right, in the drawing's pixels. */
const gap = 8;

/** Where the name of an item is read: the middle of its line and of what stands below it, and the room that it has there. */
function lineOf({ shapes, x, y, width, role }: SceneItem) {
  const texts = shapes.filter(isText);
  const name = texts.find(({ style }) => nameStyles.has(style));
  if (!name) return undefined;
  const prefix = texts.find((one) => one.anchor === 'end' && Math.abs(one.y - name.y) < 6);
  const right = prefix ? prefix.x - textWidth(prefix.text, textStyles[prefix.style]) - gap : width - gap / 2;
  const fact = texts.find((one) => role === 'node' && one.x === name.x && one.y > name.y);
  return { x: x + name.x, y: y + (name.y + (fact?.y ?? name.y)) / 2 - 4, width: right - name.x };
}

/** Puts a part of the drawing near a box, where it covers least. */
function putNear(part: HTMLElement, near: Frame, scene: Scene) {
  const sight = sightOf();
  if (!sight) return;
  const box = sight.drawnAt(near);
  const { x, y } = sight.inDrawing(sight.spotFor(part, box, scene, [{ ...box, weight: 8 }]));
  part.style.transform = `translate(${x}px, ${y}px)`;
}

/** Why a name is not taken. */
function Fault({ children, near }: { children: string; near: Frame }) {
  const app = useAppStore();
  const words = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (words.current) putNear(words.current, near, sceneStoreOf(app).getState().scene);
  }, [app, near]);
  return (
    <p ref={words} role="alert" className="canvas-rename-fault" style={{ zIndex: layers.dragged }}>
      {children}
    </p>
  );
}

function Field({ id, name, item }: { id: ResourceId; name: string; item: SceneItem }) {
  const context = useCommandContext();
  const app = useAppStore();
  const [draft, setDraft] = useState(name);
  const fault = useAppState((state) => nameFault(state.design, id, draft));
  const end = () => {
    // Whoever pressed a key goes on where they were.
    const node = document.querySelector(`[data-id="${CSS.escape(item.id)}"]`);
    app.getState().setView({ renaming: undefined });
    if (node instanceof HTMLElement) node.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') end();
    else if (event.key === 'Enter' && renameTo(context, id, draft) === undefined) end();
  };
  const line = useDetail() === 'colour' ? undefined : lineOf(item);
  return (
    <>
      <input
        className="canvas-rename nodrag nopan"
        // biome-ignore lint/a11y/noAutofocus: it opens on a key or a double click that asks for it
        autoFocus
        value={draft}
        style={{
          // One that is wider than the room for it begins further left; where no name is read it lies over the thing.
          ...(line
            ? {
                width: line.width,
                transform: `translate(${line.x}px, ${line.y}px) translate(calc(min(0px, ${line.width}px - 222 * var(--step)) - 18 * var(--step)), -50%)`,
              }
            : {
                transform: `translate(${item.x + item.width / 2}px, ${item.y + item.height / 2}px) translate(-50%, -50%)`,
              }),
          zIndex: layers.dragged,
        }}
        aria-label={`Name of ${name}`}
        aria-invalid={fault !== undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          renameTo(context, id, draft);
          app.getState().setView({ renaming: undefined });
        }}
      />
      {fault === undefined ? null : <Fault near={item}>{fault}</Fault>}
    </>
  );
}

/** What is drawn by a line alone, or not at all, has its name in the inspector. */
function Elsewhere() {
  const { store, browser } = useCommandContext();
  useEffect(() => {
    store.getState().setView({ renaming: undefined });
    browser.focus('inspector');
  }, [store, browser]);
  return null;
}

/** The name of a thing, open for writing in its own place. */
export function RenameField() {
  const resource = useAppState((state) => findResource(state.design, state.renaming));
  const item = useScene(({ scene }) => resource && scene.items.find((one) => one.resource === resource.id));
  if (!resource) return null;
  if (!item) return <Elsewhere />;
  return (
    <ViewportPortal>
      <Field key={resource.id} id={resource.id} name={resource.name} item={item} />
    </ViewportPortal>
  );
}
