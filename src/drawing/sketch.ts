import { type Design, findResource, type Resource } from '#model';
import { edgeShapes, lookOf } from './edge-shapes.ts';
import { essenceOf } from './essence.ts';
import { lengthOf } from './geometry.ts';
import { categoryOf, iconOf } from './icons.ts';
import type { Token } from './palette.ts';
import { type Picture, type PicturePart, sceneOf } from './picture.ts';
import type { SceneEdge, SceneItem, Shape } from './scene.ts';
import { frameOf, type Globe, globe, narrowed, partsOf } from './sketch-parts.ts';

interface ContainerPaint {
  readonly fill?: Token;
  /** What is fainter cannot be seen in its size. */
  readonly stroke: Token;
}

/** Containers that are no resource are networks that Microsoft runs. */
const containerPaint: Readonly<Record<string, ContainerPaint>> = {
  none: { fill: 'machine-learning-fill', stroke: 'machine-learning' },
  'virtual-network': { fill: 'network-fill', stroke: 'network' },
  'on-premises-network': { fill: 'on-premises-fill', stroke: 'on-premises' },
  region: { stroke: 'line3' },
};
const otherContainer: ContainerPaint = { fill: 'panel', stroke: 'network-line' };

/** Side of an icon. */
const icon = 42;

function containerShape(item: SceneItem, kind: Resource['kind'] | undefined): Shape {
  const { fill, stroke } = containerPaint[kind ?? 'none'] ?? otherContainer;
  return {
    ...boxOf(item),
    type: 'rect',
    radius: 16,
    ...(fill === undefined ? {} : { fill }),
    stroke,
    strokeWidth: 5,
    ...(kind === undefined || kind === 'region' ? { dash: '10 10' } : {}),
  };
}

const boxOf = ({ x, y, width, height }: SceneItem) => ({ x, y, width, height });

/** Lines are so many times as strong as on the canvas: these pictures are so much smaller than it. */
const edgeScale = 3;

/** On the canvas, of a line with its end. */
const leastLength = 14;

const tenths = (value: number): number => Math.round(value * 10) / 10;

function edgePart(edge: SceneEdge): PicturePart {
  const scale = Math.min(edgeScale, Math.max(1, lengthOf(edge.points) / leastLength));
  const points = edge.points.map(({ x, y }) => ({ x: tenths(x / scale), y: tenths(y / scale) }));
  return { x: 0, y: 0, scale, shapes: edgeShapes(lookOf(edge), points) };
}

function globeShapes(way: Globe): readonly Shape[] {
  const { meaning, isApprovedOnly } = way;
  const [x, y] = [way.x - globe / 2, way.y - globe];
  const isOfService = meaning === 'service-endpoint';
  const category = isOfService ? 'storage' : 'neutral';
  return [
    {
      type: 'rect',
      x,
      y,
      width: globe,
      height: globe,
      radius: 10,
      fill: category,
      stroke: category,
      strokeWidth: 2,
    },
    {
      type: 'icon',
      icon: isOfService ? iconOf('storage-account') : 'internet',
      x: x + globe * 0.2,
      y: y + globe * 0.2,
      size: globe * 0.6,
      paint: 'on-solid',
    },
    ...(isApprovedOnly && meaning === 'outbound' ? approvedShapes(x + globe, y + globe / 2) : []),
  ];
}

/** The sign of what leads to nothing but what is approved. */
const approvedShapes = (x: number, y: number): readonly Shape[] => [
  { type: 'circle', cx: x + 4, cy: y, r: 15, fill: 'passed', stroke: 'canvas', strokeWidth: 3 },
  { type: 'icon', icon: 'check', x: x - 6, y: y - 10, size: 20, paint: 'on-solid' },
];

function nodeShapes(item: SceneItem, kind: Resource['kind']): readonly Shape[] {
  const { x, y, width, height } = item;
  const category = categoryOf(kind);
  const size = Math.min(icon, height - 3);
  const left = x + (width - size) / 2;
  const top = y + Math.min(2, (height - size) / 2);
  return [
    { ...boxOf(item), type: 'rect', radius: 10, fill: 'panel', stroke: 'line2', strokeWidth: 2 },
    { type: 'rect', x: left, y: top, width: size, height: size, radius: size / 4, fill: category },
    {
      type: 'icon',
      icon: iconOf(kind),
      x: left + size * 0.17,
      y: top + size * 0.17,
      size: Math.round(size * 0.66),
      paint: 'on-solid',
    },
  ];
}

/** What tells an architecture from others, as icons alone, larger: for pictures of the size of a card. */
export function sketchOf(design: Design): Picture {
  const essence = essenceOf(design);
  const parts = narrowed(partsOf(sceneOf(essence)));
  const kindOf = ({ resource }: SceneItem) => findResource(essence, resource)?.kind;
  const inPlace = (shapes: readonly Shape[]): PicturePart => ({ x: 0, y: 0, shapes });
  return {
    ...frameOf(parts),
    parts: [
      inPlace(parts.containers.map((item) => containerShape(item, kindOf(item)))),
      inPlace(parts.globes.flatMap(globeShapes)),
      // What no resource is, is an endpoint that Azure makes by itself.
      inPlace(parts.nodes.flatMap((item) => nodeShapes(item, kindOf(item) ?? 'private-endpoint'))),
      ...parts.edges.map(edgePart),
    ],
  };
}
