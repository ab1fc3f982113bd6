import { azureDnsAddress } from '#catalog';
import { findOfKind, type ResourceId, resourcesOfKind } from '#model';
import { addressBookOf } from './address-book.ts';
import { formatPrefix, type Prefix, parseAddress, parseLoosePrefix } from './cidr.ts';
import { type Estate, estateQuestion } from './estate.ts';
import { grouped, memoOfTexts } from './memo.ts';
import type { EffectiveRoute } from './network.ts';
import { peeringsOf } from './peerings.ts';
import type { VirtualNetworkSpace } from './tags.ts';

/** What decides where packets of a subnet go. */
export interface RouteBook {
  routesOf(subnet: ResourceId): readonly EffectiveRoute[];
  /** The route table that a subnet names but the document does not show. */
  unseenTableOf(subnet: ResourceId): ResourceId | undefined;
  /** What the VirtualNetwork tag stands for in a subnet's security rules. */
  spaceOf(subnet: ResourceId): VirtualNetworkSpace;
  /** Networks on premises that packets of this virtual network can reach, with the gateway that leads there. */
  onPremisesOf(
    virtualNetwork: ResourceId,
  ): readonly { readonly network: ResourceId; readonly gateway: ResourceId }[];
}

export const routeBookOf = (estate: Estate): RouteBook => ({
  routesOf: (subnet) => routesOf(estate, subnet),
  unseenTableOf: (subnet) => {
    const table = findOfKind(estate.design, subnet, 'subnet')?.routeTable;
    return table === undefined || estate.isShown(table) ? undefined : table;
  },
  spaceOf: (subnet) => spaceOf(estate, subnet),
  onPremisesOf: (virtualNetwork) => onPremisesOf(estate, virtualNetwork),
});

const endpointsByNetwork = estateQuestion((estate, _: 'all') =>
  grouped(resourcesOfKind(estate.design, 'private-endpoint'), (one) =>
    one.presence === undefined ? [estate.virtualNetworkOf(one.id)] : [],
  ),
);

/** Routes to the single addresses of a network's private endpoints, for itself and for its peers. */
const endpointRoutesIn = estateQuestion((estate, virtualNetwork: ResourceId): readonly EffectiveRoute[] => {
  const addresses = addressBookOf(estate);
  return (endpointsByNetwork(estate, 'all').get(virtualNetwork) ?? []).flatMap((endpoint) =>
    addresses.addressesOf(endpoint.id).map((address) =>
      system('private-endpoint', 'InterfaceEndpoint', `${address}/32`, endpoint.name, {
        by: endpoint.id,
        nextHop: endpoint.id,
      }),
    ),
  );
});

/** Routes that every subnet of a virtual network has. */
const networkRoutes = estateQuestion((estate, virtualNetwork: ResourceId): readonly EffectiveRoute[] => {
  const peerings = peeringsOf(estate);
  return [
    ...prefixesOf(estate, virtualNetwork).map((addressPrefix) =>
      system('default', 'VnetLocal', addressPrefix, estate.nameOf(virtualNetwork), { by: virtualNetwork }),
    ),
    ...peerings.linksOf(virtualNetwork).flatMap((link) =>
      link.isUp
        ? prefixesOf(estate, link.remote).map((addressPrefix) =>
            system('peering', 'VNetPeering', addressPrefix, link.half.name, {
              by: link.half.id,
              nextHop: link.remote,
            }),
          )
        : [],
    ),
    ...[virtualNetwork, ...peerings.peersOf(virtualNetwork)].flatMap((id) => endpointRoutesIn(estate, id)),
    ...system0(),
  ];
});

const routesOf = estateQuestion((estate, id: ResourceId): readonly EffectiveRoute[] => {
  const subnet = findOfKind(estate.design, id, 'subnet');
  const virtualNetwork = estate.virtualNetworkOf(id);
  if (!subnet || virtualNetwork === undefined) return [];
  const table = findOfKind(estate.design, subnet.routeTable, 'route-table');
  const routes = [...networkRoutes(estate, virtualNetwork)];
  for (const { service } of subnet.serviceEndpoints ?? [])
    routes.push(
      system('service-endpoint', 'VirtualNetworkServiceEndpoint', service, `Service endpoint ${service}`, {
        by: id,
      }),
    );
  if (table?.disableBgpRoutePropagation !== true)
    for (const { network, gateway } of onPremisesOf(estate, virtualNetwork))
      for (const addressPrefix of findOfKind(estate.design, network, 'on-premises-network')
        ?.addressPrefixes ?? [])
        routes.push(
          system('gateway', 'VirtualNetworkGateway', addressPrefix, estate.nameOf(network), {
            by: network,
            nextHop: gateway,
          }),
        );
  for (const one of table?.routes ?? [])
    routes.push({
      addressPrefix: one.addressPrefix,
      origin: 'user',
      nextHopType: one.nextHopType,
      ...(one.nextHopIpAddress === undefined ? {} : { nextHopIpAddress: one.nextHopIpAddress }),
      ...(table ? { by: table.id } : {}),
      name: one.name,
      isActive: true,
    });
  return withWinners(routes);
});

