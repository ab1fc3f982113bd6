import { arrangedBoxes } from '#drawing';
import { type Design, edits } from '#model';
import { type CommandContext, openDesign } from './command.ts';

/** Opens a copy of a reference architecture to edit. */
export const openBlueprint = (context: CommandContext, design: Design): void =>
  openDesign(
    context,
    Object.keys(design.layout).length > 0 ? design : edits.withLayout(design, arrangedBoxes(design)),
  );

/** Opens a design that was damaged: everything stands where it stood, and what is missing leaves its place free. */
export function openDamaged(context: CommandContext, design: Design, whole: Design): void {
  const before = arrangedBoxes(whole);
  const boxes = Object.entries(arrangedBoxes(design)).map(([id, box]) => [id, before[id] ?? box] as const);
  openBlueprint(context, edits.withLayout(design, Object.fromEntries(boxes)));
}
