import { homesIn, mayAttach, regionFor } from '#commands';
import type { Point, Scene, SceneItem } from '#drawing';
import {
  type Design,
  enclosing,
  findResource,
  isFullOf,
  kinds,
  type Resource,
  type ResourceId,
  type ResourceKind,
  refusalIn,
  resourcesOfKind,
} from '#model';

type Box = Pick<SceneItem, 'x' | 'y' | 'width' | 'height'>;

/** Kinds that can hold anything. */
const containerKinds: ReadonlySet<ResourceKind> = new Set(
  Object.values(kinds).flatMap(({ parents }) => parents),
);

const holds = (box: Box, { x, y }: Point) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

const distance = (box: Box, { x, y }: Point) =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));

const containerOf = (design: Design, item: SceneItem): Resource | undefined => {
  const resource = findResource(design, item.resource);
  return resource && containerKinds.has(resource.kind) ? resource : undefined;
};

/** What a drop here would do. */
export type DropVerdict =
  | {
      readonly outcome: 'legal';
      readonly item?: SceneItem;
      readonly container: Resource | undefined;
      /** The subnet that has to be made in the container first, as Azure wants it named for this kind. */
      readonly newSubnetName?: string;
      /** The subnet that it is attached to: it has no place of its own on the drawing then. */
      readonly attachTo?: ResourceId;
      /** Whether it is laid beside what it was dropped on, and not where it was dropped. */
      readonly isBeside?: boolean;
    }
  | {
      readonly outcome: 'refused';
      readonly item?: SceneItem;
      /** One sentence for people. */
      readonly reason: string;
      readonly nearest?: SceneItem;
    };

/** Where a kind belongs in each network that takes it by a subnet: by the network, subnets or itself for a new one. */
const homesOf = (kind: ResourceKind, design: Design): ReadonlyMap<ResourceId, readonly ResourceId[]> =>
  new Map(
    resourcesOfKind(design, 'virtual-network').flatMap((network) => {
      const homes = homesIn(design, kind, network).map(({ parent }) => parent);
      return homes.length > 0 ? [[network.id, homes]] : [];
    }),
  );

interface Listed {
  readonly design: Design;
  readonly kinds: string;
  readonly items: readonly SceneItem[];
  /** Of a kind alone. */
  readonly homes: ReturnType<typeof homesOf>;
}

/** The last list of a drawing: each step of a drag asks twice, to judge the place and to show all. */
const listed = new WeakMap<Scene, Listed>();

/**
 * Containers that may take all of some kinds, outermost first; for a kind alone a network does, too, where it belongs in
 * a subnet of it or one can be made.
 */
export const legalItems = (
  scene: Scene,
  design: Design,
  dragged: readonly ResourceKind[],
): readonly SceneItem[] => listLegal(scene, design, dragged).items;

function listLegal(scene: Scene, design: Design, dragged: readonly ResourceKind[]): Listed {
  const last = listed.get(scene);
  const asked = dragged.join();
  if (last?.design === design && last.kinds === asked) return last;
  const [first] = dragged;
  const homes: Listed['homes'] = first && dragged.length === 1 ? homesOf(first, design) : new Map();
  const items = scene.items.filter((item) => {
    const container = containerOf(design, item);
    return (
      container && (homes.has(container.id) || dragged.every((kind) => !refusalIn(design, kind, container)))
    );
  });
  const list = { design, kinds: asked, items, homes };
  listed.set(scene, list);
  return list;
}

/** What takes a kind that is dropped on a network: the nearest subnet of it where it belongs, or one to be made. */
function subnetOf(
  scene: Scene,
  design: Design,
  kind: ResourceKind,
  network: Resource,
  point: Point,
  without: ReadonlySet<string> | undefined,
) {
  const farness = ({ parent }: { readonly parent: ResourceId }) => {
    const item = scene.items.find(({ resource }) => resource === parent);
    return item ? distance(item, point) : Number.POSITIVE_INFINITY;
  };
  const [home] = homesIn(design, kind, network, undefined, without).toSorted(
    (one, other) => farness(one) - farness(other),
  );
  const container = findResource(design, home?.parent);
  return container && home && { ...home, container };
}

/** Where a new thing lies that is dropped on the subnet it is to be attached to, in place of one that it has. */
function attachmentOf(design: Design, kind: ResourceKind, subnet: Resource) {
  const region = subnet.kind === 'subnet' && mayAttach(subnet, kind) && regionFor(design, subnet.id, kind);
  return region ? { container: findResource(design, region), attachTo: subnet.id } : undefined;
}

/** What lies in no subnet but is attached to one, such as a security group: dropped on a subnet it is meant for it. */
const attachedByDrop = (kind: ResourceKind, subnet: Resource) =>
  subnet.kind === 'subnet' && mayAttach(subnet, kind)
    ? { container: subnet, attachTo: subnet.id }
    : undefined;

/** A subnet dropped on a subnet is meant for the network around it, which leaves little ground to drop it on. */
function besideOf(scene: Scene, design: Design, kind: ResourceKind, sibling: Resource) {
  const container = sibling.kind === kind ? findResource(design, sibling.parent) : undefined;
  const item = container && scene.items.find(({ resource }) => resource === container.id);
  return item && !refusalIn(design, kind, container) ? { container, item, isBeside: true } : undefined;
}

/** The innermost container under a point; `without` leaves out what is being dragged. */
export function containerAt(
  scene: Scene,
  design: Design,
  point: Point,
  without: ReadonlySet<string> = new Set(),
): { readonly item: SceneItem; readonly resource: Resource } | undefined {
  // Containers come before their contents, so the last hit is the innermost.
  for (let at = scene.items.length - 1; at >= 0; at -= 1) {
    const item = scene.items[at];
    if (!item || without.has(item.id) || !holds(item, point)) continue;
    const resource = containerOf(design, item);
    if (resource) return { item, resource };
  }
  return undefined;
}