const spaceOf = estateQuestion((estate, subnet: ResourceId) => virtualNetworkSpace(routesOf(estate, subnet)));

const prefixesOf = (estate: Estate, virtualNetwork: ResourceId): readonly string[] =>
  findOfKind(estate.design, virtualNetwork, 'virtual-network')?.addressPrefixes ?? [];

const system = (
  origin: EffectiveRoute['origin'],
  nextHopType: EffectiveRoute['nextHopType'],
  addressPrefix: string,
  name: string,
  also: Pick<EffectiveRoute, 'by' | 'nextHop'> = {},
): EffectiveRoute => ({ addressPrefix, origin, nextHopType, name, isActive: true, ...also });

const system0 = (): readonly EffectiveRoute[] => [
  system('default', 'Internet', '0.0.0.0/0', 'Default route'),
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].map((prefix) =>
    system('default', 'None', prefix, 'Default route of private addresses'),
  ),
];

const rank: Readonly<Record<EffectiveRoute['origin'], number>> = {
  'service-endpoint': 0,
  user: 1,
  gateway: 2,
  'private-endpoint': 3,
  peering: 3,
  default: 4,
};

/** Of routes with the same prefix the user's wins, then the gateway's, then the system's. */
function withWinners(routes: readonly EffectiveRoute[]): readonly EffectiveRoute[] {
  const best = new Map<string, EffectiveRoute>();
  for (const route of routes) {
    const key = keyOf(route);
    const other = best.get(key);
    if (!other || rank[route.origin] < rank[other.origin]) best.set(key, route);
  }
  // A default route of one's own takes private ranges along: https://learn.microsoft.com/azure/firewall/firewall-multi-hub-spoke
  const hasOwnDefault = best.get('0.0.0.0/0')?.origin === 'user';
  const isOverridden = ({ origin, nextHopType }: EffectiveRoute) =>
    hasOwnDefault && origin === 'default' && nextHopType === 'None';
  return routes.map((route) =>
    best.get(keyOf(route)) === route && !isOverridden(route) ? route : { ...route, isActive: false },
  );
}

const keyOf = ({ addressPrefix }: EffectiveRoute): string => plainPrefix(addressPrefix);

const plainPrefix = memoOfTexts((text: string): string => {
  const prefix = parseLoosePrefix(text);
  return prefix ? formatPrefix(prefix) : text.toLowerCase();
});

const onPremisesOf = estateQuestion((estate, virtualNetwork: ResourceId) => {
  const gatewaysIn = (network: ResourceId) =>
    resourcesOfKind(estate.design, 'virtual-network-gateway')
      .filter((one) => estate.virtualNetworkOf(one.id) === network)
      .map((one) => one.id);
  const gateways = [
    ...gatewaysIn(virtualNetwork),
    ...peeringsOf(estate)
      .linksOf(virtualNetwork)
      .filter(
        ({ isUp, half, otherHalf }) =>
          isUp &&
          half.useRemoteGateways === true &&
          (otherHalf === undefined || otherHalf.allowGatewayTransit === true),
      )
      .flatMap((link) => gatewaysIn(link.remote)),
  ];
  return resourcesOfKind(estate.design, 'on-premises-network').flatMap((network) => {
    const gateway = gateways.find((id) => network.gateways?.includes(id));
    return gateway === undefined ? [] : [{ network: network.id, gateway }];
  });
});

/** The network's own and peered space, what gateways lead to, user routes to private prefixes, and the platform. */
function virtualNetworkSpace(routes: readonly EffectiveRoute[]): VirtualNetworkSpace {
  const platform = parseAddress(azureDnsAddress) ?? 0;
  const space: Prefix[] = [{ first: platform, last: platform, length: 32 }];
  for (const { addressPrefix, origin, nextHopType } of routes) {
    const prefix = parseLoosePrefix(addressPrefix);
    if (!prefix) continue;
    const isOwn = nextHopType === 'VnetLocal' || origin === 'peering' || origin === 'gateway';
    const isLed = origin === 'user' && nextHopType !== 'None' && nextHopType !== 'Internet';
    if (isOwn || isLed) space.push(prefix);
  }
  return space;
}
