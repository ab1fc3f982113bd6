import { findResource, holdsOthers } from '#model';
import type { State } from '#store';
import { type Command, hasSelection } from './command.ts';

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
