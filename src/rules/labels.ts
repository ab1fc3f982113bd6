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

/** What nearly every rule asks of a resource, in one answer. */
const bearingOf = question((design, id: ResourceId): { readonly label: string; readonly place: string } => {
  const resource = findResource(design, id);
  if (!resource) return { label: id, place: placeAmong('', undefined, id) };
  const { name, kind, parent, azureId } = resource;
  const container = findResource(design, parent);
  const isAmbiguous = (namesakesOf(design, kind).get(name.toLowerCase()) ?? 0) > 1;
  return {
    label: isAmbiguous && container && container.kind !== 'region' ? `${container.name}/${name}` : name,
    place: placeAmong(name, azureId, id),
  };
});

/** Longer than any number in a name. */
const mostDigits = 12;

/** A text to sort by: 2 comes before 10. */
const inCountingOrder = (text: string): string =>
  text.replace(/\d+/g, (digits) => digits.padStart(mostDigits, '0'));

const placeAmong = (name: string, azureId: string | undefined, id: ResourceId): string =>
  `${inCountingOrder(name.toLowerCase())}\u0000${azureId?.toLowerCase() ?? ''}\u0000${id}`;

/** What people call a resource: its name, or `container/name` where another of its kind bears the same. */
export const labelOf = (design: Design, id: ResourceId | undefined): string =>
  id === undefined ? '' : bearingOf(design, id).label;

/** Where a resource stands in lists, of nothing that the order of the document decides. */
export const placeOf = (design: Design, id: ResourceId): string => bearingOf(design, id).place;

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
  return resources
    .map((item) => ({
      item,
      key: `${inCountingOrder(labelOf(design, item.id))} ${item.azureId ?? ''} ${item.id}`,
    }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ item }) => item);
}
