import { findOfKind, findResource, type ResourceId } from '#model';
import { routeChoice } from './choose-route.ts';
import { parseAddress } from './cidr.ts';
import { nextHopOwner } from './egress.ts';
import { capital } from './filters.ts';
import type { Ground } from './ground.ts';
import { subnetAt } from './interfaces.ts';
import type { Journey } from './journey.ts';
import { type End, lackNetwork, routesAt, routeWords } from './leg.ts';
import type { EffectiveRoute } from './network.ts';
import type { Packet } from './security-rules.ts';
import { standingOf, tableInWords } from './standing.ts';
import type { Target } from './target.ts';

type Arrived = Extract<End, { kind: 'private' }>;

/**
 * The way back: the same firewalls and appliances that saw the request have to see its reply, and no others may. A stateful
 * one drops a reply to what it never saw, and the rest of a connection of which it saw one half.
 */
export const checkReply = (ground: Ground, journey: Journey, { packet, witnesses }: Arrived): void => {
  const { estate } = ground;
  const owner = findResource(estate.design, packet.to.owner);
  if (!owner) return;
  if (owner.kind === 'private-endpoint') {
    // Microsoft’s pages advise source translation here, its engineers report that it works without: no fault.
    for (const id of witnesses)
      journey.assume(() => `Replies of ${owner.name} are taken to come back through ${estate.nameOf(id)}.`);
    return;
  }
  const subnet = subnetAt(estate, owner.id, packet.to.address);
  if (subnet !== undefined && estate.isShown(subnet))
    followBack(ground, journey, packet, { subnet, left: witnesses });
};

interface WayBack {
  readonly subnet: ResourceId;
  /** What still has to see the reply, the nearest to the destination last. */
  readonly left: readonly ResourceId[];
}

function followBack(ground: Ground, journey: Journey, packet: Packet, { subnet, left }: WayBack): void {
  const { estate } = ground;
  const standing = standingOf(estate, subnet);
  const { unseenTable: table, isNetworkShown } = standing;
  const place = estate.nameOf(subnet);
  if (table !== undefined) {
    const by = tableInWords(estate, table, subnet);
    journey.lack({ fact: `the routes of ${by}` }, { at: table, place, by });
    return;
  }
  const to = sender(ground, packet.from);
  if (!to) return;
  if (!isNetworkShown) {
    lackNetwork(ground, journey, subnet);
    return;
  }
  const { route, missing } = routeChoice(estate, subnet, standing, to);
  if (missing !== undefined) {
    journey.lack({ fact: missing }, { at: routesAt(ground, subnet), place, by: 'its routes' });
    return;
  }
  const expected = left.at(-1);
  if (route?.nextHopType === 'VirtualAppliance') {
    const owner = nextHopOwner(estate, subnet, route.nextHopIpAddress);
    if (owner !== undefined && owner === expected) {
      const next = estate.subnetOf(owner);
      if (next !== undefined) followBack(ground, journey, packet, { subnet: next, left: left.slice(0, -1) });
      return;
    }
    // What is sent to the sender itself has arrived.
    if (owner === undefined || owner !== packet.from.owner)
      sayLostAt(ground, journey, packet, { subnet, route, owner });
    return;
  }
  // A hub’s firewall sends on by the hub itself.
  if (route?.origin === 'gateway' && route.nextHop !== undefined && route.nextHop === expected) return;
  if (isDeadEnd(route, packet.from)) {
    // Where not all is shown, the half of a peering that is taken for granted brings the reply back as well.
    if (route?.origin !== 'user' && !estate.isComplete) return;
    sayNowhere(ground, journey, packet, subnet, route);
    return;
  }
  if (expected !== undefined)
    journey.block('no-route', {
      at: routesAt(ground, subnet),
      place,
      by: route ? routeWords(route) : 'no route',
      text: `Replies of ${packet.to.label} to ${packet.from.label} go past ${estate.nameOf(expected)}, which drops a connection of which it sees one half.`,
    });
}

/** Where replies are sent: a source with several addresses is taken at its first. */
function sender({ addresses }: Ground, from: Target): Target | undefined {
  const stated = from.owner === undefined ? [] : addresses.addressesOf(from.owner);
  const address = from.address ?? parseAddress(stated[0] ?? '') ?? from.within?.[0]?.first;
  if (address === undefined) return from.isPrivate ? undefined : from;
  return { ...from, address };
}

function isDeadEnd(route: EffectiveRoute | undefined, { isPrivate }: Target): boolean {
  if (!route || route.nextHopType === 'None') return true;
  if (isPrivate) return route.nextHopType === 'Internet';
  return route.nextHopType === 'VirtualNetworkGateway';
}

function sayNowhere(
  ground: Ground,
  journey: Journey,
  { from, to }: Packet,
  subnet: ResourceId,
  route: EffectiveRoute | undefined,
): void {
  const place = ground.estate.nameOf(subnet);
  const by = route ? routeWords(route) : 'no route';
  journey.block('no-route', {
    at: route?.origin === 'user' ? route.by : routesAt(ground, subnet),
    place,
    by,
    text: route
      ? `Replies of ${to.label} to ${from.label} are lost: ${by} does not lead there.`
      : `Replies of ${to.label} to ${from.label} are lost: no route leads there.`,
  });
}

interface Detour {
  readonly subnet: ResourceId;
  readonly route: EffectiveRoute;
  readonly owner: ResourceId | undefined;
}

/** The reply goes to an appliance that never saw the request. */
function sayLostAt(
  { estate }: Ground,
  journey: Journey,
  { from, to }: Packet,
  { subnet, route, owner }: Detour,
): void {
  const by = routeWords(route);
  const name = owner === undefined ? `${route.nextHopIpAddress}` : estate.nameOf(owner);
  const place = { at: route.by ?? subnet, place: estate.nameOf(subnet), by };
  const isFirewall = findOfKind(estate.design, owner, 'azure-firewall') !== undefined;
  if (!isFirewall && (owner !== undefined || !estate.isComplete)) {
    journey.lack({ fact: `what ${name} does with replies to what it never saw` }, place);
    return;
  }
  journey.block('no-route', {
    ...place,
    text: `${capital(by)} sends replies of ${to.label} to ${from.label} to ${name}, which never saw the request and drops them.`,
  });
}
