import type { ResourceId } from '#model';
import { boundsOf } from './bounds.ts';
import type { Scene, SceneItem } from './scene.ts';

/** Part of a drawing, and what the cut goes through. */
export interface ScenePart {
  readonly scene: Scene;
  /** Labels of edges that leave the part and are not drawn. */
  readonly left: readonly string[];
}

/**
 * The boxes of some resources and notes, with everything in them and whatever small thing they are joined to; `undefined` where
 * none of them has a box.
 */
export function partOfScene(whole: Scene, selection: readonly ResourceId[]): ScenePart | undefined {
  const wanted = new Set<string>(selection);
  const byId = new Map(whole.items.map((item) => [item.id, item]));
  const chosen = whole.items.filter(({ resource, note }) => wanted.has(resource ?? note ?? ''));
  if (chosen.length === 0) return undefined;
  // A badge, a row or a chip stands on something, and means nothing without it.
  const roots = new Set(chosen.map((item) => ownBox(item, byId).id));
  const inside = new Set(whole.items.filter((item) => isWithin(item, roots, byId)).map((item) => item.id));
  const shown = new Set(inside);
  for (const { from, to } of whole.edges) {
    if (inside.has(from) === inside.has(to)) continue;
    const other = byId.get(inside.has(from) ? to : from);
    if (other && isSmall(other)) for (const item of withFixed(other, whole.items)) shown.add(item.id);
  }
  const items = whole.items.filter((item) => shown.has(item.id));
  const edges = whole.edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const left = whole.edges
    .filter(({ from, to }) => inside.has(from) !== inside.has(to) && !(shown.has(from) && shown.has(to)))
    .map((edge) => edge.label);
  return { scene: { ...boundsOf(items, edges), items, edges }, left };
}

const isFixed = ({ role }: SceneItem) => role === 'badge' || role === 'row' || role === 'chip';
const isSmall = ({ role }: SceneItem) => role === 'node' || role === 'ghost';

function ownBox(item: SceneItem, byId: ReadonlyMap<string, SceneItem>): SceneItem {
  const parent = isFixed(item) && item.parent !== undefined ? byId.get(item.parent) : undefined;
  return parent ?? item;
}

function isWithin(
  item: SceneItem,
  roots: ReadonlySet<string>,
  byId: ReadonlyMap<string, SceneItem>,
): boolean {
  for (let at: SceneItem | undefined = item; at; at = byId.get(at.parent ?? ''))
    if (roots.has(at.id)) return true;
  return false;
}

const withFixed = (item: SceneItem, items: readonly SceneItem[]): readonly SceneItem[] => [
  item,
  ...items.filter((other) => other.parent === item.id && isFixed(other)),
];
