import { arrangedBoxes } from '#drawing';
import { type Design, edits } from '#model';
import { type CommandContext, openDesign } from './command.ts';
import { unlikeKept } from './unlike-kept.ts';

/** Opens a copy of a reference architecture to edit. */
export function openBlueprint(context: CommandContext, design: Design): void {
  const named = unlikeKept(context, design);
  openDesign(
    context,
    Object.keys(named.layout).length > 0 ? named : edits.withLayout(named, arrangedBoxes(named)),
  );
}

/** Opens a design that was damaged: everything stands where it stood, and what is missing leaves its place free. */
export function openDamaged(context: CommandContext, design: Design, whole: Design): void {
  const before = arrangedBoxes(whole);
  const boxes = Object.entries(arrangedBoxes(design)).map(([id, box]) => [id, before[id] ?? box] as const);
  openBlueprint(context, edits.withLayout(design, Object.fromEntries(boxes)));
}
