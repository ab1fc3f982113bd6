import { useState } from 'react';
import { findNote, findResource, resourcesOfKind } from '#model';
import type { State } from '#store';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { GroundMenu } from './GroundMenu.tsx';
import { NoteMenu } from './NoteMenu.tsx';
import { ResourceMenu } from './ResourceMenu.tsx';
import { SeveralMenu } from './SeveralMenu.tsx';

/**
 * Where a menu opens that no pointer asked for: at what has the focus on the canvas, at what is selected there, or at the
 * middle of it.
 */
const focusedPlace = (): { readonly x: number; readonly y: number } => {
  const canvas = document.querySelector('[data-region=canvas]');
  const focused = document.activeElement;
  const isNode = focused !== null && focused !== canvas && canvas?.contains(focused);
  const thing = isNode ? focused : (canvas?.querySelector('.canvas-item.is-selected') ?? canvas);
  const { left, top, width, height } = (thing ?? document.body).getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** What can be done with the selection, where it was asked for on the canvas. */
export function OpenCanvasMenu({ menu }: { menu: NonNullable<State['menu']> }) {
  const store = useAppStore();
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  const selection = useAppState((state) => state.selection);
  const selected = useAppState((state) => state.selected);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const resources = selected.flatMap((id) => findResource(design, id) ?? []);
  const notes = selected.flatMap((id) => findNote(design, id) ?? []);
  // What is put inside is put into one thing.
  const areSeveral = (menu.page ?? 'move') === 'move' && resources.length + notes.length > 1;
  const resource = areSeveral ? undefined : findResource(design, selection);
  const [region] = menu.page === 'ground' ? resourcesOfKind(design, 'region') : [];
  const note = areSeveral ? undefined : findNote(design, selection);
  const { x, y } = menu.at ?? focusedPlace();
  const onClose = (hasRun: boolean) => {
    store.getState().setView({ menu: undefined });
    // What was made is gone on with.
    if (hasRun) context.browser.focus('canvas');
  };
  const start = menu.page === undefined ? [] : [menu.page];
  const inspect = () => context.browser.focus('inspector');
  const rename = () => store.getState().setView({ renaming: store.getState().selection });
  return (
    <>
      <span ref={setAnchor} style={{ position: 'fixed', left: x, top: y, width: 0, height: 0 }} />
      {anchor && region ? (
        <GroundMenu key={`${x} ${y}`} region={region} anchor={anchor} onClose={onClose} />
      ) : null}
      {anchor && resource && !region ? (
        <ResourceMenu
          key={`${resource.id} ${x} ${y}`}
          resource={resource}
          anchor={anchor}
          start={start}
          host={{ inspect, rename }}
          onClose={onClose}
        />
      ) : null}
      {anchor && areSeveral ? (
        <SeveralMenu resources={resources} notes={notes} anchor={anchor} start={start} onClose={onClose} />
      ) : null}
      {anchor && note ? <NoteMenu note={note} anchor={anchor} host={{ inspect }} onClose={onClose} /> : null}
    </>
  );
}
