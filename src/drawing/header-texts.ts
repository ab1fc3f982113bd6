import type { Obstacle } from './router.ts';
import type { DraftItem } from './stage.ts';
import { widthOf } from './text.ts';

/** Free at both ends of words, beside what edges keep free anyway. */
const besideWords = 4;

/** Bars are no higher than this. */
const barHeight = 8;

/** The texts, icons and bars that a container itself shows, as boxes that no edge may run through. */
export function headerTexts(item: DraftItem): readonly Obstacle[] {
  return item.shapes.flatMap((shape, at): readonly Obstacle[] => {
    const common = { id: `${item.id}#${at}`, isContainer: false };
    if (shape.type === 'text') {
      const width = widthOf(shape.text, shape.style);
      const x =
        shape.anchor === 'end' ? shape.x - width : shape.anchor === 'middle' ? shape.x - width / 2 : shape.x;
      const left = item.x + x - besideWords;
      return [{ ...common, x: left, y: item.y + shape.y - 11, width: width + 2 * besideWords, height: 15 }];
    }
    if (shape.type === 'icon')
      return [{ ...common, x: item.x + shape.x, y: item.y + shape.y, width: shape.size, height: shape.size }];
    if (shape.type === 'rect' && shape.height <= barHeight)
      return [
        { ...common, x: item.x + shape.x, y: item.y + shape.y, width: shape.width, height: shape.height },
      ];
    return [];
  });
}
