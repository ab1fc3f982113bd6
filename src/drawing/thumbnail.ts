import { ellipsizeMiddle } from '#layout';
import { type Design, edits, findResource, type Resource } from '#model';
import { deriveNetwork } from '#network';
import { drawScene } from './draw-scene.ts';
import { arrangedBoxes } from './drawn-boxes.ts';
import { essenceOf } from './essence.ts';
import { categoryOf, iconOf } from './icons.ts';
import type { Token } from './palette.ts';
import type { Scene, SceneEdge, SceneItem, Shape } from './scene.ts';
import { textStyles } from './styles.ts';
import { widthOf } from './text.ts';

/** A design as a small picture. */
export interface Thumbnail {
  /** As SVG's attribute: left, top, width and height of everything in it. */
  readonly viewBox: string;
  readonly shapes: readonly Shape[];
}

const edgePaint: Partial<Record<SceneEdge['meaning'], Token>> = {
  peering: 'network',
  connection: 'on-premises',
  'private-link': 'network',
  route: 't2',
  outbound: 't2',
  'service-endpoint': 'security',
  dns: 'dns',
};

/** Containers that are no resource are networks that Microsoft runs. */
const containerPaint: Readonly<Record<string, { readonly fill?: Token; readonly stroke: Token }>> = {
  none: { fill: 'machine-learning-fill', stroke: 'machine-learning-line' },
  'virtual-network': { fill: 'network-fill', stroke: 'network-line' },
  'on-premises-network': { fill: 'on-premises-fill', stroke: 'on-premises-line' },
  region: { stroke: 'line2' },
};
const otherContainer = { fill: 'panel', stroke: 'line2' } as const;

/** Sides of a tile beside a name, of an icon that stands by itself, and of the globe where packets leave. */
const [tile, icon, globe] = [32, 42, 40];

/** How it is drawn: with names, or as icons alone for the size of a card. */
interface Manner {
  readonly isSketch: boolean;
  /** Drawn as new: resources, and by their items the networks that Microsoft runs. */
  readonly added: ReadonlySet<string>;
}

const leavesForInternet = ({ meaning }: SceneEdge): boolean =>
  meaning === 'outbound' || meaning === 'service-endpoint';

/** Items and edges of a small picture: cards of words are left out, and what leads to them but for the way out. */
function partsOf({ items, edges }: Scene) {
  const drawn = items.filter(({ role }) => role === 'container' || role === 'node');
  const ids = new Set(drawn.map(({ id }) => id));
  return {
    containers: drawn.filter(({ role }) => role === 'container'),
    nodes: drawn.filter(({ role }) => role === 'node'),
    edges: edges.filter((edge) => leavesForInternet(edge) || (ids.has(edge.from) && ids.has(edge.to))),
  };
}
type Parts = ReturnType<typeof partsOf>;

