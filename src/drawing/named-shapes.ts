import { textWidth, wrapText } from '#layout';
import type { SceneItem, Shape, TextStyle } from './scene.ts';
import { textStyles } from './styles.ts';
import { tellingPart } from './telling-part.ts';

type Text = Extract<Shape, { type: 'text' }>;
type Icon = Extract<Shape, { type: 'icon' }>;

/** What else decides what is shown of an item. */
interface Seen {
  /** A pixel of the screen in those of the drawing. */
  readonly unit: number;
  /** The names of what stands with it. */
  readonly beside: string;
  /** What its sign takes of its right end. */
  readonly forSign: number;
}

type Named = Pick<SceneItem, 'shapes' | 'width' | 'height' | 'role'>;

/** From the middle of a line to its base, in its size. */
const toBase = 0.36;
/** In pixels of the screen: what is left beside words, the least that says something, and lines of notes. */
const [beside, least, line] = [3, 16, 14];
/** What a sign takes: of what stands together one is not to be called otherwise because of it. */
const sign = 20;
/** A node's name stands in the upper part of a high one. */
const head = 46;
/** The middle of the header of a subnet, and where the name begins there. */
const [middleOfHeader, insetOfHeader] = [16, 8];
/** Of the icon of a badge or a chip, whose words cannot be read. */
const markSize = 18;

/** A text as large as it has to be, as much of it as has room; nothing where that is little. */
function written(
  of: Text,
  { unit, beside: others }: Seen,
  style: TextStyle,
  { x = of.x, middle, right, end }: { x?: number; middle: number; right: number; end?: number },
): readonly Shape[] {
  const { text, full = text, fill, anchor } = of;
  const room = (right - x) / unit - beside;
  if (room < least) return [];
  const ofEach = end === undefined ? room : (end - x) / unit - beside - sign;
  const shown = tellingPart(full, others, room, textStyles[style], ofEach);
  if (shown === '') return [];
  // In the middle of a narrow place it would reach over the border.
  const half = (textWidth(shown, textStyles[style]) / 2 + beside) * unit;
  const at = anchor === 'middle' ? Math.max(x, half) : x;
  const y = middle + toBase * textStyles[style].size * unit;
  return [
    {
      type: 'text',
      x: at,
      y,
      text: shown,
      style,
      fill,
      ...(anchor ? { anchor } : {}),
      ...(shown === full ? {} : { full }),
    },
  ];
}

/** An icon grown in its place. */
const grown = (icon: Icon, size: number): Icon => ({
  ...icon,
  x: icon.x + (icon.size - size) / 2,
  y: icon.y + (icon.size - size) / 2,
  size,
});

function ofNode({ shapes, width, height }: Named, seen: Seen): readonly Shape[] {
  const right = width - seen.forSign;
  return shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type !== 'text') return [shape];
    if (shape.style === 'resource-name')
      return written(shape, seen, 'distant-name', {
        middle: Math.min(height, head) / 2,
        right,
        end: width,
      });
    // Its fact gives way to its name; a part that is named below has a line of its own.
    return shape.y < head ? [] : written(shape, seen, 'distant-words', { middle: shape.y - 4, right: width });
  });
}

/** A subnet keeps its name; that of a network is written over the lines that cross it. */
const ofContainer = ({ shapes, width }: Named, seen: Seen): readonly Shape[] =>
  shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type === 'icon') return [];
    if (shape.type !== 'text') return [shape];
    if (shape.style !== 'subnet-name') return [];
    const right = width - Math.max(seen.forSign, insetOfHeader);
    return written(shape, seen, 'distant-name', {
      x: insetOfHeader,
      middle: middleOfHeader,
      right,
      end: width,
    });
  });

/** Where the title at the right of another begins, and otherwise where the item ends. */
const endOf = (text: Text, { shapes, width }: Named): number =>
  Math.min(
    width,
    ...shapes.flatMap((other) =>
      other.type === 'text' && other.style === 'label' && other.x > text.x ? other.x : [],
    ),
  );

const ofCard = (item: Named, seen: Seen): readonly Shape[] =>
  item.shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type !== 'text') return [shape];
    const middle = shape.y - 4;
    if (shape.style === 'label')
      return written(shape, seen, 'distant-words', { middle, right: endOf(shape, item) });
    if (shape.style !== 'container-name') return [];
    // In the middle below its icon it may be wider than that.
    const isCentred = shape.anchor === 'middle';
    return written(shape, seen, 'distant-name', {
      middle,
      right: isCentred ? item.width : endOf(shape, item),
    });
  });

const ofRow = ({ shapes, width, height }: Named, seen: Seen): readonly Shape[] =>
  shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type !== 'text') return [shape];
    if (shape.style !== 'label') return [];
    const right = width - Math.max(seen.forSign, insetOfHeader);
    return written(shape, seen, 'distant-words', { middle: height / 2, right });
  });

/** The mark alone; a badge without a sign is no longer than that. */
const ofPart = ({ shapes, role, height }: Named, { forSign }: Seen): readonly Shape[] =>
  shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type === 'text') return shape.style === 'marker' ? [shape] : [];
    if (shape.type === 'icon') return [grown(shape, markSize)];
    if (shape.type === 'rect' && role !== 'chip' && forSign === 0)
      return [{ ...shape, width: height + 2 - 2 * shape.x }];
    return [shape];
  });

/** As many lines of a note as have room, the last cut where there are more. */
function ofNote({ shapes, width, height }: Named, { unit }: Seen): readonly Shape[] {
  const texts = shapes.filter((shape): shape is Text => shape.type === 'text');
  const [first] = texts;
  if (!first) return shapes;
  const all = texts.map(({ text }) => text).join(' ');
  const lines = wrapText(all, (width - 2 * first.x) / unit, textStyles['distant-words']);
  const count = Math.max(1, Math.floor((height - 6) / (line * unit)));
  return [
    ...shapes.filter(({ type }) => type !== 'text'),
    ...lines.slice(0, count).map(
      (text, at): Shape => ({
        ...first,
        y: 4 + (at * line + 11) * unit,
        text: at === count - 1 && lines.length > count ? `${text} …` : text,
        style: 'distant-words',
      }),
    ),
  ];
}

const isPart = ({ role, shapes }: Named): boolean =>
  role === 'chip' ||
  role === 'badge' ||
  (role === 'ghost' && shapes.some((shape) => shape.type === 'text' && shape.style === 'badge'));

/** What is to be seen of an item where only large words can be read: its name in the place of all that stood beside it. */
export function namedShapes(item: Named, seen: Seen): readonly Shape[] {
  if (isPart(item)) return ofPart(item, seen);
  switch (item.role) {
    case 'container':
      return ofContainer(item, seen);
    case 'card':
      return ofCard(item, seen);
    case 'row':
      return ofRow(item, seen);
    case 'note':
      return ofNote(item, seen);
    default:
      return item.shapes.some((shape) => shape.type === 'text' && shape.style === 'label')
        ? ofRow(item, seen)
        : ofNode(item, seen);
  }
}
