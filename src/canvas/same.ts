import { isAlike } from '#model';

/** The new list with each entry that did not change replaced by its old object, so that nothing of it renders anew. */
export function keepSame<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly T[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const kept = after.map((entry) => {
    const old = known.get(entry.id);
    return old !== undefined && isAlike(old, entry) ? old : entry;
  });
  return kept.length === before.length && kept.every((entry, at) => entry === before[at]) ? before : kept;
}
