import type { Design } from './design.ts';
import { groupedBy } from './grouped-by.ts';
import type { Resource, ResourceKind } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

/** What queries look things up in. */
export interface DesignIndex {
  readonly byId: ReadonlyMap<ResourceId, Resource>;
  readonly byKind: ReadonlyMap<ResourceKind, readonly Resource[]>;
  readonly childrenOf: ReadonlyMap<ResourceId | undefined, readonly Resource[]>;
}

export type Resources = Pick<Design, 'resources'>;

const indexes = new WeakMap<readonly Resource[], DesignIndex>();
/** The one that was asked last: questions come by the thousand about the same design. */
let latest: { readonly resources: readonly Resource[]; readonly index: DesignIndex } | undefined;

/** Built once for each list of resources: an edit makes a new list, a change of layout does not. */
export function indexOf({ resources }: Resources): DesignIndex {
  if (latest?.resources === resources) return latest.index;
  const index = indexes.get(resources) ?? buildIndex(resources);
  latest = { resources, index };
  return index;
}

export const resourceIn = ({ byId }: DesignIndex, id: ResourceId): Resource | undefined => byId.get(id);

export const kindIn = ({ byKind }: DesignIndex, kind: ResourceKind): readonly Resource[] =>
  byKind.get(kind) ?? none;

export const childrenIn = ({ childrenOf }: DesignIndex, id: ResourceId | undefined): readonly Resource[] =>
  childrenOf.get(id) ?? none;

const none: readonly Resource[] = [];

function buildIndex(resources: readonly Resource[]): DesignIndex {
  const byId = new Map<ResourceId, Resource>();
  for (const resource of resources) byId.set(resource.id, resource);
  const index = {
    byId,
    byKind: groupedBy(resources, (resource) => resource.kind),
    childrenOf: groupedBy(resources, (resource) => resource.parent),
  };
  indexes.set(resources, index);
  return index;
}
