/** Whether two pieces of plain data say the same: identity first, then content. Functions are alike only to themselves. */
export const isAlike = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && areListsAlike(one, other);
  if (one instanceof Map) return other instanceof Map && areMapsAlike(one, other);
  if (one instanceof Set) return other instanceof Set && areListsAlike([...one], [...other]);
  const [prototype, otherPrototype] = [Object.getPrototypeOf(one), Object.getPrototypeOf(other)];
  return prototype === otherPrototype && prototype === Object.prototype && areObjectsAlike(one, other);
};

function areListsAlike(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (!isAlike(one[at], other[at])) return false;
  return true;
}

/** In the same order, too: who goes through a map meets its entries in that order. */
function areMapsAlike(one: ReadonlyMap<unknown, unknown>, other: ReadonlyMap<unknown, unknown>): boolean {
  if (one.size !== other.size) return false;
  const rest = other.entries();
  for (const [key, value] of one) {
    const [otherKey, otherValue] = rest.next().value ?? [];
    if (key !== otherKey || !isAlike(value, otherValue)) return false;
  }
  return true;
}

function areObjectsAlike(one: object, other: object): boolean {
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      isAlike((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
