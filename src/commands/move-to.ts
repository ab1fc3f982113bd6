import {
  type Design,
  edits,
  findResource,
  mayLieIn,
  type Resource,
  type ResourceId,
  subtreeOf,
} from '#model';
import type { CommandContext } from './command.ts';

/** The containers that a resource could be moved into: legal for its kind, and not itself or in it. */
export const placesToMove = (design: Design, resource: Resource): readonly Resource[] => {
  const own = new Set(subtreeOf(design, resource.id));
  return design.resources.filter(
    (one) => one.id !== resource.parent && !own.has(one) && mayLieIn(resource.kind, one.kind),
  );
};

/** Moves a resource into another container as one undo step, and brings it into view. */
export const moveTo = ({ store }: CommandContext, id: ResourceId, container: ResourceId): void => {
  const { design, edit, jumpTo } = store.getState();
  const [resource, target] = [findResource(design, id), findResource(design, container)];
  if (!resource || !target) return;
  edit(`move ${resource.name} to ${target.name}`, (before) => edits.moveResource(before, id, container));
  jumpTo(id);
};
