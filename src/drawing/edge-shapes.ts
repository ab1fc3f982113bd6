import { lengthOf, pathOf, type Rect, segmentsOf } from './geometry.ts';
import type { Token } from './palette.ts';
import type { PlaceRow } from './router.ts';
import type { EdgeMeaning, Point, SceneEdge, Shape } from './scene.ts';
import { widthOf } from './text.ts';

interface Stroke {
  readonly paint: Token;
  readonly width: number;
  readonly dash?: string;
  readonly isRound?: boolean;
}

const strokes: Readonly<Record<EdgeMeaning, Stroke>> = {
  peering: { paint: 'network', width: 7 },
  connection: { paint: 'on-premises', width: 7 },
  'private-link': { paint: 'network', width: 1.6 },
  route: { paint: 't2', width: 1.6, dash: '6 4' },
  'service-endpoint': { paint: 'security', width: 1.6 },
  dns: { paint: 'dns', width: 2, dash: '0.1 5', isRound: true },
  missing: { paint: 'error', width: 1.6, dash: '3 4' },
  association: { paint: 'machine-learning', width: 1.6 },
  scope: { paint: 'storage', width: 1.2 },
  outbound: { paint: 't2', width: 1.6 },
  inbound: { paint: 't2', width: 1.6 },
  closed: { paint: 'error', width: 1.8 },
  note: { paint: 't3', width: 1, dash: '2 3' },
};

const radius = 8;
/** Between a line's end and what it points at. */
const endGap = 3;
const arrowLength = 7;

/** What an edge is drawn with. */
export interface EdgeLook {
  readonly meaning: EdgeMeaning;
  readonly end?: 'arrow' | 'dot';
  readonly isBroken?: boolean;
  /** Works as drawn, which is the fault. */
  readonly isFault?: boolean;
}

/** Whether a line is drawn as one that does not work, or as one that does and should not. */
const isDrawn = (look: 'broken' | 'fault', { shapes }: SceneEdge): boolean =>
  shapes.some(
    (shape) =>
      shape.type === 'path' && shape.stroke === 'error' && (shape.dash === undefined) === (look === 'fault'),
  );

/** What an edge of a scene was drawn with, to draw it in another size. */
export function lookOf(edge: SceneEdge): EdgeLook {
  const { meaning, shapes } = edge;
  const isArrow = shapes.some((shape) => shape.type === 'path' && shape.fill !== undefined);
  const end = isArrow ? 'arrow' : shapes.some(({ type }) => type === 'circle') ? 'dot' : undefined;
  return {
    meaning,
    ...(end ? { end } : {}),
    ...(isDrawn('broken', edge) ? { isBroken: true } : {}),
    ...(isDrawn('fault', edge) ? { isFault: true } : {}),
  };
}

/** The line, its end and, for pipes, its core. */
export function edgeShapes(
  { meaning, end, isBroken, isFault }: EdgeLook,
  points: readonly Point[],
): readonly Shape[] {
  const stroke = strokes[meaning];
  const line =
    end === undefined ? points : shortened(points, end === 'arrow' ? endGap + arrowLength - 1 : 5.6);
  const dash = isBroken ? '3 4' : stroke.dash;
  // Counted from where lines of a bundle end: the dashes of those that run together then lie on each other.
  const d = pathOf(dash === undefined ? line : [...line].reverse(), radius);
  if (stroke.width === 7) {
    const fill = meaning === 'peering' ? 'network-fill' : 'on-premises-fill';
    const paint = isBroken ? 'error' : stroke.paint;
    return [
      { type: 'path', d, stroke: paint, strokeWidth: 7, ...(isBroken ? { dash: '7 4' } : {}) },
      { type: 'path', d, stroke: fill, strokeWidth: 4 },
    ];
  }
  const paint = isBroken || isFault ? 'error' : stroke.paint;
  return [
    {
      type: 'path',
      d,
      stroke: paint,
      strokeWidth: stroke.width,
      cap: stroke.isRound ? 'round' : 'butt',
      ...(dash ? { dash } : {}),
    },
    ...endShapes(points, end, paint),
  ];
}

function endShapes(points: readonly Point[], end: EdgeLook['end'], paint: Token): readonly Shape[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before || end === undefined) return [];
  const dx = Math.sign(last.x - before.x);
  const dy = Math.sign(last.y - before.y);
  if (end === 'dot')
    return [
      {
        type: 'circle',
        cx: last.x - dx * 3,
        cy: last.y - dy * 3,
        r: 2.6,
        fill: 'panel',
        stroke: paint,
        strokeWidth: 1.6,
      },
    ];
  const tip = { x: last.x - dx * endGap, y: last.y - dy * endGap };
  const base = { x: tip.x - dx * arrowLength, y: tip.y - dy * arrowLength };
  const half = 3.4;
  const d = `M${tip.x} ${tip.y}L${base.x - dy * half} ${base.y - dx * half}L${base.x + dy * half} ${base.y + dx * half}z`;
  return [{ type: 'path', d, fill: paint }];
}

function shortened(points: readonly Point[], by: number): readonly Point[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before || lengthOf([before, last]) <= by) return points;
  const end = {
    x: last.x - Math.sign(last.x - before.x) * by,
    y: last.y - Math.sign(last.y - before.y) * by,
  };
  return [...points.slice(0, -1), end];
}

const labelHeight = 16;

/** Free at the sides of a label; of less where there is no room for that: the words are what counts. */
const besideLabel = [6, 1] as const;

