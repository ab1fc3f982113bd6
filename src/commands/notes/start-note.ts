import { findResource } from '#model';
import { type Command, isAtWork } from '../command.ts';

/** Opens a note for writing on the canvas: on the selection where there is one, else in the middle of the view. */
export const startNote: Command = {
  id: 'add-note',
  title: 'Add a note',
  shortcut: 'n',
  isForCanvas: true,
  isAboutSelection: true,
  isEnabled: isAtWork,
  run: ({ store }) => {
    const { design, selection, setView } = store.getState();
    const about = findResource(design, selection);
    setView({ drafting: about ? { attachedTo: about.id } : {}, renaming: undefined });
  },
};
