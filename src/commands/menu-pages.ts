import { findResource, holdsOthers, type Resource } from '#model';
import type { State } from '#store';
import { type Command, hasSelection } from './command.ts';
import { placesToMoveAll } from './move-to.ts';

const chosen = ({ design, selection }: State) => findResource(design, selection);

/** Opens the list of what can be put into the selected container. */
export const addInside: Command = {
  id: 'add-inside',
  title: 'Add inside the selection',
  shortcut: 'Insert',
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: (state) => {
    const kind = chosen(state)?.kind;
    return hasSelection(state) && kind !== undefined && holdsOthers(kind);
  },
  obstacle: (state) => {
    const resource = chosen(state);
    if (resource === undefined) return 'select a container';
    return holdsOthers(resource.kind) ? undefined : `nothing lies in ${resource.name}`;
  },
  run: ({ store }) => store.getState().setView({ menu: { page: 'add' } }),
};

const allChosen = ({ design, selected }: State): readonly Resource[] =>
  selected.flatMap((id) => findResource(design, id) ?? []);

const placesFor = (state: State): readonly Resource[] => placesToMoveAll(state.design, allChosen(state));

/** Opens the list of the containers that the selection could be moved into. */
export const moveElsewhere: Command = {
  id: 'move',
  title: 'Move the selection to another container',
  shortcut: 'm',
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: (state) => hasSelection(state) && placesFor(state).length > 0,
  obstacle: (state) =>
    allChosen(state).length === 0 ? 'select a resource' : 'there is no other container for it',
  run: ({ store }) => store.getState().setView({ menu: { page: 'move' } }),
};
