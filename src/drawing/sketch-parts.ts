import { sitesOfAnybody } from './internet-groups.ts';
import type { Scene, SceneEdge, SceneItem } from './scene.ts';

/** Side of the globe where packets leave. */
export const globe = 40;

/** Where a line meets the internet, as a sketch shows it. */
export interface Globe {
  /** Middle of its foot. */
  readonly x: number;
  readonly y: number;
  readonly meaning: SceneEdge['meaning'];
  /** Of a way out: whether it leads to what is approved alone. */
  readonly isApprovedOnly: boolean;
}

function globeOf({ id, meaning, points }: SceneEdge, closedWays: ReadonlySet<string>): readonly Globe[] {
  const at = meaning === 'inbound' ? points[0] : points.at(-1);
  if (!at || (meaning !== 'outbound' && meaning !== 'service-endpoint' && meaning !== 'inbound')) return [];
  const isApprovedOnly = [...closedWays].some((way) => id.startsWith(`out:way:${way}:`));
  return [{ ...at, meaning, isApprovedOnly }];
}

/** The ways out on which nothing passes but what they name, which is not space that anybody rents. */
function closedWaysIn(items: readonly SceneItem[]): ReadonlySet<string> {
  const ids = new Set(items.map(({ id }) => id));
  return new Set(
    items.flatMap(({ id, label }) => {
      const way = isClosedChip(label) ? /^chip:(.*)\/anything$/.exec(id)?.[1] : undefined;
      return way === undefined || ids.has(`chip:${way}/${sitesOfAnybody}`) ? [] : [way];
    }),
  );
}

const isClosedChip = (label: string): boolean => label.endsWith(': closed');

/** People on the internet beside the globe at which what they reach begins: the chip that says so is not drawn. */
function peopleAt({ points, from, to }: SceneEdge, edges: readonly SceneEdge[]): readonly SceneEdge[] {
  const way = edges.find(({ id }) => id === `in:${to.replace(/^chip:/, '')}`);
  const [start, end] = [points[0], way?.points[0]];
  if (!way || !start || !end) return [];
  return [{ ...way, from, points: [start, { x: end.x, y: start.y }, { x: end.x, y: end.y - globe }] }];
}

/** Items and edges of a sketch: cards of words are left out, and what leads to them but for the internet. */
export function partsOf({ items, edges }: Scene) {
  const drawn = items.filter(({ role }) => role === 'container' || role === 'node');
  const ids = new Set(drawn.map(({ id }) => id));
  const closedWays = closedWaysIn(items);
  const atInternet = edges.filter(
    ({ meaning, from }) =>
      meaning === 'outbound' || meaning === 'service-endpoint' || (meaning === 'inbound' && !ids.has(from)),
  );
  return {
    containers: drawn.filter(({ role }) => role === 'container'),
    nodes: drawn.filter(({ role }) => role === 'node'),
    edges: [
      ...edges.filter((edge) => atInternet.includes(edge) || (ids.has(edge.from) && ids.has(edge.to))),
      ...edges
        .filter(({ meaning, from }) => meaning === 'inbound' && ids.has(from))
        .flatMap((edge) => peopleAt(edge, edges)),
    ],
    globes: atInternet.flatMap((edge) => globeOf(edge, closedWays)),
  };
}
type Parts = ReturnType<typeof partsOf>;

function extentOf({ containers, nodes, edges, globes }: Parts) {
  const boxes = [...containers, ...nodes];
  const ends = edges.flatMap(({ points }) => points);
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    top: Math.min(...[...boxes, ...ends].map(({ y }) => y), ...globes.map(({ y }) => y - globe)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

/** Of a card's picture: width by height. */
const cardShape = 1.25;

/** Boxes of a drawing are wide because of the words in them: a sketch is narrowed to the shape of a card. */
export function narrowed(parts: Parts): Parts {
  const { right, left, bottom, top } = extentOf(parts);
  const by = Math.min(1, Math.max(0.5, (cardShape * (bottom - top)) / Math.max(1, right - left)));
  const scaled = (x: number) => Math.round(x * by);
  const box = (item: SceneItem) => ({ ...item, x: scaled(item.x), width: scaled(item.width) });
  return {
    ...parts,
    globes: parts.globes.map((one) => ({ ...one, x: scaled(one.x) })),
    containers: parts.containers.map(box),
    nodes: parts.nodes.map(box),
    edges: parts.edges.map((edge) => ({
      ...edge,
      points: edge.points.map(({ x, y }) => ({ x: scaled(x), y })),
    })),
  };
}

/** Around everything that is drawn. */
export function frameOf(parts: Parts) {
  const { left, top, right, bottom } = extentOf(parts);
  const margin = 6;
  return {
    x: left - margin,
    y: top - margin,
    width: Math.max(1, right - left + 2 * margin),
    height: Math.max(1, bottom - top + 2 * margin),
  };
}
