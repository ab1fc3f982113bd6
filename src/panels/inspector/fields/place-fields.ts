import { freeForNetwork, freeForSubnet } from '#commands';
import type { ResourceKind } from '#model';
import {
  choice,
  type Field,
  flag,
  list,
  reference,
  references,
  rows,
  text,
  textOf,
  toldByAzure,
  twoColumns,
  whileEmpty,
  withFreeSpace,
} from './field.ts';

const addressSpace = (label: string, example: string): Field =>
  withFreeSpace(list('addressPrefixes', label, 'prefix', example), (design, { id }) =>
    freeForNetwork(design, id),
  );

/** Fields of what holds other resources, and of people and machines. */
export const placeFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  'virtual-network': [
    addressSpace('Address space', '10.0.0.0/16'),
    whileEmpty('Azure DNS by default', list('dnsServers', 'DNS servers', 'address')),
    toldByAzure(whileEmpty('Not listed', list('virtualNetworkPeerings', 'Peerings in Azure'))),
  ],
  subnet: [
    withFreeSpace(
      list('addressPrefixes', 'Address prefixes', 'prefix', 'For example 10.0.1.0/24'),
      freeForSubnet,
    ),
    reference('networkSecurityGroup', 'Network security group', 'network-security-group'),
    reference('routeTable', 'Route table', 'route-table'),
    reference('natGateway', 'NAT gateway', 'nat-gateway'),
    rows('serviceEndpoints', 'Service endpoints', {
      noun: 'service endpoint',
      columns: twoColumns,
      headsOf: () => ['Service', 'Locations'],
      cells: (part) => [textOf(part.service), textOf(part.locations)],
      fields: () => [text('service', 'Service'), list('locations', 'Locations')],
      additions: [{ title: 'Add service endpoint', make: () => ({ service: 'Microsoft.Storage' }) }],
    }),
    references('serviceEndpointPolicies', 'Service endpoint policies', 'service-endpoint-policy'),
    flag('defaultOutboundAccess', 'Default outbound access', 'Not set'),
    list('delegations', 'Delegations'),
    choice(
      'privateEndpointNetworkPolicies',
      'Private endpoint network policies',
      [
        'Disabled',
        'Enabled',
        ['NetworkSecurityGroupEnabled', 'Network security groups only'],
        ['RouteTableEnabled', 'Route tables only'],
      ],
      'Disabled',
    ),
    choice(
      'privateLinkServiceNetworkPolicies',
      'Private link service network policies',
      ['Enabled', 'Disabled'],
      'Enabled',
    ),
    toldByAzure(whileEmpty('Not listed', list('ipConfigurations', 'IP configurations'))),
  ],
  'on-premises-network': [
    addressSpace('Address prefixes', '192.168.0.0/16'),
    references('gateways', 'Virtual network gateways', 'virtual-network-gateway'),
    list('dnsServers', 'DNS servers', 'address'),
  ],
  client: [
    choice(
      'role',
      'Role',
      [
        ['engineer', 'Engineer'],
        ['scoring-client', 'Scoring client'],
      ],
      'Engineer',
    ),
    references(
      'uses',
      'Uses',
      'workspace',
      'managed-online-endpoint',
      'batch-endpoint',
      'kubernetes-online-endpoint',
    ),
  ],
  'virtual-machine': [
    {
      path: 'networkInterfaces',
      label: 'Network interfaces',
      control: {
        type: 'references',
        kinds: ['network-interface'],
        // Azure makes no machine without one.
        absent: 'Not drawn: one is counted',
      },
    },
  ],
};
