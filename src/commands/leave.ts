import { type Command, isAtWork } from './command.ts';

/** Ends what was begun last: placing, then the open palette, then the selection. */
export const leave: Command = {
  id: 'leave',
  title: 'Cancel or deselect',
  shortcut: 'Escape',
  isEnabled: isAtWork,
  run: ({ store }) => {
    const { placing, isPaletteOpen, setView, select } = store.getState();
    if (placing) setView({ placing: undefined });
    else if (isPaletteOpen) setView({ isPaletteOpen: false });
    else select(undefined);
  },
};
