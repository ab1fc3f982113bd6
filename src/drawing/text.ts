import { ellipsize, ellipsizeMiddle, textWidth } from '#layout';
import type { Token } from './palette.ts';
import type { Shape, TextStyle } from './scene.ts';
import { textStyles } from './styles.ts';

type Text = Extract<Shape, { type: 'text' }>;

const namesStyles: ReadonlySet<TextStyle> = new Set([
  'title',
  'resource-name',
  'container-name',
  'subnet-name',
  'label',
]);

/** A text on one line, cut with an ellipsis where it is wider than `maximum`. `x` and `y`: its baseline. */
export function fitted(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  fill: Token,
  maximum: number,
  anchor?: Text['anchor'],
): Text {
  const cut = namesStyles.has(style) ? ellipsizeMiddle : ellipsize;
  const shown = cut(text, maximum, textStyles[style]);
  return {
    type: 'text',
    x,
    y,
    text: shown,
    style,
    fill,
    ...(anchor ? { anchor } : {}),
    ...(shown === text ? {} : { full: text }),
  };
}

/** Width of a text in one of the type styles, CSS pixels. */
export const widthOf = (text: string, style: TextStyle): number => textWidth(text, textStyles[style]);

/** Whether a text is an address, also one that is expected, or a prefix, and so is set in mono. */
export const isAddress = (text: string): boolean =>
  /^~?[0-9a-f.:]+(\/\d+)?( – \.?[0-9a-f.:]+)?$/i.test(text) && /\d/.test(text);
