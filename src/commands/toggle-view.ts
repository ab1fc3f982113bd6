import { type Command, isAtWork } from './command.ts';

export const toggleScheme: Command = {
  id: 'scheme',
  title: 'Switch between light and dark',
  shortcut: '$mod+Shift+d',
  run: ({ browser }) => browser.toggleScheme(),
};

export const toggleFindings: Command = {
  id: 'findings',
  title: 'Show or hide the findings',
  shortcut: '$mod+j',
  isEnabled: isAtWork,
  run: ({ store }) => {
    const { isFindingsOpen, setView } = store.getState();
    setView({ isFindingsOpen: !isFindingsOpen });
  },
};
