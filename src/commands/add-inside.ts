import { findResource, holdsOthers } from '#model';
import { type Command, hasSelection } from './command.ts';

/** Opens the list of what can be put into the selected container. */
export const addInside: Command = {
  id: 'add-inside',
  title: 'Add inside the selection',
  shortcut: 'Insert',
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: (state) => {
    const kind = findResource(state.design, state.selection)?.kind;
    return hasSelection(state) && kind !== undefined && holdsOthers(kind);
  },
  run: ({ store }) => store.getState().setView({ menu: { page: 'add' } }),
};
