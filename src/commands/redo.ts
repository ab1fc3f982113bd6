import { type Command, isAtWork } from './command.ts';

export const redo: Command = {
  id: 'redo',
  title: 'Redo',
  shortcut: '$mod+Shift+z',
  alternatives: ['$mod+y'],
  isEnabled: isAtWork,
  run: ({ store }) => store.temporal.getState().redo(),
};
