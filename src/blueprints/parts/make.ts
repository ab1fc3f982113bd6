import type { ResourceId, ResourceKind, ResourceOf } from '#model';

type Properties<K extends ResourceKind> = Omit<ResourceOf<K>, 'id' | 'kind' | 'name'>;

/** A resource of a kind, checked against the kind's own properties. */
export const make = <K extends ResourceKind>(
  kind: K,
  id: ResourceId,
  name: string,
  properties: Properties<K>,
): ResourceOf<K> => ({ id, kind, name, ...properties }) as unknown as ResourceOf<K>;
