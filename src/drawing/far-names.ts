import { textWidth } from '#layout';
import { groupedBy } from '#model';
import type { Level } from './levels.ts';
import { namesBeside } from './names-beside.ts';
import type { Token } from './palette.ts';
import type { SceneItem, Shape } from './scene.ts';
import { textStyles } from './styles.ts';
import { tellingPart } from './telling-part.ts';

type Text = Extract<Shape, { type: 'text' }>;

/** The name of something that holds other things, written over what crosses it. */
interface FarName {
  readonly id: string;
  /** Its patch of ground, in the pixels of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ground: Token;
  readonly text: Text;
}

/** In pixels of the screen: a line, its ground at both ends, from the side of what it names, and the least that says something. */
const [line, besideWords, aside, least] = [14, 3, 3, 18];
/** The middle of the header of a container, in those of the drawing. */
const middleOfHeader = 16;
/** From the left end of a border on which a name stands, likewise. */
const alongBorder = 24;
/** So much of it is above: below are the names of what stands there. */
const aboveBorder = 0.7;
/** No further beyond its box, and of a card, which has a border of its own there. */
const [furthest, furthestOfCard] = [60, 14];
const style = textStyles['distant-name'];

/** Of a node: its icon and the gap beside that, from its left, and how high its name stands at most, in those of the drawing. */
const [besideIcon, heightOfNode] = [40, 46];
/** So high a line is that it has room in a node, in pixels of the screen. */
const lineInNode = 12;

/**
 * Whose names are written over the drawing: what lines cross, and from far away all that holds something, and what stands
 * on open ground.
 */
function nameOf({ role, shapes }: SceneItem, isFar: boolean, isFree: boolean): Text | undefined {
  if (isFree)
    return shapes.find((shape): shape is Text => shape.type === 'text' && shape.style === 'resource-name');
  if (role !== 'container' && !(isFar && role === 'card')) return undefined;
  return shapes.find(
    (shape): shape is Text =>
      shape.type === 'text' && (shape.style === 'container-name' || (isFar && shape.style === 'subnet-name')),
  );
}

/** On its border stands the name of a card, which is full, and of a region, whose header is of no height from far away. */
const isOnBorder = ({ role, shapes: [frame] }: SceneItem): boolean =>
  role === 'card' || (frame?.type === 'rect' && frame.fill === undefined);

/** What a header has beside a name: its ground, and a sign where there is one, in pixels of the screen. */
const leftOfHeader = 32;
const widthOf = ({ role, width }: SceneItem): number =>
  role === 'container' ? width : Number.POSITIVE_INFINITY;

const groundOf = ({ role, shapes: [frame] }: SceneItem): Token =>
  role !== 'card' && frame?.type === 'rect' ? (frame.fill ?? 'canvas') : 'canvas';

/** Where the first thing in a container begins. */
const firstIn = ({ y, height }: SceneItem, inside: readonly SceneItem[]): number =>
  Math.min(y + height, ...inside.flatMap((one) => (one.role === 'badge' || one.height < 30 ? [] : [one.y])));

/**
 * The names of containers as large as they can be read: in the header, as wide as that is and the gap beside it, clear of
 * the container's sign, of which `forSign` says how wide it is. That of a subnet stands below that of its network, where
 * the subnet has nothing else there.
 */
export function farNames(
  items: readonly SceneItem[],
  { detail, unit }: Level,
  forSign: (item: SceneItem) => number,
): readonly FarName[] {
  const isFar = detail === 'far';
  const inside = groupedBy(items, ({ parent }) => parent);
  const names = new Map<string, FarName>();
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const height = line * unit;

  /** Where something at the right of a box begins, on the level of its name. */
  const gapEnd = (item: SceneItem, y: number): number => {
    const right = item.x + item.width;
    const next = (inside.get(item.parent) ?? []).flatMap((other) =>
      other.x >= right - 1 && other.y < y + height && other.y + other.height > y ? [other.x] : [],
    );
    const around = itemOf.get(item.parent ?? '');
    return Math.min(
      right + (item.role === 'card' ? furthestOfCard : furthest) * unit,
      around ? around.x + around.width : Number.POSITIVE_INFINITY,
      ...next,
    );
  };

  const hasRoomInNodes = isFar && lineInNode * unit <= heightOfNode;
  const isFree = ({ role, parent = '' }: SceneItem): boolean => {
    const place = itemOf.get(parent);
    return hasRoomInNodes && role === 'node' && (!place || isOnBorder(place));
  };

  for (const item of items) {
    const isNode = isFree(item);
    const name = nameOf(item, isFar, isNode);
    if (!name) continue;
    const isInBox = isNode || !(isFar && isOnBorder(item));
    const around = names.get(item.parent ?? '');
    const isSubnet = name.style === 'subnet-name';
    const middle = isNode
      ? Math.min(item.height, heightOfNode) / 2
      : Math.max(middleOfHeader, height / 2 + unit);
    const own = isInBox ? item.y + middle - height / 2 : item.y - aboveBorder * height;
    const y = isSubnet && around ? Math.max(own, around.y + around.height - unit) : own;
    if (isSubnet && y + height > firstIn(item, inside.get(item.id) ?? []) + 2 * unit) continue;
    const x = item.x + (isNode ? besideIcon : isInBox ? aside * unit : alongBorder);
    const sign = isInBox ? forSign(item) : 0;
    const end = isNode || isSubnet || sign > 0 ? item.x + item.width - sign : gapEnd(item, y);
    const room = (end - x) / unit - 2 * besideWords;
    if (room < least) continue;
    const { fill } = name;
    const full = name.full ?? name.text;
    const narrowest = Math.min(...(inside.get(item.parent) ?? []).map((one) => widthOf(one)));
    const ofEach = isFar ? 0 : narrowest / unit - leftOfHeader;
    const text = tellingPart(full, namesBeside(items, item), room, style, ofEach);
    // Of what stands side by side, a part of one name and the whole of another would not compare.
    if (text === '' || (isNode && text !== full)) continue;
    names.set(item.id, {
      id: item.id,
      x,
      y,
      width: (textWidth(text, style) + 2 * besideWords) * unit,
      height,
      ground: groundOf(item),
      text: {
        type: 'text',
        x: x + besideWords * unit,
        y: y + height / 2 + 0.36 * style.size * unit,
        text,
        style: 'distant-name',
        fill,
        ...(text === full ? {} : { full }),
      },
    });
  }
  return [...names.values()];
}
