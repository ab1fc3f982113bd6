import { ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { nameFault, renameTo } from '#commands';
import type { Scene, SceneItem } from '#drawing';
import { findResource, type ResourceId } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { sightOf } from '../ground/sight.ts';
import { useDetail } from '../nodes/use-detail.ts';
import { useReachUnits } from '../nodes/use-reach.ts';
import { sceneStoreOf } from '../scene-store.ts';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import type { Frame } from '../viewport/fitting.ts';
import { lineOf, nameField } from './name-line.ts';

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
  const step = useReachUnits() / 48;
  const line = useDetail() === 'colour' ? undefined : lineOf(item, step);
  return (
    <>
      <input
        className="canvas-rename nodrag nopan"
        // biome-ignore lint/a11y/noAutofocus: it opens on a key or a double click that asks for it
        autoFocus
        value={draft}
        style={{
          minWidth: nameField.width * step,
          paddingInline: line?.inset ?? nameField.inset * step,
          // Where no name is read it lies over the thing.
          ...(line
            ? {
                width: line.width,
                transform: `translate(${line.x}px, ${line.y}px) translate(0, -50%)`,
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
