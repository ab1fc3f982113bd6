import { isAlike } from '#model';

/**
 * The new list with each entry that did not change replaced by its old object, so that nothing of it renders anew.
 * `keepParts` may do the same for parts of one that did.
 */
export function keepSame<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  keepParts: (old: T, entry: T) => T = (_, entry) => entry,
): readonly T[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const kept = after.map((entry) => {
    const old = known.get(entry.id);
    if (old === undefined) return entry;
    return isAlike(old, entry) ? old : keepParts(old, entry);
  });
  return kept.length === before.length && kept.every((entry, at) => entry === before[at]) ? before : kept;
}
