import type { Command } from './command.ts';

export const goToStart: Command = {
  id: 'start',
  title: 'Go to the start screen',
  isEnabled: (state) => state.screen !== 'start',
  run: ({ store }) => store.getState().setView({ screen: 'start', notice: undefined }),
};
