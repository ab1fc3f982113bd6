import type { SceneItem } from '#drawing';
import { type Design, findResource, type ResourceId, referencesOf } from '#model';
import type { SceneState } from '../scene-store.ts';

type Drawn = Pick<SceneState, 'scene' | 'itemOf'>;

const ownItemOf = ({ scene, itemOf }: Drawn, id: ResourceId): SceneItem | undefined =>
  scene.items.find((item) => item.resource === id) ?? itemOf.get(id);

/** Items that show what has none of its own: those of what refers to it, where that has none of what refers to that. */
export function itemsThrough(
  drawn: Drawn,
  design: Design,
  id: ResourceId,
  asked: ReadonlySet<ResourceId> = new Set(),
): readonly SceneItem[] {
  const known = new Set([...asked, id]);
  return design.resources
    .filter((resource) => !known.has(resource.id) && referencesOf(resource).includes(id))
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
