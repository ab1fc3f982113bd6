import { findOfKind, type Resource, type ResourceId } from '#model';
import type { Estate } from './estate.ts';
import type { Ground } from './ground.ts';
import type { Journey } from './journey.ts';
import type { EffectiveRoute, Egress } from './network.ts';
import type { PeeringLink } from './peerings.ts';
import type { Packet } from './security-rules.ts';
import type { Visitor } from './service-access.ts';
import type { Standing } from './standing.ts';

/** Where a packet stands: in a subnet, about to be routed. */
export interface Leg {
  readonly kind: 'leg';
  readonly subnet: ResourceId;
  /** Of the subnet. */
  readonly standing: Standing;
  readonly packet: Packet;
  /** Every host name that has to be reachable; a firewall is asked for each. */
  readonly hosts: readonly string[];
  /** What sends it from here: the source itself, or a firewall. */
  readonly source?: Resource | undefined;
  /** How a firewall that sends it from here reaches the internet. */
  readonly egress?: Egress | undefined;
  /** Firewalls and appliances that it went through, in order. */
  readonly passed: readonly ResourceId[];
  /** Those of them that saw it with the source address that it still has: its replies have to come back to them. */
  readonly witnesses: readonly ResourceId[];
}

/** Where a way leads: to a private address, to a public one, or to where nothing more can be judged. */
export type End =
  | {
      readonly kind: 'private';
      readonly packet: Packet;
      readonly witnesses: readonly ResourceId[];
      /** The whole way there is known, so that the reply’s can be held against it. */
      readonly isWhole: boolean;
    }
  | { readonly kind: 'public'; readonly packet: Packet; readonly visitor: Visitor }
  | { readonly kind: 'lost' };

export const lost: End = { kind: 'lost' };

export const atPrivate = ({ packet, witnesses }: Pick<Leg, 'packet' | 'witnesses'>, isWhole = true): End => ({
  kind: 'private',
  packet,
  witnesses,
  isWhole,
});

export const atPublic = (packet: Packet, visitor: Visitor): End => ({ kind: 'public', packet, visitor });

/** Past what stops it or what is not known, the end of the way can still be judged. */
export const pastDoubt = (leg: Leg, text: string): End => {
  const { packet, subnet } = leg;
  if (packet.to.isPrivate) return packet.to.owner === undefined ? lost : atPrivate(leg, false);
  return atPublic(packet, { subnet, isByServiceEndpoint: false, egress: { by: 'unknown', text } });
};

/** A route for people. */
export const routeWords = ({ name, addressPrefix, origin }: EffectiveRoute): string =>
  origin === 'user' ? `route ${name} (${addressPrefix})` : `${origin} route ${addressPrefix}`;

export const passRoute = (
  { estate }: Ground,
  journey: Journey,
  { subnet }: Leg,
  route: EffectiveRoute,
  text: string,
): void => {
  const place = estate.nameOf(subnet);
  journey.pass(() => ({ at: route.by ?? subnet, place, by: routeWords(route), text }));
};

/** A packet that another machine sends on needs the receiving half of the peering to allow it. */
export const enterByPeering = (
  { estate, peerings }: Ground,
  journey: Journey,
  leg: Leg,
  to: ResourceId | undefined,
): void => {
  const own = leg.standing.network;
  if (own === undefined || to === undefined || own === to) return;
  enterByLink(estate, journey, leg, peerings.linkBetween(own, to));
};

/** As `enterByPeering`, where it is known which peering that is. */
export const enterByLink = (
  estate: Estate,
  journey: Journey,
  leg: Leg,
  link: PeeringLink | undefined,
): void => {
  if (!link) return;
  journey.assumeAll(link.assumptions);
  if (link.unseen) {
    const { id, name: peering } = link.unseen;
    const place = { at: id, place: estate.nameOf(leg.standing.network), by: `peering ${peering}` };
    journey.lack({ fact: `the state of peering ${peering}` }, place);
  }
  if (leg.witnesses.length > 0) needForwarding(journey, link, estate.nameOf(link.remote));
};

function needForwarding(journey: Journey, link: PeeringLink, name: string): void {
  if (!link.otherHalf)
    journey.assume(
      () => `${name} is taken to allow forwarded traffic: its half of the peering is not shown.`,
    );
  else if (link.otherHalf.allowForwardedTraffic !== true)
    journey.block('no-route', {
      at: link.otherHalf.id,
      place: name,
      by: `peering ${link.otherHalf.name}`,
      text: `Peering ${link.otherHalf.name} does not allow forwarded traffic.`,
    });
}

/** A subnet’s network is out of sight, and with it whatever it is peered with. */
export const lackNetwork = ({ estate }: Ground, journey: Journey, subnet: ResourceId): void => {
  const network = estate.virtualNetworkOf(subnet);
  const fact =
    network === undefined
      ? `the virtual network of ${estate.nameOf(subnet)}`
      : `virtual network ${estate.nameOf(network)} with its peerings`;
  journey.lack({ fact }, { at: network, place: estate.nameOf(subnet), by: 'what is not shown' });
};

/** The route table of a subnet, else the subnet itself: where its routes are changed. */
export const routesAt = ({ estate }: Ground, subnet: ResourceId): ResourceId =>
  findOfKind(estate.design, subnet, 'subnet')?.routeTable ?? subnet;
