import type { Command } from './command.ts';

export const openPlanner: Command = {
  id: 'planner',
  title: 'Plan with questions',
  isEnabled: (state) => state.screen !== 'planner' && state.dialog === undefined,
  run: ({ store }) => store.getState().setView({ screen: 'planner', notice: undefined }),
};
