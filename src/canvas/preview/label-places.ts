import { type Scene, type SceneItem, textStyles } from '#drawing';
import { textWidth } from '#layout';
import { connectStart } from '../editing/connect-start.ts';
import { signsIn, textsIn } from '../ground/words.ts';
import { type Frame, sceneFrameOf } from '../viewport/fitting.ts';

/** Words about an item that stand beside it, where nothing else does. */
export interface Label extends Frame {
  readonly lines: readonly string[];
  /** From the item to them, where they do not touch it. */
  readonly leader?: Frame;
}

/** Of the letters: `overlays.css` has the same. */
export const labelText = { line: 14, padding: 6, style: 'fact' } as const;
/** Between a label and the border of what it is about, at least and at most. */
const [nearest, farthest, step] = [5, 150, 5] as const;
/** From here on a line leads to it. */
const apart = 9;
/** Kept free around what is read, and around lines. */
const [aroundWords, aroundLines] = [3, 4] as const;
/** Of the handle that what is chosen is connected by. */
const handle = 10;

const right = ({ x, width }: Frame) => x + width;
const bottom = ({ y, height }: Frame) => y + height;
const meets = (one: Frame, other: Frame): boolean =>
  one.x < right(other) && other.x < right(one) && one.y < bottom(other) && other.y < bottom(one);
const isWithin = (one: Frame, other: Frame): boolean =>
  one.x >= other.x && one.y >= other.y && right(one) <= right(other) && bottom(one) <= bottom(other);
const grown = ({ x, y, width, height }: Frame, by: number): Frame => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

const bordersOf = ({ x, y, width, height }: Frame): readonly Frame[] =>
  [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ].map((line) => grown(line, 2));

const linesIn = ({ edges }: Scene): readonly Frame[] =>
  edges.flatMap(({ points }) =>
    points.slice(1).map((end, at) => {
      const start = points[at] ?? end;
      const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
      return grown(
        { x, y, width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) },
        aroundLines,
      );
    }),
  );

/** What of an item is read besides its words: its bar, its signs of what it is. */
const figuresIn = ({ shapes, x, y }: SceneItem): readonly Frame[] =>
  shapes.slice(1).flatMap((shape): readonly Frame[] => {
    if (shape.type === 'rect')
      return [{ x: x + shape.x, y: y + shape.y, width: shape.width, height: shape.height }];
    return shape.type === 'icon'
      ? [{ x: x + shape.x, y: y + shape.y, width: shape.size, height: shape.size }]
      : [];
  });

/** What a label about an item may not lie on, and what a line to it may cross. */
function groundAround(item: SceneItem, scene: Scene) {
  const byId = new Map(scene.items.map((one) => [one.id, one]));
  const around = new Set([item.id]);
  for (let one = item; one.parent !== undefined; ) {
    around.add(one.parent);
    const parent = byId.get(one.parent);
    if (!parent) break;
    one = parent;
  }
  const isOpen = (one: SceneItem) => one.role === 'container' || one.role === 'card' || one === item;
  const insideOf = (one: SceneItem) => [...textsIn(one.shapes, one), ...figuresIn(one)];
  const solid = [
    ...scene.items.flatMap((one): readonly Frame[] => {
      const isPart = one.parent === item.id && (one.role === 'badge' || one.role === 'row');
      if (around.has(one.id) && isOpen(one))
        return one === item && item.role === 'node' ? [one] : insideOf(one);
      return [isPart ? one : grown(one, aroundWords)];
    }),
    ...scene.edges.flatMap(({ shapes }) => textsIn(shapes)),
  ];
  const { x, y } = connectStart(item, scene);
  return {
    solid: [...solid, ...signsIn(scene)],
    thin: [
      ...scene.items.flatMap((one) => (around.has(one.id) ? bordersOf(one) : [])),
      ...linesIn(scene),
      { x: x - handle, y: y - handle, width: 2 * handle, height: 2 * handle },
    ],
  };
}

