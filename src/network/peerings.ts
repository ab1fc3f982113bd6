import { childrenOf, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import type { Estate } from './estate.ts';
import { memo } from './memo.ts';

type Peering = ResourceOf<'virtual-network-peering'>;

/** A peering as one of its two networks sees it. */
export interface PeeringLink {
  readonly remote: ResourceId;
  readonly half: Peering;
  /** Absent where the remote network is not shown: then it is assumed. */
  readonly otherHalf?: Peering;
  readonly isUp: boolean;
  /** Why it is down, for people. */
  readonly whyDown?: string;
  readonly assumptions: readonly string[];
}

export interface Peerings {
  linksOf(virtualNetwork: ResourceId): readonly PeeringLink[];
  /** Networks joined by a peering that is up in both halves. */
  peersOf(virtualNetwork: ResourceId): readonly ResourceId[];
  linkBetween(one: ResourceId, other: ResourceId): PeeringLink | undefined;
}

export const peeringsOf = (estate: Estate): Peerings => {
  const halvesOf = memo((virtualNetwork: ResourceId) => halvesIn(estate, virtualNetwork));
  const linkOf = (local: ResourceId, half: Peering) => {
    const otherHalf = halvesOf(half.remoteVirtualNetwork).find((one) => one.remoteVirtualNetwork === local);
    return joined(estate, half, otherHalf);
  };
  const linksOf = memo((virtualNetwork: ResourceId) => {
    const own = halvesOf(virtualNetwork).map((half) => linkOf(virtualNetwork, half));
    if (estate.isShown(virtualNetwork)) return own;
    // Of a network that is not shown, the halves of the others tell.
    const known = new Set(own.map((link) => link.remote));
    return [
      ...own,
      ...resourcesOfKind(estate.design, 'virtual-network-peering').flatMap((half): readonly PeeringLink[] =>
        half.remoteVirtualNetwork === virtualNetwork && half.parent !== undefined && !known.has(half.parent)
          ? [mirrored(linkOf(half.parent, half), half.parent)]
          : [],
      ),
    ];
  });
  /** By the network at the other end; of several peerings the first that is up. */
  const linkTo = memo((virtualNetwork: ResourceId) => {
    const links = new Map<ResourceId, PeeringLink>();
    for (const link of linksOf(virtualNetwork)) {
      const known = links.get(link.remote);
      if (!known || (link.isUp && !known.isUp)) links.set(link.remote, link);
    }
    return links;
  });
  return {
    linksOf,
    peersOf: memo((virtualNetwork: ResourceId) => [
      ...new Set(
        linksOf(virtualNetwork)
          .filter((link) => link.isUp)
          .map((link) => link.remote),
      ),
    ]),
    linkBetween: (one, other) => linkTo(one).get(other),
  };
};

const mirrored = (link: PeeringLink, remote: ResourceId): PeeringLink => ({ ...link, remote });

const halvesIn = (estate: Estate, virtualNetwork: ResourceId): readonly Peering[] =>
  childrenOf(estate.design, virtualNetwork).filter((one) => one.kind === 'virtual-network-peering');

function joined(estate: Estate, half: Peering, otherHalf: Peering | undefined): PeeringLink {
  const remote = half.remoteVirtualNetwork;
  const assumptions: string[] = [];
  const name = estate.nameOf(remote);
  if (half.peeringState === undefined)
    assumptions.push(`Peering ${half.name} is taken as Connected: its state is not stated.`);
  if (!otherHalf && mayExistUnseen(estate, remote))
    assumptions.push(`The half of peering ${half.name} in ${name} is not shown: it is taken as Connected.`);
  const whyDown =
    faultOf(half) ??
    (otherHalf ? faultOf(otherHalf) : undefined) ??
    (otherHalf || mayExistUnseen(estate, remote) ? undefined : `${name} has no peering back`);
  return {
    remote,
    half,
    ...(otherHalf ? { otherHalf } : {}),
    isUp: whyDown === undefined,
    ...(whyDown === undefined ? {} : { whyDown }),
    assumptions,
  };
}

const mayExistUnseen = (estate: Estate, remote: ResourceId): boolean =>
  !estate.isComplete || !estate.isShown(remote);

function faultOf(half: Peering): string | undefined {
  if (half.peeringState !== undefined && half.peeringState !== 'Connected')
    return `peering ${half.name} is ${half.peeringState}`;
  return half.allowVirtualNetworkAccess === false
    ? `peering ${half.name} does not allow virtual network access`
    : undefined;
}

/** The virtual WAN hub that a network is connected to. How it routes is not in the document. */
export const wideAreaHubOf = (
  estate: Estate,
  virtualNetwork: ResourceId | undefined,
): ResourceOf<'virtual-wan-hub'> | undefined =>
  resourcesOfKind(estate.design, 'virtual-wan-hub').find((hub) =>
    (hub.virtualNetworkConnections ?? []).some((one) => one.remoteVirtualNetwork === virtualNetwork),
  );
