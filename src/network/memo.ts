/** Computes once for each key and keeps the answer. */
export const memo = <K, V>(derive: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined || known.has(key)) return kept as V;
    const value = derive(key);
    known.set(key, value);
    return value;
  };
};

/** Groups by key, in order; `Map.groupBy` is newer than the oldest Node that is supported. */
export const grouped = <K, V>(
  items: Iterable<V>,
  keysOf: (item: V) => readonly K[],
): ReadonlyMap<K, readonly V[]> => {
  const groups = new Map<K, V[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
};
