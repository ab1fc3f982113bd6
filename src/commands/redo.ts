import { type Command, isAtWork } from './command.ts';
import { stepThrough } from './undo.ts';

export const redo: Command = {
  id: 'redo',
  title: 'Redo',
  shortcut: '$mod+Shift+z',
  alternatives: ['$mod+y'],
  isEnabled: isAtWork,
  run: (context) => stepThrough(context, 'redo'),
};
