import { findOfKind, flatMapped, type ResourceId } from '#model';
import { throughAppliance, throughFirewall } from './appliances.ts';
import { routeChoice } from './choose-route.ts';
import { formatAddress, parseLoosePrefix, prefixContains } from './cidr.ts';
import { directEgress } from './egress.ts';
import type { Estate } from './estate.ts';
import { capital } from './filters.ts';
import type { Ground } from './ground.ts';
import { isConnectedTo } from './hub-routes.ts';
import type { Journey } from './journey.ts';
import { leave } from './leaving.ts';
import {
  atPrivate,
  atPublic,
  type End,
  enterByPeering,
  type Leg,
  lackNetwork,
  passRoute,
  pastDoubt,
  routesAt,
  routeWords,
} from './leg.ts';
import type { EffectiveRoute } from './network.ts';
import { isSpaceUnseen, wideAreaHubOf } from './peerings.ts';
import type { Packet } from './security-rules.ts';
import { filterByEndpointPolicies } from './service-endpoint-policy.ts';
import { type Standing, tableInWords } from './standing.ts';
import { isKeptApartByHub, throughHub } from './through-hub.ts';

/** Follows routes from subnet to subnet until the packet arrives or has nowhere to go. */
export const travel = (ground: Ground, journey: Journey, start: Leg): End => {
  let step: Leg | End = start;
  while (step.kind === 'leg') step = takeLeg(ground, journey, step);
  return step;
};

function takeLeg(ground: Ground, journey: Journey, leg: Leg): Leg | End {
  const { estate } = ground;
  const { subnet, packet, standing } = leg;
  if (!standing.isShown || standing.unseenTable !== undefined)
    return outOfSight(ground, journey, leg, standing);
  const { route, missing, assumptions } = routeChoice(estate, subnet, standing, packet.to);
  journey.assumeAll(assumptions);
  if (missing !== undefined) {
    const place = estate.nameOf(subnet);
    journey.lack({ fact: missing }, { at: routesAt(ground, subnet), place, by: 'its routes' });
  }
  const isOwnDecision = route?.origin === 'user' || route?.origin === 'service-endpoint';
  if (!standing.isNetworkShown && (packet.to.isPrivate || !isOwnDecision)) {
    lackNetwork(ground, journey, subnet);
    if (packet.to.isPrivate) return pastDoubt(leg, 'its virtual network is not shown');
  }
  const peer = packet.to.isPrivate && canBeBeaten(route) ? unseenPeerWith(ground, leg) : undefined;
  if (peer !== undefined) {
    const fact = `the address space of ${estate.nameOf(peer)}`;
    journey.lack({ fact }, { at: peer, place: estate.nameOf(subnet), by: 'what is not shown' });
    return pastDoubt(leg, `${fact} is not shown`);
  }
  if (isAnnouncedOver(ground, journey, leg, standing, route) && isDeadEnd(route, packet.to.isPrivate))
    return pastDoubt(leg, 'its routes are not shown');
  switch (route?.nextHopType) {
    case 'VnetLocal':
    case 'InterfaceEndpoint':
      if (route.origin === 'user' && !isNear(ground, leg)) return noWay(ground, journey, leg, route);
      if (journey.isTold) {
        const text = `${packet.to.label} is in reach of ${estate.nameOf(subnet)}.`;
        passRoute(ground, journey, leg, route, text);
      }
      enterByPeering(ground, journey, leg, networkOf(ground, route.nextHop ?? packet.to.owner));
      return atPrivate(leg);
    case 'VNetPeering':
      return throughPeering(ground, journey, leg, route);
    case 'VirtualAppliance':
      return throughAppliance(ground, journey, leg, route);
    case 'VirtualNetworkServiceEndpoint':
      return throughServiceEndpoint(ground, journey, leg, route);
    case 'VirtualNetworkGateway':
      return throughGateway(ground, journey, leg, route);
    case 'Internet':
      return packet.to.isPrivate
        ? noWay(ground, journey, leg, route)
        : toInternet(ground, journey, leg, route);
    default:
      return noWay(ground, journey, leg, route);
  }
}

/** A subnet of which nothing is shown, or not the route table that it names. */
function outOfSight(
  { estate }: Ground,
  journey: Journey,
  leg: Leg,
  { isShown, unseenTable: table }: Standing,
): End {
  const at = leg.subnet;
  const place = estate.nameOf(at);
  if (!isShown) {
    journey.lack(
      { fact: `subnet ${place} with its security group and routes` },
      { at, place, by: 'what is not shown' },
    );
    return pastDoubt(leg, `${place} is not shown`);
  }
  const by = tableInWords(estate, table, at);
  journey.lack({ fact: `the routes of ${by}` }, { at: table, place, by });
  return pastDoubt(leg, `${by} is not shown`);
}

