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

const known = new WeakMap<object, readonly Frame[]>();

/**
 * What of a drawing is read: nodes, cards and notes as a whole, of containers and lines their words alone. Worked out once
 * for a drawing: guides and words in the hand come and go with every few pixels.
 */
export function wordsIn(scene: Pick<Scene, 'items' | 'edges'>): readonly Frame[] {
  const words = known.get(scene) ?? wordsAnew(scene);
  known.set(scene, words);
  return words;
}

function wordsAnew({ items, edges }: Pick<Scene, 'items' | 'edges'>): readonly Frame[] {
  return [
    ...items.flatMap((item): readonly Frame[] => {
      // What lies on a card is within it.
      if (item.role === 'row' || item.role === 'chip') return [];
      return item.role === 'container' ? textsIn(item.shapes, item) : [item];
    }),
    ...edges.flatMap(({ shapes }) => textsIn(shapes)),
  ];
}

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
