import { type Command, isAtWork } from '../command.ts';

export const selectTool: Command = {
  id: 'select-tool',
  title: 'Select and move',
  shortcut: 'v',
  isForCanvas: true,
  isEnabled: isAtWork,
  run: ({ store }) => store.getState().setView({ isHand: false }),
};

export const handTool: Command = {
  id: 'hand-tool',
  title: 'Drag the view',
  shortcut: 'h',
  isForCanvas: true,
  isEnabled: isAtWork,
  run: ({ store }) => store.getState().setView({ isHand: true }),
};
