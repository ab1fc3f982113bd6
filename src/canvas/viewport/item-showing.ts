import type { SceneItem } from '#drawing';
import { type Design, findResource, type Resource, type ResourceId, referencesOf } from '#model';
import type { SceneState } from '../scene-store.ts';

type Drawn = Pick<SceneState, 'scene' | 'itemOf'>;

/** An index of a list that never changes, made when it is first asked for. */
function indexedOnce<T extends object, V>(entriesOf: (one: T) => readonly (readonly [string, V])[]) {
  const indexes = new WeakMap<readonly T[], ReadonlyMap<string, readonly V[]>>();
  const indexOf = (list: readonly T[]) => {
    const index = new Map<string, V[]>();
    for (const one of list)
      for (const [key, value] of entriesOf(one)) {
        const known = index.get(key);
        if (known) known.push(value);
        else index.set(key, [value]);
      }
    indexes.set(list, index);
    return index;
  };
  return (list: readonly T[], key: string): readonly V[] =>
    (indexes.get(list) ?? indexOf(list)).get(key) ?? [];
}

const itemsOf = indexedOnce((item: SceneItem) =>
  item.resource === undefined ? [] : [[item.resource, item]],
);

const referringTo = indexedOnce((resource: Resource) =>
  referencesOf(resource).map((id) => [id, resource] as const),
);

const ownItemOf = ({ scene, itemOf }: Drawn, id: ResourceId): SceneItem | undefined =>
  itemsOf(scene.items, id)[0] ?? itemOf.get(id);

/** Whether a resource has an item of its own: a box, or badges. */
export const hasItem = (drawn: Drawn, id: ResourceId): boolean => ownItemOf(drawn, id) !== undefined;

/** Items that show what has none of its own: those of what refers to it, where that has none of what refers to that. */
export function itemsThrough(
  drawn: Drawn,
  design: Design,
  id: ResourceId,
  asked: ReadonlySet<ResourceId> = new Set(),
): readonly SceneItem[] {
  const known = new Set([...asked, id]);
  return referringTo(design.resources, id)
    .filter((resource) => !known.has(resource.id))
    .flatMap((resource) => ownItemOf(drawn, resource.id) ?? itemsThrough(drawn, design, resource.id, known));
}

/** Where a resource or a note is seen: its own item, that of what refers to it (a security group is a badge), or its container's. */
export function itemShowing(drawn: Drawn, design: Design, id: ResourceId): SceneItem | undefined {
  const parent = findResource(design, id)?.parent;
  return (
    ownItemOf(drawn, id) ??
    itemsThrough(drawn, design, id)[0] ??
    (parent === undefined ? undefined : ownItemOf(drawn, parent))
  );
}
