import {
  iconParts,
  paintedInOrder,
  palette,
  type Scene,
  type Scheme,
  type Shape,
  textStyles,
} from '#drawing';
import { escaped } from '../escaped.ts';

/** The colours that shapes are written with. */
export type Colours = (paint: string | undefined) => string;

export const coloursOf = (scheme: Scheme, canvas?: string): Colours => {
  const values: Readonly<Record<string, string>> = palette[scheme];
  return (paint) =>
    paint === undefined ? 'none' : paint === 'canvas' && canvas ? canvas : (values[paint] ?? 'none');
};

const sans = "'Inter', 'Inter Variable', system-ui, sans-serif";
const mono = "'Geist Mono', 'Geist Mono Variable', ui-monospace, monospace";

const number = (value: number): string => `${Math.round(value * 100) / 100}`;

type Values = Readonly<Record<string, string | number | undefined>>;

/** One element; attributes without a value are left out. */
export const element = (name: string, attributes: Values, content?: string): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escaped(value ?? '')}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
};

/** Shapes as SVG elements, at an offset. */
export const shapesToSvg = (shapes: readonly Shape[], colours: Colours, x = 0, y = 0): string => {
  const written = shapes.map((shape) => shapeToSvg(shape, colours)).join('');
  return x === 0 && y === 0 ? written : `<g transform="translate(${number(x)} ${number(y)})">${written}</g>`;
};

function shapeToSvg(shape: Shape, colours: Colours): string {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return element('rect', { x, y, width, height, rx: radius, ...paintOf(shape, colours) });
    }
    case 'circle':
      return element('circle', { cx: shape.cx, cy: shape.cy, r: shape.r, ...paintOf(shape, colours) });
    case 'path':
      return element('path', {
        d: shape.d,
        ...paintOf(shape, colours),
        'stroke-linecap': shape.cap,
        'stroke-linejoin': shape.stroke === undefined ? undefined : 'round',
      });
    case 'icon':
      return iconToSvg(shape, colours);
    case 'text':
      return textToSvg(shape, colours);
  }
}

type Painted = Extract<Shape, { type: 'rect' | 'circle' | 'path' }>;

const paintOf = (shape: Painted, colours: Colours): Values => ({
  fill: colours(shape.fill),
  stroke: shape.stroke === undefined ? undefined : colours(shape.stroke),
  'stroke-width': shape.stroke === undefined ? undefined : (shape.strokeWidth ?? 1),
  'stroke-dasharray': shape.dash,
});

/** Strokes on the grid of 24 that stay of one weight as icons get smaller. */
const strokeOf = (size: number): number => (size <= 14 ? 2 : size <= 18 ? 1.8 : 1.6);

function iconToSvg(icon: Extract<Shape, { type: 'icon' }>, colours: Colours): string {
  const colour = colours(icon.paint);
  const parts = iconParts(icon.icon).map((part) =>
    element('path', {
      d: part.d,
      fill: part.duotone || part.isSolid ? colour : 'none',
      'fill-opacity': part.duotone ? 0.16 : undefined,
      'stroke-width': part.strokeWidth,
      'stroke-dasharray': part.dash,
    }),
  );
  const transform = `translate(${number(icon.x)} ${number(icon.y)}) scale(${Math.round((icon.size / 24) * 1e4) / 1e4})`;
  return element(
    'g',
    {
      transform,
      stroke: colour,
      'stroke-width': strokeOf(icon.size),
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    parts.join(''),
  );
}

/** Renderers without variable fonts have whole hundreds only, and fall back to regular for others. */
const staticWeight = (weight: number): number => Math.floor(weight / 100) * 100;

function textToSvg(text: Extract<Shape, { type: 'text' }>, colours: Colours): string {
  const font = textStyles[text.style];
  const title = text.full === undefined ? '' : element('title', {}, escaped(text.full));
  return element(
    'text',
    {
      x: text.x,
      y: text.y,
      'font-size': font.size,
      'font-weight': staticWeight(font.weight),
      'font-family': font.family === 'mono' ? mono : undefined,
      'letter-spacing': font.tracking === undefined ? undefined : font.tracking * font.size,
      'text-anchor': text.anchor === 'start' ? undefined : text.anchor,
      fill: colours(text.fill),
    },
    title + escaped(text.text),
  );
}

/** What is drawn of a scene, layer by layer, markers last. */
export function sceneToSvg(scene: Scene, colours: Colours): string {
  return [
    ...paintedInOrder(scene).map((one) =>
      'points' in one
        ? element('g', {}, element('title', {}, escaped(one.label)) + shapesToSvg(one.shapes, colours))
        : element(
            'g',
            { role: 'img', 'aria-label': one.label },
            shapesToSvg(one.shapes, colours, one.x, one.y),
          ),
    ),
    ...scene.items.flatMap((item) =>
      item.markers.map((marker) => shapesToSvg(marker.shapes, colours, item.x, item.y)),
    ),
  ].join('\n');
}

/** The outermost element around a picture's contents. */
export function document(
  { width, height }: { readonly width: number; readonly height: number },
  content: string,
  { metadata, style }: { readonly metadata: string; readonly style: string },
): string {
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${number(width)} ${number(height)}`,
      'font-family': sans,
    },
    `${metadata}${style === '' ? '' : element('style', {}, style)}${content}`,
  )}\n`;
}