/** The thing under a point that a note dropped there is about; bare ground of a container is none. */
export const thingAt = ({ items }: Scene, design: Design, point: Point): Resource | undefined =>
  findResource(design, items.findLast((item) => item.role === 'node' && holds(item, point))?.resource);

/** The best kind of place first, as the model lists them, then the nearest. */
function nearestOf(items: readonly SceneItem[], rankOf: (item: SceneItem) => number, point: Point) {
  const [best] = [...items].sort((a, b) => rankOf(a) - rankOf(b) || distance(a, point) - distance(b, point));
  return best;
}

/**
 * Judges a drop of one kind, or of several at once, at a point of the canvas: legal where it is for each. Open ground
 * counts as the nearest region for what lies in regions.
 */
export function verdictAt(
  scene: Scene,
  design: Design,
  dragged: readonly ResourceKind[],
  point: Point,
  without?: ReadonlySet<string>,
): DropVerdict {
  const over = containerAt(scene, design, point, without);
  const reason = dragged
    .map((kind) => refusalIn(design, kind, over?.resource, without))
    .find((one) => one !== undefined);
  if (reason === undefined)
    return { outcome: 'legal', container: over?.resource, ...(over ? { item: over.item } : {}) };
  const [kind] = dragged;
  const subnet =
    kind && over && dragged.length === 1
      ? subnetOf(scene, design, kind, over.resource, point, without)
      : undefined;
  // What is there already goes into no subnet that is made for it, unless Azure has a name for that.
  const isToBeMade = subnet?.newSubnetName !== undefined && kind && kinds[kind].subnetName === undefined;
  if (over && subnet && !(isToBeMade && without)) {
    const item = scene.items.find(({ resource }) => resource === subnet.container.id) ?? over.item;
    const { container, newSubnetName } = subnet;
    return {
      outcome: 'legal',
      item,
      container,
      ...(newSubnetName === undefined ? { isBeside: true } : { newSubnetName }),
    };
  }
  if (kind && over && without === undefined) {
    const attached = attachmentOf(design, kind, over.resource);
    if (attached) return { outcome: 'legal', item: over.item, ...attached };
    const beside = besideOf(scene, design, kind, over.resource);
    if (beside) return { outcome: 'legal', ...beside };
  }
  const moved = kind && over && dragged.length === 1 ? attachedByDrop(kind, over.resource) : undefined;
  if (over && moved && without !== undefined) return { outcome: 'legal', item: over.item, ...moved };
  // In the network that it was meant for, where that can take it.
  const meant = over && networkOf(design, over.resource);
  const { items, homes } = listLegal(scene, design, dragged);
  const nearest = nearestOf(
    items.filter(
      (item) =>
        !without?.has(item.id) && !dragged.some((one) => isFullOf(design, one, item.resource, without)),
    ),
    (item) => {
      const container = containerOf(design, item);
      const isElsewhere = meant !== undefined && (!container || networkOf(design, container) !== meant);
      const network = container?.kind === 'subnet' ? container.parent : undefined;
      const isStrange = network && container && homes.get(network)?.includes(container.id) === false;
      return dragged.reduce(
        (sum, one) => sum + rankOf(one, container),
        (isElsewhere ? elsewhere : 0) + (isStrange ? strange : 0),
      );
    },
    point,
  );
  const place = nearest && findResource(design, nearest.resource);
  if (nearest && !over && place?.kind === 'region')
    return { outcome: 'legal', container: place, item: nearest };
  return {
    outcome: 'refused',
    reason,
    ...(over ? { item: over.item } : {}),
    ...(nearest ? { nearest } : {}),
  };
}

/** Worse than any kind of place in the network that is meant; worse than a place where it belongs. */
const [elsewhere, strange] = [100, 10];

const networkOf = (design: Design, place: Resource): ResourceId | undefined =>
  place.kind === 'virtual-network' ? place.id : enclosing(design, place.id, 'virtual-network')?.id;

/** Subnets before the networks in which one would have to be made. */
const rankOf = (kind: ResourceKind, container: Resource | undefined): number => {
  const { parents } = kinds[kind];
  const rank = container ? parents.indexOf(container.kind) : -1;
  return rank === -1 ? parents.length : rank;
};

const inset = 8;
const header = 34;

type Size = Pick<Box, 'width' | 'height'>;

/**
 * A box in the coordinates of its container: clear of its header, and not beyond its sides where there is room
 * between them; one column of nodes stays one. A container that may grow (a region) follows to the right. Open ground
 * leaves it where it is.
 */
export function insideOf({ x, y, width, height }: Box, container: Size | undefined, mayGrow = false): Box {
  if (!container) return { x: Math.round(x), y: Math.round(y), width, height };
  const room = container.width - 2 * inset - width;
  const farthest = mayGrow ? x : room < width ? inset : inset + room;
  return {
    x: Math.round(Math.max(Math.min(x, farthest), inset)),
    y: Math.round(Math.max(y, header)),
    width,
    height,
  };
}

/** The box of something dropped with its middle at a point of the canvas. */
export const boxAt = (
  { x, y }: Point,
  container: SceneItem | undefined,
  { width, height }: Size,
  mayGrow = false,
): Box =>
  insideOf(
    { x: x - (container?.x ?? 0) - width / 2, y: y - (container?.y ?? 0) - height / 2, width, height },
    container,
    mayGrow,
  );
