// What depends on the design is a `question`, which knows when its answer no longer holds; these are for everything else.

/** The text of a key that is one. */
export const asItIs = <K>(key: K): string | number => key as string | number;

/** Computes once for each key and keeps the answer for good: for what depends on nothing but the key. */
export const memoForGood = <K, V>(derive: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined || known.has(key)) return kept as V;
    const value = derive(key);
    known.set(key, value);
    return value;
  };
};

/** Computes once for each piece of plain data; the answer goes when that goes. It may depend on nothing else. */
export const onceForPart = <O extends object, V extends object>(
  derive: (owner: O) => V,
): ((owner: O) => V) => {
  const known = new WeakMap<O, V>();
  return (owner) => {
    const kept = known.get(owner);
    if (kept) return kept;
    const value = derive(owner);
    known.set(owner, value);
    return value;
  };
};

/** As `memoForGood`, for texts of any design: starts anew when it has kept twenty thousand. */
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

/** One text for several, from which each can be told. */
export const joinedKey = (...parts: readonly (string | undefined)[]): string => {
  let key = '';
  for (const part of parts) key += part === undefined ? '-' : `${part.length}:${part}`;
  return key;
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
