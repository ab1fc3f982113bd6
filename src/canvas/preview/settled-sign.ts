import type { SceneMarker, Shape, Token } from '#drawing';

/** Width of the ring. */
const line = 1.5;
/** Radius of the tick, and where it is: at the corner of the sign, clear of its number. */
const tick = { r: 5, beside: 2, below: 8 } as const;
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

/** The sign of a finding that the previewed fix settles: a ring in its colour, its number, and a tick at its corner. */
export function settledSign({ shapes, x, y }: Pick<SceneMarker, 'shapes' | 'x' | 'y'>): readonly Shape[] {
  const ink = shapes.map(inkOf).find((paint) => paint !== undefined);
  const sign = shapes.map((shape): Shape => {
    if (ink === undefined || shape.type === 'icon') return shape;
    if (shape.type === 'text') return { ...shape, fill: ink };
    return inkOf(shape) === undefined ? shape : ringOf(shape, ink);
  });
  const rights = shapes.flatMap((shape) => (shape.type === 'rect' ? shape.x + shape.width : []));
  const [cx, cy] = [Math.max(x + half, ...rights) + tick.beside, y + tick.below];
  return [
    ...sign,
    { type: 'circle', cx, cy, r: tick.r, fill: 'passed', stroke: 'panel', strokeWidth: 1 },
    {
      type: 'path',
      d: `M${cx - 2.1} ${cy + 0.1}l1.5 1.6l2.7 -3.2`,
      stroke: 'panel',
      strokeWidth: 1.4,
      cap: 'round',
    },
  ];
}
