import type { SecurityRule } from '#model';
import type { Converter, Reading } from '../conversion.ts';
import { unique } from '../estate.ts';
import type { Part } from '../part.ts';

/** A list that Azure writes in two properties: one value, or several. */
const either = (part: Part, single: string, several: string): readonly string[] => {
  const one = part.text(single);
  return unique([...(one === undefined ? [] : [one]), ...(part.texts(several) ?? [])]);
};

const securityRule = (item: Part, { referAll }: Reading): SecurityRule | undefined => {
  const rule = item.inner();
  const name = item.text('name') ?? '';
  const priority = rule.count('priority');
  const direction = rule.oneOf('direction', ['Inbound', 'Outbound']);
  const access = rule.oneOf('access', ['Allow', 'Deny']);
  const protocol = rule.text('protocol');
  if (priority === undefined || !direction || !access || protocol === undefined) {
    item.report(name, 'a security rule needs priority, direction, access and protocol');
    return undefined;
  }
  const groups = (property: string) => {
    const ids = rule.ids(property);
    return ids?.length ? referAll(property, ids, 'application-security-group') : undefined;
  };
  const sourceApplicationSecurityGroups = groups('sourceApplicationSecurityGroups');
  const destinationApplicationSecurityGroups = groups('destinationApplicationSecurityGroups');
  const sourceAddressPrefixes = either(rule, 'sourceAddressPrefix', 'sourceAddressPrefixes');
  const destinationAddressPrefixes = either(rule, 'destinationAddressPrefix', 'destinationAddressPrefixes');
  const destinationPortRanges = either(rule, 'destinationPortRange', 'destinationPortRanges');
  // Azure refuses a rule without them: what holds no packet here would hold some there.
  const ends = [
    [sourceAddressPrefixes, sourceApplicationSecurityGroups, 'a source'],
    [destinationAddressPrefixes, destinationApplicationSecurityGroups, 'a destination'],
    [destinationPortRanges, undefined, 'destination ports'],
  ] as const;
  for (const [own, byGroup, what] of ends)
    if (own.length === 0 && byGroup === undefined) item.report(name, `a security rule needs ${what}`);
  return {
    name,
    priority,
    direction,
    access,
    protocol,
    sourceAddressPrefixes,
    sourcePortRanges: either(rule, 'sourcePortRange', 'sourcePortRanges'),
    destinationAddressPrefixes,
    destinationPortRanges,
    ...(sourceApplicationSecurityGroups && { sourceApplicationSecurityGroups }),
    ...(destinationApplicationSecurityGroups && { destinationApplicationSecurityGroups }),
  };
};

export const networkSecurityGroup: Converter = (reading) => ({
  kind: 'network-security-group',
  securityRules: (reading.estate.list(reading.row, 'securityRules') ?? []).flatMap(
    (item) => securityRule(item, reading) ?? [],
  ),
});

export const applicationSecurityGroup: Converter = () => ({ kind: 'application-security-group' });

export const ipGroup: Converter = ({ properties }) => ({
  kind: 'ip-group',
  ipAddresses: properties.texts('ipAddresses') ?? [],
});

export const routeTable: Converter = ({ row, estate, properties }) => ({
  kind: 'route-table',
  disableBgpRoutePropagation: properties.flag('disableBgpRoutePropagation'),
  routes: (estate.list(row, 'routes') ?? []).flatMap((item) => {
    const route = item.inner();
    const name = item.text('name') ?? '';
    const addressPrefix = route.text('addressPrefix');
    const nextHopType = route.oneOf('nextHopType', [
      'VirtualAppliance',
      'VirtualNetworkGateway',
      'VnetLocal',
      'Internet',
      'None',
    ]);
    if (addressPrefix === undefined || !nextHopType) {
      item.report(name, 'a route needs an address prefix and a next hop type');
      return [];
    }
    const nextHopIpAddress = route.text('nextHopIpAddress');
    return [
      { name, addressPrefix, nextHopType, ...(nextHopIpAddress !== undefined && { nextHopIpAddress }) },
    ];
  }),
});

/** Address configurations with what each of them may refer to. */
const configurations = ({ refer }: Reading, parts: readonly Part[] | undefined) =>
  (parts ?? []).map((item) => {
    const inner = item.inner();
    return {
      name: item.text('name') ?? '',
      inner,
      subnet: refer('ipConfigurations.subnet', inner.id('subnet'), 'subnet'),
      privateIPAddress: inner.text('privateIPAddress'),
      publicIPAddress: refer(
        'ipConfigurations.publicIPAddress',
        inner.id('publicIPAddress'),
        'public-ip-address',
      ),
    };
  });

type Configuration = ReturnType<typeof configurations>[number];

const publicAddressesOf = (found: readonly Configuration[]) =>
  unique(found.flatMap(({ publicIPAddress }) => publicIPAddress ?? []));

