import type { Scene, SceneItem } from '#drawing';
import { ancestorsOf, type Design, type Resource, type ResourceId } from '#model';

/** A box of the diagram; coordinates are those of the box around it. */
export interface Cell {
  readonly id: string;
  /** None of what Azure makes by itself: a managed network, and the endpoints in it. */
  readonly resource?: Resource;
  readonly item?: SceneItem;
  readonly parent: string | undefined;
  /** The managed network that is drawn behind it. */
  readonly frame?: Cell;
  /** Holds others, in the model or as a place. */
  readonly isContainer: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

const containerKinds: ReadonlySet<string> = new Set([
  'region',
  'virtual-network',
  'subnet',
  'on-premises-network',
  'internet',
  'virtual-wan-hub',
]);

/** Of what the drawing shows on something else: its box in the strip below the contents of its container. */
const small = { width: 184, height: 44, gap: 12, inset: 16, most: 6 };

/**
 * A box for every resource, in the box of the container it lies in: containment is the model's, and a managed network is a
 * frame behind what runs in it. What the drawing places stays there; what it shows only on something else stands in a
 * strip at the bottom, and everything below makes way.
 */
export function cellsOf(design: Design, scene: Scene): ReadonlyMap<string, Cell> {
  const itemOf = new Map<ResourceId, SceneItem>();
  for (const item of scene.items)
    if (item.resource !== undefined && item.role !== 'badge' && !itemOf.has(item.resource))
      itemOf.set(item.resource, item);
  const cells = new Map<string, Cell>();
  const addFrames = framesOf(scene, cells);
  const later: Resource[] = [];
  for (const resource of containersFirst(design)) {
    const parent = parentIn(cells, resource);
    const item = itemOf.get(resource.id);
    const around = parent === undefined ? undefined : itemOf.get(parent);
    const isPlaced = item !== undefined && (parent === undefined || around !== undefined);
    if (!isPlaced) {
      later.push(resource);
      // Known at once, so that what lies in it finds it; it gets its place below.
      cells.set(
        resource.id,
        cellOf(resource, parent, { x: 0, y: 0, width: small.width, height: small.height }),
      );
      continue;
    }
    addFrames(parent, around);
    const frame = item.parent === undefined || item.parent === parent ? undefined : cells.get(item.parent);
    cells.set(resource.id, {
      ...cellOf(resource, parent, inside(item, around)),
      ...(frame ? { frame } : {}),
    });
  }
  placeInStrips(cells, later);
  return cells;
}

type Frame = Pick<Cell, 'x' | 'y' | 'width' | 'height'>;

const inside = ({ x, y, width, height }: Frame, around: Frame | undefined): Frame => ({
  x: x - (around?.x ?? 0),
  y: y - (around?.y ?? 0),
  width,
  height,
});

/** Adds what no resource is, once and before what is drawn upon it. */
function framesOf(scene: Scene, cells: Map<string, Cell>) {
  const frames = scene.items.filter((item) => item.role === 'container' && item.resource === undefined);
  const added = new Set<string>();
  return (parent: ResourceId | undefined, around: SceneItem | undefined) => {
    for (const item of frames) {
      if (item.parent !== around?.id || added.has(item.id)) continue;
      added.add(item.id);
      cells.set(item.id, { id: item.id, item, parent, isContainer: true, ...inside(item, around) });
      for (const one of scene.items)
        if (one.parent === item.id && one.role === 'node' && one.resource === undefined)
          cells.set(one.id, {
            id: one.id,
            item: one,
            parent: item.id,
            isContainer: false,
            ...inside(one, item),
          });
    }
  };
}

const cellOf = (resource: Resource, parent: ResourceId | undefined, frame: Frame): Cell => ({
  id: resource.id,
  resource,
  parent,
  isContainer: containerKinds.has(resource.kind),
  ...frame,
});

/** Peerings are lines, not boxes. */
const containersFirst = (design: Design): readonly Resource[] => {
  const depthOf = (resource: Resource) => ancestorsOf(design, resource.id).length;
  return design.resources
    .filter(({ kind }) => kind !== 'virtual-network-peering')
    .map((resource) => ({ resource, depth: depthOf(resource) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ resource }) => resource);

  // A loop of containers has no outermost one: its members find no box yet and stand on the open canvas.
};

const parentIn = (cells: ReadonlyMap<string, Cell>, { parent }: Resource): ResourceId | undefined =>
  parent !== undefined && cells.has(parent) ? parent : undefined;

function placeInStrips(cells: ReadonlyMap<string, Cell>, later: readonly Resource[]): void {
  const byParent = new Map<string | undefined, Cell[]>();
  for (const { id } of later) {
    const cell = cells.get(id);
    if (!cell) continue;
    const siblings = byParent.get(cell.parent) ?? [];
    siblings.push(cell);
    byParent.set(cell.parent, siblings);
  }
  // Innermost last, so that a container that grew is as large as it will be when its own strip is placed.
  for (const [parent, strip] of [...byParent].reverse()) placeStrip(cells, parent, strip);
}

function placeStrip(cells: ReadonlyMap<string, Cell>, id: string | undefined, strip: readonly Cell[]): void {
  const parent = id === undefined ? undefined : cells.get(id);
  const siblings = [...cells.values()].filter((cell) => cell.parent === id && !strip.includes(cell));
  const bottom = Math.max(parent ? 40 : 0, ...siblings.map(({ y, height }) => y + height));
  const left = parent ? small.inset : Math.min(0, ...siblings.map(({ x }) => x));
  const room = parent ? parent.width - 2 * small.inset : Number.POSITIVE_INFINITY;
  const columns = Math.max(
    1,
    Math.min(small.most, Math.floor((room + small.gap) / (small.width + small.gap))),
  );
  strip.forEach((cell, at) => {
    cell.x = left + (at % columns) * (small.width + small.gap);
    cell.y = bottom + small.gap + Math.floor(at / columns) * (small.height + small.gap);
  });
  if (!parent) return;
  const needed = Math.max(...strip.map(({ y, height }) => y + height)) + small.inset;
  if (parent.width < small.width + 2 * small.inset)
    grow(cells, parent, 'x', small.width + 2 * small.inset - parent.width);
  if (needed > parent.height) grow(cells, parent, 'y', needed - parent.height);
}

/** Makes a box larger; what lies beside it makes way, and the boxes around it grow with it. */
function grow(cells: ReadonlyMap<string, Cell>, cell: Cell, axis: 'x' | 'y', by: number): void {
  const size = axis === 'x' ? 'width' : 'height';
  const end = cell[axis] + cell[size];
  // What stands on a frame moves when the frame does, and not without it.
  const moved = [...cells.values()].filter(
    (other) => other !== cell && other.parent === cell.parent && (other.frame ?? other)[axis] >= end,
  );
  for (const other of moved) other[axis] += by;
  cell[size] += by;
  const parent = cell.parent === undefined ? undefined : cells.get(cell.parent);
  if (parent) grow(cells, parent, axis, by);
}
