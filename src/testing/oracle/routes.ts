import type { Design, ResourceOf } from '#model';
import { holds, prefixBits } from './addresses.ts';
import { all, find, halfOf, peersOf } from './document.ts';
import type { End } from './words.ts';

type Subnet = ResourceOf<'subnet'>;

/** A route that a packet of a subnet may take. */
export interface Route {
  readonly prefix: string;
  readonly origin: 'user' | 'gateway' | 'system' | 'private-endpoint' | 'service-endpoint';
  readonly nextHop: string;
  /** What decides it: a route's name, a peering, an endpoint. */
  readonly by: string;
}

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

const networkOf = (design: Design, subnet: string | undefined) =>
  find(design, 'virtual-network', find(design, 'subnet', subnet)?.parent);

/** Gateways whose routes a network learns: its own, or those of a peer that lends them to it. */
export function gatewaysOf(
  design: Design,
  network: string,
): readonly ResourceOf<'virtual-network-gateway'>[] {
  const homes = [
    network,
    ...peersOf(design, network).filter(
      (peer) =>
        halfOf(design, network, peer)?.useRemoteGateways === true &&
        halfOf(design, peer, network)?.allowGatewayTransit === true,
    ),
  ];
  return all(design, 'virtual-network-gateway').filter((gateway) => {
    const home = networkOf(design, gateway.parent)?.id;
    return home !== undefined && homes.includes(home);
  });
}

/** Every route of Azure's own, of the gateways and of the user that leads to an address. */
function candidates(design: Design, subnet: Subnet, address: string): readonly Route[] {
  const network = networkOf(design, subnet.id);
  if (!network) return [];
  const table = find(design, 'route-table', subnet.routeTable);
  const routes: Route[] = [];
  const add = (origin: Route['origin'], prefix: string, nextHop: string, by: string) =>
    routes.push({ origin, prefix, nextHop, by });
  for (const prefix of network.addressPrefixes) add('system', prefix, 'VnetLocal', network.id);
  for (const peer of peersOf(design, network.id))
    for (const prefix of find(design, 'virtual-network', peer)?.addressPrefixes ?? [])
      add('system', prefix, 'VNetPeering', halfOf(design, network.id, peer)?.id ?? '');
  for (const endpoint of all(design, 'private-endpoint')) {
    const home = networkOf(design, endpoint.parent)?.id ?? '';
    if (home === network.id || peersOf(design, network.id).includes(home as never))
      for (const { privateIPAddress } of endpoint.ipConfigurations ?? [])
        add('private-endpoint', `${privateIPAddress}/32`, 'InterfaceEndpoint', endpoint.id);
  }
  if (table?.disableBgpRoutePropagation !== true)
    for (const gateway of gatewaysOf(design, network.id))
      for (const site of all(design, 'on-premises-network'))
        if (site.gateways?.includes(gateway.id))
          for (const prefix of site.addressPrefixes) add('gateway', prefix, 'VirtualNetworkGateway', site.id);
  add('system', '0.0.0.0/0', 'Internet', 'Azure');
  for (const prefix of privateRanges) add('system', prefix, 'None', 'Azure');
  for (const route of table?.routes ?? [])
    if (prefixBits(route.addressPrefix) !== undefined)
      add('user', route.addressPrefix, route.nextHopType, route.name);
  return routes.filter(({ prefix }) => holds(prefix, address));
}

const length = ({ prefix }: Route) => prefixBits(prefix)?.length ?? -1;

/** Later is stronger, where prefixes are the same. */
const strength = ['system', 'gateway', 'private-endpoint', 'user'];

/** A private endpoint's /32 gives way to a /32 of the user, or to what its subnet's policy lets override it. */
function givesWay(design: Design, own: Route, routes: readonly Route[]): boolean {
  const endpoint = find(design, 'private-endpoint', own.by);
  const subnet = find(design, 'subnet', endpoint?.parent);
  const policy = subnet?.privateEndpointNetworkPolicies ?? 'Disabled';
  const isRouted = policy === 'Enabled' || policy === 'RouteTableEnabled';
  const space = networkOf(design, subnet?.id)?.addressPrefixes.find((prefix) =>
    holds(prefix, own.prefix.split('/')[0] ?? ''),
  );
  const least = isRouted ? (prefixBits(space ?? '')?.length ?? 32) : 32;
  return routes.some((route) => route.origin === 'user' && length(route) >= least);
}

/** Longest prefix, then user before gateway before system; Azure's routes within its networks beat learnt ones. */
function toAddress(design: Design, subnet: Subnet, address: string): Route | undefined {
  const found = candidates(design, subnet, address);
  const inAzure = found.some(({ nextHop }) => nextHop === 'VnetLocal' || nextHop === 'VNetPeering');
  const routes = found.filter((route) => {
    if (route.origin === 'gateway') return !inAzure;
    return route.origin !== 'private-endpoint' || !givesWay(design, route, found);
  });
  return [...routes].sort(
    (one, other) =>
      length(other) - length(one) || strength.indexOf(other.origin) - strength.indexOf(one.origin),
  )[0];
}

/** Service endpoints by the tag of what they lead to. */
const serviceOf: Readonly<Record<string, string>> = {
  Storage: 'Microsoft.Storage',
  AzureKeyVault: 'Microsoft.KeyVault',
};

/** A service endpoint's route stands whatever the user says; then the user's tags from the narrowest to the widest. */
function toTag(design: Design, subnet: Subnet, tag: string): Route | undefined {
  const service = serviceOf[tag];
  const endpoint = subnet.serviceEndpoints?.find((one) => one.service === service);
  if (endpoint)
    return {
      prefix: tag,
      origin: 'service-endpoint',
      nextHop: 'VirtualNetworkServiceEndpoint',
      by: subnet.id,
    };
  const routes = find(design, 'route-table', subnet.routeTable)?.routes ?? [];
  for (const word of [`${tag}.westeurope`, tag, 'AzureCloud.westeurope', 'AzureCloud', '0.0.0.0/0']) {
    const route = routes.find(({ addressPrefix }) => addressPrefix === word);
    if (route) return { prefix: word, origin: 'user', nextHop: route.nextHopType, by: route.name };
  }
  return { prefix: '0.0.0.0/0', origin: 'system', nextHop: 'Internet', by: 'Azure' };
}

/** The route that a packet of a subnet takes. */
export const routeOf = (design: Design, subnet: Subnet, end: End): Route | undefined =>
  'address' in end ? toAddress(design, subnet, end.address) : toTag(design, subnet, end.tag);
