import { type Design, findResource, type Resource } from '#model';
import { edgeShapes, lookOf } from './edge-shapes.ts';
import { essenceOf } from './essence.ts';
import { lengthOf } from './geometry.ts';
import { categoryOf, iconOf } from './icons.ts';
import type { Token } from './palette.ts';
import { type Picture, type PicturePart, sceneOf } from './picture.ts';
import type { SceneEdge, SceneItem, Shape } from './scene.ts';
import { fitted, widthOf } from './text.ts';
import { frameOf, type Globe, globe, narrowed, type Parts, partsOf } from './thumbnail-parts.ts';

interface ContainerPaint {
  readonly fill?: Token;
  readonly stroke: Token;
  /** In a sketch: what is fainter cannot be seen in its size. */
  readonly strong: Token;
}

/** Containers that are no resource are networks that Microsoft runs. */
const containerPaint: Readonly<Record<string, ContainerPaint>> = {
  none: { fill: 'machine-learning-fill', stroke: 'machine-learning-line', strong: 'machine-learning' },
  'virtual-network': { fill: 'network-fill', stroke: 'network-line', strong: 'network' },
  'on-premises-network': { fill: 'on-premises-fill', stroke: 'on-premises-line', strong: 'on-premises' },
  region: { stroke: 'line2', strong: 'line3' },
};
const otherContainer: ContainerPaint = { fill: 'panel', stroke: 'line2', strong: 'network-line' };

/** Sides of a tile beside a name, and of an icon that stands by itself. */
const [tile, icon] = [32, 42];

/** How it is drawn: with names, or as icons alone for the size of a card. */
interface Manner {
  readonly isSketch: boolean;
  /** Drawn as new: resources, and by their items the networks that Microsoft runs. */
  readonly added: ReadonlySet<string>;
}

/** Where the name of an item stands in it, and how wide it may be. */
interface NamePlace {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly room: number;
}

function containerShapes(
  item: SceneItem,
  kind: Resource['kind'] | undefined,
  isAdded: boolean,
  { isSketch, nameStyle }: Look,
  outlets: string | undefined,
): readonly Shape[] {
  const { fill, stroke, strong } = containerPaint[kind ?? 'none'] ?? otherContainer;
  const outline: Shape = {
    ...boxOf(item),
    type: 'rect',
    radius: 16,
    ...(fill === undefined ? {} : { fill }),
    stroke: isAdded ? 'you' : isSketch ? strong : stroke,
    strokeWidth: isAdded || isSketch ? 5 : 3,
    ...(kind === undefined || kind === 'region' ? { dash: '10 10' } : {}),
  };
  if (isSketch) return [outline];
  return [
    outline,
    ...nameShapes(item, nameStyle),
    ...(kind === undefined ? hostedShapes(item, outlets) : []),
  ];
}

/** Of names, largest first: a smaller one that is whole says more. */
const smallest = 'label';
const nameStyles = ['title', 'resource-name', 'subnet-name', smallest] as const;
type NameStyle = (typeof nameStyles)[number];

/** A manner with the style that all names of the picture have. */
interface Look extends Manner {
  readonly nameStyle: NameStyle;
}

/** So many of the names of a picture may be cut for larger ones. */
const mostCut = 0.2;

/** The largest style that leaves nearly all names whole. */
function nameStyleOf(items: readonly SceneItem[]): NameStyle {
  const names = items.flatMap((item) => namePlace(item) ?? []);
  const isCut = (style: NameStyle) => (name: NamePlace) => widthOf(name.text, style) > name.room;
  return nameStyles.find((one) => names.filter(isCut(one)).length <= mostCut * names.length) ?? smallest;
}

const tileOf = ({ height }: SceneItem): number => Math.min(tile, height - 8);

function namePlace(item: SceneItem): NamePlace | undefined {
  const { width, shapes, role } = item;
  const name = shapes.find((shape) => shape.type === 'text');
  if (name?.type !== 'text') return undefined;
  const side = tileOf(item);
  const [x, baseline] = role === 'container' ? [14, 25] : [7 + side + 9, 7 + side / 2 + 5];
  return { text: name.full ?? name.text, x, baseline, room: width - x - 6 };
}

/** What an item is called, larger than on the canvas: the picture is seen from farther away. */
function nameShapes(item: SceneItem, style: NameStyle): readonly Shape[] {
  const name = namePlace(item);
  return name ? [fitted(name.text, item.x + name.x, item.y + name.baseline, style, 't1', name.room)] : [];
}

/** Below the name of a hosted network: whose it is, or how it is kept and what it lets out. */
function hostedShapes({ x, y, width, shapes }: SceneItem, outlets: string | undefined): readonly Shape[] {
  const [, fact] = shapes.filter((shape) => shape.type === 'text');
  const said = fact?.type === 'text' ? (fact.full ?? fact.text) : '';
  const kept = said.replace(/^[^,]*, /, '');
  const lines =
    outlets === undefined
      ? [said]
      : [
          kept.charAt(0).toUpperCase() + kept.slice(1),
          ...(kept.startsWith(outlets.toLowerCase()) ? [] : [outlets]),
        ];
  return lines.map((text, at) => fitted(text, x + 14, y + 45 + at * 18, 'subnet-name', 't2', width - 20));
}