const networkOf = ({ estate }: Ground, id: ResourceId | undefined): ResourceId | undefined =>
  id === undefined ? undefined : estate.virtualNetworkOf(id);

/** A peer that may hold the destination and so have a closer route: of its space nothing is shown. */
function unseenPeerWith(ground: Ground, { subnet, packet }: Leg): ResourceId | undefined {
  const own = networkOf(ground, subnet);
  const there = networkOf(ground, packet.to.owner);
  if (own === undefined) return undefined;
  for (const id of ground.peerings.peersOf(own))
    if ((there === undefined || there === id) && isSpaceUnseen(ground.estate, id)) return id;
  return undefined;
}

/** What a user’s VnetLocal reaches: the network itself, and what is peered with it. */
function isNear(ground: Ground, { subnet, packet }: Leg): boolean {
  const { estate, peerings } = ground;
  const { isPrivate, owner, address } = packet.to;
  const own = estate.virtualNetworkOf(subnet);
  if (!isPrivate || own === undefined) return false;
  const reached = [own, ...peerings.peersOf(own)];
  const there = networkOf(ground, owner);
  if (there !== undefined) return reached.includes(there);
  return (
    address !== undefined &&
    flatMapped(reached, (id) => findOfKind(estate.design, id, 'virtual-network')?.addressPrefixes ?? []).some(
      (prefix) => prefixContains(prefix, formatAddress(address)),
    )
  );
}

const isDeadEnd = (route: EffectiveRoute | undefined, isPrivate: boolean): boolean =>
  route === undefined || route.nextHopType === 'None' || (isPrivate && route.nextHopType === 'Internet');

/** Whether a route server or a virtual WAN hub may announce a closer route, none of which the document holds. */
function isAnnouncedOver(
  { estate }: Ground,
  journey: Journey,
  { subnet, packet }: Leg,
  standing: Standing,
  route: EffectiveRoute | undefined,
): boolean {
  const { announcer } = standing;
  if (!announcer || !canBeBeaten(route) || isOfConnection(estate, route, announcer.id, packet)) return false;
  // What a hub does with packets to the internet is asked where they leave.
  if (announcer.kind === 'virtual-wan-hub' && !packet.to.isPrivate) return false;
  const fact =
    announcer.kind === 'virtual-wan-hub'
      ? `how virtual WAN hub ${announcer.name} routes ${packet.to.label}`
      : `the routes that route server ${announcer.name} announces to ${estate.nameOf(subnet)}`;
  journey.lack({ fact }, { at: announcer.id, place: announcer.name, by: announcer.name });
  return true;
}

/** A hub leads to the networks that are connected to it, whatever other hubs announce. */
const isOfConnection = (
  estate: Estate,
  route: EffectiveRoute | undefined,
  hub: ResourceId,
  { to }: Packet,
): boolean =>
  route?.by === hub &&
  to.owner !== undefined &&
  isConnectedTo(estate, hub, estate.virtualNetworkOf(to.owner));

/** Routes of the network, its peerings and its endpoints stand before what is announced; so does a single address. */
function canBeBeaten(route: EffectiveRoute | undefined): boolean {
  if (!route || route.origin === 'gateway') return true;
  if (route.origin === 'user') return parseLoosePrefix(route.addressPrefix)?.length !== 32;
  return route.origin === 'default' && route.nextHopType !== 'VnetLocal';
}

/** No route leads on: an error where everything is shown, or where a route says so. */
function noWay(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute | undefined): End {
  const { estate } = ground;
  const { to } = leg.packet;
  const place = estate.nameOf(leg.subnet);
  if (route?.origin === 'user' || !to.isPrivate) {
    journey.block('no-route', {
      at: route?.by ?? leg.subnet,
      place,
      by: route ? routeWords(route) : 'no route',
      text: route ? whyLost(route, to.label) : `No route of ${place} leads to ${to.label}.`,
    });
    return pastDoubt(leg, 'its routes drop it');
  }
  sayWhyApart(ground, journey, leg, place);
  return pastDoubt(leg, 'no route leads there');
}

const whyLost = (route: EffectiveRoute, label: string): string =>
  route.nextHopType === 'VnetLocal'
    ? `${capital(routeWords(route))} keeps it in the virtual network, where ${label} is not.`
    : `${capital(routeWords(route))} drops it.`;

