import { type CommandContext, missingPart, openBlueprint } from '#commands';
import type { Design } from '#model';
import { fetchedAhead } from '#ui';

/** Architectures and exercises. */
export const loadCollection = fetchedAhead(() => import('./collection.ts'));

type Collection = Awaited<ReturnType<typeof loadCollection>>;

/** Opens one of them; tells whether it did, and the person where it could not be fetched. */
export async function openFromCollection(
  context: CommandContext,
  choose: (all: Collection) => Design | undefined,
): Promise<boolean> {
  const collection = await loadCollection().catch(() => undefined);
  if (!collection) context.store.getState().setView({ notice: missingPart });
  const design = collection && choose(collection);
  if (design) openBlueprint(context, design);
  return design !== undefined;
}
