import { outermostOf } from '#model';
import { type CommandContext, namesOf, notesChosen } from '../command.ts';

/** What is selected, without what lies in something else that is. */
export const chosenIn = ({ store }: CommandContext) => {
  const { design, selected } = store.getState();
  const [roots, notes] = [outermostOf(design, selected), notesChosen({ design, selected })];
  return { roots, notes, ids: [...roots, ...notes].map(({ id }) => id), name: namesOf(roots, notes) };
};
