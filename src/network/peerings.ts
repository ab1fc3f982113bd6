import {
  childrenOf,
  findOfKind,
  flatMapped,
  isConnectedInAzure,
  mayHaveUnseenPeerings,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { prefixContains } from './cidr.ts';
import { type Estate, estateQuestion } from './estate.ts';

type Peering = ResourceOf<'virtual-network-peering'>;

/** A peering as one of its two networks sees it. */
export interface PeeringLink {
  readonly remote: ResourceId;
  readonly half: Peering;
  /** Absent where the remote network is not shown: then it is assumed. */
  readonly otherHalf?: Peering;
  /** What of the remote network it leads to; all of it when absent. */
  readonly space?: readonly string[];
  readonly isUp: boolean;
  /** Why it is down. */
  readonly fault?: PeeringFault;
  /** A half of which only the id is known: it may be down. */
  readonly unseen?: Peering;
  readonly assumptions: readonly string[];
}

/** What keeps two networks apart that are to be peered. */
export interface PeeringFault {
  /** The half to mend; of two the other where this one is missing. */
  readonly half: Peering;
  /** For people. */
  readonly text: string;
}

export interface Peerings {
  linksOf(virtualNetwork: ResourceId): readonly PeeringLink[];
  /** Networks joined by a peering that is up in both halves. */
  peersOf(virtualNetwork: ResourceId): readonly ResourceId[];
  linkBetween(one: ResourceId, other: ResourceId): PeeringLink | undefined;
  /** Whether the peering of two networks leads from the one to a prefix of the other; yes where it is not known to leave any out. */
  leadsTo(one: ResourceId, other: ResourceId, prefix: string): boolean;
  /** Why there is no way from one network to an address of another although one of them has a half of a peering. */
  faultBetween(one: ResourceId | undefined, other: ResourceId | undefined): PeeringFault | undefined;
}

export const peeringsOf = (estate: Estate): Peerings => ({
  linksOf: (virtualNetwork) => linksOf(estate, virtualNetwork),
  peersOf: (virtualNetwork) => peersOf(estate, virtualNetwork),
  linkBetween: (one, other) => linksByRemote(estate, one).get(other),
  leadsTo: (one, other, prefix) =>
    linksByRemote(estate, one)
      .get(other)
      ?.space?.some((known) => prefixContains(known, prefix)) ?? true,
  faultBetween: (one, other) => {
    if (one === undefined || other === undefined) return undefined;
    const own = linksByRemote(estate, one).get(other);
    return (own ?? linksByRemote(estate, other).get(one))?.fault ?? (own && gapOf(own));
  },
});

/** A peering that is up and does not lead to all of the remote network. */
const gapOf = ({ half, space }: PeeringLink): PeeringFault | undefined =>
  space && { half, text: `peering ${half.name} leads to ${space.join(', ')} alone` };

const linksOf = estateQuestion((estate, virtualNetwork: ResourceId): readonly PeeringLink[] => {
  const own = halvesIn(estate, virtualNetwork).map((half) => linkOf(estate, virtualNetwork, half));
  if (estate.isShown(virtualNetwork)) return own;
  // Of a network that is not shown, the halves of the others tell.
  const known = new Set(own.map((link) => link.remote));
  return [
    ...own,
    ...flatMapped(
      resourcesOfKind(estate.design, 'virtual-network-peering'),
      (half): readonly PeeringLink[] =>
        half.remoteVirtualNetwork === virtualNetwork && half.parent !== undefined && !known.has(half.parent)
          ? [mirrored(linkOf(estate, half.parent, half), half.parent)]
          : [],
    ),
  ];
});

const linkOf = (estate: Estate, local: ResourceId, half: Peering): PeeringLink =>
  joined(estate, half, halvesByRemote(estate, half.remoteVirtualNetwork).get(local));

/** By the network at the other end; of several peerings the first that is up. */
const linksByRemote = estateQuestion((estate, virtualNetwork: ResourceId) => {
  const links = new Map<ResourceId, PeeringLink>();
  for (const link of linksOf(estate, virtualNetwork)) {
    const known = links.get(link.remote);
    if (!known || (link.isUp && !known.isUp)) links.set(link.remote, link);
  }
  return links;
});

const peersOf = estateQuestion((estate, virtualNetwork: ResourceId): readonly ResourceId[] => [
  ...new Set(
    linksOf(estate, virtualNetwork)
      .filter((link) => link.isUp)
      .map((link) => link.remote),
  ),
]);

/** As the other network has it: what its own half leads to is not known. */
const mirrored = ({ space: _, ...link }: PeeringLink, remote: ResourceId): PeeringLink => ({
  ...link,
  remote,
});

/** The halves that a network has of its peerings, in document order. */
export const halvesIn = estateQuestion((estate, virtualNetwork: ResourceId): readonly Peering[] =>
  childrenOf(estate.design, virtualNetwork).filter((one) => one.kind === 'virtual-network-peering'),
);

/** A network's own halves by the network at the other end, the first of each. */
const halvesByRemote = estateQuestion((estate, virtualNetwork: ResourceId) => {
  const halves = new Map<ResourceId, Peering>();
  for (const half of halvesIn(estate, virtualNetwork))
    if (!halves.has(half.remoteVirtualNetwork)) halves.set(half.remoteVirtualNetwork, half);
  return halves;
});

function joined(estate: Estate, half: Peering, otherHalf: Peering | undefined): PeeringLink {
  const remote = half.remoteVirtualNetwork;
  const assumptions: string[] = [];
  const name = estate.nameOf(remote);
  const unseen = [half, otherHalf].find((one) => one?.presence === 'not-shown');
  if (half.peeringState === undefined && half.presence === undefined)
    assumptions.push(`Peering ${half.name} is taken as Connected: its state is not stated.`);
  const mayBeUnseen = mayHaveUnseenPeerings(estate.design, remote) || isConnectedInAzure(estate.design, half);
  if (!otherHalf && mayBeUnseen)
    assumptions.push(`The half of peering ${half.name} in ${name} is not shown: it is taken as Connected.`);
  const fault =
    faultOf(half) ??
    (otherHalf ? faultOf(otherHalf) : undefined) ??
    (otherHalf || mayBeUnseen ? undefined : { half, text: `${name} has no peering back` });
  return {
    remote,
    half,
    ...(otherHalf ? { otherHalf } : {}),
    ...(half.remoteAddressSpace ? { space: half.remoteAddressSpace } : {}),
    isUp: fault === undefined,
    ...(fault === undefined ? {} : { fault }),
    ...(unseen ? { unseen } : {}),
    assumptions,
  };
}

/** Whether a network is known by its id alone. */
export const isSpaceUnseen = (estate: Estate, virtualNetwork: ResourceId): boolean =>
  !estate.isShown(virtualNetwork) &&
  (findOfKind(estate.design, virtualNetwork, 'virtual-network')?.addressPrefixes ?? []).length === 0;

function faultOf(half: Peering): PeeringFault | undefined {
  if (half.peeringState !== undefined && half.peeringState !== 'Connected')
    return { half, text: `peering ${half.name} is ${half.peeringState}` };
  return half.allowVirtualNetworkAccess === false
    ? { half, text: `peering ${half.name} does not allow virtual network access` }
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
