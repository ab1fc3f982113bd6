import type { Point, Scene, Shape } from '#drawing';
import { textStyles } from '#drawing';
import { textWidth } from '#layout';
import type { Frame } from '../viewport/fitting.ts';

/** Above and below the base line of a text. */
const [ascent, descent] = [11, 4];

type Text = Extract<Shape, { type: 'text' }>;

function boxOf({ text, x, y, style, anchor }: Text, at: Point): Frame {
  const width = textWidth(text, textStyles[style]);
  const before = anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0;
  return { x: at.x + x - before, y: at.y + y - ascent, width, height: ascent + descent };
}

/** The boxes of the words among some shapes, which lie at a point. */
export const textsIn = (shapes: readonly Shape[], at: Point = { x: 0, y: 0 }): readonly Frame[] =>
  shapes.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape, at)] : []));

/** Half the side of a finding's marker. */
const markerReach = 10;

const around = (x: number, y: number, by: number): Frame => ({
  x: x - by,
  y: y - by,
  width: 2 * by,
  height: 2 * by,
});

/** Worked out once for a drawing: what asks comes and goes with every few pixels of the pointer, and every frame of a move. */
export const onceFor = <T extends object>(work: (of: T) => readonly Frame[]) => {
  const known = new WeakMap<T, readonly Frame[]>();
  return (of: T): readonly Frame[] => {
    const frames = known.get(of) ?? work(of);
    known.set(of, frames);
    return frames;
  };
};

/** The signs of a drawing that say what is wrong or closed: markers of findings, and the stops at the end of lines. */
export const signsIn = onceFor(({ items, edges }: Pick<Scene, 'items' | 'edges'>) => [
  ...items.flatMap((item) => item.markers.map(({ x, y }) => around(item.x + x, item.y + y, markerReach))),
  ...edges.flatMap(({ meaning, shapes }) =>
    meaning === 'closed'
      ? shapes.flatMap((shape) => (shape.type === 'circle' ? [around(shape.cx, shape.cy, shape.r)] : []))
      : [],
  ),
]);

/** What of a drawing is read: nodes, cards and notes as a whole, of containers and lines their words alone. */
export const wordsIn = onceFor(({ items, edges }: Pick<Scene, 'items' | 'edges'>) => [
  ...items.flatMap((item): readonly Frame[] => {
    // What lies on a card is within it.
    if (item.role === 'row' || item.role === 'chip') return [];
    return item.role === 'container' ? textsIn(item.shapes, item) : [item];
  }),
  ...edges.flatMap(({ shapes }) => textsIn(shapes)),
]);

/** All letters of a drawing, those of nodes and cards each on its own. */
export const lettersIn = onceFor(({ items, edges }: Pick<Scene, 'items' | 'edges'>) => [
  ...items.flatMap((item) => textsIn(item.shapes, item)),
  ...edges.flatMap(({ shapes }) => textsIn(shapes)),
]);

/** All letters and signs of a drawing: a line in the hand passes behind them. */
export const lettersAndSignsIn = onceFor((scene: Pick<Scene, 'items' | 'edges'>) => [
  ...lettersIn(scene),
  ...signsIn(scene),
]);

/** Half of what is kept free along a line, in the drawing's pixels. */
const alongLine = 3;

/** The straight parts of all lines, each as a box around it. */
export const linesIn = onceFor(({ edges }: Pick<Scene, 'edges'>) =>
  edges.flatMap(({ points }) =>
    points.flatMap((to, at) => {
      const from = points[at - 1];
      if (!from) return [];
      return {
        x: Math.min(from.x, to.x) - alongLine,
        y: Math.min(from.y, to.y) - alongLine,
        width: Math.abs(from.x - to.x) + 2 * alongLine,
        height: Math.abs(from.y - to.y) + 2 * alongLine,
      };
    }),
  ),
);

/** The stretch of a line that lies in a box, as shares of its length. */
function stretchIn(from: Point, to: Point, box: Frame): readonly [number, number] | undefined {
  let [start, end] = [0, 1];
  const bounds = [
    [from.x, to.x, box.x, box.x + box.width],
    [from.y, to.y, box.y, box.y + box.height],
  ] as const;
  for (const [a, b, low, high] of bounds) {
    if (a === b) {
      if (a <= low || a >= high) return undefined;
      continue;
    }
    const [one, other] = [(low - a) / (b - a), (high - a) / (b - a)];
    start = Math.max(start, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return start < end ? [start, end] : undefined;
}

/** Where a straight line that ends in a box comes to it. */
export function endBefore(from: Point, to: Point, box: Frame): Point {
  const [share = 1] = stretchIn(from, to, box) ?? [];
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The path of a straight line that passes behind boxes. */
export function pathBehind(from: Point, to: Point, boxes: readonly Frame[]): string {
  const hidden = boxes.flatMap((box) => {
    const stretch = stretchIn(from, to, box);
    return stretch ? [stretch] : [];
  });
  const at = (share: number) => `${from.x + (to.x - from.x) * share} ${from.y + (to.y - from.y) * share}`;
  let path = '';
  let shown = 0;
  for (const [start, end] of hidden.sort(([a], [b]) => a - b)) {
    if (start > shown) path += `M${at(shown)}L${at(start)}`;
    shown = Math.max(shown, end);
  }
  return shown < 1 ? `${path}M${at(shown)}L${at(1)}` : path;
}
