import { azureDnsAddress, unroutedPrefixes } from '#catalog';
import { findOfKind, flatMapped, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { addressBookOf } from './address-book.ts';
import { formatPrefix, type Prefix, parseAddress, parseLoosePrefix, prefixContains } from './cidr.ts';
import { type Estate, estateQuestion } from './estate.ts';
import { hubRoutesOf, isHubDecided } from './hub-routes.ts';
import { grouped, memoOfTexts } from './memo.ts';
import type { EffectiveRoute } from './network.ts';
import { isSpaceUnseen, type PeeringLink, peeringsOf, wideAreaHubOf } from './peerings.ts';
import type { VirtualNetworkSpace } from './tags.ts';

/** What decides where packets of a subnet go. */
export interface RouteBook {
  routesOf(subnet: ResourceId): readonly EffectiveRoute[];
  /** The route to a private endpoint of a network or of its peers that has the address. */
  endpointRouteOf(virtualNetwork: ResourceId, address: number): EffectiveRoute | undefined;
  /** The route table that a subnet names but the document does not show. */
  unseenTableOf(subnet: ResourceId): ResourceId | undefined;
  /** What the VirtualNetwork tag stands for in a subnet's security rules. */
  spaceOf(subnet: ResourceId): VirtualNetworkSpace;
  /** A route server or virtual WAN hub that announces routes to the subnet, none of which a design holds. */
  announcerOf(subnet: ResourceId): ResourceOf<'route-server' | 'virtual-wan-hub'> | undefined;
  /** Networks on premises that packets of this virtual network can reach, with the gateway that leads there. */
  onPremisesOf(
    virtualNetwork: ResourceId,
  ): readonly { readonly network: ResourceId; readonly gateway: ResourceId }[];
}

export const routeBookOf = (estate: Estate): RouteBook => ({
  routesOf: (subnet) => routesOf(estate, subnet),
  endpointRouteOf: (virtualNetwork, address) => endpointRouteOf(estate, { virtualNetwork, address }),
  unseenTableOf: (subnet) => unseenTableOf(estate, subnet),
  spaceOf: (subnet) => spaceOf(estate, subnet),
  announcerOf: (subnet) => announcerOf(estate, subnet),
  onPremisesOf: (virtualNetwork) => onPremisesOf(estate, virtualNetwork),
});

function unseenTableOf(estate: Estate, subnet: ResourceId): ResourceId | undefined {
  const table = findOfKind(estate.design, subnet, 'subnet')?.routeTable;
  return table === undefined || estate.isShown(table) ? undefined : table;
}

const endpointsByNetwork = estateQuestion((estate, _: 'all') =>
  grouped(resourcesOfKind(estate.design, 'private-endpoint'), (one) =>
    one.presence === undefined ? [estate.virtualNetworkOf(one.id)] : [],
  ),
);

/** Routes to the single addresses of a network's private endpoints, for itself and for its peers. */
const endpointRoutesIn = estateQuestion((estate, virtualNetwork: ResourceId): readonly EffectiveRoute[] => {
  const addresses = addressBookOf(estate);
  return flatMapped(endpointsByNetwork(estate, 'all').get(virtualNetwork) ?? [], (endpoint) =>
    addresses.addressesOf(endpoint.id).map((address) =>
      system('private-endpoint', 'InterfaceEndpoint', `${address}/32`, endpoint.name, {
        by: endpoint.id,
        nextHop: endpoint.id,
      }),
    ),
  );
});

/** In the order in which networks are asked for them. */
const endpointRoutesAround = estateQuestion(
  (estate, virtualNetwork: ResourceId): readonly EffectiveRoute[] => {
    const peerings = peeringsOf(estate);
    return flatMapped([virtualNetwork, ...peerings.peersOf(virtualNetwork)], (id) => {
      const routes = endpointRoutesIn(estate, id);
      return id === virtualNetwork
        ? routes
        : routes.filter(({ addressPrefix }) => peerings.leadsTo(virtualNetwork, id, addressPrefix));
    });
  },
);

/** The first for each address. */
const endpointRoutesByAddress = estateQuestion(
  (estate, virtualNetwork: ResourceId): ReadonlyMap<number, EffectiveRoute> => {
    const routes = new Map<number, EffectiveRoute>();
    for (const route of endpointRoutesAround(estate, virtualNetwork)) {
      const prefix = parseLoosePrefix(route.addressPrefix);
      if (prefix && !routes.has(prefix.first)) routes.set(prefix.first, route);
    }
    return routes;
  },
);

/** One by one: a new endpoint changes nothing for packets to other addresses. */
const endpointRouteOf = estateQuestion(
  (
    estate,
    { virtualNetwork, address }: { readonly virtualNetwork: ResourceId; readonly address: number },
  ): EffectiveRoute | undefined => endpointRoutesByAddress(estate, virtualNetwork).get(address),
  ({ virtualNetwork, address }) => `${address} ${virtualNetwork}`,
);

/** What a network knows of a peer's space: of both spaces what lies in the other. */
function spaceReached(estate: Estate, { remote, space: known }: PeeringLink): readonly string[] {
  const all = prefixesOf(estate, remote);
  if (known === undefined) return all;
  return [
    ...all.filter((prefix) => known.some((one) => prefixContains(one, prefix))),
    ...known.filter((one) => !all.includes(one) && all.some((prefix) => prefixContains(prefix, one))),
  ];
}

/** Routes that every subnet of a virtual network has. */
const networkRoutes = estateQuestion((estate, virtualNetwork: ResourceId): readonly EffectiveRoute[] => {
  const peerings = peeringsOf(estate);
  return [
    ...prefixesOf(estate, virtualNetwork).map((addressPrefix) =>
      system('default', 'VnetLocal', addressPrefix, estate.nameOf(virtualNetwork), { by: virtualNetwork }),
    ),
    ...flatMapped(peerings.linksOf(virtualNetwork), (link) =>
      link.isUp
        ? spaceReached(estate, link).map((addressPrefix) =>
            system('peering', 'VNetPeering', addressPrefix, link.half.name, {
              by: link.half.id,
              nextHop: link.remote,
            }),
          )
        : [],
    ),
    ...endpointRoutesAround(estate, virtualNetwork),
    ...defaultRoutes(prefixesOf(estate, virtualNetwork)),
  ];
});

const routesOf = estateQuestion((estate, id: ResourceId): readonly EffectiveRoute[] => {
  const subnet = findOfKind(estate.design, id, 'subnet');
  const virtualNetwork = estate.virtualNetworkOf(id);
  if (!subnet) return [];
  const table = findOfKind(estate.design, subnet.routeTable, 'route-table');
  // Of a network that is not shown, every subnet has these all the same.
  const routes = [
    ...(virtualNetwork === undefined ? defaultRoutes([]) : networkRoutes(estate, virtualNetwork)),
  ];
  for (const { service } of subnet.serviceEndpoints ?? [])
    routes.push(
      system('service-endpoint', 'VirtualNetworkServiceEndpoint', service, `Service endpoint ${service}`, {
        by: id,
      }),
    );
  if (table?.disableBgpRoutePropagation !== true && virtualNetwork !== undefined)
    for (const { network, gateway } of onPremisesOf(estate, virtualNetwork))
      for (const addressPrefix of findOfKind(estate.design, network, 'on-premises-network')
        ?.addressPrefixes ?? [])
        routes.push(
          system('gateway', 'VirtualNetworkGateway', addressPrefix, estate.nameOf(network), {
            by: network,
            nextHop: gateway,
          }),
        );
  if (table?.disableBgpRoutePropagation !== true && virtualNetwork !== undefined)
    routes.push(...(hubRoutesOf(estate, virtualNetwork) ?? []));
  for (const one of table?.routes ?? [])
    routes.push({
      addressPrefix: one.addressPrefix,
      origin: 'user',
      nextHopType: one.nextHopType,
      ...(one.nextHopIpAddress === undefined ? {} : { nextHopIpAddress: one.nextHopIpAddress }),
      ...(one.nextHopType === 'VirtualNetworkGateway' && virtualNetwork !== undefined
        ? vpnGatewayFor(estate, virtualNetwork)
        : {}),
      ...(table ? { by: table.id } : {}),
      name: one.name,
      isActive: true,
    });
  return withWinners(routes);
});

const spaceOf = estateQuestion((estate, subnet: ResourceId): VirtualNetworkSpace => {
  const prefixes = spaceOfRoutes(routesOf(estate, subnet));
  const unseen = unseenSpace(estate, subnet);
  return { prefixes, ...(unseen === undefined ? {} : { unseen }) };
});

const prefixesOf = (estate: Estate, virtualNetwork: ResourceId): readonly string[] =>
  findOfKind(estate.design, virtualNetwork, 'virtual-network')?.addressPrefixes ?? [];

const system = (
  origin: EffectiveRoute['origin'],
  nextHopType: EffectiveRoute['nextHopType'],
  addressPrefix: string,
  name: string,
  also: Pick<EffectiveRoute, 'by' | 'nextHop'> = {},
): EffectiveRoute => ({ addressPrefix, origin, nextHopType, name, isActive: true, ...also });

const defaultRoute = system('default', 'Internet', '0.0.0.0/0', 'Default route');
const privateDefaults = unroutedPrefixes.prefixes.map((prefix) =>
  system('default', 'None', prefix, 'Default route of private addresses'),
);

/** Azure drops packets to private addresses that nothing leads to, save those that lie whole in the network's space. */
const defaultRoutes = (space: readonly string[]): readonly EffectiveRoute[] => [
  defaultRoute,
  ...privateDefaults.filter(
    ({ addressPrefix }) => !space.some((one) => one !== addressPrefix && prefixContains(one, addressPrefix)),
  ),
];

/** Routes of the network and of its peerings stand before the gateway's, all other routes of the system behind. */
const rankOf = ({ origin, nextHopType }: EffectiveRoute): number => {
  if (origin === 'service-endpoint') return 0;
  if (origin === 'user') return 1;
  if (origin === 'peering' || nextHopType === 'VnetLocal') return 2;
  if (origin === 'gateway') return 3;
  return origin === 'private-endpoint' ? 4 : 5;
};

/**
 * Of routes with the same prefix the user's wins, then the gateway's, then the system's; those of the network and of
 * peerings are preferred to the gateway's: https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
 */
function withWinners(routes: readonly EffectiveRoute[]): readonly EffectiveRoute[] {
  const keys = routes.map(({ addressPrefix }) => plainPrefix(addressPrefix));
  const best = new Map<string | undefined, EffectiveRoute>();
  routes.forEach((route, at) => {
    const other = best.get(keys[at]);
    if (!other || rankOf(route) < rankOf(other)) best.set(keys[at], route);
  });
  // A default route of one's own takes private ranges along: https://learn.microsoft.com/azure/firewall/firewall-multi-hub-spoke
  const hasOwnDefault = best.get('0.0.0.0/0')?.origin === 'user';
  const isOverridden = ({ origin, nextHopType }: EffectiveRoute) =>
    hasOwnDefault && origin === 'default' && nextHopType === 'None';
  return routes.map((route, at) =>
    best.get(keys[at]) === route && !isOverridden(route) ? route : { ...route, isActive: false },
  );
}

const plainPrefix = memoOfTexts((text: string): string => {
  const prefix = parseLoosePrefix(text);
  return prefix ? formatPrefix(prefix) : text.toLowerCase();
});

/** Peers that let a network use their gateway, or their route server. */
const sharedBy = (estate: Estate, virtualNetwork: ResourceId): readonly ResourceId[] =>
  peeringsOf(estate)
    .linksOf(virtualNetwork)
    .filter(
      ({ isUp, half, otherHalf }) =>
        isUp &&
        half.useRemoteGateways === true &&
        (otherHalf === undefined || otherHalf.allowGatewayTransit === true),
    )
    .map((link) => link.remote);

/** Gateways whose routes come to a network: its own, and a peer's that both halves of the peering share. */
const gatewaysFor = estateQuestion((estate, virtualNetwork: ResourceId) =>
  flatMapped([virtualNetwork, ...sharedBy(estate, virtualNetwork)], (home) =>
    resourcesOfKind(estate.design, 'virtual-network-gateway').filter(
      (one) => estate.virtualNetworkOf(one.id) === home,
    ),
  ),
);

/** A user route leads to a VPN gateway only; to ExpressRoute none can. */
const vpnGatewayFor = (estate: Estate, virtualNetwork: ResourceId): Pick<EffectiveRoute, 'nextHop'> => {
  const gateway = gatewaysFor(estate, virtualNetwork).find((one) => one.gatewayType === 'Vpn');
  return gateway ? { nextHop: gateway.id } : {};
};

const onPremisesOf = estateQuestion((estate, virtualNetwork: ResourceId) => {
  const gateways = gatewaysFor(estate, virtualNetwork);
  return flatMapped(resourcesOfKind(estate.design, 'on-premises-network'), (network) => {
    const gateway = gateways.find(({ id }) => network.gateways?.includes(id));
    return gateway === undefined ? [] : [{ network: network.id, gateway: gateway.id }];
  });
});

const announcerOf = estateQuestion((estate, subnet: ResourceId) => {
  const virtualNetwork = estate.virtualNetworkOf(subnet);
  const routeTable = findOfKind(estate.design, subnet, 'subnet')?.routeTable;
  const isShut = findOfKind(estate.design, routeTable, 'route-table')?.disableBgpRoutePropagation === true;
  if (virtualNetwork === undefined || isShut) return undefined;
  const homes = [virtualNetwork, ...sharedBy(estate, virtualNetwork)];
  const server = resourcesOfKind(estate.design, 'route-server').find((one) =>
    homes.some((home) => estate.virtualNetworkOf(one.id) === home),
  );
  return server ?? (isHubDecided(estate, virtualNetwork) ? undefined : wideAreaHubOf(estate, virtualNetwork));
});

/** Any prefix may stand in a route table that is not shown; networks and what gateways lead to are private. */
function unseenSpace(estate: Estate, subnet: ResourceId): VirtualNetworkSpace['unseen'] {
  if (unseenTableOf(estate, subnet) !== undefined) return 'any';
  const virtualNetwork = estate.virtualNetworkOf(subnet);
  if (virtualNetwork === undefined || !estate.isShown(virtualNetwork)) return 'private';
  const isOpen =
    (wideAreaHubOf(estate, virtualNetwork) !== undefined && !isHubDecided(estate, virtualNetwork)) ||
    peeringsOf(estate)
      .linksOf(virtualNetwork)
      .some((link) => link.isUp && hasUnseenSpace(estate, link)) ||
    (!estate.isComplete && gatewaysFor(estate, virtualNetwork).length > 0);
  return isOpen ? 'private' : undefined;
}

/** A peer of which no prefix is known, or whose gateways are lent and not shown. */
const hasUnseenSpace = (estate: Estate, { remote, half }: PeeringLink): boolean =>
  isSpaceUnseen(estate, remote) || (!estate.isShown(remote) && half.useRemoteGateways === true);

/** The network's own and peered space, what gateways lead to, the prefixes of user routes, and the platform. */
function spaceOfRoutes(routes: readonly EffectiveRoute[]): readonly Prefix[] {
  const platform = parseAddress(azureDnsAddress) ?? 0;
  const space: Prefix[] = [{ first: platform, last: platform, length: 32 }];
  for (const { addressPrefix, origin, nextHopType } of routes) {
    const prefix = parseLoosePrefix(addressPrefix);
    if (!prefix) continue;
    const isOwn = nextHopType === 'VnetLocal' || origin === 'peering' || origin === 'gateway';
    if (isOwn || origin === 'user') space.push(prefix);
  }
  return space;
}
