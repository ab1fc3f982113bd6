import { type Design, findNote, findResource, notesOf, outermostOf, type ResourceId } from '#model';
import { type Command, type CommandContext, isAtWork, isThere } from './command.ts';

/** Said where an edit took more with it than was named. */
export const undoHint = 'Undo brings everything back.';

/** What lies in nothing else that came back, notes among it. */
function backIn(design: Design, before: Design): readonly ResourceId[] {
  const resources =
    design.resources === before.resources
      ? []
      : design.resources.filter(({ id }) => !findResource(before, id)).map(({ id }) => id);
  const notes = notesOf(design).filter(({ id }) => !findNote(before, id));
  return [...outermostOf(design, resources), ...notes].map(({ id }) => id);
}

/** Steps through the history, selects what came back or keeps of the selection what is still there, and says what it did. */
export const stepThrough = ({ store }: CommandContext, step: 'undo' | 'redo'): void => {
  const history = store.temporal.getState();
  const before = store.getState();
  const isPossible = (step === 'undo' ? history.pastStates : history.futureStates).length > 0;
  if (!isPossible) return;
  history[step]();
  const { design, lastEdit, selected, notice, selectAll, setView, look, announce } = store.getState();
  const left = selected.filter((id) => isThere(design, id));
  const back = backIn(design, before.design);
  // Who works with what is selected, or takes back a removal, goes on with what came back.
  if ((selected.length > 0 || step === 'undo') && back.length > 0) selectAll(back);
  else if (left.length < selected.length) selectAll(left);
  // What was asked of another state of the design is not asked again.
  setView({ removal: undefined });
  // What was said of the act that is undone goes with it; what a file left out stays.
  if (!notice?.details) setView({ notice: undefined });
  // Where the view has left it, nobody would see what was undone.
  look('change', before.design);
  announce(step === 'undo' ? `Undone: ${before.lastEdit}.` : `Done again: ${lastEdit}.`);
};

export const undo: Command = {
  id: 'undo',
  title: 'Undo',
  shortcut: '$mod+z',
  isEnabled: isAtWork,
  run: (context) => stepThrough(context, 'undo'),
};
