/** A list for someone who has an earlier one: an entry that they have is the number of its place there. */
export type ListDelta<T> = readonly (T | number)[];

/** Tells one receiver of each list only what it does not have. Entries are known by identity. */
export function createListSender<T extends object>(): (list: readonly T[]) => ListDelta<T> {
  let places: ReadonlyMap<T, number> = new Map();
  return (list) => {
    const delta = list.map((entry) => places.get(entry) ?? entry);
    places = new Map(list.map((entry, place) => [entry, place]));
    return delta;
  };
}

/** The other end: what was not sent again is the very object of before. Throws where the ends are out of step. */
export function createListReceiver<T extends object>(): (delta: ListDelta<T>) => readonly T[] {
  let known: readonly T[] = [];
  return (delta) => {
    const list = delta.map((one) => {
      const entry = typeof one === 'number' ? known[one] : one;
      if (entry === undefined) throw new Error(`Nothing was sent for place ${one}`);
      return entry;
    });
    known = list;
    return list;
  };
}
