import { measures } from '#layout';
import type { Obstacle } from './router.ts';
import type { Shape } from './scene.ts';
import type { DraftItem } from './stage.ts';
import { widthOf } from './text.ts';

type Text = Extract<Shape, { type: 'text' }>;

/** Free at both ends of words, beside what edges keep free anyway. */
const besideWords = 4;

/** Words that stand further down are not in the line of a network's name. */
const besideName = 30;

/** Above the border of a network: signs of findings stand there. */
const aboveBorder = 12;

/**
 * From where to where no edge runs because of words. Those in the header of a network take all of it: between them and
 * the border, or the subnets, a line would seem to strike them out.
 */
const spanOf = ({ y }: Text, isOfNetwork: boolean): readonly [top: number, height: number] =>
  isOfNetwork && y < besideName ? [-aboveBorder, measures.virtualNetwork.header + aboveBorder] : [y - 11, 15];

/** Bars are no higher than this. */
const barHeight = 8;

/** The texts, icons and bars that a container itself shows, as boxes that no edge may run through. */
export function headerTexts(item: DraftItem): readonly Obstacle[] {
  const isOfNetwork = item.shapes.some((shape) => shape.type === 'text' && shape.style === 'container-name');
  return item.shapes.flatMap((shape, at): readonly Obstacle[] => {
    const common = { id: `${item.id}#${at}`, isContainer: false };
    if (shape.type === 'text') {
      const width = widthOf(shape.text, shape.style);
      const x =
        shape.anchor === 'end' ? shape.x - width : shape.anchor === 'middle' ? shape.x - width / 2 : shape.x;
      const left = item.x + x - besideWords;
      const [top, height] = spanOf(shape, isOfNetwork);
      return [{ ...common, x: left, y: item.y + top, width: width + 2 * besideWords, height }];
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
