import type { Scene, SceneItem } from '#drawing';
import { ancestorsOf, type Design, type Resource, type ResourceId } from '#model';

/** A box of the diagram; coordinates are those of the box around it. */
export interface Cell {
  readonly resource: Resource;
  readonly parent: ResourceId | undefined;
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
const small = { width: 168, height: 40, gap: 12, inset: 16, most: 6 };

/**
 * A box for every resource, in the box of the container it lies in: containment is the model's. What the drawing places
 * stays there; what it shows only on something else stands in a strip at the bottom, and everything below makes way.
 */
export function cellsOf(design: Design, scene: Scene): ReadonlyMap<ResourceId, Cell> {
  const itemOf = new Map<ResourceId, SceneItem>();
  for (const item of scene.items)
    if (item.resource !== undefined && item.role !== 'badge' && !itemOf.has(item.resource))
      itemOf.set(item.resource, item);
  const cells = new Map<ResourceId, Cell>();
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
    const origin = around ?? { x: 0, y: 0 };
    const { width, height } = item;
    cells.set(
      resource.id,
      cellOf(resource, parent, { x: item.x - origin.x, y: item.y - origin.y, width, height }),
    );
  }
  placeInStrips(cells, later);
  return cells;
}

type Frame = Pick<Cell, 'x' | 'y' | 'width' | 'height'>;

const cellOf = (resource: Resource, parent: ResourceId | undefined, frame: Frame): Cell => ({
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

const parentIn = (cells: ReadonlyMap<ResourceId, Cell>, { parent }: Resource): ResourceId | undefined =>
  parent !== undefined && cells.has(parent) ? parent : undefined;

function placeInStrips(cells: ReadonlyMap<ResourceId, Cell>, later: readonly Resource[]): void {
  const byParent = new Map<ResourceId | undefined, Cell[]>();
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

function placeStrip(
  cells: ReadonlyMap<ResourceId, Cell>,
  id: ResourceId | undefined,
  strip: readonly Cell[],
): void {
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
function grow(cells: ReadonlyMap<ResourceId, Cell>, cell: Cell, axis: 'x' | 'y', by: number): void {
  const size = axis === 'x' ? 'width' : 'height';
  const end = cell[axis] + cell[size];
  for (const other of cells.values())
    if (other !== cell && other.parent === cell.parent && other[axis] >= end) other[axis] += by;
  cell[size] += by;
  const parent = cell.parent === undefined ? undefined : cells.get(cell.parent);
  if (parent) grow(cells, parent, axis, by);
}
