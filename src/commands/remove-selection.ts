import { edits, findResource, subtreeOf } from '#model';
import { type Command, isAtWork } from './command.ts';
import { undoHint } from './undo.ts';

/** Removes what is selected with everything in it, and says how much that was. */
export const removeSelection: Command = {
  id: 'remove',
  title: 'Remove the selection',
  shortcut: 'Delete',
  alternatives: ['Backspace'],
  isEnabled: (state) => isAtWork(state) && findResource(state.design, state.selection) !== undefined,
  run: ({ store }) => {
    const { design, selection, edit, select, setView } = store.getState();
    const resource = findResource(design, selection);
    if (!resource) return;
    const after = edits.removeResource(design, resource.id);
    const gone = design.resources.filter((one) => !findResource(after, one.id));
    edit(`remove ${resource.name}`, () => after);
    select(findResource(after, resource.parent)?.id);
    if (gone.length > 1) {
      const inside = new Set(subtreeOf(design, resource.id));
      setView({
        notice: {
          tone: 'note',
          title: `Removed ${resource.name} and ${gone.length - 1} more`,
          text: undoHint,
          details: gone
            .filter((one) => one !== resource)
            .map((one) => ({
              what: one.name,
              because: inside.has(one)
                ? `It lay in ${resource.name}.`
                : `It was a peering with ${resource.name}.`,
            })),
        },
      });
    }
  },
};
