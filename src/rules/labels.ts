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

interface Bearing {
  readonly label: string;
  readonly place: string;
  /** By which it is sorted among others by its label. */
  readonly order: string;
}

/** What nearly every rule asks of a resource, in one answer. */
const bearingOf = question((design, id: ResourceId): Bearing => {
  const resource = findResource(design, id);
  if (!resource) return { label: id, place: placeAmong('', undefined, id), order: inCountingOrder(id) };
  const { name, kind, parent, azureId } = resource;
  const container = findResource(design, parent);
  const isAmbiguous = (namesakesOf(design, kind).get(name.toLowerCase()) ?? 0) > 1;
  const label = isAmbiguous && container && container.kind !== 'region' ? `${container.name}/${name}` : name;
  return {
    label,
    place: placeAmong(name, azureId, id),
    order: `${inCountingOrder(label)} ${azureId ?? ''} ${id}`,
  };
});

/** Longer than any number in a name. */
const mostDigits = 12;

const zeros = '0'.repeat(mostDigits);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A text to sort by: 2 comes before 10. Digit by digit, since it is asked of every name. */
function inCountingOrder(text: string): string {
  let ordered = '';
  let taken = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    const start = at;
    while (isDigit(text.charCodeAt(at + 1))) at += 1;
    ordered += text.slice(taken, start) + zeros.slice(at + 1 - start);
    taken = start;
  }
  return taken === 0 && ordered === '' ? text : ordered + text.slice(taken);
}

/** For sorting names in a sentence: vm-2 comes before vm-10. */
export const inOrder = (one: string, other: string): number => {
  const [a, b] = [inCountingOrder(one), inCountingOrder(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};

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

/** Those whom something concerns; of many only how many they are, which says more than some of their names. */
export const concerned = (names: readonly string[], most = 4): string =>
  names.length > most ? `${names.length} resources` : listed(names, most);

/** In the order of their labels, so that the order of a document decides nothing. */
export function byLabel<T extends Resource>(design: Design, resources: readonly T[]): readonly T[] {
  if (resources.length < 2) return resources;
  return resources
    .map((item) => ({ item, key: bearingOf(design, item.id).order }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ item }) => item);
}
