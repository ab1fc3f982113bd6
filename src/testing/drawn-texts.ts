import { textWidth } from '#layout';

/** A text of a drawing and the box that it was measured to take, in units of the sheet. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const token = /<(\/?)(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

/** Every text of an SVG that we wrote, where its transforms put it. */
export function drawnTexts(svg: string): readonly DrawnText[] {
  const found: DrawnText[] = [];
  const frames: Frame[] = [{ x: 0, y: 0, scale: 1 }];
  let open: ((text: string) => DrawnText) | undefined;
  let titles = 0;
  for (const [, end, name, attributes = '', self, content] of svg.matchAll(token)) {
    if (content !== undefined) {
      if (open && titles === 0) found.push(open(plain(content)));
    } else if (name === 'title') titles += end ? -1 : 1;
    else if (name === 'g' && end) frames.pop();
    else if (name === 'g' && !self) frames.push(within(frames.at(-1), attributes));
    else if (name === 'text') open = end ? undefined : textIn(frames.at(-1), attributes);
  }
  return found;
}

const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

function within(outer: Frame = { x: 0, y: 0, scale: 1 }, attributes: string): Frame {
  let frame = outer;
  for (const [, kind, first, second = '0'] of (attributeOf(attributes, 'transform') ?? '').matchAll(
    /(\w+)\((-?[\d.]+)(?: (-?[\d.]+))?\)/g,
  )) {
    const { x, y, scale } = frame;
    frame =
      kind === 'scale'
        ? { x, y, scale: scale * Number(first) }
        : { x: x + Number(first) * scale, y: y + Number(second) * scale, scale };
  }
  return frame;
}

/** Of a text element: the box of its content. */
function textIn(frame: Frame = { x: 0, y: 0, scale: 1 }, attributes: string) {
  const size = Number(attributeOf(attributes, 'font-size'));
  const spacing = Number(attributeOf(attributes, 'letter-spacing') ?? 0);
  const isMono = attributeOf(attributes, 'font-family')?.includes('Mono') ?? false;
  const weight = Number(attributeOf(attributes, 'font-weight'));
  const anchor = attributeOf(attributes, 'text-anchor');
  const [left, baseline] = [Number(attributeOf(attributes, 'x')), Number(attributeOf(attributes, 'y'))];
  return (text: string): DrawnText => {
    const width = textWidth(text, {
      size,
      weight,
      tracking: spacing / size,
      ...(isMono ? { family: 'mono' } : {}),
    });
    const x = anchor === 'end' ? left - width : anchor === 'middle' ? left - width / 2 : left;
    return {
      text,
      x: frame.x + x * frame.scale,
      y: frame.y + (baseline - size * 0.78) * frame.scale,
      width: width * frame.scale,
      height: size * frame.scale,
    };
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const plain = (markup: string): string => markup.replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all);
