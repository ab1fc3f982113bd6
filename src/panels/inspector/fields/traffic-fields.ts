import { freeForNetwork } from '#commands';
import { kinds, type ResourceKind, resourceKinds } from '#model';
import {
  choice,
  type Field,
  flag,
  freePartName,
  list,
  number,
  type Part,
  reference,
  references,
  requiredReference,
  rows,
  text,
  textOf,
  twoColumns,
  unlessDecidedBy,
  whileEmpty,
  withFreeSpace,
} from './field.ts';
import { ruleCollectionGroups, ruleCollections } from './firewall-rows.ts';
import { adminRules, routes, securityRules } from './rule-rows.ts';

const publicAddresses = references('publicIPAddresses', 'Public IP addresses', 'public-ip-address');
const threatIntelligence = choice(
  'threatIntelMode',
  'Threat intelligence mode',
  ['Off', 'Alert', 'Deny'],
  'Alert',
);
const dnsSettings: readonly Field[] = [
  flag('dnsSettings.enableProxy', 'DNS proxy', 'Off'),
  whileEmpty('Azure DNS by default', list('dnsSettings.servers', 'DNS servers', 'address')),
];
const tier = choice('skuTier', 'SKU tier', ['Basic', 'Standard', 'Premium'], 'Standard');

/** Where a virtual hub sends what: by its routing intent, or by its tables. */
const hubRoutes = (path: string, label: string, noun: string, example: string): Field =>
  rows(path, label, {
    noun,
    columns: twoColumns,
    headsOf: () => ['Destinations', 'Next hop'],
    cells: (part, nameOf) => [textOf(part.destinations), nameOf(part.nextHop) || 'Not set'],
    fields: () => [
      text('name', 'Name'),
      list('destinations', 'Destinations', 'any', example),
      reference('nextHop', 'Next hop', 'azure-firewall'),
    ],
    additions: [
      {
        title: `Add ${noun}`,
        make: (_, present) => ({ name: freePartName(present, noun), destinations: [] }),
      },
    ],
  });

/** How many routes a table has, in words. */
const routesIn = ({ routes }: Part): string => {
  const count = Array.isArray(routes) ? routes.length : 0;
  return count === 1 ? '1 route' : `${count} routes`;
};

/** Kinds of resources that a perimeter may hold: those with public access of their own. */
const perimeterKinds: readonly ResourceKind[] = resourceKinds.filter(
  (kind) => kinds[kind].group === 'Services',
);

const frontend: readonly Field[] = [
  text('name', 'Name'),
  reference('subnet', 'Subnet', 'subnet'),
  whileEmpty('Given by Azure', text('privateIPAddress', 'Private IP address', 'address')),
  reference('publicIPAddress', 'Public IP address', 'public-ip-address'),
];