const subnetOf = (found: readonly Configuration[]) =>
  found.find(({ subnet }) => subnet !== undefined)?.subnet;

/** A configuration as the model has it. */
const plain = ({ name, subnet, privateIPAddress, publicIPAddress }: Configuration) => ({
  name,
  ...(subnet !== undefined && { subnet }),
  ...(privateIPAddress !== undefined && { privateIPAddress }),
  ...(publicIPAddress !== undefined && { publicIPAddress }),
});

/** A pool's id is its load balancer's with a tail. */
const ofLoadBalancer = (pool: string) => pool.replace(/\/backendAddressPools\/[^/]*$/i, '');

export const networkInterface: Converter = (reading) => {
  const { properties, refer, referAll } = reading;
  const found = configurations(reading, properties.parts('ipConfigurations'));
  return {
    kind: 'network-interface',
    parent: subnetOf(found),
    ipConfigurations: found.map((one) => {
      const ids = one.inner.ids('applicationSecurityGroups');
      const groups = ids?.length
        ? referAll('applicationSecurityGroups', ids, 'application-security-group')
        : [];
      const pools = one.inner.ids('loadBalancerBackendAddressPools')?.map(ofLoadBalancer);
      const balancers = pools?.length
        ? referAll('loadBalancerBackendAddressPools', unique(pools), 'load-balancer')
        : [];
      return {
        ...plain(one),
        ...(groups?.length && { applicationSecurityGroups: groups }),
        ...(balancers?.length && { loadBalancerBackendAddressPools: balancers }),
      };
    }),
    networkSecurityGroup: refer(
      'networkSecurityGroup',
      properties.id('networkSecurityGroup'),
      'network-security-group',
    ),
    enableIPForwarding: properties.flag('enableIPForwarding'),
  };
};

export const natGateway: Converter = ({ properties, referAll }) => ({
  kind: 'nat-gateway',
  publicIPAddresses: referAll('publicIpAddresses', properties.ids('publicIpAddresses'), 'public-ip-address'),
  publicIPPrefixes: properties.ids('publicIpPrefixes'),
});

/** A SKU, which Azure writes beside the properties or among them. */
export const skuOf = ({ row, estate, properties }: Reading): Part => {
  const beside = row.body.sku;
  if (typeof beside === 'object' && beside !== null && !Array.isArray(beside))
    return estate.partOf({ ...row, body: { properties: beside as Record<string, unknown> } });
  return typeof beside === 'string'
    ? estate.partOf({ ...row, body: { properties: { name: beside } } })
    : properties.part('sku');
};

export const publicIpAddress: Converter = (reading) => ({
  kind: 'public-ip-address',
  sku: skuOf(reading).oneOf('name', ['Basic', 'Standard']),
  publicIPAllocationMethod: reading.properties.oneOf('publicIPAllocationMethod', ['Static', 'Dynamic']),
  ipAddress: reading.properties.text('ipAddress'),
});

export const virtualNetworkGateway: Converter = (reading) => {
  const { properties } = reading;
  const found = configurations(reading, properties.parts('ipConfigurations'));
  const gatewayType = properties.oneOf('gatewayType', ['Vpn', 'ExpressRoute']);
  if (!gatewayType && reading.row.body.properties)
    properties.report('gatewayType', 'it is not given; the gateway is drawn as a VPN gateway');
  return {
    kind: 'virtual-network-gateway',
    parent: subnetOf(found),
    gatewayType: gatewayType ?? 'Vpn',
    sku: skuOf(reading).text('name') ?? properties.part('sku').text('name'),
    publicIPAddresses: publicAddressesOf(found),
  };
};

/** One ARM type for two things: a hub of a virtual WAN, and a Route Server, which has no WAN and lies in a subnet. */
export const virtualHub: Converter = (reading) => {
  const { row, estate, properties, refer } = reading;
  const found = configurations(reading, estate.list(row, 'ipConfigurations'));
  const parent = subnetOf(found);
  const isRouteServer = parent !== undefined || /^routeserver$/i.test(String(row.body.kind));
  if (isRouteServer && !properties.has('virtualWan')) return { kind: 'route-server', parent };
  const connections = estate.list(row, 'virtualNetworkConnections', 'hubVirtualNetworkConnections');
  return {
    kind: 'virtual-wan-hub',
    addressPrefix: properties.text('addressPrefix'),
    virtualNetworkConnections: connections?.flatMap((item) => {
      const remoteVirtualNetwork = refer(
        'virtualNetworkConnections',
        item.inner().id('remoteVirtualNetwork'),
        'virtual-network',
      );
      const enableInternetSecurity = item.inner().flag('enableInternetSecurity');
      const routing = item.inner().part('routingConfiguration');
      const associatedRouteTable = routing.id('associatedRouteTable')?.split('/').at(-1);
      const propagatedRouteTables = tablesPropagatedTo(reading, routing.part('propagatedRouteTables'));
      return remoteVirtualNetwork
        ? [
            {
              name: item.text('name') ?? '',
              remoteVirtualNetwork,
              ...(enableInternetSecurity !== undefined && { enableInternetSecurity }),
              ...(associatedRouteTable !== undefined && { associatedRouteTable }),
              ...(propagatedRouteTables && { propagatedRouteTables }),
            },
          ]
        : [];
    }),
    routingPolicies: estate
      .list(row, 'routingIntent')
      ?.flatMap((item) => (item.inner().parts('routingPolicies') ?? []).map((one) => hubRoute(reading, one))),
    routeTables: estate.list(row, 'hubRouteTables')?.map((item) => ({
      name: item.text('name') ?? '',
      routes: (item.inner().parts('routes') ?? []).map((one) => hubRoute(reading, one)),
    })),
  };
};

