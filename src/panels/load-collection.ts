import type { Exercise } from '#blueprints';
import { type CommandContext, missingPart, openDamaged } from '#commands';
import { fetchedAhead } from '#ui';

/** Architectures and exercises. */
export const loadCollection = fetchedAhead(() => import('./collection.ts'));

/** Opens an exercise; tells whether it did, and the person where it could not be fetched. */
export async function openExercise(
  context: CommandContext,
  choose: (exercises: readonly Exercise[]) => Exercise | undefined,
): Promise<boolean> {
  const collection = await loadCollection().catch(() => undefined);
  if (!collection) context.store.getState().setView({ notice: missingPart });
  const exercise = collection && choose(collection.exercises);
  if (exercise) openDamaged(context, exercise.build(), exercise.blueprint.build());
  return exercise !== undefined;
}
