import { ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { nameFault, renameTo } from '#commands';
import type { SceneItem } from '#drawing';
import { findResource, type ResourceId } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';

/** Room that a name gets at least, in the drawing's pixels. */
const least = 190;

/** Up to this height a thing is its name and a fact: the field lies over all of it. */
const lowest = 60;

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
  return (
    <div
      className="canvas-rename nodrag nopan"
      style={{
        transform: `translate(${item.x}px, ${item.y}px)`,
        width: Math.max(least, item.width),
        zIndex: layers.dragged,
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens on a key or a double click that asks for it
        autoFocus
        value={draft}
        style={item.height > lowest ? undefined : { height: item.height }}
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
      {fault === undefined ? null : <p role="alert">{fault}</p>}
    </div>
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
