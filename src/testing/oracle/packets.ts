import type { Design, ResourceOf } from '#model';
import { isPrivate } from './addresses.ts';
import { all, find, halfOf, type Place, peersOf, placeOf } from './document.ts';
import { firewallDecides, type Request } from './firewall.ts';
import { nameAnswer } from './names.ts';
import { type Route, routeOf } from './routes.ts';
import { securityGroupsAt } from './security-groups.ts';
import type { End } from './words.ts';

type Subnet = ResourceOf<'subnet'>;
type Block = { readonly verdict: string; readonly by: string };

/**
 * What is asked of a packet: the blob of a storage account, a registry by all of its names or by one, a machine, an
 * address, a tag with or without names.
 */
export interface Question {
  readonly from: string;
  readonly to:
    | { readonly storage: string }
    | { readonly registry: string; readonly member?: string }
    | { readonly machine: string }
    | { readonly address: string }
    | { readonly tag: string; readonly hosts?: readonly string[] };
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

/** Where it goes in the end, after names are resolved. */
interface Aim {
  readonly end: End;
  readonly host?: string;
  readonly hosts?: readonly string[];
  readonly place?: Place;
  readonly endpoint?: ResourceOf<'private-endpoint'>;
  readonly service?: ResourceOf<'storage-account' | 'container-registry'>;
  /** The service has a private endpoint, and its name does not lead there. */
  readonly missedEndpoint?: boolean;
}

export interface Fate {
  readonly verdict: string;
  readonly blockers: readonly string[];
  /** The reply takes another way than the packet, which the facts do not judge; or none. */
  readonly wayBack: 'same' | 'other' | 'none';
  /** The route table, or the subnet without one, where the reply finds no route. */
  readonly lostAt?: string;
}

const endOf = (place: Place): End => ({ address: place.address, groups: place.applicationSecurityGroups });

const holderOf = (design: Design, address: string) =>
  [...all(design, 'virtual-machine'), ...all(design, 'private-endpoint')].find(
    ({ id }) => placeOf(design, id)?.address === address,
  )?.id;

function aimAt(design: Design, { from, to }: Question): Aim & { readonly nameless?: readonly string[] } {
  // A tag alone stands for addresses; names are asked for, public ones as well.
  if ('tag' in to)
    return to.hosts
      ? { end: { tag: to.tag }, hosts: to.hosts, nameless: beforeServer(design, from) }
      : { end: { tag: to.tag } };
  if ('storage' in to) return aimAtService(design, from, storageName(design, to.storage));
  if ('registry' in to) return aimAtService(design, from, registryName(design, to.registry, to.member));
  const id = 'machine' in to ? to.machine : holderOf(design, to.address);
  const place = id === undefined ? undefined : placeOf(design, id);
  const endpoint = find(design, 'private-endpoint', id);
  if (!place) return { end: { address: 'address' in to ? to.address : '' } };
  return { end: endOf(place), place, ...(endpoint ? { endpoint } : {}) };
}

/** What stands between a client and its network's DNS server. */
function beforeServer(design: Design, from: string): readonly string[] {
  const server = placeOf(design, from)?.network.dnsServers?.[0];
  return server === undefined
    ? []
    : fateOf(design, { from, to: { address: server }, protocol: 'Udp', port: 53 }).blockers;
}

/** One of the names of a service, whose endpoint has an address for it, and the tag that its public one is behind. */
interface ServiceName {
  readonly service: ResourceOf<'storage-account' | 'container-registry'>;
  readonly host: string;
  readonly member: string;
  readonly tag: string;
}

function storageName(design: Design, id: string): ServiceName {
  const service = find(design, 'storage-account', id);
  if (!service) throw new Error(`No account ${id}`);
  return { service, host: `${service.name}.blob.core.windows.net`, member: 'blob', tag: 'Storage' };
}

const registryMembers = ['registry', 'registry_data_westeurope'];

function registryName(design: Design, id: string, member = 'registry'): ServiceName {
  const service = find(design, 'container-registry', id);
  if (!service) throw new Error(`No registry ${id}`);
  const label = member === 'registry' ? service.name : `${service.name}.westeurope.data`;
  return { service, host: `${label}.azurecr.io`, member, tag: 'AzureContainerRegistry' };
}

/** `nameless`: what stands between the client and a name: filters before its DNS server, or the record that is missing. */
function aimAtService(
  design: Design,
  from: string,
  { service, host, member, tag }: ServiceName,
): Aim & { readonly nameless?: readonly string[] } {
  const unheard = beforeServer(design, from);
  const answer = unheard.length > 0 ? 'no-answer' : nameAnswer(design, from, host);
  const endpoint = all(design, 'private-endpoint').find(({ target }) => target === service.id);
  const place = endpoint && placeOf(design, endpoint.id, member);
  const isPublic = answer === 'public-address';
  if (isPublic || !endpoint || !place)
    return {
      end: { tag },
      host,
      service,
      missedEndpoint: endpoint !== undefined,
      nameless: unheard,
    };
  // Without a name it goes on as if it had the right one: what else is in the way is told as well.
  const nameless = answer === 'no-such-name' ? [endpoint.id] : unheard;
  return { end: endOf(place), host, place, endpoint, nameless };
}

/** Whether the firewall that a route leads to is in the network or a peered one. */
function firewallAt(design: Design, subnet: Subnet, address: string | undefined) {
  const network = subnet.parent ?? '';
  return all(design, 'azure-firewall').find((firewall) => {
    const home = find(design, 'subnet', firewall.parent)?.parent ?? '';
    return (
      firewall.privateIPAddress === address && [network, ...peersOf(design, network)].includes(home as never)
    );
  });
}

const requestsOf = (source: string, aim: Aim, { protocol, port }: Question): readonly Request[] =>
  (aim.hosts ?? [aim.host]).map((host) => ({
    source,
    destination: { ...aim.end, ...(host === undefined ? {} : { host }) },
    protocol,
    port,
  }));

/** What stands in the way where no route leads on: the half of a peering that is down, else the network. */
function missingRoute(design: Design, subnet: Subnet, aim: Aim): string {
  const [own, other] = [subnet.parent ?? '', aim.place?.network.id ?? ''];
  const halves = all(design, 'virtual-network-peering');
  const between = halves.filter(
    (half) =>
      (half.parent === own && half.remoteVirtualNetwork === other) ||
      (half.parent === other && half.remoteVirtualNetwork === own),
  );
  const down = between.find((half) => !halfOf(design, half.parent ?? '', half.remoteVirtualNetwork));
  return down?.id ?? between[0]?.id ?? own;
}

interface Trip {
  readonly design: Design;
  readonly question: Question;
  readonly source: Place;
  readonly aim: Aim;
}

/** Something in the way; what no design can tell; or the mark of a firewall that was passed, of a lost way, or of a public end. */
type Event = Block | 'unknown' | 'inspected' | 'stuck' | 'astray';

const told = (access: 'Allow' | 'Deny' | 'maybe', by: string): readonly Event[] =>
  access === 'Allow' ? [] : [access === 'Deny' ? { verdict: 'denied', by } : 'unknown'];

const blocked = (verdict: string, by: string): readonly Event[] => [{ verdict, by }];

function filtered({ design, question, source, aim }: Trip, place: Place, direction: 'Inbound' | 'Outbound') {
  const { protocol, port } = question;
  const packet = { source: endOf(source), destination: aim.end, protocol, port };
  return securityGroupsAt(design, place, direction, packet).flatMap(({ by, access }) => told(access, by));
}

/** From a subnet onwards, one hop after the other, until it arrives or nothing leads on. */
function leave(trip: Trip, subnet: Subnet, isForwarded: boolean): readonly Event[] {
  const route = routeOf(trip.design, subnet, trip.aim.end);
  if (!route) throw new Error('No route at all');
  if (route.nextHop === 'VirtualAppliance') return throughFirewall(trip, subnet, route);
  if (route.nextHop === 'VirtualNetworkServiceEndpoint') return throughServiceEndpoint(trip, subnet);
  if (route.nextHop === 'Internet') return toInternet(trip, subnet, route);
  if (route.nextHop === 'None') {
    const table = route.origin === 'user' ? subnet.routeTable : undefined;
    return [
      ...blocked('no-route', table ?? missingRoute(trip.design, subnet, trip.aim)),
      ...beyond(trip, subnet),
    ];
  }
  return arrive(trip, subnet, isForwarded);
}

/** Past what stops it: what the end of the way would still object to. */
const beyond = (trip: Trip, subnet: Subnet): readonly Event[] => [
  'stuck',
  ...(trip.aim.place ? arrive(trip, subnet, false) : gate(trip, undefined)),
];

function throughFirewall(trip: Trip, subnet: Subnet, route: Route): readonly Event[] {
  const { design, source, aim, question } = trip;
  const table = find(design, 'route-table', subnet.routeTable);
  const hop = table?.routes.find(({ name }) => name === route.by);
  const firewall = firewallAt(design, subnet, hop?.nextHopIpAddress);
  const home = find(design, 'subnet', firewall?.parent);
  if (!firewall || !home) return [...blocked('no-route', table?.id ?? ''), ...beyond(trip, subnet)];
  const decided = requestsOf(source.address, aim, question).flatMap((request) => {
    const { access, by } = firewallDecides(design, firewall, request);
    return told(access, by);
  });
  return ['inspected', ...decided, ...leave(trip, home, true)];
}

/** The policies of the subnet list what its service endpoint may reach; without one, all. */
function throughServiceEndpoint(trip: Trip, subnet: Subnet): readonly Event[] {
  const { service: account } = trip.aim;
  const denying = (subnet.serviceEndpointPolicies ?? []).filter((id) => {
    const { definitions = [] } = find(trip.design, 'service-endpoint-policy', id) ?? {};
    return account && !definitions.some((one) => one.serviceResources.includes(account.azureId ?? ''));
  });
  return [...denying.flatMap((id) => blocked('denied', id)), ...gate(trip, subnet.id)];
}

function toInternet(trip: Trip, subnet: Subnet, route: Route): readonly Event[] {
  const { design, aim, source } = trip;
  // A private address is not on the internet.
  if ('address' in aim.end && isPrivate(aim.end.address))
    return [
      ...blocked('no-route', (route.origin === 'user' ? subnet.routeTable : subnet.parent) ?? ''),
      ...beyond(trip, subnet),
    ];
  const firewall = all(design, 'azure-firewall').find(({ parent }) => parent === subnet.id);
  const gateway = find(design, 'nat-gateway', subnet.natGateway);
  const own = source.networkInterface?.ipConfigurations[0]?.publicIPAddress;
  const exit = (firewall ?? gateway)?.publicIPAddresses?.[0] ?? (firewall ? undefined : own);
  if (exit === undefined && (firewall || subnet.defaultOutboundAccess === false))
    return [...blocked('no-route', firewall?.id ?? subnet.id), ...beyond(trip, subnet)];
  return gate(trip, undefined);
}

/**
 * The service's own firewall, asked from the service endpoint of a subnet or from a public address. All lies in one region,
 * where address rules of storage have no effect: learn.microsoft.com/azure/storage/common/storage-network-security-limitations.
 * Registries have no rules here.
 */
function gate({ design, aim }: Trip, subnet: string | undefined): readonly Event[] {
  const { service, missedEndpoint } = aim;
  if (!service) return [];
  const zone = zoneOf(design, service);
  const isMisled = missedEndpoint && zone;
  const refused = isMisled ? blocked('wrong-address', zone.id) : blocked('service-refused', service.id);
  if (service.publicNetworkAccess === 'Disabled') return refused;
  const { defaultAction = 'Allow', virtualNetworkRules = [] } =
    (service.kind === 'storage-account' ? service.networkAcls : undefined) ?? {};
  if (defaultAction !== 'Allow' && !virtualNetworkRules.some((id) => id === subnet)) return refused;
  return isMisled ? ['astray'] : [];
}

const zoneNames = {
  'storage-account': 'privatelink.blob.core.windows.net',
  'container-registry': 'privatelink.azurecr.io',
} as const;

const zoneOf = (design: Design, service: Aim['service']) =>
  all(design, 'private-dns-zone').find(({ name }) => service && name === zoneNames[service.kind]);

function arrive(trip: Trip, subnet: Subnet, isForwarded: boolean): readonly Event[] {
  const { place, endpoint } = trip.aim;
  // Something has this address or nothing: the design does not show it.
  if (!place) return ['unknown'];
  const half = halfOf(trip.design, place.network.id, subnet.parent ?? '');
  const isRefused = isForwarded && place.network.id !== subnet.parent && half?.allowForwardedTraffic !== true;
  const policies = place.subnet.privateEndpointNetworkPolicies ?? 'Disabled';
  const isFiltered = !endpoint || policies === 'Enabled' || policies === 'NetworkSecurityGroupEnabled';
  const isApproved = (endpoint?.connectionStatus ?? 'Approved') === 'Approved';
  return [
    ...(isRefused ? blocked('no-route', half?.id ?? '') : []),
    ...(isFiltered ? filtered(trip, place, 'Inbound') : []),
    ...(isApproved ? [] : blocked('service-refused', endpoint?.id ?? '')),
  ];
}

/** How the answer of a machine finds back, and what is in its way where it does not. */
function wayBack(
  design: Design,
  from: Place,
  to: Place,
  isInspected: boolean,
): Pick<Fate, 'wayBack' | 'lostAt'> {
  const route = routeOf(design, to.subnet, { address: from.address });
  if (!route) throw new Error('No route at all');
  const table = find(design, 'route-table', to.subnet.routeTable);
  const hop = table?.routes.find(({ name }) => name === route.by);
  const isThroughFirewall = route.nextHop === 'VirtualAppliance';
  const isLost =
    route.nextHop === 'None' ||
    route.nextHop === 'Internet' ||
    (isThroughFirewall && !firewallAt(design, to.subnet, hop?.nextHopIpAddress));
  if (!isLost) return { wayBack: isThroughFirewall === isInspected ? 'same' : 'other' };
  return { wayBack: 'none', lostAt: table?.id ?? to.subnet.id };
}

/** Stopped, then what no design can tell, then what arrives. */
const badness = ({ verdict }: Fate): number =>
  verdict === 'delivered' ? 0 : verdict === 'cannot-tell' ? 1 : 2;

/** A packet to a registry is one to each of its names: its fate is that of the worst, the first of those. */
function fateOfAll(fates: readonly Fate[]): Fate {
  const [worst] = [...fates].sort((one, other) => badness(other) - badness(one));
  if (!worst) throw new Error('No name at all');
  return { ...worst, blockers: [...new Set(fates.flatMap(({ blockers }) => blockers))].sort() };
}

/** The fate of one packet, with everything that stands in its way. */
export function fateOf(design: Design, question: Question): Fate {
  const { to } = question;
  if ('registry' in to && to.member === undefined)
    return fateOfAll(registryMembers.map((member) => fateOf(design, { ...question, to: { ...to, member } })));
  const source = placeOf(design, question.from);
  if (!source) throw new Error(`${question.from} lies nowhere`);
  const { nameless = [], ...aim } = aimAt(design, question);
  const trip: Trip = { design, question, source, aim };
  const events = [
    ...nameless.flatMap((by) => blocked('no-name', by)),
    ...filtered(trip, source, 'Outbound'),
    ...leave(trip, source.subnet, false),
  ];
  const machine = aim.endpoint ? undefined : aim.place;
  const back =
    machine && !events.includes('stuck')
      ? wayBack(design, source, machine, events.includes('inspected'))
      : undefined;
  const blocks = [...events, ...(back?.lostAt === undefined ? [] : blocked('no-route', back.lostAt))].filter(
    (event) => typeof event !== 'string',
  );
  const misled =
    blocks.length > 0 && events.includes('astray') ? [zoneOf(design, aim.service)?.id ?? ''] : [];
  return {
    verdict: blocks[0]?.verdict ?? (events.includes('unknown') ? 'cannot-tell' : 'delivered'),
    blockers: [...new Set([...blocks.map(({ by }) => by), ...misled])].sort(),
    wayBack: 'same',
    ...back,
  };
}
