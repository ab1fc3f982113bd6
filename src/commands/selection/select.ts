import { placeName } from '#drawing';
import { childrenOf, findResource, isGround, notesOf } from '#model';
import { type Command, hasSelection, isAtWork, namesOf } from '../command.ts';

/** Everything but the ground that it stands on. */
export const selectAll: Command = {
  id: 'select-all',
  title: 'Select everything',
  shortcut: '$mod+a',
  isEnabled: isAtWork,
  run: ({ store }) => {
    const { design, selectAll: choose, announce } = store.getState();
    const all = design.resources.filter(({ kind }) => !isGround(kind));
    const notes = notesOf(design);
    choose([...all, ...notes].map(({ id }) => id));
    announce(`Selected ${namesOf(all, notes)}.`);
  },
};

export const selectChildren: Command = {
  id: 'select-children',
  title: 'Select what lies in the selection',
  shortcut: '$mod+ArrowDown',
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: (state) =>
    hasSelection(state) && state.selected.some((id) => childrenOf(state.design, id).length > 0),
  run: ({ store }) => {
    const { design, selected, selectAll: choose, announce } = store.getState();
    const children = selected.flatMap((id) => childrenOf(design, id));
    if (children.length === 0) return;
    choose(children.map(({ id }) => id));
    announce(`Selected ${namesOf(children)}.`);
  },
};

export const selectContainer: Command = {
  id: 'select-container',
  title: 'Select the container of the selection',
  shortcut: '$mod+ArrowUp',
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: (state) =>
    hasSelection(state) && findResource(state.design, state.selection)?.parent !== undefined,
  run: ({ store }) => {
    const { design, selection, select, announce } = store.getState();
    const container = findResource(design, findResource(design, selection)?.parent);
    if (!container) return;
    select(container.id);
    announce(`Selected ${placeName(container)}.`);
  },
};
