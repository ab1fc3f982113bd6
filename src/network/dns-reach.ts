import { findOfKind, type ResourceId } from '#model';
import { chooseRoute } from './choose-route.ts';
import { parseAddress } from './cidr.ts';
import type { Answer, DnsWalk } from './dns-walk.ts';
import type { Ground } from './ground.ts';
import { memoFor } from './memo.ts';
import { filterBySecurityGroup, interfaceGroupsOf, type Packet } from './security-rules.ts';
import type { Target } from './target.ts';

/** How a query ends that cannot come to its server. */
type Stop = (walk: DnsWalk) => Answer;

const stopsFrom = memoFor((_: Ground, __: ResourceId) => new Map<string, Stop | undefined>());

/**
 * Why a query of a machine cannot come to its DNS server: no route, or a security group at either end.
 * `undefined` where nothing that is shown stops it.
 */
export const stoppedOnTheWay = (
  ground: Ground,
  walk: DnsWalk,
  from: ResourceId,
  text: string,
  server: ResourceId | undefined,
): Answer | undefined => {
  // Whatever the name is that it asks for.
  const stops = stopsFrom(ground, from);
  if (!stops.has(text)) stops.set(text, stopOf(ground, from, text, server));
  return stops.get(text)?.(walk);
};

function stopOf(
  ground: Ground,
  from: ResourceId,
  text: string,
  server: ResourceId | undefined,
): Stop | undefined {
  const { estate, addresses, routes } = ground;
  const subnet = estate.subnetOf(from);
  const address = parseAddress(text);
  if (subnet === undefined || !estate.isShown(subnet) || address === undefined) return undefined;
  const to: Target = {
    label: text,
    address,
    isPrivate: true,
    ...(server === undefined ? {} : { owner: server }),
  };
  const own = parseAddress(addresses.addressesOf(from)[0] ?? '');
  const source: Target = {
    label: estate.nameOf(from),
    isPrivate: true,
    owner: from,
    ...(own === undefined ? {} : { address: own }),
  };
  const packet: Packet = { from: source, to, protocol: 'Udp', port: 53 };
  const denial = filtersOnTheWay(ground, subnet, server, packet).find((one) => one.access === 'Deny');
  if (denial)
    return (walk) =>
      walk.toNothing(
        'no-answer',
        estate.nameOf(subnet),
        denial.by,
        `${denial.by} denies UDP 53 to ${text}.`,
        denial.at,
      );
  if (server === undefined || routes.unseenTableOf(subnet) !== undefined) return undefined;
  const route = chooseRoute(estate, routes, subnet, to);
  const isLost = route === undefined || route.nextHopType === 'None' || route.nextHopType === 'Internet';
  if (!isLost || estate.virtualNetworkOf(server) === undefined) return undefined;
  const network = estate.nameOf(estate.virtualNetworkOf(from));
  const lost = `No route leads from ${network} to its DNS server ${text}.`;
  const missing = { fact: `a connection between ${network} and its DNS server ${text}` };
  return estate.isComplete
    ? (walk) => walk.toNothing('no-answer', network, 'no route', lost, estate.virtualNetworkOf(from))
    : (walk) => walk.toUnknown(network, missing);
}

function filtersOnTheWay(
  { estate, routes }: Ground,
  subnet: ResourceId,
  server: ResourceId | undefined,
  packet: Packet,
) {
  const groupsAt = (place: ResourceId | undefined, holder: ResourceId | undefined) => {
    const own = findOfKind(estate.design, place, 'subnet')?.networkSecurityGroup;
    return [...interfaceGroupsOf(estate, holder), ...(own === undefined ? [] : [own])];
  };
  const target = server === undefined ? undefined : estate.subnetOf(server);
  return [
    ...groupsAt(subnet, packet.from.owner).map((group) =>
      filterBySecurityGroup(estate, group, 'Outbound', packet, routes.spaceOf(subnet)),
    ),
    ...(target === undefined
      ? []
      : groupsAt(target, server).map((group) =>
          filterBySecurityGroup(estate, group, 'Inbound', packet, routes.spaceOf(target)),
        )),
  ];
}
