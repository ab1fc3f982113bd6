import type { SceneItem } from '#drawing';
import { type Design, findResource, type ResourceId, referencesOf } from '#model';
import type { SceneState } from '../scene-store.ts';

/** Where a resource or a note is seen: its own item, that of what refers to it (a security group is a badge), or its container's. */
export function itemShowing(
  { scene, itemOf: itemById }: Pick<SceneState, 'scene' | 'itemOf'>,
  design: Design,
  id: ResourceId,
): SceneItem | undefined {
  const itemOf = (resource: ResourceId | undefined) =>
    scene.items.find((item) => resource !== undefined && item.resource === resource);
  const own = itemOf(id) ?? itemById.get(id);
  if (own) return own;
  for (const resource of design.resources) {
    const item = referencesOf(resource).includes(id) ? itemOf(resource.id) : undefined;
    if (item) return item;
  }
  return itemOf(findResource(design, id)?.parent);
}
