import { type Command, isAtWork } from './command.ts';

export const searchKinds: Command = {
  id: 'search-kinds',
  title: 'Find a resource to add',
  shortcut: '/',
  isEnabled: isAtWork,
  run: ({ store, browser }) => {
    store.getState().setView({ leftPanel: 'add', isPaletteOpen: true });
    browser.focus('search');
  },
};

export const showOutline: Command = {
  id: 'outline',
  title: 'Go to the outline',
  shortcut: '$mod+Shift+o',
  worksInFields: true,
  isEnabled: isAtWork,
  run: ({ store, browser }) => {
    const { isSmall, setView } = store.getState();
    // There is one outline, wherever it stands.
    setView(
      isSmall ? { middle: 'outline', isPaletteOpen: false } : { leftPanel: 'outline', isPaletteOpen: true },
    );
    browser.focus('outline');
  },
};

export const showDrawing: Command = {
  id: 'drawing',
  title: 'Go to the drawing',
  shortcut: '$mod+Shift+g',
  worksInFields: true,
  isEnabled: isAtWork,
  run: ({ store, browser }) => {
    const { isSmall, setView } = store.getState();
    if (isSmall) setView({ middle: 'drawing', isPaletteOpen: false });
    browser.focus('canvas');
  },
};

export const goToFindings: Command = {
  id: 'go-to-findings',
  title: 'Go to the findings',
  shortcut: '$mod+Shift+f',
  worksInFields: true,
  isEnabled: isAtWork,
  run: ({ store, browser }) => {
    store.getState().setView({ isFindingsOpen: true });
    browser.focus('findings');
  },
};

export const nextRegion: Command = {
  id: 'next-region',
  title: 'Next part of the screen',
  shortcut: 'F6',
  worksInFields: true,
  isEnabled: isAtWork,
  run: ({ browser }) => browser.focus('next-region'),
};

export const previousRegion: Command = {
  id: 'previous-region',
  title: 'Previous part of the screen',
  shortcut: 'Shift+F6',
  worksInFields: true,
  isEnabled: isAtWork,
  run: ({ browser }) => browser.focus('previous-region'),
};
