import { childrenOf, type Design, edits, type ResourceId, type ResourceOf } from '#model';
import { prefixesOverlap } from '#network';

type Network = ResourceOf<'virtual-network'>;

const leads = (design: Design, from: Network, to: Network): boolean =>
  childrenOf(design, from.id).some(
    (child) => child.kind === 'virtual-network-peering' && child.remoteVirtualNetwork === to.id,
  );

/** Whether each of two networks has its half of the peering. */
export const arePeered = (design: Design, one: Network, other: Network): boolean =>
  leads(design, one, other) && leads(design, other, one);

/** Networks that share an address cannot be peered. */
export const mayPeer = (one: Network, other: Network): boolean =>
  one.id !== other.id &&
  !one.addressPrefixes.some((prefix) =>
    other.addressPrefixes.some((taken) => prefixesOverlap(prefix, taken)),
  );

const withHalf = (design: Design, from: Network, to: Network, newId: () => ResourceId): Design =>
  leads(design, from, to)
    ? design
    : edits.addResource(design, {
        id: newId(),
        kind: 'virtual-network-peering',
        name: edits.freeName(design, from.id, `peer-${to.name}`),
        parent: from.id,
        remoteVirtualNetwork: to.id,
        allowVirtualNetworkAccess: true,
      });

/** The design with what is missing of the peering of two networks. */
export const peerNetworks = (design: Design, one: Network, other: Network, newId: () => ResourceId): Design =>
  withHalf(withHalf(design, one, other, newId), other, one, newId);
