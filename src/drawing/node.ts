import { measures } from '#layout';
import type { ResourceKind } from '#model';
import { categoryOf, iconOf } from './icons.ts';
import type { Token } from './palette.ts';
import type { Shape } from './scene.ts';
import { fitted, isAddress, widthOf } from './text.ts';

/** What a node shows. */
export interface NodeLook {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly fact: string;
  readonly width: number;
  readonly height: number;
  /** On a panel rather than on the open ground: sunken, so that white boxes never stack. */
  readonly isInPanel: boolean;
  readonly state?: 'not-shown' | 'missing';
}

const { left, gap, right, tile } = measures.node;

/** A box with a tile, a name and one fact. Taller boxes keep them at the top. */
export function nodeShapes(look: NodeLook): readonly Shape[] {
  const { width, name, fact, state } = look;
  const height = Math.min(look.height, measures.node.heightInSubnet);
  const y = Math.round((height - tile) / 2);
  const textX = left + tile + gap;
  const room = width - textX - right;
  const middle = height / 2;
  const nameFill = state === 'missing' ? 'error' : 't1';
  const factFill = state === 'missing' ? 'error' : 't2';
  const style = isAddress(fact) ? 'small-address' : 'fact';
  return [
    frame(look),
    ...(state === 'missing' ? missingTile(left, y) : tileShapes(look.kind, left, y, tile)),
    fitted(name, textX, middle - 2.5, 'resource-name', nameFill, room),
    fittedFact(fact, style, textX, middle + 11.5, factFill, room),
  ];
}

/** Of addresses in a row, where only the first has room, how many more there are: `~198.18.0.212 +3`. */
function fittedFact(
  fact: string,
  style: 'small-address' | 'fact',
  x: number,
  y: number,
  fill: Token,
  room: number,
): Shape {
  const counted = fact.replace(
    /(\d+) – \.(\d+)$/,
    (_, first, last) => `${first} +${Number(last) - Number(first)}`,
  );
  return widthOf(fact, style) <= room || counted === fact
    ? fitted(fact, x, y, style, fill, room)
    : { ...fitted(counted, x, y, style, fill, room), full: fact };
}

function frame({ width, height, isInPanel, state }: NodeLook): Shape {
  if (state === 'missing') return outline(width, height, 'panel', 'error-dash', 1.5, '4 3');
  if (state === 'not-shown')
    return outline(width, height, isInPanel ? 'sunken' : 'panel', 'line3', 1.5, '1.5 3');
  return isInPanel
    ? outline(width, height, 'sunken', 'line', 1)
    : outline(width, height, 'panel', 'line2', 1);
}

const outline = (
  width: number,
  height: number,
  fill: Token,
  stroke: Token,
  strokeWidth: number,
  dash?: string,
): Shape => ({
  type: 'rect',
  x: 0.5,
  y: 0.5,
  width: width - 1,
  height: height - 1,
  radius: 9,
  fill,
  stroke,
  strokeWidth,
  ...(dash ? { dash } : {}),
});

/** An icon on a plane of its category. */
export function tileShapes(kind: ResourceKind, x: number, y: number, side: number): readonly Shape[] {
  const category = categoryOf(kind);
  const size = Math.round((side * 2) / 3);
  const inset = (side - size) / 2;
  return [
    { type: 'rect', x, y, width: side, height: side, radius: side >= 28 ? 7 : 6, fill: `${category}-tint` },
    { type: 'icon', icon: iconOf(kind), x: x + inset, y: y + inset, size, paint: category },
  ];
}

const missingTile = (x: number, y: number): readonly Shape[] => [
  {
    type: 'rect',
    x: x + 0.5,
    y: y + 0.5,
    width: tile - 1,
    height: tile - 1,
    radius: 7,
    stroke: 'error-dash',
    strokeWidth: 1.2,
    dash: '3 2.5',
  },
  { type: 'icon', icon: 'plus', x: x + 6, y: y + 6, size: 16, paint: 'error' },
];
