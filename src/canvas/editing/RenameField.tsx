import { ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { nameFault, renameTo } from '#commands';
import type { SceneItem } from '#drawing';
import { findResource, type ResourceId } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { useDetail } from '../nodes/use-level.ts';
import { useReachUnits } from '../nodes/use-reach.ts';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { lineOf, lineOver } from './name-line.ts';
import { useBeside } from './use-beside.ts';

/** Why a name is not taken, beside the thing: it speaks of a neighbour, which is to be read together with it. */
function Fault({ children, item }: { children: string; item: SceneItem }) {
  const card = useBeside(item.id, undefined, undefined, true);
  const ground = document.querySelector('.canvas-surface');
  return (
    ground &&
    createPortal(
      <section ref={card} role="alert" className="canvas-card canvas-rename-fault">
        {children}
      </section>,
      ground,
    )
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
  const line = (useDetail() === 'far' ? undefined : lineOf(item, step)) ?? lineOver(item, step);
  return (
    <>
      <input
        className="canvas-rename nodrag nopan"
        // biome-ignore lint/a11y/noAutofocus: it opens on a key or a double click that asks for it
        autoFocus
        value={draft}
        style={{
          transform: `translate(${line.x}px, ${line.y}px)`,
          width: line.width,
          height: line.height,
          paddingInline: line.inset,
          fontSize: line.size,
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
      {fault === undefined ? null : <Fault item={item}>{fault}</Fault>}
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
