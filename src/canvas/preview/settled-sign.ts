import type { SceneMarker, Shape, Token } from '#drawing';

/** Width of the ring. */
const line = 1.5;
/** Radius of what is at the corner of the sign, clear of its number. */
const corner = { r: 5, beside: 2, below: 8 } as const;
/** Half of a sign that is no box. */
const half = 9;

type Plane = Exclude<Shape, { type: 'text' | 'icon' }>;

const readable: Readonly<Partial<Record<Token, Token>>> = { 'warning-fill': 'warning' };

/** The paint of a sign that is filled; nothing of what is a ring already. */
function inkOf(shape: Shape): Token | undefined {
  if (shape.type === 'text' || shape.type === 'icon' || shape.fill === 'panel') return undefined;
  return shape.fill && (readable[shape.fill] ?? shape.fill);
}

/** As large as the plane was. */
function ringOf(plane: Plane, stroke: Token): Shape {
  const ring = { ...plane, fill: 'panel', stroke, strokeWidth: line } as const;
  if (ring.type !== 'rect') return ring;
  const { x, y, width, height, radius = 0 } = ring;
  const by = line / 2;
  return {
    ...ring,
    x: x + by,
    y: y + by,
    width: width - line,
    height: height - line,
    radius: Math.max(0, radius - by),
  };
}

type Sign = Pick<SceneMarker, 'shapes' | 'x' | 'y'>;

function cornerOf({ shapes, x, y }: Sign) {
  const rights = shapes.flatMap((shape) => (shape.type === 'rect' ? shape.x + shape.width : []));
  return { cx: Math.max(x + half, ...rights) + corner.beside, cy: y + corner.below };
}

/** The sign of a finding that the previewed fix leaves, with other facts: as it is, and a dot of what changes. */
export const changedSign = (sign: Sign): readonly Shape[] => [
  ...sign.shapes,
  { type: 'circle', ...cornerOf(sign), r: corner.r, fill: 'you', stroke: 'panel', strokeWidth: 1 },
];

/** The sign of a finding that the previewed fix settles: a ring in its colour, its number, and a tick at its corner. */
export function settledSign({ shapes, x, y }: Sign): readonly Shape[] {
  const ink = shapes.map(inkOf).find((paint) => paint !== undefined);
  const sign = shapes.map((shape): Shape => {
    if (ink === undefined || shape.type === 'icon') return shape;
    if (shape.type === 'text') return { ...shape, fill: ink };
    return inkOf(shape) === undefined ? shape : ringOf(shape, ink);
  });
  const { cx, cy } = cornerOf({ shapes, x, y });
  return [
    ...sign,
    { type: 'circle', cx, cy, r: corner.r, fill: 'passed', stroke: 'panel', strokeWidth: 1 },
    {
      type: 'path',
      d: `M${cx - 2.1} ${cy + 0.1}l1.5 1.6l2.7 -3.2`,
      stroke: 'panel',
      strokeWidth: 1.4,
      cap: 'round',
    },
  ];
}