/** Why no route leads from one private network to another. */
function sayWhyApart({ estate, peerings }: Ground, journey: Journey, leg: Leg, place: string): void {
  const { to } = leg.packet;
  const own = estate.virtualNetworkOf(leg.subnet);
  const other = to.owner === undefined ? undefined : estate.virtualNetworkOf(to.owner);
  const fault = peerings.faultBetween(own, other);
  const hub = wideAreaHubOf(estate, own);
  const where = other === undefined ? `the network of ${to.label}` : estate.nameOf(other);
  if (fault)
    journey.block('no-route', {
      at: fault.half.id,
      place,
      by: `peering ${fault.half.name}`,
      text: `No route to ${to.label}: ${fault.text}.`,
    });
  else if (hub && own !== undefined && other !== undefined && isKeptApartByHub(estate, hub.id, own, other))
    journey.block('no-route', {
      at: hub.id,
      place: hub.name,
      by: `routes of ${hub.name}`,
      text: `${hub.name} gives ${estate.nameOf(own)} no route to ${where}.`,
    });
  else if (hub)
    journey.lack(
      { fact: `how virtual WAN hub ${hub.name} routes ${to.label}` },
      { at: hub.id, place: hub.name, by: hub.name },
    );
  else if (!estate.isComplete)
    journey.lack(
      {
        fact: `a connection between ${estate.nameOf(own)} and ${other === undefined ? to.label : where}`,
      },
      { at: leg.subnet, place, by: 'no route' },
    );
  else
    journey.block('no-route', {
      at: own ?? leg.subnet,
      place,
      by: 'no route',
      text: `No route leads from ${place} to ${to.label}: ${estate.nameOf(own)} is not peered with ${where}.`,
    });
}

function throughPeering(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): End {
  const { estate } = ground;
  if (journey.isTold) {
    const own = estate.nameOf(estate.virtualNetworkOf(leg.subnet));
    const text = `${own} is peered with ${estate.nameOf(route.nextHop)}.`;
    passRoute(ground, journey, leg, route, text);
  }
  enterByPeering(ground, journey, leg, route.nextHop);
  return atPrivate(leg);
}

function throughServiceEndpoint(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): End {
  const { estate } = ground;
  const { subnet, packet } = leg;
  const { label } = packet.to;
  passRoute(
    ground,
    journey,
    leg,
    route,
    `Service endpoint ${route.addressPrefix} leads straight to ${label}.`,
  );
  const policy = filterByEndpointPolicies(estate, subnet, packet.to, route.addressPrefix);
  const place = { at: policy?.at, place: estate.nameOf(subnet), by: policy?.by ?? '' };
  if (policy?.access === 'unknown') journey.lack({ fact: policy.missing ?? policy.by }, place);
  else if (policy?.access === 'Deny')
    journey.block('denied', { ...place, text: `${capital(policy.by)} does not name ${label}.` });
  else if (policy) journey.pass(() => ({ ...place, text: `${capital(policy.by)} names ${label}.` }));
  return atPublic(packet, { subnet, isByServiceEndpoint: true });
}

function throughGateway(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): Leg | End {
  const { estate } = ground;
  if (route.nextHop === undefined && estate.isComplete) {
    journey.block('no-route', {
      at: route.by,
      place: estate.nameOf(leg.subnet),
      by: routeWords(route),
      text: `${capital(routeWords(route))} leads to a VPN gateway, and none is in reach.`,
    });
    return pastDoubt(leg, 'no gateway is in reach');
  }
  const hub = findOfKind(estate.design, route.by, 'virtual-wan-hub');
  if (hub) return throughHub(ground, journey, leg, route, hub);
  const name = route.nextHop === undefined ? 'the gateway' : estate.nameOf(route.nextHop);
  passRoute(ground, journey, leg, route, `${capital(routeWords(route))} leads to ${name}.`);
  if (route.origin === 'gateway' && leg.packet.to.isPrivate) return atPrivate(leg);
  journey.lack(
    { fact: `what the networks behind ${name} let pass` },
    { at: route.nextHop, place: name, by: name },
  );
  return pastDoubt(leg, `what lies behind ${name} is not shown`);
}

function toInternet(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): Leg | End {
  const { estate } = ground;
  if (journey.isTold)
    passRoute(ground, journey, leg, route, `${capital(routeWords(route))} leads to the internet.`);
  const { source } = leg;
  const egress = leg.egress ?? directEgress(estate, leg.subnet, source);
  const firewall =
    source?.kind !== 'azure-firewall' && egress.by === 'firewall'
      ? findOfKind(estate.design, egress.resource, 'azure-firewall')
      : undefined;
  if (firewall) {
    const text = `It is sent by ${egress.text}.`;
    journey.pass(() => ({ at: firewall.id, place: firewall.name, by: egress.text, text }));
    return throughFirewall(ground, journey, leg, firewall);
  }
  return leave(ground, journey, leg, egress);
}
