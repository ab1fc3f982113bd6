import { ellipsize, type Font, textWidth } from '#layout';

/** Between the parts of a name, which keep the sign that ends them: `vnet-`, `spoke-`, `12`; `Azure`, `Bastion`, `Subnet`; `stml`, `3`. */
const boundary = /(?<=[-_./ ])|(?<=[a-z])(?=[A-Z\d])/;
/** Of a name that stands alone what is before the first of these signs says of what kind it is, which its picture says too. */
const ofKind = /^[a-z]+[-_]/i;
/** More are of no name that anybody reads. */
const mostParts = 12;

const partsOf = (name: string): readonly string[] => name.split(boundary, mostParts);

/** Some parts in a row, as they are told from others. */
const keyOf = (parts: readonly string[]): string => parts.map(bare).join(' ').toLowerCase();

const bare = (part: string): string => part.replace(/[-_./ ]+$/, '');

interface Run {
  /** With what says that more is before and behind it. */
  readonly text: string;
  readonly words: string;
  readonly key: string;
  readonly isFirst: boolean;
}

/** All parts in a row of a name but the whole of it. */
function runsOf(name: string): readonly Run[] {
  const parts = partsOf(name);
  return parts.flatMap((_, from) =>
    parts.slice(from).flatMap((_, length): readonly Run[] => {
      const run = parts.slice(from, from + length + 1);
      if (run.length === parts.length) return [];
      const isCut = from + run.length < parts.length;
      const words = bare(run.join(''));
      return [
        {
          text: `${from > 0 ? '…' : ''}${words}${isCut ? '…' : ''}`,
          words,
          key: keyOf(run),
          isFirst: from === 0,
        },
      ];
    }),
  );
}

/** What parts names that stand together, where they are kept as one text. */
const between = '\n';

/** Names that stand together, as one text: equal ones are then one and the same. */
export const asBeside = (names: readonly string[]): string => names.join(between);

type Counts = ReadonlyMap<string, number>;

/** Of the names asked for last, which mostly are those asked for next. */
let last: { readonly beside: string; readonly counts: Counts } = { beside: '', counts: new Map() };

/** In how many of some names each run of parts stands. */
function countsOf(beside: string): Counts {
  if (last.beside === beside) return last.counts;
  const counts = new Map<string, number>();
  const names = new Set(beside.split(between));
  for (const name of names)
    for (const key of new Set(runsOf(name).map((run) => run.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const [alone = ''] = names;
  if (names.size === 1 && ofKind.test(alone)) counts.set(keyOf(partsOf(alone).slice(0, 1)), 2);
  last = { beside, counts };
  return counts;
}

/** A name that is told by its beginning shows that, unless so much less of it than of what follows has room. */
const shareOfFirst = 0.6;

/**
 * A name, or as much of it as fits: the most parts in a row that stand in none of the names `beside` it, since those are
 * what tells it from them, its beginning rather than its end; where not even few do, the beginning of the fewest.
 */
export function tellingPart(name: string, beside: string, maximum: number, font: Font): string {
  if (textWidth(name, font) <= maximum) return name;
  const counts = countsOf(beside);
  let [first, other] = [
    { text: '', width: 0 },
    { text: '', width: 0 },
  ];
  let shortest = { words: name, width: Number.POSITIVE_INFINITY };
  for (const { text, words, key, isFirst } of runsOf(name)) {
    if ((counts.get(key) ?? 0) > 1) continue;
    const width = textWidth(text, font);
    if (width < shortest.width) shortest = { words, width };
    if (width > maximum) continue;
    if (isFirst && width > first.width) first = { text, width };
    if (!isFirst && width > other.width) other = { text, width };
  }
  if (first.width > 0 && Math.max(first.width, other.width) < shareOfFirst * maximum)
    return ellipsize(name, maximum, font);
  const best = first.width >= shareOfFirst * other.width ? first : other;
  return best.width > 0 ? best.text : ellipsize(shortest.words, maximum, font);
}
