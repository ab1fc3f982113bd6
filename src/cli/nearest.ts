/** Longest text that is compared: names in Azure are shorter. */
const longest = 80;

/** Up to three of the names that a mistyped text may have meant, the nearest first. */
export function nearest(text: string, names: readonly string[]): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || wanted.length > longest) return [];
  const most = Math.max(1, Math.floor(wanted.length / 3));
  return names
    .filter((name) => name !== '' && Math.abs(name.length - wanted.length) <= most)
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Letters to insert, remove, replace or swap with the next until one text is the other. */
function editDistance(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1];
      const isSwapped = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      row.push(
        Math.min(
          (last[to - 1] ?? 0) + (isSame ? 0 : 1),
          (last[to] ?? 0) + 1,
          (row[to - 1] ?? 0) + 1,
          at > 1 && to > 1 && isSwapped ? (beforeLast[to - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
