import { arrangedBoxes } from '#drawing';
import { edits } from '#model';
import { type Command, isAtWork } from './command.ts';

export const arrangeDesign: Command = {
  id: 'arrange',
  title: 'Arrange everything',
  shortcut: '$mod+Shift+l',
  isEnabled: isAtWork,
  run: ({ store }) => {
    const { edit, look, announce } = store.getState();
    edit('arrange everything', (design) => edits.withLayout(design, arrangedBoxes(design)));
    look('whole');
    announce('Arranged everything.');
  },
};
