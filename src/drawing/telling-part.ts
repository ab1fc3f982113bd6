import { ellipsize, type Font, textWidth } from '#layout';

/** Between the parts of a name, which keep the sign that ends them: `vnet-`, `spoke-`, `12`; `Azure`, `Bastion`, `Subnet`; `stml`, `3`. */
const boundary = /(?<=[-_./ ])|(?<=[a-z])(?=[A-Z\d])/;
/** Of a name what says of what kind it is, which its picture says too: `snet-training`, `AzureBastionSubnet`. */
const ofKind = /^(?:vnet|snet|pep?)[-_](?=\w)|^(?:Azure)?(?=[A-Z]\w*Subnet$)|(?<=^[A-Z]\w*)Subnet$/g;
/** What a name can do without that is alone of its kind. */
const ofOne = /^Network of (?=\w)|^Private (?=DNS zones$)/;
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
  last = { beside, counts };
  return counts;
}

/** A name that is told by its beginning shows that, unless so much less of it than of what follows has room. */
const shareOfFirst = 0.6;

/** As few letters as these say nothing of a name that goes on, or of its end; a number does. */
const saysNothing = (words: string, letters = 4): boolean =>
  !/\d/.test(words) && (words.match(/\p{L}/gu)?.length ?? 0) < letters;

/** The beginning of a name, where that says something. */
function begun(name: string, maximum: number, font: Font): string {
  const text = ellipsize(name, maximum, font);
  return text === name || !saysNothing(text) ? text : '';
}

interface Group {
  readonly beside: string;
  /** Of the widest name that could be shorter, by font. */
  readonly widths: Map<Font, number>;
  /** Of a name what is more than its kind, as long as these are as different as the names. */
  readonly short: (name: string) => string;
}

let lastGroup: Group | undefined;

function groupOf(beside: string): Group {
  if (lastGroup?.beside === beside) return lastGroup;
  const short = (name: string) => name.replace(ofKind, '');
  const names = new Set(beside.split(between));
  const areTold = new Set([...names].map(short)).size === names.size;
  lastGroup = { beside, widths: new Map(), short: areTold ? short : (name) => name };
  return lastGroup;
}

function widestOf({ beside, widths, short }: Group, font: Font): number {
  const widest =
    widths.get(font) ??
    Math.max(...beside.split(between).map((name) => (short(name) === name ? 0 : textWidth(name, font))));
  widths.set(font, widest);
  return widest;
}

/**
 * A name, where it and all `beside` it fit in the room that each of them has; else, of all of them, what is more than
 * their kind, or as much of that as fits: the most parts in a row that stand in none of the others, since those are what
 * tells it from them, its beginning rather than its end; where not even few do, the beginning of the fewest. Nothing
 * where that would say nothing.
 */
export function tellingPart(
  name: string,
  beside: string,
  maximum: number,
  font: Font,
  ofEach = maximum,
): string {
  const group = groupOf(beside);
  if (textWidth(name, font) <= maximum && widestOf(group, font) <= ofEach) return name;
  const fits = (text: string) => textWidth(text, font) <= maximum;
  const short = group.short(name);
  const own = fits(short) ? short : short.replace(ofOne, '');
  return fits(own) ? own : partOf(own, beside.split(between).map(group.short), maximum, font);
}

function partOf(name: string, others: readonly string[], maximum: number, font: Font): string {
  const counts = countsOf(asBeside(others));
  let [first, other] = [
    { text: '', width: 0 },
    { text: '', width: 0 },
  ];
  let shortest = { words: name, width: Number.POSITIVE_INFINITY };
  for (const { text, words, key, isFirst } of runsOf(name)) {
    if ((counts.get(key) ?? 0) > 1) continue;
    const width = textWidth(text, font);
    const isHint = saysNothing(words, text.endsWith('…') ? 4 : 3);
    if (width < shortest.width && !isHint) shortest = { words, width };
    if (width > maximum || (isHint && !isFirst)) continue;
    if (isFirst && width > first.width) first = { text, width };
    if (!isFirst && width > other.width) other = { text, width };
  }
  const best = first.width >= shareOfFirst * other.width ? first : other;
  const isLittle = Math.max(first.width, other.width) < shareOfFirst * maximum;
  if (first.width > 0 && (isLittle || (best === first && saysNothing(first.text))))
    return begun(name, maximum, font);
  return best.width > 0 ? best.text : begun(shortest.words, maximum, font);
}