function extentOf({ containers, nodes, edges }: Parts) {
  const boxes = [...containers, ...nodes];
  const ends = edges.flatMap(({ points }) => points);
  const globes = edges.some(leavesForInternet) ? globe : 0;
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    top: Math.min(...boxes.map(({ y }) => y), ...ends.map(({ y }) => y - globes)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

/** Of a card's picture: width by height. */
const cardShape = 1.25;

/** Boxes of a drawing are wide because of the words in them: a sketch is narrowed to the shape of a card. */
function narrowed(parts: Parts): Parts {
  const { right, left, bottom, top } = extentOf(parts);
  const by = Math.min(1, Math.max(0.5, (cardShape * (bottom - top)) / Math.max(1, right - left)));
  const scaled = (x: number) => Math.round(x * by);
  const box = (item: SceneItem) => ({ ...item, x: scaled(item.x), width: scaled(item.width) });
  return {
    containers: parts.containers.map(box),
    nodes: parts.nodes.map(box),
    edges: parts.edges.map((edge) => ({
      ...edge,
      points: edge.points.map(({ x, y }) => ({ x: scaled(x), y })),
    })),
  };
}

/** Around everything that is drawn. */
function viewBoxOf(parts: Parts): string {
  const { left, top, right, bottom } = extentOf(parts);
  const margin = 6;
  return [
    left - margin,
    top - margin,
    Math.max(1, right - left + 2 * margin),
    Math.max(1, bottom - top + 2 * margin),
  ]
    .map(Math.round)
    .join(' ');
}

function containerShapes(
  item: SceneItem,
  kind: Resource['kind'] | undefined,
  isAdded: boolean,
  isSketch: boolean,
): readonly Shape[] {
  const { fill, stroke } = containerPaint[kind ?? 'none'] ?? otherContainer;
  const outline: Shape = {
    ...boxOf(item),
    type: 'rect',
    radius: 16,
    ...(fill === undefined ? {} : { fill }),
    stroke: isAdded ? 'you' : stroke,
    strokeWidth: isAdded ? 5 : 3,
    ...(kind === undefined || kind === 'region' ? { dash: '10 10' } : {}),
  };
  return isSketch ? [outline] : [outline, ...nameShapes(item, 14, 25)];
}

/** Of names, largest first: a smaller one that is whole says more. */
const smallest = 'label';
const nameStyles = ['title', 'resource-name', 'subnet-name', smallest] as const;

/** What an item is called, larger than on the canvas: the picture is seen from farther away. */
function nameShapes({ x, y, width, shapes }: SceneItem, left: number, baseline: number): readonly Shape[] {
  const name = shapes.find((shape) => shape.type === 'text');
  if (name?.type !== 'text') return [];
  const text = name.full ?? name.text;
  const room = width - left - 6;
  const style = nameStyles.find((one) => widthOf(text, one) <= room) ?? smallest;
  const shown = ellipsizeMiddle(text, room, textStyles[style]);
  return [{ type: 'text', x: x + left, y: y + baseline, text: shown, style, fill: 't1' }];
}

const boxOf = ({ x, y, width, height }: SceneItem) => ({ x, y, width, height });

const edgeShape = ({ meaning, points }: SceneEdge, isSketch: boolean): Shape => ({
  type: 'path',
  d: points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
  stroke: edgePaint[meaning] ?? 'line3',
  strokeWidth: isSketch ? 4.5 : 3,
  ...(meaning === 'route' || meaning === 'dns' ? { dash: '12 10' } : {}),
});

function globeShapes({ meaning, points }: SceneEdge): readonly Shape[] {
  const end = points.at(-1);
  if (!end) return [];
  const [x, y] = [end.x - globe / 2, end.y - globe];
  const isOutbound = meaning === 'outbound';
  return [
    {
      type: 'rect',
      x,
      y,
      width: globe,
      height: globe,
      radius: 10,
      fill: 'panel',
      stroke: 'line2',
      strokeWidth: 2,
    },
    {
      type: 'icon',
      icon: isOutbound ? 'internet' : iconOf('storage-account'),
      x: x + globe * 0.2,
      y: y + globe * 0.2,
      size: globe * 0.6,
      paint: isOutbound ? 'neutral' : 'storage',
    },
  ];
}

function nodeShapes(
  item: SceneItem,
  kind: Resource['kind'],
  isAdded: boolean,
  isSketch: boolean,
): readonly Shape[] {
  const { x, y, width, height } = item;
  const category = categoryOf(kind);
  const size = isSketch ? Math.min(icon, height - 3) : Math.min(tile, height - 8);
  const left = isSketch ? x + (width - size) / 2 : x + 7;
  const top = isSketch ? y + Math.min(2, (height - size) / 2) : y + 7;
  return [
    {
      ...boxOf(item),
      type: 'rect',
      radius: 10,
      fill: isAdded ? 'you-tint' : 'panel',
      stroke: isAdded ? 'you' : 'line2',
      strokeWidth: isAdded ? 4 : 2,
    },
    ...(isSketch ? [] : nameShapes(item, 7 + size + 9, 7 + size / 2 + 5)),
    { type: 'rect', x: left, y: top, width: size, height: size, radius: size / 4, fill: `${category}-tint` },
    {
      type: 'icon',
      icon: iconOf(kind),
      x: left + size * 0.17,
      y: top + size * 0.17,
      size: Math.round(size * 0.66),
      paint: category,
    },
  ];
}

function shapesOf(parts: Parts, design: Design, { isSketch, added }: Manner): readonly Shape[] {
  const kindOf = ({ resource }: SceneItem) => findResource(design, resource)?.kind;
  const isAdded = ({ id, resource }: SceneItem) => added.has(resource ?? id);
  return [
    ...parts.containers.flatMap((item) => containerShapes(item, kindOf(item), isAdded(item), isSketch)),
    ...parts.edges.map((edge) => edgeShape(edge, isSketch)),
    ...parts.edges.filter(leavesForInternet).flatMap(globeShapes),
    // What no resource is, is an endpoint that Azure makes by itself.
    ...parts.nodes.flatMap((item) =>
      nodeShapes(item, kindOf(item) ?? 'private-endpoint', isAdded(item), isSketch),
    ),
  ];
}

function partsOfDesign(design: Design): Parts {
  const arranged = edits.withLayout(design, arrangedBoxes(design));
  return partsOf(drawScene({ design: arranged, network: deriveNetwork(arranged) }));
}

/** A design in small, with names as its only words; what is `added` is drawn as new. */
export function thumbnailOf(design: Design, added: ReadonlySet<string> = new Set()): Thumbnail {
  const parts = partsOfDesign(design);
  return { viewBox: viewBoxOf(parts), shapes: shapesOf(parts, design, { isSketch: false, added }) };
}

/** What tells an architecture from others, as icons alone, larger: for pictures of the size of a card. */
export function sketchOf(design: Design): Thumbnail {
  const essence = essenceOf(design);
  const parts = narrowed(partsOfDesign(essence));
  return {
    viewBox: viewBoxOf(parts),
    shapes: shapesOf(parts, essence, { isSketch: true, added: new Set() }),
  };
}
