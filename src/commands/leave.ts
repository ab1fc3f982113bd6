import { connectingOf, previewOf, removalOf } from '#store';
import { closePreview } from './apply-fixes.ts';
import { type Command, isAtWork } from './command.ts';

/** Ends what was begun last: a removal that is asked about, placing, then the open palette, a preview, then the selection. */
export const leave: Command = {
  id: 'leave',
  title: 'Cancel or deselect',
  shortcut: 'Escape',
  worksInQuestions: true,
  isEnabled: isAtWork,
  run: (context) => {
    const state = context.store.getState();
    const { placing, isPaletteOpen, setView, select } = state;
    if (removalOf(state)) setView({ removal: undefined });
    else if (connectingOf(state)) setView({ connecting: undefined });
    else if (placing) setView({ placing: undefined });
    else if (isPaletteOpen) setView({ isPaletteOpen: false });
    else if (previewOf(state)) closePreview(context);
    else select(undefined);
  },
};