const along = (from: number, to: number): readonly number[] => {
  const count = Math.max(1, Math.round(Math.abs(to - from) / 16));
  return Array.from({ length: count + 1 }, (_, at) => from + ((to - from) * at) / count);
};

/** Places of a label of a size beside a frame at a distance, with the line that leads to each. */
function placesAt(
  frame: Frame,
  { width, height }: Pick<Frame, 'width' | 'height'>,
  by: number,
): readonly Label[] {
  const lead = (line: Frame) => (by < apart ? {} : { leader: line });
  const middle = (start: number, length: number, from: number, room: number) =>
    (Math.max(start, from) + Math.min(start + length, from + room)) / 2;
  const beside = along(frame.y, bottom(frame) - height).flatMap((y): readonly Label[] => {
    const at = middle(y, height, frame.y, frame.height);
    return [
      { x: right(frame) + by, leads: right(frame) },
      { x: frame.x - by - width, leads: frame.x - by },
    ].map(({ x, leads }) => ({
      x,
      y,
      width,
      height,
      lines: [],
      ...lead({ x: leads, y: at, width: by, height: 0 }),
    }));
  });
  const above = along(frame.x, right(frame) - width).flatMap((x): readonly Label[] => {
    const at = middle(x, width, frame.x, frame.width);
    return [
      { y: bottom(frame) + by, leads: bottom(frame) },
      { y: frame.y - by - height, leads: frame.y - by },
    ].map(({ y, leads }) => ({
      x,
      y,
      width,
      height,
      lines: [],
      ...lead({ x: at, y: leads, width: 0, height: by }),
    }));
  });
  return [...above, ...beside];
}

/** Places within what has free ground of its own. */
function placesIn(item: SceneItem, { width, height }: Pick<Frame, 'width' | 'height'>): readonly Label[] {
  if (item.role !== 'container' && item.role !== 'row') return [];
  const steps = (from: number, to: number) =>
    Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, at) => from + at * step);
  const down =
    item.role === 'row'
      ? [item.y + (item.height - height) / 2]
      : steps(item.y + 4, bottom(item) - height - 4);
  return down.flatMap((y) =>
    steps(item.x + 6, right(item) - width - 6).map((x) => ({ x, y, width, height, lines: [] })),
  );
}

/** How large a label of some lines is. */
function sizeOf(lines: readonly string[]): Pick<Frame, 'width' | 'height'> {
  const { line, padding, style } = labelText;
  const widths = lines.map((text) => textWidth(text, { ...textStyles[style], weight: 550 }));
  return { width: Math.ceil(Math.max(...widths)) + 2 * padding, height: line * lines.length + 4 };
}

/**
 * Finds free places for labels of items: in the item or as near to it as can be, none on what is read or on another, none
 * beyond the drawing, where nobody looks.
 */
export function labelPlacing(scene: Scene): (item: SceneItem, lines: readonly string[]) => Label | undefined {
  const placed: Frame[] = [];
  const whole = sceneFrameOf(scene.items);
  return (item, lines) => {
    const size = sizeOf(lines);
    const reach = grown(item, farthest + size.width);
    const near = (frames: readonly Frame[]) => frames.filter((one) => meets(one, reach));
    const { solid, thin } = groundAround(item, scene);
    const [read, crossed] = [[...near(solid), ...placed], near(thin)];
    const isFree = (one: Label): boolean => {
      const line = one.leader && grown(one.leader, 1);
      return (
        whole !== undefined &&
        isWithin(one, whole) &&
        !read.some((other) => meets(one, other) || (line && other !== item && meets(line, other))) &&
        !crossed.some((other) => meets(one, other))
      );
    };
    let found = placesIn(item, size).find(isFree);
    for (let by: number = nearest; !found && by <= farthest; by += step)
      found = placesAt(item, size, by).find(isFree);
    if (!found) return undefined;
    placed.push(grown(found, aroundWords));
    return { ...found, lines };
  };
}
