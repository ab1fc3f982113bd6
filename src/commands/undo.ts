import { type Command, isAtWork } from './command.ts';

/** Said where an edit took more with it than was named; gone with its undoing. */
export const undoHint = 'Undo brings all of them back.';

export const undo: Command = {
  id: 'undo',
  title: 'Undo',
  shortcut: '$mod+z',
  isEnabled: isAtWork,
  run: ({ store }) => {
    store.temporal.getState().undo();
    // What was said of a removal is no longer true.
    if (store.getState().notice?.text === undoHint) store.getState().setView({ notice: undefined });
  },
};
