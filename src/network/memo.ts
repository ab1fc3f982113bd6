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

/** Computes once for each owner; the answer goes when the owner goes. */
export const onceFor = <O extends object, V extends object>(derive: (owner: O) => V): ((owner: O) => V) => {
  const known = new WeakMap<O, V>();
  return (owner) => {
    const kept = known.get(owner);
    if (kept) return kept;
    const value = derive(owner);
    known.set(owner, value);
    return value;
  };
};

/** As `memo`, for each owner anew: the answers go when the owner goes. */
export const memoFor = <O extends object, K, V>(
  derive: (owner: O, key: K) => V,
): ((owner: O, key: K) => V) => {
  const ofOwner = onceFor((owner: O) => memo((key: K) => derive(owner, key)));
  return (owner, key) => ofOwner(owner)(key);
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
