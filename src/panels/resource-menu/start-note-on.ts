import { type CommandContext, startNote } from '#commands';
import type { ResourceId } from '#model';

/** Opens a note on a resource for writing, on the canvas. */
export const startNoteOn = (context: CommandContext, id: ResourceId): void => {
  context.store.getState().select(id);
  void startNote.run(context);
};
