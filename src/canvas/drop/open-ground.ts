import type { SceneItem } from '#drawing';
import { textsIn } from '../ground/words.ts';

type Rectangle = Pick<SceneItem, 'x' | 'y' | 'width' | 'height'>;

/** Above and below the base line of a text. */
const [ascent, descent] = [13, 6];

const pathOf = ({ x, y, width, height }: Rectangle) => `M${x} ${y}h${width}v${height}h${-width}z`;

/** The lines of text in a box, each as wide as the box; those that run into each other as one. */
function textBands({ shapes, width }: SceneItem): readonly Rectangle[] {
  const bases = shapes.flatMap((shape) => (shape.type === 'text' ? [shape.y] : [])).sort((a, b) => a - b);
  const bands: Rectangle[] = [];
  for (const base of bases) {
    const last = bands.at(-1);
    const bottom = base + descent;
    if (last && last.y + last.height >= base - ascent)
      bands.splice(-1, 1, { ...last, height: bottom - last.y });
    else bands.push({ x: 0, y: base - ascent, width, height: bottom - base + ascent });
  }
  return bands;
}

/**
 * Where an item shows nothing but its ground, as a clip path from its corner: what is struck out there leaves its name,
 * and whatever it holds, to be read.
 */
export function openGroundOf(over: SceneItem, items: readonly SceneItem[]): string {
  const inside = items
    .filter(({ parent }) => parent === over.id)
    .map((item) => ({ ...item, x: item.x - over.x, y: item.y - over.y }));
  const whole = pathOf({ ...over, x: 0, y: 0 });
  return `path(evenodd, "${whole}${[...inside, ...(over.role === 'container' ? textBands(over) : textsIn(over.shapes))].map(pathOf).join('')}")`;
}
