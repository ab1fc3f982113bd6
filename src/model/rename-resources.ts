import type { Design } from './design.ts';
import { findResource, resourceAt } from './queries.ts';
import type { Resource } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

/** Gives a resource another name; what knows it by name goes on knowing it. Throws when it is missing. */
export const renameResource = (design: Design, id: ResourceId, name: string): Design =>
  resourceAt(design, id).name === name ? design : renameResources(design, new Map([[id, name]]));

/** Gives resources other names, by their ids. What knows one by its name goes on knowing it. */
export function renameResources(design: Design, names: ReadonlyMap<ResourceId, string>): Design {
  const computes = new Map<string, string>();
  for (const [id, name] of names) {
    const one = findResource(design, id);
    if (one && 'workspace' in one && one.workspace !== undefined)
      computes.set(keyOf(one.workspace, one.name), name);
  }
  // All else in a design refers by id: what else reads like a name is a service tag, a host or a person's word.
  const following = (one: Resource): Resource => {
    if (one.kind !== 'workspace' || one.imageBuildCompute === undefined) return one;
    const builder = computes.get(keyOf(one.id, one.imageBuildCompute));
    return builder === undefined ? one : { ...one, imageBuildCompute: builder };
  };
  return {
    ...design,
    resources: design.resources.map((one) => {
      const name = names.get(one.id) ?? one.name;
      const followed = following(one);
      return name === one.name ? followed : { ...followed, name };
    }),
  };
}

/** Azure tells computes of one workspace apart without regard to case. */
const keyOf = (workspace: ResourceId, name: string): string => `${workspace} ${name.toLowerCase()}`;
