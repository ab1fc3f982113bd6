import {
  type Design,
  findOfKind,
  findResource,
  kinds,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { type Network, prefixesOverlap } from '#network';
import type { EdgeMeaning } from './scene.ts';

/** Two things that are joined: what is drawn, before its way is found. */
export interface Connection {
  readonly id: string;
  readonly meaning: EdgeMeaning;
  /** Items. */
  readonly from: string;
  readonly to: string;
  /** In words, for people who do not see it. */
  readonly label: string;
  /** Written beside the line where there is room. */
  readonly text?: string;
  readonly end?: 'arrow' | 'dot';
  /** Does not work as drawn, e.g. half a peering. */
  readonly isBroken?: boolean;
  /** Drawn only where it is one straight line. */
  readonly isStraightOnly?: boolean;
  /** Left out where there is no way for it that is clear of boxes and words. */
  readonly isOptional?: boolean;
  /** The part of a service that a private link leads to. */
  readonly part?: string;
  /** What is drawn by it and by no item. */
  readonly resources?: readonly ResourceId[];
}

const nameOf = (design: Design, id: ResourceId | undefined): string =>
  findResource(design, id)?.name ?? 'unknown';

/** Everything that joins two resources of a design, private links first: they are to be the straightest. */
export function connectionsOf(network: Network): readonly Connection[] {
  const { design } = network;
  return [
    ...privateLinks(design),
    ...peerings(design),
    ...hubConnections(design),
    ...siteConnections(design),
    ...routes(network),
    ...siteQueries(network),
    ...associations(design),
    ...scoped(design),
  ];
}

const privateLinks = (design: Design): readonly Connection[] =>
  resourcesOfKind(design, 'private-endpoint').flatMap((endpoint) =>
    endpoint.target === undefined
      ? []
      : [
          {
            id: `link:${endpoint.id}`,
            meaning: 'private-link' as const,
            from: endpoint.id,
            to: endpoint.target,
            part: endpoint.groupIds[0] ?? '',
            end: 'dot' as const,
            label: `Private link from ${endpoint.name} to ${nameOf(design, endpoint.target)}`,
            isBroken: endpoint.connectionStatus !== undefined && endpoint.connectionStatus !== 'Approved',
          },
        ],
  );

/** Azure refuses to peer such networks. */
const shareAddresses = (
  one: ResourceOf<'virtual-network'> | undefined,
  other: Resource | undefined,
): boolean =>
  other?.kind === 'virtual-network' &&
  (one?.addressPrefixes ?? []).some((prefix) =>
    other.addressPrefixes.some((another) => prefixesOverlap(prefix, another)),
  );

/** Both halves of a peering as one pipe. */
function peerings(design: Design): readonly Connection[] {
  const pairs = new Map<string, ResourceOf<'virtual-network-peering'>[]>();
  for (const half of resourcesOfKind(design, 'virtual-network-peering')) {
    if (half.parent === undefined) continue;
    const key = [half.parent, half.remoteVirtualNetwork].sort().join(' ');
    pairs.set(key, [...(pairs.get(key) ?? []), half]);
  }
  return [...pairs].flatMap(([key, halves]) => {
    const [half] = halves;
    if (half?.parent === undefined || half.parent === half.remoteVirtualNetwork) return [];
    const remote = findResource(design, half.remoteVirtualNetwork);
    const isHalf = new Set(halves.map((one) => one.parent)).size < 2 && remote?.presence !== 'not-shown';
    const isDown = halves.some((one) => one.peeringState !== undefined && one.peeringState !== 'Connected');
    const isRefused = shareAddresses(findOfKind(design, half.parent, 'virtual-network'), remote);
    const text = isDown ? 'Not connected' : isHalf ? 'One half' : isRefused ? 'Addresses overlap' : 'Peering';
    return [
      {
        id: `peering:${key}`,
        meaning: 'peering' as const,
        from: half.parent,
        to: half.remoteVirtualNetwork,
        text,
        isBroken: isDown || isHalf || isRefused,
        resources: halves.map(({ id }) => id),
        label: `${text === 'Peering' ? 'Peering' : `Peering, ${text.toLowerCase()},`} of ${nameOf(design, half.parent)} and ${remote?.name ?? 'a network that is not shown'}`,
      },
    ];
  });
}

const hubConnections = (design: Design): readonly Connection[] =>
  resourcesOfKind(design, 'virtual-wan-hub').flatMap((hub) =>
    (hub.virtualNetworkConnections ?? []).map(({ remoteVirtualNetwork }) => ({
      id: `hub:${hub.id}:${remoteVirtualNetwork}`,
      meaning: 'peering' as const,
      from: hub.id,
      to: remoteVirtualNetwork,
      label: `Hub connection of ${hub.name} and ${nameOf(design, remoteVirtualNetwork)}`,
    })),
  );

/** ExpressRoute and VPN: from the site to the network that holds its gateway. */
const siteConnections = (design: Design): readonly Connection[] =>
  resourcesOfKind(design, 'on-premises-network').flatMap((site) =>
    (site.gateways ?? []).flatMap((id) => {
      const gateway = findOfKind(design, id, 'virtual-network-gateway');
      if (!gateway) return [];
      const kind = gateway.gatewayType === 'Vpn' ? 'VPN' : 'ExpressRoute';
      return [
        {
          id: `site:${site.id}:${id}`,
          meaning: 'connection' as const,
          from: site.id,
          to: id,
          label: `${kind} from ${site.name} to ${gateway.name}`,
        },
      ];
    }),
  );

/** Routes to appliances, of each subnet that has them: what leaves without one passes none. */
function routes(network: Network): readonly Connection[] {
  const { design } = network;
  const byAddress = appliancesByAddress(network);
  const found = new Map<string, { from: Resource; to: Resource; prefixes: Set<string> }>();
  for (const subnet of resourcesOfKind(design, 'subnet')) {
    const table = findOfKind(design, subnet.routeTable, 'route-table');
    for (const { nextHopType, nextHopIpAddress, addressPrefix } of table?.routes ?? []) {
      const to = nextHopType === 'VirtualAppliance' ? byAddress.get(nextHopIpAddress ?? '') : undefined;
      if (!to || to.parent === subnet.id) continue;
      const key = `${subnet.id} ${to.id}`;
      const entry = found.get(key) ?? { from: subnet, to, prefixes: new Set<string>() };
      entry.prefixes.add(addressPrefix);
      found.set(key, entry);
    }
  }
  return [...found].map(([key, { from, to, prefixes }]) => {
    const all = [...prefixes].sort();
    const main = all.includes('0.0.0.0/0') ? '0.0.0.0/0' : (all[0] ?? '');
    return {
      id: `route:${key}`,
      meaning: 'route' as const,
      from: from.id,
      to: to.id,
      end: 'arrow' as const,
      text: all.length > 1 ? `${main} +${all.length - 1}` : main,
      label: `Route ${all.join(', ')} from ${from.name} to ${to.name}`,
    };
  });
}

function appliancesByAddress(network: Network): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const kind of ['azure-firewall', 'network-virtual-appliance', 'virtual-machine'] as const)
    for (const one of resourcesOfKind(network.design, kind))
      for (const address of network.addressesOf(one.id)) if (!found.has(address)) found.set(address, one);
  return found;
}

