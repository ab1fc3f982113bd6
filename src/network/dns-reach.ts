import { findOfKind, type ResourceId } from '#model';
import { chooseRoute } from './choose-route.ts';
import { parseAddress } from './cidr.ts';
import type { Answer, DnsWalk } from './dns-walk.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { joinedKey } from './memo.ts';
import type { MissingFact } from './network.ts';
import { filterBySecurityGroup, interfaceGroupsOf, type Packet } from './security-rules.ts';
import type { Target } from './target.ts';

/** A machine that asks a DNS server. */
interface Query {
  readonly from: ResourceId;
  /** Of the server, as text. */
  readonly address: string;
  readonly server: ResourceId | undefined;
}

/** How a query ends that cannot come to its server. */
type Stop =
  | {
      readonly isKnown: true;
      readonly place: string;
      readonly by: string;
      readonly text: string;
      readonly at: ResourceId | undefined;
    }
  | { readonly isKnown: false; readonly place: string; readonly missing: MissingFact };

/**
 * Why a query of a machine cannot come to its DNS server: no route, or a security group at either end.
 * `undefined` where nothing that is shown stops it.
 */
export const stoppedOnTheWay = (
  ground: Ground,
  walk: DnsWalk,
  from: ResourceId,
  address: string,
  server: ResourceId | undefined,
): Answer | undefined => {
  const stop = stopOf(ground, { from, address, server });
  if (!stop) return undefined;
  return stop.isKnown
    ? walk.toNothing('no-answer', stop.place, stop.by, stop.text, stop.at)
    : walk.toUnknown(stop.place, stop.missing);
};

/** Whatever the name is that it asks for. */
const stopOf = groundQuestion(findStop, ({ from, address, server }: Query) =>
  joinedKey(from, address, server),
);

function findStop(ground: Ground, { from, address: text, server }: Query): Stop | undefined {
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
    return {
      isKnown: true,
      place: estate.nameOf(subnet),
      by: denial.by,
      text: `${denial.by} denies UDP 53 to ${text}.`,
      at: denial.at,
    };
  if (server === undefined || routes.unseenTableOf(subnet) !== undefined) return undefined;
  const route = chooseRoute(estate, routes, subnet, to);
  const isLost = route === undefined || route.nextHopType === 'None' || route.nextHopType === 'Internet';
  if (!isLost || estate.virtualNetworkOf(server) === undefined) return undefined;
  const network = estate.nameOf(estate.virtualNetworkOf(from));
  if (!estate.isComplete)
    return {
      isKnown: false,
      place: network,
      missing: { fact: `a connection between ${network} and its DNS server ${text}` },
    };
  return {
    isKnown: true,
    place: network,
    by: 'no route',
    text: `No route leads from ${network} to its DNS server ${text}.`,
    at: estate.virtualNetworkOf(from),
  };
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