/** Tables of the hub itself to which a connection propagates, by their ids and by the labels that they bear. */
function tablesPropagatedTo({ row, estate }: Reading, propagated: Part): readonly string[] | undefined {
  const ids = propagated.ids('ids');
  const labels = propagated.texts('labels');
  if (!ids && !labels) return undefined;
  const wanted = new Set((labels ?? []).map((label) => label.toLowerCase()));
  const own = `${row.id.spelled.toLowerCase()}/hubroutetables/`;
  return unique([
    ...(ids ?? []).filter((id) => id.toLowerCase().startsWith(own)).map((id) => id.slice(own.length)),
    ...(wanted.has('default') ? ['defaultRouteTable'] : []),
    ...(estate.list(row, 'hubRouteTables') ?? [])
      .filter((table) =>
        table
          .inner()
          .texts('labels')
          ?.some((label) => wanted.has(label.toLowerCase())),
      )
      .flatMap((table) => table.text('name') ?? []),
  ]);
}

/** A policy of a routing intent, or a route of a hub's table; of next hops only firewalls are followed. */
function hubRoute({ refer }: Reading, item: Part) {
  const spelled = item.text('nextHop');
  const isFirewall = spelled !== undefined && /\/azureFirewalls\//i.test(spelled);
  const nextHop = isFirewall ? refer('nextHop', spelled, 'azure-firewall') : undefined;
  return {
    name: item.text('name') ?? '',
    destinations: item.texts('destinations') ?? [],
    ...(nextHop !== undefined && { nextHop }),
  };
}

export const bastion: Converter = (reading) => {
  const found = configurations(reading, reading.properties.parts('ipConfigurations'));
  return {
    kind: 'bastion',
    parent: subnetOf(found),
    sku: skuOf(reading).text('name'),
    publicIPAddresses: publicAddressesOf(found),
  };
};

export const applicationGateway: Converter = (reading) => {
  const { properties } = reading;
  const sku = properties.has('sku') ? properties.part('sku') : skuOf(reading);
  const frontends = configurations(reading, properties.parts('frontendIPConfigurations'));
  return {
    kind: 'application-gateway',
    parent: subnetOf(configurations(reading, properties.parts('gatewayIPConfigurations'))),
    skuTier: sku.text('tier'),
    capacity: properties.part('autoscaleConfiguration').count('maxCapacity') ?? sku.count('capacity'),
    publicIPAddresses: publicAddressesOf(frontends),
    privateIPAddress: frontends.find(({ privateIPAddress }) => privateIPAddress)?.privateIPAddress,
  };
};

export const loadBalancer: Converter = (reading) => {
  const { properties } = reading;
  const outboundRules = properties.parts('outboundRules');
  return {
    kind: 'load-balancer',
    sku: skuOf(reading).text('name'),
    frontendIPConfigurations: configurations(reading, properties.parts('frontendIPConfigurations')).map(
      plain,
    ),
    hasOutboundRules: outboundRules && outboundRules.length > 0,
  };
};

export const serviceEndpointPolicy: Converter = ({ row, estate }) => ({
  kind: 'service-endpoint-policy',
  definitions: (estate.list(row, 'serviceEndpointPolicyDefinitions') ?? []).map((item) => ({
    name: item.text('name') ?? '',
    service: item.inner().text('service') ?? 'Microsoft.Storage',
    serviceResources: item.inner().texts('serviceResources') ?? [],
  })),
});

export const networkSecurityPerimeter: Converter = ({ row, estate, refer }) => ({
  kind: 'network-security-perimeter',
  associations: (estate.list(row, 'resourceAssociations') ?? []).flatMap((item) => {
    const resource = refer('resourceAssociations', item.inner().id('privateLinkResource'));
    const accessMode = item.inner().text('accessMode');
    return resource ? [{ resource, ...(accessMode !== undefined && { accessMode }) }] : [];
  }),
});