/** Which name servers a site's clients ask, and which resolvers these forward to. */
function siteQueries(network: Network): readonly Connection[] {
  const { design } = network;
  const servers = resourcesOfKind(design, 'dns-server').filter(
    (server) => findResource(design, server.parent)?.kind === 'on-premises-network',
  );
  const resolvers = new Map<string, Resource>();
  for (const kind of ['dns-resolver-endpoint', 'azure-firewall', 'dns-server'] as const)
    for (const one of resourcesOfKind(design, kind))
      for (const address of network.addressesOf(one.id))
        if (!resolvers.has(address)) resolvers.set(address, one);
  const query = (from: Resource, to: Resource, isStraightOnly: boolean): Connection => ({
    id: `dns:${from.id}:${to.id}`,
    meaning: 'dns',
    from: from.id,
    to: to.id,
    end: 'arrow',
    isStraightOnly,
    label: `DNS queries from ${from.name} to ${to.name}`,
  });
  return servers.flatMap((server) => {
    const targets = new Set([
      ...(server.conditionalForwarders ?? []).flatMap((forwarder) => forwarder.targets),
      ...(server.forwarders ?? []),
    ]);
    const asked = [...targets].flatMap((address) => resolvers.get(address) ?? []);
    const clients = resourcesOfKind(design, 'client').filter((client) => client.parent === server.parent);
    return [
      ...clients.slice(0, 1).map((client) => query(client, server, true)),
      ...[...new Set(asked)].filter((to) => to.id !== server.id).map((to) => query(server, to, false)),
    ];
  });
}

/** Endpoints and computes that Azure hosts, beside their workspace. */
const associations = (design: Design): readonly Connection[] =>
  design.resources.flatMap((resource) => {
    if (!('workspace' in resource) || resource.workspace === undefined) return [];
    if (kinds[resource.kind].group !== 'Machine learning') return [];
    if (findResource(design, resource.parent)?.kind === 'subnet') return [];
    return [
      {
        id: `of:${resource.id}`,
        meaning: 'association' as const,
        from: resource.id,
        to: resource.workspace,
        isStraightOnly: true,
        label: `${resource.name} belongs to ${nameOf(design, resource.workspace)}`,
      },
    ];
  });

/** What monitors, with the private link scope that it is in: without that it is reached in public. */
const scoped = (design: Design): readonly Connection[] =>
  resourcesOfKind(design, 'azure-monitor-private-link-scope').flatMap((scope) =>
    (scope.scopedResources ?? []).flatMap((id) => {
      const resource = findResource(design, id);
      if (!resource) return [];
      return [
        {
          id: `scope:${scope.id}:${id}`,
          meaning: 'scope' as const,
          from: id,
          to: scope.id,
          isOptional: true,
          label: `${resource.name} is in the private link scope ${scope.name}`,
        },
      ];
    }),
  );
