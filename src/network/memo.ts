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

/** As `memo`, for texts of any design: starts anew when it has kept twenty thousand. */
export const memoOfTexts = <V>(derive: (text: string) => V): ((text: string) => V) => {
  const known = new Map<string, V>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined || known.has(text)) return kept as V;
    if (known.size >= 20_000) known.clear();
    const value = derive(text);
    known.set(text, value);
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
