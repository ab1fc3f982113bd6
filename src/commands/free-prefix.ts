/** An IPv4 prefix as numbers: first address, and one past the last. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const rangeOf = (prefix: string): Range | undefined => {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(prefix.trim());
  if (!found) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = found.slice(1).map(Number);
  if (Math.max(a, b, c, d) > 255 || length > 32) return undefined;
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const from = Math.floor(address / size) * size;
  return { from, to: from + size };
};

const textOf = (address: number, length: number): string =>
  `${[24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')}/${length}`;

/** The first prefix of that length inside `space` that touches none of `taken`; `undefined` where it is full. */
export const freePrefix = (
  space: readonly string[],
  taken: readonly string[],
  length: number,
): string | undefined => {
  const size = 2 ** (32 - length);
  const used = taken.flatMap((prefix) => rangeOf(prefix) ?? []);
  for (const prefix of space) {
    const range = rangeOf(prefix);
    if (!range) continue;
    let from = range.from;
    while (from + size <= range.to) {
      const hit = used.find((one) => one.from < from + size && one.to > from);
      if (!hit) return textOf(from, length);
      from = Math.ceil(hit.to / size) * size;
    }
  }
  return undefined;
};
