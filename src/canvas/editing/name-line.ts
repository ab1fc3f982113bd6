import { type SceneItem, type Shape, type TextStyle, textStyles } from '#drawing';
import { textWidth } from '#layout';

const nameStyles: ReadonlySet<TextStyle> = new Set(['container-name', 'subnet-name', 'resource-name']);

type Text = Extract<Shape, { type: 'text' }>;

const isText = (shape: Shape): shape is Text => shape.type === 'text';

/** Kept free between the name and what stands at its right, in the drawing's pixels. */
const gap = 8;

/** The field for a name where it is as large as the name: from its border to its words, around the line and clear of the next, and at least so wide. */
const own = { inset: 4, above: 12, below: 2.5, width: 64 } as const;

/** Letters are read down to this size, and written in this one where the name's own are smaller, in half pixels of the screen. */
const letters = { least: 18, written: 22 } as const;

/** The least width of a field whose letters are larger than those of the name, its height and its inset, in half pixels of the screen. */
export const nameField = { width: 240, height: 56, inset: 10 } as const;

/** How far the sign before a name reaches. */
const endOfSign = (shapes: readonly Shape[], name: Text): number =>
  Math.max(
    0,
    ...shapes.flatMap((shape) => {
      const width = shape.type === 'icon' ? shape.size : shape.type === 'rect' ? shape.width : undefined;
      return width !== undefined && 'x' in shape && shape.x + width <= name.x ? [shape.x + width] : [];
    }),
  );

/** Where a field stands, in the coordinates of the drawing. */
export interface NameLine {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From its border to its words. */
  readonly inset: number;
  /** Of its letters. */
  readonly size: number;
}

/**
 * Where a field takes the place of the name of an item, with half a pixel of the screen as `step`: as large as the name and
 * on it alone, so that what stands around it is still seen. From farther away, where nobody could read what is written,
 * its letters are larger: on the name alone where that has room, else from one border of the item to the other, over all
 * of its sign.
 */
export function lineOf({ shapes, x, y, width, role }: SceneItem, step: number): NameLine | undefined {
  const texts = shapes.filter(isText);
  const name = texts.find(({ style }) => nameStyles.has(style));
  if (!name) return undefined;
  const prefix = texts.find((one) => one.anchor === 'end' && Math.abs(one.y - name.y) < 6);
  const right = prefix ? prefix.x - textWidth(prefix.text, textStyles[prefix.style]) - gap : width - gap / 2;
  const sign = endOfSign(shapes, name);
  const { size } = textStyles[name.style];
  if (size >= letters.least * step) {
    const left = Math.max(name.x - own.inset, sign);
    return {
      x: x + left,
      y: y + name.y - own.above,
      width: Math.max(right - left, own.width),
      height: own.above + own.below,
      inset: name.x - left,
      size,
    };
  }
  const fact = texts.find((one) => role === 'node' && one.x === name.x && one.y > name.y);
  const start = Math.max(name.x - nameField.inset * step, sign);
  const left = right - start < nameField.width * step ? gap / 2 : start;
  const height = nameField.height * step;
  return {
    x: x + left,
    y: y + (name.y + (fact?.y ?? name.y)) / 2 - 4 - height / 2,
    width: Math.max(right - left, nameField.width * step),
    height,
    inset: left === start ? name.x - start : nameField.inset * step,
    size: letters.written * step,
  };
}

/** The same where no name is read: over the thing. */
export function lineOver({ x, y, width, height }: SceneItem, step: number): NameLine {
  const field = { width: nameField.width * step, height: nameField.height * step };
  return {
    x: x + (width - field.width) / 2,
    y: y + (height - field.height) / 2,
    ...field,
    inset: nameField.inset * step,
    size: letters.written * step,
  };
}
