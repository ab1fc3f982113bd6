import { type Command, isAtWork } from './command.ts';

export const undo: Command = {
  id: 'undo',
  title: 'Undo',
  shortcut: '$mod+z',
  isEnabled: isAtWork,
  run: ({ store }) => store.temporal.getState().undo(),
};
