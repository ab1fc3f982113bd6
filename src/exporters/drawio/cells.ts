import { type Scene, type SceneItem, textStyles } from '#drawing';
import { textWidth } from '#layout';
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
const small = { width: 184, widest: 280, height: 44, gap: 12, inset: 16, most: 6 };

/** Besides its name: the icon, and what draw.io's own font is wider than ours. */
const besideName = 68;

const widthFor = ({ name }: Resource): number =>
  Math.min(
    small.widest,
    Math.max(small.width, Math.ceil(textWidth(name, textStyles['resource-name'])) + besideName),
  );

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
        cellOf(resource, parent, { x: 0, y: 0, width: widthFor(resource), height: small.height }),
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
  placeInStrips(cells, later, (parent) => linesThrough(scene, itemOf.get(parent as ResourceId)));
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

/** Kept free beside a line. */
const besideLine = 10;
const leavingMeanings: ReadonlySet<string> = new Set(['private-link', 'peering', 'route', 'connection']);

/** How far right from the left side of a container lines go down through its lower border, the nearest first. */
const linesThrough = ({ edges }: Scene, item: SceneItem | undefined): readonly number[] =>
  item === undefined
    ? []
    : edges
        .filter(({ meaning }) => leavingMeanings.has(meaning))
        .flatMap(({ points }) =>
          points.slice(1).flatMap((to, at) => {
            const from = points[at] ?? to;
            const border = item.y + item.height;
            const isThrough = Math.min(from.y, to.y) < border && Math.max(from.y, to.y) > border;
            return from.x === to.x && isThrough ? [from.x - item.x] : [];
          }),
        )
        .sort((a, b) => a - b);

function placeInStrips(
  cells: ReadonlyMap<string, Cell>,
  later: readonly Resource[],
  linesOf: (parent: string) => readonly number[],
): void {
  const byParent = new Map<string | undefined, Cell[]>();
  for (const { id } of later) {
    const cell = cells.get(id);
    if (!cell) continue;
    const siblings = byParent.get(cell.parent) ?? [];
    siblings.push(cell);
    byParent.set(cell.parent, siblings);
  }
  // Innermost last, so that a container that grew is as large as it will be when its own strip is placed.
  for (const [parent, strip] of [...byParent].reverse())
    placeStrip(cells, parent, strip, parent === undefined ? [] : linesOf(parent));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What lies between lines that leave downwards. */
const stretchesBetween = (lines: readonly number[], { start, end }: Stretch): readonly Stretch[] =>
  [...lines, end + besideLine].map((line, at) => ({
    start: Math.max(start, (lines[at - 1] ?? Number.NEGATIVE_INFINITY) + besideLine),
    end: line - besideLine,
  }));

function placeStrip(
  cells: ReadonlyMap<string, Cell>,
  id: string | undefined,
  strip: readonly Cell[],
  lines: readonly number[],
): void {
  const parent = id === undefined ? undefined : cells.get(id);
  const siblings = [...cells.values()].filter((cell) => cell.parent === id && !strip.includes(cell));
  const bottom = Math.max(parent ? 40 : 0, ...siblings.map(({ y, height }) => y + height));
  const width = Math.max(...strip.map((cell) => cell.width));
  const columnsIn = ({ start, end }: Stretch) =>
    Math.max(1, Math.min(small.most, Math.floor((end - start + small.gap) / (width + small.gap))));
  const stretches: readonly Stretch[] = parent
    ? stretchesBetween(lines, { start: small.inset, end: parent.width - small.inset })
    : [{ start: Math.min(0, ...siblings.map(({ x }) => x)), end: Number.POSITIVE_INFINITY }];
  const room = stretches.reduce((a, b) => (columnsIn(b) > columnsIn(a) ? b : a));
  const columns = columnsIn(room);
  strip.forEach((cell, at) => {
    cell.width = width;
    cell.x = room.start + (at % columns) * (width + small.gap);
    cell.y = bottom + small.gap + Math.floor(at / columns) * (small.height + small.gap);
  });
  if (!parent) return;
  const needed = Math.max(...strip.map(({ y, height }) => y + height)) + small.inset;
  const least = width + 2 * small.inset;
  if (parent.width < least) grow(cells, parent, 'x', least - parent.width);
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
