import { arrangedBoxes } from '#drawing';
import { type Design, edits } from '#model';
import { type CommandContext, openDesign } from './command.ts';

/** Opens a copy of a reference architecture to edit. */
export const openBlueprint = (context: CommandContext, design: Design): void =>
  openDesign(
    context,
    Object.keys(design.layout).length > 0 ? design : edits.withLayout(design, arrangedBoxes(design)),
  );
