/** Splits items into groups in which each is joined to another, however indirectly; lone items are left out. */
export function joinedGroups<T>(
  items: readonly T[],
  areJoined: (one: T, other: T) => boolean,
): readonly (readonly T[])[] {
  const rest = new Set(items);
  const groups: T[][] = [];
  for (const item of items) {
    if (!rest.delete(item)) continue;
    const group = [item];
    for (const member of group)
      for (const other of rest)
        if (areJoined(member, other)) {
          rest.delete(other);
          group.push(other);
        }
    if (group.length > 1) groups.push(group);
  }
  return groups;
}

/** `snet-a (10.0.0.0/26)`. */
export const named = (name: string, prefixes: readonly string[]): string =>
  `${name} (${prefixes.join(', ')})`;
