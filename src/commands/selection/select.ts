import { placeName } from '#drawing';
import { childrenOf, findResource, isGround, notesOf, type Resource } from '#model';
import type { State } from '#store';
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

const contentsOf = ({ design, selected }: State): readonly Resource[] =>
  selected.flatMap((id) => childrenOf(design, id));

const holdsAny = (state: State): boolean => hasSelection(state) && contentsOf(state).length > 0;

/** One level down to one thing, as `selectContainer` goes up. */
export const selectFirstChild: Command = {
  id: 'select-first-child',
  title: 'Select the first thing in the selection',
  shortcut: '$mod+ArrowDown',
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: holdsAny,
  run: ({ store }) => {
    const [first] = contentsOf(store.getState());
    if (!first) return;
    store.getState().select(first.id);
    store.getState().announce(`Selected ${placeName(first)}.`);
  },
};

export const selectChildren: Command = {
  id: 'select-children',
  title: 'Select all that lies in the selection',
  shortcut: '$mod+Shift+ArrowDown',
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: holdsAny,
  run: ({ store }) => {
    const children = contentsOf(store.getState());
    if (children.length === 0) return;
    store.getState().selectAll(children.map(({ id }) => id));
    store.getState().announce(`Selected ${namesOf(children)}.`);
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
