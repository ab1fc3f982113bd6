import type { Command } from './command.ts';

export const showCommands: Command = {
  id: 'commands',
  title: 'Search resources and commands',
  shortcut: '$mod+k',
  worksInFields: true,
  run: ({ store }) => store.getState().setView({ dialog: 'commands' }),
};

export const showShortcuts: Command = {
  id: 'shortcuts',
  title: 'Keyboard shortcuts',
  shortcut: 'Shift+?',
  alternatives: ['?'],
  isEnabled: (state) => state.dialog === undefined,
  run: ({ store }) => store.getState().setView({ dialog: 'shortcuts' }),
};

export const showExport: Command = {
  id: 'export',
  title: 'Export',
  shortcut: '$mod+e',
  isEnabled: (state) => state.screen === 'workspace',
  run: ({ store }) => store.getState().setView({ dialog: 'export' }),
};