/** Fields of what decides where packets go. */
export const trafficFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  'network-security-group': [securityRules],
  'route-table': [
    routes,
    choice(
      'disableBgpRoutePropagation',
      'Gateway route propagation',
      [
        [false, 'On'],
        [true, 'Off'],
      ],
      'On',
    ),
  ],
  'azure-firewall': [
    tier,
    whileEmpty('First usable by default', text('privateIPAddress', 'Private IP address', 'address')),
    reference('firewallPolicy', 'Firewall policy', 'firewall-policy'),
    publicAddresses,
    reference('managementSubnet', 'Management subnet', 'subnet'),
    reference('managementPublicIPAddress', 'Management public IP', 'public-ip-address'),
    ...[threatIntelligence, ...dnsSettings, ruleCollections].map(unlessDecidedBy('firewallPolicy')),
  ],
  'firewall-policy': [
    tier,
    reference('basePolicy', 'Parent policy', 'firewall-policy'),
    threatIntelligence,
    ...dnsSettings,
    ruleCollectionGroups,
  ],
  'ip-group': [list('ipAddresses', 'IP addresses', 'any', 'For example 10.0.0.0/24')],
  'network-virtual-appliance': [
    whileEmpty('Given by Azure', text('privateIPAddress', 'Private IP address', 'address')),
    references('networkInterfaces', 'Network interfaces', 'network-interface'),
  ],
  'network-interface': [
    reference('networkSecurityGroup', 'Network security group', 'network-security-group'),
    flag('enableIPForwarding', 'IP forwarding', 'Off'),
    rows('ipConfigurations', 'IP configurations', {
      noun: 'configuration',
      columns: twoColumns,
      headsOf: () => ['Name', 'Address or subnet'],
      cells: (part, nameOf) => [textOf(part.name), textOf(part.privateIPAddress) || nameOf(part.subnet)],
      fields: () => [
        ...frontend,
        references('applicationSecurityGroups', 'Application security groups', 'application-security-group'),
        references('loadBalancerBackendAddressPools', 'Backend pools of', 'load-balancer'),
      ],
      additions: [
        {
          title: 'Add configuration',
          make: (_, present) => ({ name: freePartName(present, 'ipconfig') }),
        },
      ],
    }),
  ],
  'nat-gateway': [publicAddresses, list('publicIPPrefixes', 'Public IP prefixes')],
  'public-ip-address': [
    choice('sku', 'SKU', ['Basic', 'Standard'], 'Standard'),
    choice('publicIPAllocationMethod', 'IP address assignment', ['Static', 'Dynamic'], 'Dynamic'),
    whileEmpty('Given by Azure', text('ipAddress', 'IP address', 'address')),
  ],
  'virtual-network-gateway': [
    choice('gatewayType', 'Gateway type', [['Vpn', 'VPN'], 'ExpressRoute']),
    text('sku', 'SKU'),
    publicAddresses,
  ],
  'virtual-wan-hub': [
    withFreeSpace(
      text('addressPrefix', 'Address prefix', 'prefix', 'For example 10.3.0.0/23'),
      (design, { id }) => freeForNetwork(design, id),
    ),
    rows('virtualNetworkConnections', 'Virtual network connections', {
      noun: 'connection',
      columns: twoColumns,
      headsOf: () => ['Name', 'Virtual network'],
      cells: (part, nameOf) => [textOf(part.name), nameOf(part.remoteVirtualNetwork)],
      fields: () => [
        text('name', 'Name'),
        requiredReference('remoteVirtualNetwork', 'Virtual network', 'virtual-network'),
        flag('enableInternetSecurity', 'Propagate default route', 'On'),
        whileEmpty('The default table', text('associatedRouteTable', 'Associated route table')),
        whileEmpty('The default table', list('propagatedRouteTables', 'Propagates to route tables')),
      ],
      additions: [
        {
          title: 'Add connection',
          make: (design, present) => {
            const network = design.resources.find((one) => one.kind === 'virtual-network');
            return network && { name: freePartName(present, 'connection'), remoteVirtualNetwork: network.id };
          },
        },
      ],
    }),
    hubRoutes('routingPolicies', 'Routing policies', 'policy', 'Internet or PrivateTraffic'),
    rows('routeTables', 'Route tables', {
      noun: 'route table',
      absentOf: () => ({ words: 'Not shown' }),
      columns: twoColumns,
      headsOf: () => ['Name', 'Routes'],
      cells: (part) => [textOf(part.name), routesIn(part)],
      fields: () => [text('name', 'Name'), hubRoutes('routes', 'Routes', 'route', 'For example 0.0.0.0/0')],
      additions: [
        {
          title: 'Add route table',
          make: (_, present) => ({ name: freePartName(present, 'route-table'), routes: [] }),
        },
      ],
    }),
  ],
  bastion: [text('sku', 'SKU'), publicAddresses],
  'application-gateway': [
    text('skuTier', 'SKU tier'),
    number('capacity', 'Capacity', 'instances'),
    text('privateIPAddress', 'Private IP address', 'address'),
    publicAddresses,
  ],
  'load-balancer': [
    text('sku', 'SKU'),
    flag('hasOutboundRules', 'Outbound rules', 'Off'),
    rows('frontendIPConfigurations', 'Frontend IP configurations', {
      noun: 'frontend',
      columns: twoColumns,
      headsOf: () => ['Name', 'Address or subnet'],
      cells: (part, nameOf) => [
        textOf(part.name),
        textOf(part.privateIPAddress) || nameOf(part.publicIPAddress) || nameOf(part.subnet),
      ],
      fields: () => frontend,
      additions: [
        { title: 'Add frontend', make: (_, present) => ({ name: freePartName(present, 'frontend') }) },
      ],
    }),
  ],
  'virtual-network-peering': [
    requiredReference('remoteVirtualNetwork', 'Remote virtual network', 'virtual-network'),
    choice('peeringState', 'Peering state', ['Initiated', 'Connected', 'Disconnected'], 'Given by Azure'),
    whileEmpty('All of it by default', list('remoteAddressSpace', 'Remote address space', 'prefix')),
    flag('allowVirtualNetworkAccess', 'Allow virtual network access', 'On'),
    flag('allowForwardedTraffic', 'Allow forwarded traffic', 'Off'),
    flag('allowGatewayTransit', 'Allow gateway transit', 'Off'),
    flag('useRemoteGateways', 'Use remote gateways', 'Off'),
  ],
  'service-endpoint-policy': [
    rows('definitions', 'Definitions', {
      noun: 'definition',
      columns: 'minmax(0, 1fr) 106px',
      headsOf: () => ['Name', 'Service'],
      cells: (part) => [textOf(part.name), textOf(part.service)],
      fields: () => [
        text('name', 'Name'),
        choice('service', 'Service', ['Microsoft.Storage', 'Global']),
        list('serviceResources', 'Service resources', 'any', 'Resource IDs or aliases'),
      ],
      additions: [
        {
          title: 'Add definition',
          make: (_, present) => ({
            name: freePartName(present, 'definition'),
            service: 'Microsoft.Storage',
            serviceResources: [],
          }),
        },
      ],
    }),
  ],
  'security-admin-rules': [references('virtualNetworks', 'Virtual networks', 'virtual-network'), adminRules],
  'network-security-perimeter': [
    rows('associations', 'Resource associations', {
      noun: 'association',
      columns: twoColumns,
      headsOf: () => ['Resource', 'Access mode'],
      cells: (part, nameOf) => [nameOf(part.resource), textOf(part.accessMode)],
      fields: () => [
        requiredReference('resource', 'Resource', ...perimeterKinds),
        text('accessMode', 'Access mode', 'any', 'Learning, Enforced or Audit'),
      ],
      additions: [
        {
          title: 'Add association',
          make: (design, present) => {
            const taken = new Set(present.map((part) => part.resource));
            const found = design.resources.find(
              ({ id, kind }) => perimeterKinds.includes(kind) && !taken.has(id),
            );
            return found && { resource: found.id, accessMode: 'Enforced' };
          },
        },
      ],
    }),
  ],
};