const boxOf = ({ x, y, width, height }: SceneItem) => ({ x, y, width, height });

/** Lines are so many times as strong as on the canvas: these pictures are so much smaller than it. */
const edgeScale = (isSketch: boolean) => (isSketch ? 3 : 1.8);

/** On the canvas, of a line with its end. */
const leastLength = 14;

const tenths = (value: number): number => Math.round(value * 10) / 10;

function edgePart(edge: SceneEdge, isSketch: boolean): PicturePart {
  const scale = Math.min(edgeScale(isSketch), Math.max(1, lengthOf(edge.points) / leastLength));
  const points = edge.points.map(({ x, y }) => ({ x: tenths(x / scale), y: tenths(y / scale) }));
  return { x: 0, y: 0, scale, shapes: edgeShapes(lookOf(edge), points) };
}

function globeShapes(way: Globe, isSketch: boolean): readonly Shape[] {
  const { meaning } = way;
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
      fill: isSketch ? category : 'panel',
      stroke: isSketch ? category : 'line2',
      strokeWidth: 2,
    },
    {
      type: 'icon',
      icon: isOfService ? iconOf('storage-account') : 'internet',
      x: x + globe * 0.2,
      y: y + globe * 0.2,
      size: globe * 0.6,
      paint: isSketch ? 'on-solid' : category,
    },
    ...limitShapes(x + globe, y + globe / 2, way, isSketch),
  ];
}

/** What a way leads to and by what, right of its globe: in words, or in a sketch a sign for what is approved alone. */
function limitShapes(
  x: number,
  y: number,
  { meaning, isApprovedOnly, through }: Globe,
  isSketch: boolean,
): readonly Shape[] {
  if (!isSketch) {
    const outbound = isApprovedOnly ? 'Approved only' : 'Anything';
    const said = meaning === 'outbound' ? outbound : meaning === 'inbound' ? 'Inbound' : 'Storage';
    const by = meaning === 'outbound' ? through : undefined;
    return [
      fitted(said, x + 8, by === undefined ? y + 5 : y - 4, 'resource-name', 't2', 120),
      ...(by === undefined ? [] : [fitted(`by ${by}`, x + 8, y + 14, 'subnet-name', 't2', 120)]),
    ];
  }
  if (!isApprovedOnly || meaning !== 'outbound') return [];
  return [
    { type: 'circle', cx: x + 4, cy: y, r: 15, fill: 'passed', stroke: 'canvas', strokeWidth: 3 },
    { type: 'icon', icon: 'check', x: x - 6, y: y - 10, size: 20, paint: 'on-solid' },
  ];
}

function nodeShapes(
  item: SceneItem,
  kind: Resource['kind'],
  isAdded: boolean,
  { isSketch, nameStyle }: Look,
): readonly Shape[] {
  const { x, y, width, height } = item;
  const category = categoryOf(kind);
  const size = isSketch ? Math.min(icon, height - 3) : tileOf(item);
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
    ...(isSketch ? [] : nameShapes(item, nameStyle)),
    {
      type: 'rect',
      x: left,
      y: top,
      width: size,
      height: size,
      radius: size / 4,
      fill: isSketch ? category : `${category}-tint`,
    },
    {
      type: 'icon',
      icon: iconOf(kind),
      x: left + size * 0.17,
      y: top + size * 0.17,
      size: Math.round(size * 0.66),
      paint: isSketch ? 'on-solid' : category,
    },
  ];
}

function partsIn(parts: Parts, design: Design, manner: Manner): readonly PicturePart[] {
  const { isSketch, added } = manner;
  const look = { ...manner, nameStyle: nameStyleOf([...parts.containers, ...parts.nodes]) };
  const kindOf = ({ resource }: SceneItem) => findResource(design, resource)?.kind;
  const isAdded = ({ id, resource }: SceneItem) => added.has(resource ?? id);
  const inPlace = (shapes: readonly Shape[]): PicturePart => ({ x: 0, y: 0, shapes });
  return [
    inPlace(
      parts.containers.flatMap((item) =>
        containerShapes(item, kindOf(item), isAdded(item), look, parts.outlets.get(item.id)),
      ),
    ),
    inPlace(parts.globes.flatMap((one) => globeShapes(one, isSketch))),
    inPlace(
      // What no resource is, is an endpoint that Azure makes by itself.
      parts.nodes.flatMap((item) =>
        nodeShapes(item, kindOf(item) ?? 'private-endpoint', isAdded(item), look),
      ),
    ),
    ...parts.edges.map((edge) => edgePart(edge, isSketch)),
  ];
}

/** A design in small, with names as its only words; what is `added` is drawn as new. */
export function thumbnailOf(design: Design, added: ReadonlySet<string> = new Set()): Picture {
  const parts = partsOf(sceneOf(design));
  return { ...frameOf(parts), parts: partsIn(parts, design, { isSketch: false, added }) };
}

/** What tells an architecture from others, as icons alone, larger: for pictures of the size of a card. */
export function sketchOf(design: Design): Picture {
  const essence = essenceOf(design);
  const parts = narrowed(partsOf(sceneOf(essence)));
  return { ...frameOf(parts), parts: partsIn(parts, essence, { isSketch: true, added: new Set() }) };
}
