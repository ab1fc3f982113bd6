import { addNote } from '#commands';
import { findNote, findResource } from '#model';
import { useAppState, useCommandContext } from '#ui';
import { NoteMenu } from '../resource-menu/NoteMenu.tsx';
import { ResourceMenu } from '../resource-menu/ResourceMenu.tsx';
import type { OpenMenu, OutlineState } from './use-outline.ts';

/** What can be done with a row of the outline. */
export function RowMenu({
  menu,
  anchor,
  outline,
}: {
  menu: OpenMenu;
  anchor: HTMLElement;
  outline: Pick<OutlineState, 'setRenaming' | 'setMenu' | 'focus'>;
}) {
  const context = useCommandContext();
  const resource = useAppState((state) => findResource(state.design, menu.id));
  const note = useAppState((state) => findNote(state.design, menu.id));
  const inspect = () => context.browser.focus('inspector');
  const onClose = () => {
    outline.setMenu(undefined);
    outline.focus();
  };
  if (note) return <NoteMenu note={note} anchor={anchor} host={{ inspect }} onClose={onClose} />;
  if (!resource) return null;
  const host = {
    rename: () => outline.setRenaming(resource.id),
    inspect,
    // Who works in the outline writes in the inspector: the canvas may not be on the screen.
    annotate: () => {
      addNote(context, { text: 'New note', attachedTo: resource.id });
      inspect();
    },
  };
  return <ResourceMenu resource={resource} anchor={anchor} start={menu.page} host={host} onClose={onClose} />;
}