/** A label's place beside a line: on a horizontal part that is long enough and where nothing else is. */
export function labelPlace(
  points: readonly Point[],
  text: string,
  side: 'above' | 'below',
  firstFree: (places: PlaceRow) => Rect | undefined,
): Rect | undefined {
  const words = widthOf(text, text.includes('/') ? 'small-address' : 'caption');
  for (const beside of besideLabel) {
    const place = placeOf(points, words + 2 * beside, side, firstFree);
    if (place) return place;
  }
  return undefined;
}

function placeOf(
  points: readonly Point[],
  width: number,
  side: 'above' | 'below',
  firstFree: (places: PlaceRow) => Rect | undefined,
): Rect | undefined {
  for (const [a, b] of longestFirst(points)) {
    if (a.y !== b.y) continue;
    const low = Math.min(a.x, b.x);
    const high = Math.max(a.x, b.x);
    const xs = placesAlong(low, high, width);
    for (const y of side === 'above' ? [a.y - labelHeight - 3, a.y + 5] : [a.y + 7, a.y - labelHeight - 6]) {
      const place = firstFree({ xs, y, width, height: labelHeight });
      if (place) return place;
    }
  }
  return undefined;
}

/** From the middle outwards. */
function placesAlong(low: number, high: number, width: number): readonly number[] {
  const middle = (low + high - width) / 2;
  const places = [middle];
  for (let away = 10; middle - away > low - 6; away += 10) places.push(middle - away, middle + away);
  return places;
}

const longestFirst = (points: readonly Point[]) =>
  [...segmentsOf(points)].sort((a, b) => lengthOf(b) - lengthOf(a));

/** A label's text in the middle of its place. */
export function labelShapes(text: string, place: Rect, fill: Token): readonly Shape[] {
  return [
    { type: 'rect', ...place, radius: 5, fill: 'canvas' },
    {
      type: 'text',
      x: place.x + place.width / 2,
      y: place.y + 11.6,
      text,
      style: text.includes('/') ? 'small-address' : 'caption',
      fill,
      anchor: 'middle',
    },
  ];
}

/** What edges are called in legends, in the order of these. */
const edgeTitles: readonly (readonly [EdgeMeaning, string])[] = [
  ['private-link', 'Private link'],
  ['route', 'Route'],
  ['peering', 'Peering'],
  ['connection', 'ExpressRoute, VPN'],
  ['service-endpoint', 'Service endpoint'],
  ['association', 'Part of a workspace'],
  ['scope', 'In a private link scope'],
  ['dns', 'DNS'],
  ['outbound', 'To the internet'],
  ['inbound', 'From the internet'],
  ['missing', 'Missing'],
  ['closed', 'Closed on purpose'],
];

/** The sign for what is closed at the end of a sample. */
const closedSample = ({ x, y }: Point): readonly Shape[] => [
  { type: 'circle', cx: x - 7, cy: y, r: 6, fill: 'panel', stroke: 'error', strokeWidth: 1.6 },
  { type: 'path', d: `M${x - 11} ${y - 4}l8 8`, stroke: 'error', strokeWidth: 1.6 },
];

/** Half of the height of a sample that stands upright. */
const upright = 8;

/** A short piece of an edge, from `start` on; to and from the internet it stands upright, as the lines do. */
function sampleOf(look: EdgeLook, start: Point, width: number): readonly Shape[] {
  const middle = start.x + width / 2;
  const [top, foot] = [
    { x: middle, y: start.y - upright },
    { x: middle, y: start.y + upright },
  ];
  if (look.meaning === 'outbound') return edgeShapes(look, [foot, top]);
  if (look.meaning === 'inbound') return edgeShapes(look, [top, foot]);
  const last = { x: start.x + width, y: start.y };
  return [...edgeShapes(look, [start, last]), ...(look.meaning === 'closed' ? closedSample(last) : [])];
}

const sampleEnds: Partial<Record<EdgeMeaning, 'arrow' | 'dot'>> = {
  'private-link': 'dot',
  route: 'arrow',
  'service-endpoint': 'arrow',
  outbound: 'arrow',
  inbound: 'arrow',
};

interface EdgeSample {
  readonly title: string;
  /** From a point on, so wide. */
  readonly sample: (start: Point, width: number) => readonly Shape[];
}

/** What the edges of a drawing mean: those that work, and those that do not as they are drawn. */
export function edgeSamples(edges: readonly SceneEdge[]): readonly EdgeSample[] {
  return edgeTitles.flatMap(([meaning, title]) => {
    const own = edges.filter((edge) => edge.meaning === meaning);
    const isFault = meaning === 'missing' || meaning === 'closed';
    const drawn = (look: 'broken' | 'fault') => (isFault ? [] : own.filter((edge) => isDrawn(look, edge)));
    const [broken, open] = [drawn('broken'), drawn('fault')];
    // Queries have an arrow, and links to zones have none.
    const isQuery = meaning === 'dns' && own.some(({ shapes }) => shapes.length > 1);
    const end = isQuery ? 'arrow' : sampleEnds[meaning];
    const look: EdgeLook = { meaning, ...(end ? { end } : {}) };
    const entry = (text: string, one: EdgeLook): EdgeSample => ({
      title: text,
      sample: (start, width) => sampleOf(one, start, width),
    });
    return [
      ...(own.length > broken.length + open.length ? [entry(title, look)] : []),
      ...(broken.length > 0 ? [entry(`${title}, broken`, { ...look, isBroken: true })] : []),
      ...(open.length > 0 ? [entry(`${title}, by mistake`, { ...look, isFault: true })] : []),
    ];
  });
}
