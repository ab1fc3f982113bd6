import { type Level, markerOfSum, type Point, type SceneItem, type SceneMarker, widthOfSum } from '#drawing';

/** Of a sign as it is drawn from near: so large it is on the screen at least. */
export const signSize = 0.9;

/** As high as a sign, in its own pixels. */
const side = 18;
/** Free at the right of a sign, in pixels of the screen. */
export const inset = 2;
/** A node's name and its sign stand in the upper part of a high one. */
const head = 46;
/** The middle of the header of a container, where its prefix is from near. */
const middleOfHeader = 17;
/** The middle of the tick of a chip. */
const chipSign = { x: 15, y: 12 };

type Signed = Pick<SceneItem, 'role' | 'width' | 'height'>;

/** Where a sign stands in an item, whose it is then without a doubt: at its right end, clear of its neighbours. */
function placeIn({ role, width, height }: Signed, own: number, unit: number): Point {
  if (role === 'chip') return chipSign;
  const x = width - inset * unit - own / 2;
  const isHeaded = role === 'container' || role === 'card';
  const top = (side / 2) * signSize * unit + inset * unit;
  return { x, y: isHeaded ? Math.max(middleOfHeader, top) : Math.min(height, head) / 2 };
}

/** Where the name of a node begins, and the least of it that is to be read beside its sign, in pixels of the screen. */
const [nameFrom, leastName] = [43, 26];

/** How many findings a sign says that it stands for beside the worst: none where its node would have no name for that. */
function moreOf(
  { role, width, findings }: Signed & Pick<SceneItem, 'findings'>,
  own: (more: number) => number,
  unit: number,
) {
  const more = findings.length - 1;
  return role === 'node' && width - nameFrom - own(more) < leastName * unit ? 0 : more;
}

type Marked = Signed & Pick<SceneItem, 'markers' | 'findings'>;

/** Where one sign for all findings of an item stands in it, and what it says. */
function ownSign(item: Marked, unit: number) {
  const [worst] = item.markers;
  if (!worst) return undefined;
  const widthOf = (more: number) => widthOfSum(worst, more) * signSize * unit;
  const more = moreOf(item, widthOf, unit);
  const width = widthOf(more);
  return { worst, more, width, height: side * signSize * unit, ...placeIn(item, width, unit) };
}

/** One sign for all findings of an item, in its coordinates; `undefined` where it has none. */
export function signOf(item: Marked, unit: number): SceneMarker | undefined {
  const sign = ownSign(item, unit);
  return sign && markerOfSum(sign.worst, sign.more, sign.x, sign.y);
}

/** So much of the right end of an item its sign takes. */
export function roomOfSign(item: Marked, unit: number): number {
  const sign = ownSign(item, unit);
  return sign ? sign.width + 2 * inset * unit : 0;
}

/** A sign seen from far away, for the findings of one item or of several. */
export interface FarSign {
  /** Where it stands. */
  readonly item: SceneItem;
  readonly worst: SceneMarker;
  /** Fingerprints, each once. */
  readonly findings: readonly string[];
  /** How many of them it says that it stands for beside the worst. */
  readonly more: number;
  /** Middle and size, in the pixels of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A region: the ground on which things stand. */
const isOpen = ({ role, shapes: [frame] }: SceneItem): boolean =>
  role === 'container' && frame?.type === 'rect' && frame.fill === undefined;

/** Of the header of a container: its name, in pixels of the screen. */
const lineOfName = 15;

/** Seen from far away a sign hangs over the corner by so much of it, and covers so much of its item at most. */
const [overCorner, mostCovered] = [0.35, 0.35];

function farSign(
  item: SceneItem,
  worst: SceneMarker,
  findings: readonly string[],
  unit: number,
  around?: SceneItem,
): FarSign {
  const widthOf = (more: number) => widthOfSum(worst, more) * signSize * unit;
  const more = widthOf(findings.length - 1) > mostCovered * item.width ? 0 : findings.length - 1;
  const width = widthOf(more);
  const height = side * signSize * unit;
  const { x, y } = placeIn(item, width, unit);
  const right = item.role === 'chip' ? 0 : overCorner * width;
  const above = item.role === 'node' ? y - (0.5 - overCorner) * height : 0;
  // The name of a network may reach into the header of its subnets.
  const top = around && !isOpen(around) ? around.y + lineOfName * unit : Number.NEGATIVE_INFINITY;
  return {
    item,
    worst,
    findings,
    more,
    x: item.x + x + right,
    y: Math.max(item.y + y - above, top + height / 2),
    width,
    height,
  };
}

/** Several as one, at an item. */
function summed(
  item: SceneItem,
  signs: readonly FarSign[],
  unit: number,
  around?: SceneItem,
): readonly FarSign[] {
  const [worst] = signs.map((sign) => sign.worst).sort((a, b) => a.number - b.number);
  const findings = [...new Set(signs.flatMap((sign) => sign.findings))];
  return worst ? [farSign(item, worst, findings, unit, around)] : [];
}

const isOver = (a: FarSign, b: FarSign): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

const isAnyOver = (signs: readonly FarSign[]): boolean =>
  signs.some((one, at) => signs.slice(at + 1).some((other) => isOver(one, other)));

/** What is too small for a sign of its own. */
const parts: ReadonlySet<SceneItem['role']> = new Set(['badge', 'row', 'chip']);

/** Of things on open ground each sign stays where it is; those that would lie on each other are one at the first of them. */
function apart(signs: readonly FarSign[], unit: number): readonly FarSign[] {
  const placed: FarSign[] = [];
  for (const sign of [...signs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const at = placed.findIndex((other) => isOver(sign, other));
    const other = placed[at];
    if (other) placed.splice(at, 1, ...summed(other.item, [other, sign], unit));
    else placed.push(sign);
  }
  return placed;
}

/**
 * The signs of findings as they are seen from far away, all of them to be read: where those of what is in a container would
 * lie on each other, or have no room in it, the container bears one for all.
 */
export function signsAt(items: readonly SceneItem[], unit: number): readonly FarSign[] {
  const ids = new Set(items.map(({ id }) => id));
  const inside = new Map<string, SceneItem[]>();
  const roots: SceneItem[] = [];
  for (const item of items) {
    if (item.parent === undefined || !ids.has(item.parent)) roots.push(item);
    else inside.set(item.parent, [...(inside.get(item.parent) ?? []), item]);
  }
  const of = (item: SceneItem, around?: SceneItem): readonly FarSign[] => {
    const [worst] = item.markers;
    const own = worst ? [farSign(item, worst, item.findings, unit, around)] : [];
    const within = (inside.get(item.id) ?? []).flatMap((one) => of(one, item));
    if (isOpen(item)) return [...own, ...apart(within, unit)];
    const all = [...own, ...within];
    const hasNoRoom = (sign: FarSign) => parts.has(sign.item.role) || sign.width > sign.item.width;
    return within.length > 0 && (within.some(hasNoRoom) || isAnyOver(all))
      ? summed(item, all, unit, around)
      : all;
  };
  return apart(
    roots.flatMap((item) => of(item)),
    unit,
  );
}

/** All signs that are seen from a little farther away, or from far. */
export const signsOf = (items: readonly SceneItem[], { detail, unit }: Level): readonly FarSign[] =>
  detail === 'far'
    ? signsAt(items, unit)
    : items.flatMap((item) => {
        const sign = ownSign(item, unit);
        return sign ? { ...sign, item, findings: item.findings, x: item.x + sign.x, y: item.y + sign.y } : [];
      });
