import {
  type Design,
  findResource,
  question,
  type Resource,
  type ResourceId,
  type ResourceKind,
  resourcesOfKind,
} from '#model';

/** How many of a kind bear each name. */
const namesakesOf = question((design, kind: ResourceKind): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { name } of resourcesOfKind(design, kind)) {
    const key = name.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
});

const labelAt = question((design, id: ResourceId): string => {
  const resource = findResource(design, id);
  if (!resource) return id;
  const container = findResource(design, resource.parent);
  const isAmbiguous = (namesakesOf(design, resource.kind).get(resource.name.toLowerCase()) ?? 0) > 1;
  return isAmbiguous && container && container.kind !== 'region'
    ? `${container.name}/${resource.name}`
    : resource.name;
});

/** What people call a resource: its name, or `container/name` where another of its kind bears the same. */
export const labelOf = (design: Design, id: ResourceId | undefined): string =>
  id === undefined ? '' : labelAt(design, id);

/** `a`, `a and b`, `a, b and c`; after `most` names only their number. */
export const listed = (names: readonly string[], most = 4): string => {
  if (names.length > most)
    return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

/** In the order of their labels, so that the order of a document decides nothing. */
export function byLabel<T extends Resource>(design: Design, resources: readonly T[]): readonly T[] {
  if (resources.length < 2) return resources;
  const keyed = resources.map(
    (item) => [`${labelOf(design, item.id)} ${item.azureId ?? ''} ${item.id}`, item] as const,
  );
  keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return keyed.map(([, item]) => item);
}
