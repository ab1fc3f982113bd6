import type { Shape, TextStyle, Token } from '#drawing';
import { textStyles } from '#drawing';
import { wrapText } from '#layout';
import { type Colours, element } from './render-svg.ts';

type Text = Extract<Shape, { type: 'text' }>;

/** A text of the sheet; the sheet grows with it, so it is never cut. */
export const line = (
  x: number,
  y: number,
  text: string,
  style: TextStyle,
  fill: Token = 't1',
  anchor?: Text['anchor'],
): Text => ({
  type: 'text',
  x,
  y,
  text,
  style,
  fill,
  ...(anchor ? { anchor } : {}),
});

/** A text in lines of at most `width`, the first baseline at `y`. */
export function paragraph(
  x: number,
  y: number,
  text: string,
  style: TextStyle,
  width: number,
  lineHeight: number,
  fill: Token = 't1',
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const lines = wrapText(text, width, textStyles[style]);
  return {
    shapes: lines.map((one, at) => line(x, y + at * lineHeight, one, style, fill)),
    height: lines.length * lineHeight,
  };
}

/** A thin line across. */
export const rule = (x1: number, x2: number, y: number, stroke: Token = 'line2'): Shape => ({
  type: 'path',
  d: `M${x1} ${y}H${x2}`,
  stroke,
  strokeWidth: 1,
});

/** The frame of the sheet, painted in ink. */
export const frame = (x: number, y: number, width: number, height: number, colours: Colours): string =>
  element('rect', { x, y, width, height, fill: 'none', stroke: colours('ink'), 'stroke-width': 1.4 });
