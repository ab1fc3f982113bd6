import { ancestorsOf, childrenOf, type Design, findResource, type Resource, type ResourceId } from '#model';

/** One visible line of the outline. */
export interface OutlineRow {
  readonly resource: Resource;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

/** Roots are what lies in nothing, and what would never be reached: a missing container, a loop. */
const rootsOf = (design: Design): readonly Resource[] =>
  design.resources.filter((resource) => {
    if (resource.parent === undefined || !findResource(design, resource.parent)) return true;
    const ancestors = ancestorsOf(design, resource.id);
    return (
      ancestors.at(-1)?.parent !== undefined && findResource(design, ancestors.at(-1)?.parent) !== undefined
    );
  });

/** The lines of the tree in reading order; what is closed hides what lies in it. */
export const outlineRows = (design: Design, closed: ReadonlySet<ResourceId>): readonly OutlineRow[] => {
  const rows: OutlineRow[] = [];
  const seen = new Set<ResourceId>();
  const visit = (level: number, resources: readonly Resource[]) => {
    const fresh = resources.filter((resource) => !seen.has(resource.id));
    for (const resource of fresh) seen.add(resource.id);
    for (const [at, resource] of fresh.entries()) {
      const children = childrenOf(design, resource.id);
      const isOpen = !closed.has(resource.id);
      rows.push({
        resource,
        level,
        position: at + 1,
        siblings: fresh.length,
        hasChildren: children.length > 0,
        isOpen,
      });
      if (isOpen) visit(level + 1, children);
    }
  };
  visit(1, rootsOf(design));
  return rows;
};
