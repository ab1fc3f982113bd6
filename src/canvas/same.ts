/** Whether two values of plain data are equal in depth. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([key, value]) => key in other && isSame(value, (other as Record<string, unknown>)[key]))
  );
}

/** The new list with each entry that did not change replaced by its old object, so that nothing of it renders anew. */
export function keepSame<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly T[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const kept = after.map((entry) => {
    const old = known.get(entry.id);
    return old !== undefined && isSame(old, entry) ? old : entry;
  });
  return kept.length === before.length && kept.every((entry, at) => entry === before[at]) ? before : kept;
}
