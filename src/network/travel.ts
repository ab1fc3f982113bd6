import { findOfKind, findResource, type Resource, type ResourceId, type ResourceOf } from '#model';
import type { Aim } from './aim.ts';
import { arriveInPrivate, arriveInPublic } from './arrival.ts';
import { routeChoice } from './choose-route.ts';
import { parseAddress } from './cidr.ts';
import { directEgress, nextHopOwner } from './egress.ts';
import { capital } from './filters.ts';
import { filterByFirewall } from './firewall.ts';
import type { Ground } from './ground.ts';
import type { Journey } from './journey.ts';
import { firewallEgress, leave } from './leaving.ts';
import type { EffectiveRoute } from './network.ts';
import { wideAreaHubOf } from './peerings.ts';
import type { Packet } from './security-rules.ts';
import { filterByEndpointPolicies } from './service-endpoint-policy.ts';

/** Where a packet stands: in a subnet, about to be routed. */
export interface Leg {
  readonly subnet: ResourceId;
  readonly packet: Packet;
  readonly aim: Aim;
  /** What sends it, on the first leg. */
  readonly source?: Resource | undefined;
  /** Firewalls and appliances that it went through. */
  readonly passed: readonly ResourceId[];
}

/** Follows routes from subnet to subnet until the packet arrives or has nowhere to go. */
export const travel = (ground: Ground, journey: Journey, leg: Leg): Journey => {
  const { estate, routes } = ground;
  const { subnet, packet, aim } = leg;
  const table = routes.unseenTableOf(subnet);
  if (table !== undefined) {
    journey.lack(
      { fact: `the routes of route table ${estate.nameOf(table)}` },
      { at: table, place: estate.nameOf(subnet), by: `route table ${estate.nameOf(table)}` },
    );
    return packet.to.isPrivate ? arriveInPrivate(ground, journey, packet, aim) : journey;
  }
  const { route, missing, assumptions } = routeChoice(estate, routes, subnet, packet.to);
  journey.assume(...assumptions);
  const place = findOfKind(estate.design, subnet, 'subnet')?.routeTable ?? subnet;
  if (missing !== undefined)
    journey.lack({ fact: missing }, { at: place, place: estate.nameOf(subnet), by: 'its routes' });
  if (!route) return noWay(ground, journey, leg, undefined);
  switch (route.nextHopType) {
    case 'VnetLocal':
    case 'InterfaceEndpoint':
      passRoute(ground, journey, leg, route, `${packet.to.label} is in reach of ${estate.nameOf(subnet)}.`);
      return arriveInPrivate(ground, journey, packet, aim);
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
};

const routeWords = ({ name, addressPrefix, origin }: EffectiveRoute): string =>
  origin === 'user' ? `route ${name} (${addressPrefix})` : `${origin} route ${addressPrefix}`;

function passRoute(
  { estate }: Ground,
  journey: Journey,
  { subnet }: Leg,
  route: EffectiveRoute,
  text: string,
) {
  journey.pass({ at: route.by ?? subnet, place: estate.nameOf(subnet), by: routeWords(route), text });
}

/** No route leads on: an error where everything is shown, or where a route says so. */
function noWay(
  { estate, peerings }: Ground,
  journey: Journey,
  { subnet, packet }: Leg,
  route: EffectiveRoute | undefined,
): Journey {
  const place = estate.nameOf(subnet);
  const { to } = packet;
  if (route?.origin === 'user' || !to.isPrivate) {
    const text = route
      ? `${capital(routeWords(route))} drops it.`
      : `No route of ${place} leads to ${to.label}.`;
    return journey.block('no-route', {
      at: route?.by ?? subnet,
      place,
      by: route ? routeWords(route) : 'no route',
      text,
    });
  }
  const own = estate.virtualNetworkOf(subnet);
  const other = to.owner === undefined ? undefined : estate.virtualNetworkOf(to.owner);
  const link = own === undefined || other === undefined ? undefined : peerings.linkBetween(own, other);
  if (link?.whyDown !== undefined)
    return journey.block('no-route', {
      at: link.half.id,
      place,
      by: `peering ${link.half.name}`,
      text: `No route to ${to.label}: ${link.whyDown}.`,
    });
  const hub = wideAreaHubOf(estate, own);
  if (hub)
    return journey.lack(
      { fact: `how virtual WAN hub ${hub.name} routes ${to.label}` },
      { at: hub.id, place: hub.name, by: hub.name },
    );
  if (!estate.isComplete)
    return journey.lack(
      {
        fact: `a connection between ${estate.nameOf(own)} and ${other === undefined ? to.label : estate.nameOf(other)}`,
      },
      { at: subnet, place, by: 'no route' },
    );
  const where = other === undefined ? `the network of ${to.label}` : estate.nameOf(other);
  return journey.block('no-route', {
    at: own ?? subnet,
    place,
    by: 'no route',
    text: `No route leads from ${place} to ${to.label}: ${estate.nameOf(own)} is not peered with ${where}.`,
  });
}

function throughPeering(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): Journey {
  const { estate, peerings } = ground;
  const own = estate.virtualNetworkOf(leg.subnet);
  const link =
    own !== undefined && route.nextHop !== undefined ? peerings.linkBetween(own, route.nextHop) : undefined;
  journey.assume(...(link?.assumptions ?? []));
  passRoute(
    ground,
    journey,
    leg,
    route,
    `${estate.nameOf(own)} is peered with ${estate.nameOf(route.nextHop)}.`,
  );
  if (leg.passed.length > 0 && link) {
    if (!link.otherHalf)
      journey.assume(
        `${estate.nameOf(route.nextHop)} is taken to allow forwarded traffic: its half of the peering is not shown.`,
      );
    else if (link.otherHalf.allowForwardedTraffic !== true)
      journey.block('no-route', {
        at: link.otherHalf.id,
        place: estate.nameOf(route.nextHop),
        by: `peering ${link.otherHalf.name}`,
        text: `Peering ${link.otherHalf.name} does not allow forwarded traffic.`,
      });
  }
  return arriveInPrivate(ground, journey, leg.packet, leg.aim);
}

function throughAppliance(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): Journey {
  const { estate, addresses } = ground;
  const place = estate.nameOf(leg.subnet);
  const owner = nextHopOwner(estate, leg.subnet, route.nextHopIpAddress);
  const by = routeWords(route);
  if (owner === undefined) {
    if (estate.isComplete)
      return journey.block('no-route', {
        at: route.by,
        place,
        by,
        text: `Nothing in reach has ${route.nextHopIpAddress}, the next hop of ${by}.`,
      });
    return goOn(ground, journey, leg, () =>
      journey.lack({ fact: `the appliance at ${route.nextHopIpAddress}` }, { at: route.by, place, by }),
    );
  }
  journey.pass({
    at: route.by ?? leg.subnet,
    place,
    by,
    text: `${capital(by)} leads to ${estate.nameOf(owner)}.`,
  });
  if (addresses.isAssumed(owner))
    journey.assume(
      `${estate.nameOf(owner)} is taken to have ${route.nextHopIpAddress}: its address is not stated.`,
    );
  if (leg.passed.includes(owner))
    return journey.block('no-route', {
      at: route.by,
      place,
      by,
      text: `The packet comes back to ${estate.nameOf(owner)}: it goes round in a circle.`,
    });
  const firewall = findOfKind(estate.design, owner, 'azure-firewall');
  if (firewall) return throughFirewall(ground, journey, leg, firewall);
  return goOn(ground, journey, leg, () =>
    journey.lack(
      { fact: `what ${estate.nameOf(owner)} lets pass` },
      { at: owner, place: estate.nameOf(owner), by: estate.nameOf(owner) },
    ),
  );
}

/** Past what is not known: only the end of the way can still be judged. */
function goOn(ground: Ground, journey: Journey, { packet, aim }: Leg, say: () => void): Journey {
  say();
  return packet.to.isPrivate ? arriveInPrivate(ground, journey, packet, aim) : journey;
}

function throughFirewall(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  firewall: ResourceOf<'azure-firewall'>,
): Journey {
  const { estate, addresses } = ground;
  const { packet, aim } = leg;
  const answers = askForEach(ground, leg, firewall);
  const worst =
    answers.find(({ answer }) => answer.access === 'Deny') ??
    answers.find(({ answer }) => answer.access === 'unknown') ??
    answers[0];
  if (!worst) return journey;
  const { answer } = worst;
  const denied = answers.filter((one) => one.answer.access === 'Deny').map((one) => one.label);
  const what = `${packet.protocol.toUpperCase()} ${packet.port}`;
  const place = { at: answer.at, place: firewall.name, by: answer.by };
  for (const one of answers) journey.assume(...one.answer.assumptions);
  if (answer.access === 'Deny')
    journey.block('denied', {
      ...place,
      text: `${firewall.name} drops ${what} to ${denied.join(', ')}: ${answer.by}.`,
    });
  else if (answer.access === 'unknown') journey.lack(answer.missing ?? { fact: answer.by }, place);
  else
    journey.pass({ ...place, text: `${firewall.name} passes ${what} to ${packet.to.label}: ${answer.by}.` });
  const isTranslated = answer.isProxied || !packet.to.isPrivate;
  const address = parseAddress(addresses.addressesOf(firewall.id)[0] ?? '');
  const from = isTranslated
    ? {
        label: firewall.name,
        isPrivate: true,
        owner: firewall.id,
        ...(address === undefined ? {} : { address }),
      }
    : packet.from;
  const next = { ...packet, from };
  const subnet = estate.subnetOf(firewall.id);
  const passed = [...leg.passed, firewall.id];
  if (subnet !== undefined)
    return travel(ground, journey, { subnet, packet: next, aim, source: firewall, passed });
  if (packet.to.isPrivate) return arriveInPrivate(ground, journey, next, aim);
  return leave(ground, journey, { ...leg, packet: next }, firewallEgress(ground, firewall));
}

/** A firewall judges each host name by itself. */
function askForEach({ estate }: Ground, { packet, aim }: Leg, firewall: ResourceOf<'azure-firewall'>) {
  if (aim.hosts.length === 0)
    return [{ label: packet.to.label, answer: filterByFirewall(estate, firewall, packet) }];
  return aim.hosts.map((host) => ({
    label: host,
    answer: filterByFirewall(estate, firewall, { ...packet, to: { ...packet.to, host } }),
  }));
}

function throughServiceEndpoint(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): Journey {
  const { estate } = ground;
  const { subnet, packet, aim } = leg;
  passRoute(
    ground,
    journey,
    leg,
    route,
    `Service endpoint ${route.addressPrefix} leads straight to ${packet.to.label}.`,
  );
  const policy = filterByEndpointPolicies(estate, subnet, packet.to);
  const place = { at: policy?.at, place: estate.nameOf(subnet), by: policy?.by ?? '' };
  if (policy?.access === 'unknown') journey.lack({ fact: policy.missing ?? policy.by }, place);
  else if (policy?.access === 'Deny')
    journey.block('denied', { ...place, text: `${capital(policy.by)} does not name ${packet.to.label}.` });
  else if (policy) journey.pass({ ...place, text: `${capital(policy.by)} names ${packet.to.label}.` });
  return arriveInPublic(ground, journey, packet, aim, { subnet, isByServiceEndpoint: true });
}

function throughGateway(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): Journey {
  const { estate } = ground;
  const name = route.nextHop === undefined ? 'the gateway' : estate.nameOf(route.nextHop);
  passRoute(ground, journey, leg, route, `${capital(routeWords(route))} leads to ${name}.`);
  if (route.origin === 'gateway' && leg.packet.to.isPrivate)
    return arriveInPrivate(ground, journey, leg.packet, leg.aim);
  return goOn(ground, journey, leg, () =>
    journey.lack(
      { fact: `what the networks behind ${name} let pass` },
      { at: route.nextHop, place: name, by: name },
    ),
  );
}

function toInternet(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): Journey {
  const { estate } = ground;
  passRoute(ground, journey, leg, route, `${capital(routeWords(route))} leads to the internet.`);
  const source = leg.source && findResource(estate.design, leg.source.id);
  const egress =
    source?.kind === 'azure-firewall'
      ? firewallEgress(ground, source)
      : directEgress(estate, leg.subnet, source);
  return leave(ground, journey, leg, egress);
}
