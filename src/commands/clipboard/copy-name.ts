import { childrenOf, type Design, type Resource, type ResourceId, type ResourceKind } from '#model';

/** Kinds whose names are free again in every network. */
const namedWithinParent: ReadonlySet<ResourceKind> = new Set(['subnet', 'virtual-network-peering']);

/** Kinds whose names have neither hyphens nor capitals, and the most characters. */
const plainNames: Partial<Record<ResourceKind, number>> = { 'storage-account': 24, 'container-registry': 50 };
const longest = 80;

/** A free name for a copy: the next number after the original's own. */
export function copyName(
  design: Design,
  { kind, name }: Pick<Resource, 'kind' | 'name'>,
  parent: ResourceId | undefined,
): string {
  const rivals = namedWithinParent.has(kind)
    ? childrenOf(design, parent)
    : design.resources.filter((one) => one.kind === kind || one.parent === parent);
  const taken = new Set(rivals.map((one) => one.name.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  const most = plainNames[kind] ?? longest;
  const joint = kind in plainNames ? '' : '-';
  const [, stem = name, digits] = /^(.*?)[-_]?(\d+)$/.exec(name) ?? [];
  for (let number = digits === undefined ? 2 : Number(digits) + 1; ; number += 1) {
    const end = `${joint}${number}`;
    const wanted = `${stem.slice(0, most - end.length)}${end}`;
    if (!taken.has(wanted.toLowerCase())) return wanted;
  }
}
