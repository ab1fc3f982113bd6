import type { ResourceKind } from '#model';
import {
  choice,
  type Field,
  flag,
  freePartName,
  list,
  number,
  reference,
  references,
  requiredReference,
  rows,
  text,
  textOf,
} from './field.ts';
import { routes, ruleCollectionGroups, ruleCollections, securityRules } from './rule-rows.ts';

const publicAddresses = references('publicIPAddresses', 'Public IP addresses', 'public-ip-address');
const threatIntelligence = choice(
  'threatIntelMode',
  'Threat intelligence',
  ['Off', 'Alert', 'Deny'],
  'Alert',
);
const dnsSettings: readonly Field[] = [
  flag('dnsSettings.enableProxy', 'DNS proxy', 'Off'),
  list('dnsSettings.servers', 'DNS servers', 'address', 'Azure DNS'),
];
const tier = choice('skuTier', 'SKU tier', ['Basic', 'Standard', 'Premium'], 'Standard');

const frontend: readonly Field[] = [
  text('name', 'Name'),
  reference('subnet', 'Subnet', 'subnet'),
  text('privateIPAddress', 'Private IP', 'address'),
  reference('publicIPAddress', 'Public IP', 'public-ip-address'),
];

/** Fields of what decides where packets go. */
export const trafficFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  'network-security-group': [securityRules],
  'route-table': [routes, flag('disableBgpRoutePropagation', 'Gateway routes', 'Propagated')],
  'azure-firewall': [
    tier,
    text('privateIPAddress', 'Private IP', 'address', 'First usable'),
    reference('firewallPolicy', 'Firewall policy', 'firewall-policy'),
    publicAddresses,
    reference('managementSubnet', 'Management subnet', 'subnet'),
    reference('managementPublicIPAddress', 'Management IP', 'public-ip-address'),
    threatIntelligence,
    ...dnsSettings,
    ruleCollections,
  ],
  'firewall-policy': [
    tier,
    reference('basePolicy', 'Parent policy', 'firewall-policy'),
    threatIntelligence,
    ...dnsSettings,
    ruleCollectionGroups,
  ],
  'ip-group': [list('ipAddresses', 'IP addresses', 'any', '10.0.0.0/24')],
  'network-virtual-appliance': [
    text('privateIPAddress', 'Private IP', 'address'),
    references('networkInterfaces', 'Network interfaces', 'network-interface'),
  ],
  'network-interface': [
    reference('networkSecurityGroup', 'Security group', 'network-security-group'),
    flag('enableIPForwarding', 'IP forwarding', 'Off'),
    rows('ipConfigurations', 'IP configurations', {
      noun: 'configuration',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
      cells: (part, nameOf) => [textOf(part.name), textOf(part.privateIPAddress) || nameOf(part.subnet)],
      fields: () => [
        ...frontend,
        references('applicationSecurityGroups', 'Application groups', 'application-security-group'),
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
    choice('publicIPAllocationMethod', 'Assignment', ['Static', 'Dynamic'], 'Dynamic'),
    text('ipAddress', 'IP address', 'address'),
  ],
  'virtual-network-gateway': [
    choice('gatewayType', 'Gateway type', [['Vpn', 'VPN'], 'ExpressRoute']),
    text('sku', 'SKU'),
    publicAddresses,
  ],
  'virtual-wan-hub': [
    text('addressPrefix', 'Address prefix', 'prefix'),
    rows('virtualNetworkConnections', 'Connections', {
      noun: 'connection',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
      cells: (part, nameOf) => [textOf(part.name), nameOf(part.remoteVirtualNetwork)],
      fields: () => [
        text('name', 'Name'),
        requiredReference('remoteVirtualNetwork', 'Virtual network', 'virtual-network'),
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
  ],
  bastion: [text('sku', 'SKU'), publicAddresses],
  'application-gateway': [
    text('skuTier', 'SKU tier'),
    number('capacity', 'Instances', 'at most'),
    text('privateIPAddress', 'Private IP', 'address'),
    publicAddresses,
  ],
  'load-balancer': [
    text('sku', 'SKU'),
    flag('hasOutboundRules', 'Outbound rules', 'Off'),
    rows('frontendIPConfigurations', 'Frontends', {
      noun: 'frontend',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
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
    { ...requiredReference('remoteVirtualNetwork', 'Remote network', 'virtual-network') },
    choice('peeringState', 'State', ['Initiated', 'Connected', 'Disconnected'], 'Connected'),
    flag('allowVirtualNetworkAccess', 'Network access', 'On'),
    flag('allowForwardedTraffic', 'Forwarded traffic', 'Off'),
    flag('allowGatewayTransit', 'Gateway transit', 'Off'),
    flag('useRemoteGateways', 'Remote gateways', 'Off'),
  ],
  'service-endpoint-policy': [
    rows('definitions', 'Definitions', {
      noun: 'definition',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
      cells: (part) => [textOf(part.name), textOf(part.service)],
      fields: () => [
        text('name', 'Name'),
        choice('service', 'Service', ['Microsoft.Storage', 'Global']),
        list('serviceResources', 'Resources', 'any', 'Resource ids or aliases'),
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
  'security-admin-rules': [references('virtualNetworks', 'Virtual networks', 'virtual-network')],
};
