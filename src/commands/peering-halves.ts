import { type Design, findOfKind, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';

type Half = ResourceOf<'virtual-network-peering'>;

/** The half of a peering that lies in the other network. */
export const otherHalfOf = (design: Design, { parent, remoteVirtualNetwork }: Half): Half | undefined =>
  resourcesOfKind(design, 'virtual-network-peering').find(
    (one) => one.parent === remoteVirtualNetwork && one.remoteVirtualNetwork === parent,
  );

/** With the other half of each peering among them: one alone joins nothing. */
export const withOtherHalves = (design: Design, ids: readonly ResourceId[]): readonly ResourceId[] => {
  const all = new Set(ids);
  for (const id of ids) {
    const half = findOfKind(design, id, 'virtual-network-peering');
    const other = half && otherHalfOf(design, half);
    if (other) all.add(other.id);
  }
  return all.size === ids.length ? ids : [...all];
};
