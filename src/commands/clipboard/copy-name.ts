import type { Design, Resource, ResourceId, ResourceKind } from '#model';

/** Kinds whose names are free again in every network. */
const namedWithinParent: ReadonlySet<ResourceKind> = new Set(['subnet', 'virtual-network-peering']);

/** Kinds whose names have neither hyphens nor capitals, and the most characters. */
const plainNames: Partial<Record<ResourceKind, number>> = { 'storage-account': 24, 'container-registry': 50 };
const longest = 80;

type Named = Pick<Resource, 'kind' | 'name'>;

/** Gives a copy a free name, which no later copy gets: the next number after the original's own. */
export type CopyNames = (original: Named, parent: ResourceId | undefined) => string;

/** Names for copies that come into a design. */
export function copyNamesIn(design: Design): CopyNames {
  const inKind = new Map<ResourceKind, Set<string>>();
  const inParent = new Map<ResourceId | undefined, Set<string>>();
  const take = (kind: ResourceKind, name: string, parent: ResourceId | undefined) => {
    addTo(inKind, kind, name.toLowerCase());
    addTo(inParent, parent, name.toLowerCase());
  };
  for (const { kind, name, parent } of design.resources) take(kind, name, parent);
  return ({ kind, name }, parent) => {
    const isTaken = (wanted: string) =>
      inParent.get(parent)?.has(wanted.toLowerCase()) ||
      (!namedWithinParent.has(kind) && inKind.get(kind)?.has(wanted.toLowerCase()));
    const own = isTaken(name) ? nextFree({ kind, name }, isTaken) : name;
    take(kind, own, parent);
    return own;
  };
}

function addTo<K>(sets: Map<K, Set<string>>, key: K, name: string): void {
  const known = sets.get(key);
  if (known) known.add(name);
  else sets.set(key, new Set([name]));
}

function nextFree({ kind, name }: Named, isTaken: (wanted: string) => boolean | undefined): string {
  const most = plainNames[kind] ?? longest;
  const joint = kind in plainNames ? '' : '-';
  const [, stem = name, digits] = /^(.*?)[-_]?(\d+)$/.exec(name) ?? [];
  for (let number = digits === undefined ? 2 : Number(digits) + 1; ; number += 1) {
    const end = `${joint}${number}`;
    const wanted = `${stem.slice(0, most - end.length)}${end}`;
    if (!isTaken(wanted)) return wanted;
  }
}
