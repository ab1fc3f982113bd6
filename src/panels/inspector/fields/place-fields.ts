import type { ResourceKind } from '#model';
import { choice, type Field, flag, list, reference, references, rows, text, textOf } from './field.ts';

/** Fields of what holds other resources, and of people and machines. */
export const placeFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  'virtual-network': [
    list('addressPrefixes', 'Address space', 'prefix', '10.0.0.0/16'),
    list('dnsServers', 'DNS servers', 'address', 'Azure DNS'),
  ],
  subnet: [
    list('addressPrefixes', 'Address prefix', 'prefix', '10.0.1.0/24'),
    reference('networkSecurityGroup', 'Security group', 'network-security-group'),
    reference('routeTable', 'Route table', 'route-table'),
    reference('natGateway', 'NAT gateway', 'nat-gateway'),
    rows('serviceEndpoints', 'Service endpoints', {
      noun: 'service endpoint',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
      cells: (part) => [textOf(part.service), textOf(part.locations)],
      fields: () => [text('service', 'Service'), list('locations', 'Locations')],
      additions: [{ title: 'Add service endpoint', make: () => ({ service: 'Microsoft.Storage' }) }],
    }),
    references('serviceEndpointPolicies', 'Endpoint policies', 'service-endpoint-policy'),
    flag('defaultOutboundAccess', 'Default outbound', 'Not set'),
    list('delegations', 'Delegation', 'any', 'None'),
    choice(
      'privateEndpointNetworkPolicies',
      'Endpoint network policies',
      [
        'Disabled',
        'Enabled',
        ['NetworkSecurityGroupEnabled', 'Security groups only'],
        ['RouteTableEnabled', 'Route tables only'],
      ],
      'Disabled',
    ),
  ],
  'on-premises-network': [
    list('addressPrefixes', 'Address prefixes', 'prefix', '192.168.0.0/16'),
    references('gateways', 'Joined by', 'virtual-network-gateway'),
    list('dnsServers', 'DNS servers', 'address'),
  ],
  client: [
    choice(
      'role',
      'Role',
      [
        ['engineer', 'Engineer: studio and VS Code'],
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
  'virtual-machine': [references('networkInterfaces', 'Network interfaces', 'network-interface')],
};
