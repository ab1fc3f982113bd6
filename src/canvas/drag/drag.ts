import type { Scene, SceneItem } from '#drawing';
import type { Box, Design, Resource, ResourceId, ResourceKind } from '#model';
import { findResource } from '#model';
import { type DropVerdict, insideOf, verdictAt } from '../drop/place.ts';
import type { DropTarget } from '../drop/target.ts';
import { type ItemNodeType, isNetwork } from '../to-flow.ts';
import type { Guide } from './snap.ts';

type Point = ItemNodeType['position'];

/** What is being dragged, and where each of it is now, in the coordinates of its container. */
export interface Drag {
  readonly positions: ReadonlyMap<string, Point>;
  /** Set while the pointer is over a container that is not everyone's own. */
  readonly target?: DropTarget;
  readonly guides: readonly Guide[];
}

/** Ids of some items and of all that lies in them. */
export function subtreeIds(nodes: readonly ItemNodeType[], roots: Iterable<string>): ReadonlySet<string> {
  const ids = new Set(roots);
  // Parents come first, so one pass finds all.
  for (const node of nodes) if (node.parentId !== undefined && ids.has(node.parentId)) ids.add(node.id);
  return ids;
}

/** The kinds of some things, each once: a place is judged for a kind, not for each thing that is dragged. */
export const kindsOf = (resources: readonly Resource[]): readonly ResourceKind[] => [
  ...new Set(resources.map(({ kind }) => kind)),
];

/** What would come of dropping things at a point; nothing for notes, which may lie anywhere. */
export function verdictOf(
  scene: Scene,
  design: Design,
  items: readonly SceneItem[],
  point: Point,
  without: ReadonlySet<string>,
): DropVerdict | undefined {
  const resources = items.flatMap((item) => findResource(design, item.resource) ?? []);
  if (resources.length === 0) return undefined;
  const verdict = verdictAt(scene, design, kindsOf(resources), point, without);
  const { item } = verdict;
  // What lies where it may not, as a file can have it, still moves about there.
  const home = findResource(design, item?.resource);
  const isHome = home !== undefined && resources.every(({ parent }) => parent === home.id);
  return verdict.outcome === 'refused' && isHome && item
    ? { outcome: 'legal', item, container: home }
    : verdict;
}

/** How far each thing of a pile lies from the one under it, and how many are seen to. */
const [pileStep, pileHeight] = [6, 3];

/** Several things as a pile at the one in the hand: what goes elsewhere goes there together, wherever each has lain. */
export function piled(
  positions: Drag['positions'],
  held: string | undefined,
  itemOf: ReadonlyMap<string, SceneItem>,
): Drag['positions'] {
  const under = held === undefined ? undefined : positions.get(held);
  if (positions.size < 2 || held === undefined || !under) return positions;
  const homeOf = (id: string): Point => {
    const parent = itemOf.get(id)?.parent;
    return (parent === undefined ? undefined : itemOf.get(parent)) ?? { x: 0, y: 0 };
  };
  const own = homeOf(held);
  let above = 0;
  return new Map(
    [...positions.keys()].map((id) => {
      const by = id === held ? 0 : Math.min(++above, pileHeight) * pileStep;
      const home = homeOf(id);
      return [id, { x: under.x + own.x - home.x + by, y: under.y + own.y - home.y + by }] as const;
    }),
  );
}

/** The boxes of what was dropped, in the coordinates of the container that takes it. */
export function droppedBoxes(
  drag: Pick<Drag, 'positions'>,
  itemOf: ReadonlyMap<string, SceneItem>,
  verdict: DropVerdict & { readonly outcome: 'legal' },
): Readonly<Record<string, Box>> {
  const into = verdict.item;
  const mayGrow = isNetwork(verdict.container?.kind);
  return Object.fromEntries(
    [...drag.positions].flatMap(([id, position]) => {
      const item = itemOf.get(id);
      if (item?.resource === undefined) return [];
      const home = item.parent === undefined ? undefined : itemOf.get(item.parent);
      const x = position.x + (home?.x ?? 0) - (into?.x ?? 0);
      const y = position.y + (home?.y ?? 0) - (into?.y ?? 0);
      const { width, height } = item;
      return [[item.resource, insideOf({ x, y, width, height }, into, mayGrow)] as const];
    }),
  );
}

/** How far notes were dragged, by their ids. */
export function noteShifts(
  { positions }: Pick<Drag, 'positions'>,
  itemOf: ReadonlyMap<string, SceneItem>,
): ReadonlyMap<ResourceId, Point> {
  return new Map(
    [...positions].flatMap(([id, position]) => {
      const item = itemOf.get(id);
      if (item?.note === undefined) return [];
      const home = item.parent === undefined ? undefined : itemOf.get(item.parent);
      const by = { x: position.x + (home?.x ?? 0) - item.x, y: position.y + (home?.y ?? 0) - item.y };
      return [[item.note, by] as const];
    }),
  );
}

/** How far away things are still in line with a note that is dragged, in the drawing's pixels. */
const neighbourhood = 320;

/** What a dragged thing is brought into line with: what lies beside it; with a note, whatever is near. */
export function besideOf(
  { items }: Scene,
  item: SceneItem | undefined,
  { x, y, width, height }: Box,
  moving: ReadonlySet<string>,
): readonly SceneItem[] {
  const isNear = (one: SceneItem) =>
    one.x < x + width + neighbourhood &&
    one.x + one.width > x - neighbourhood &&
    one.y < y + height + neighbourhood &&
    one.y + one.height > y - neighbourhood;
  const isBox = ({ role }: SceneItem) => role === 'node' || role === 'container';
  return items.filter(
    (one) =>
      !moving.has(one.id) &&
      (item?.role === 'note'
        ? (isBox(one) || one.role === 'note') && isNear(one)
        : isBox(one) && one.parent === item?.parent),
  );
}
