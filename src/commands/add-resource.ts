import type { CommandContext } from './command.ts';
import { missingPart } from './missing-part.ts';

type Adding = typeof import('./adding.ts');

let adding: Adding | undefined;

/** Fetches what makes new resources, which a design can be read without. */
export async function loadAdding(): Promise<void> {
  adding ??= await import('./adding.ts');
}

/**
 * Adds a new resource as `adding` does, at once where its code is there. Resolves to why it is refused, in one sentence,
 * or to `undefined`.
 */
export async function addNewResource(
  context: CommandContext,
  ...what: Parameters<Adding['addNow']> extends [unknown, ...infer Rest] ? Rest : never
): Promise<string | undefined> {
  if (!adding) await loadAdding().catch(() => context.store.getState().setView({ notice: missingPart }));
  return adding?.addNow(context, ...what);
}
