import { type SceneItem, type Shape, type TextStyle, textStyles } from '#drawing';
import { textWidth } from '#layout';

const nameStyles: ReadonlySet<TextStyle> = new Set(['container-name', 'subnet-name', 'resource-name']);

type Text = Extract<Shape, { type: 'text' }>;

const isText = (shape: Shape): shape is Text => shape.type === 'text';

/** Kept free between the name and what stands at its right, in the drawing's pixels. */
const gap = 8;

/** The least width of the field for a name and its inset, in half pixels of the screen. */
export const nameField = { width: 240, inset: 10 } as const;

/** How far the sign before a name reaches. */
const endOfSign = (shapes: readonly Shape[], name: Text): number =>
  Math.max(
    0,
    ...shapes.flatMap((shape) => {
      const width = shape.type === 'icon' ? shape.size : shape.type === 'rect' ? shape.width : undefined;
      return width !== undefined && 'x' in shape && shape.x + width <= name.x ? [shape.x + width] : [];
    }),
  );

/**
 * Where a field with steps of a size takes the place of the name of an item: on the name alone where that has room, else
 * from one border of the item to the other, over all of its sign; in the middle of the name's line and of what stands
 * below it. `inset` is from its border to its words.
 */
export function lineOf({ shapes, x, y, width, role }: SceneItem, step: number) {
  const texts = shapes.filter(isText);
  const name = texts.find(({ style }) => nameStyles.has(style));
  if (!name) return undefined;
  const prefix = texts.find((one) => one.anchor === 'end' && Math.abs(one.y - name.y) < 6);
  const right = prefix ? prefix.x - textWidth(prefix.text, textStyles[prefix.style]) - gap : width - gap / 2;
  const fact = texts.find((one) => role === 'node' && one.x === name.x && one.y > name.y);
  const start = Math.max(name.x - nameField.inset * step, endOfSign(shapes, name));
  const left = right - start < nameField.width * step ? gap / 2 : start;
  return {
    x: x + left,
    y: y + (name.y + (fact?.y ?? name.y)) / 2 - 4,
    width: right - left,
    inset: left === start ? name.x - start : nameField.inset * step,
  };
}
