import fc from 'fast-check';
import type { Design, FirewallRule, SecurityRule } from '#model';
import { deriveNetwork } from '#network';
import { find, type Place, placeOf } from './document.ts';
import { type Draw, draws, maybe, one, some } from './draw.ts';
import { Drawing } from './drawing.ts';
import { fateOf, type Question } from './packets.ts';
import type { Answer, Part } from './part.ts';
import { routeOf } from './routes.ts';
import { matches, virtualNetworkSpace } from './words.ts';

/*
 * Left out, since the facts do not settle them:
 * - a reply that takes another way than the packet: Azure's pages only warn of it;
 * - whether the VirtualNetwork tag holds the default route of a user, and so what is left for the Internet tag;
 * - private addresses that are in no tag, and what a user's 0.0.0.0/0 does with them;
 * - private addresses that nothing has, and public ones where a user's route has a tag that may hold them;
 * - which account a service endpoint policy means, where a packet goes to the Storage tag;
 * - connections of private endpoints that are not approved, where a name leads there.
 */

const toFirewall = { nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.0.4' } as const;
const none = { nextHopType: 'None' } as const;
const internet = { nextHopType: 'Internet' } as const;
const routes = [
  { name: 'default', addressPrefix: '0.0.0.0/0', ...toFirewall },
  { name: 'default', addressPrefix: '0.0.0.0/0', ...toFirewall },
  { name: 'default-none', addressPrefix: '0.0.0.0/0', ...none },
  { name: 'default-internet', addressPrefix: '0.0.0.0/0', ...internet },
  { name: 'other', addressPrefix: '10.2.0.0/24', ...toFirewall },
  { name: 'other', addressPrefix: '10.2.0.0/24', ...toFirewall },
  { name: 'other-none', addressPrefix: '10.2.0.0/24', ...none },
  { name: 'other-internet', addressPrefix: '10.2.0.0/25', ...internet },
  { name: 'storage', addressPrefix: 'Storage', ...internet },
  { name: 'storage-region', addressPrefix: 'Storage.westeurope', ...toFirewall },
  { name: 'sign-in', addressPrefix: 'AzureActiveDirectory', ...none },
  { name: 'own', addressPrefix: '10.1.0.0/24', ...toFirewall },
  { name: 'endpoint', addressPrefix: '10.1.0.20/32', ...toFirewall },
  { name: 'registry-data', addressPrefix: '10.1.0.21/32', ...toFirewall },
  { name: 'hub', addressPrefix: '10.0.0.96/28', ...none },
] as const;

const hasDefault = (design: Design) =>
  find(design, 'route-table', 'rt')?.routes.some(({ addressPrefix }) => addressPrefix === '0.0.0.0/0');

const prefixes = [
  '10.0.0.0/24',
  '10.1.0.0/24',
  '10.1.0.16/28',
  '10.1.0.21',
  '10.1.0.22/31',
  '10.2.0.0/24',
  '10.0.0.0/8',
  '10.2.0.5',
];
const tags = [
  'Storage',
  'AzureActiveDirectory',
  'AzureCloud',
  'Storage.westeurope',
  'AzureContainerRegistry',
];

function securityRules(g: Draw, isTagSafe: boolean): readonly SecurityRule[] {
  const broad = isTagSafe ? ['*', 'VirtualNetwork', 'Internet'] : ['*'];
  return Array.from({ length: g(fc.integer, { min: 0, max: 4 }) }, (_, at) => ({
    name: `rule-${at}`,
    priority: 100 + g(fc.integer, { min: 0, max: 9 }) * 10 + at,
    direction: one(g, ['Inbound', 'Outbound']),
    access: one(g, ['Allow', 'Deny']),
    protocol: one(g, ['*', 'Tcp', 'Udp']),
    sourceAddressPrefixes: ['*'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: maybe(g, 0.4)
      ? [one(g, broad)]
      : maybe(g, 0.5)
        ? some(g, prefixes, 2)
        : [one(g, tags)],
    destinationPortRanges: one(g, [['*'], ['443'], ['400-500'], ['22']]),
  }));
}

/** Application rules hide the source of a packet, which decides what comes after a firewall on the way to an endpoint. */
const firewallRule = (g: Draw, isInspected: boolean): FirewallRule =>
  isInspected || maybe(g, 0.6)
    ? {
        ruleType: 'NetworkRule',
        name: 'network',
        sourceAddresses: [one(g, ['*', '10.1.0.0/24'])],
        ipProtocols: [one(g, ['Any', 'TCP', 'UDP'])],
        destinationAddresses: maybe(g, 0.5) ? [one(g, ['*', ...tags])] : some(g, prefixes, 2),
        destinationPorts: [one(g, ['*', '443', '1-1024'])],
      }
    : {
        ruleType: 'ApplicationRule',
        name: 'application',
        sourceAddresses: ['*'],
        protocols: [{ protocolType: 'Https', port: 443 }],
        targetFqdns: some(
          g,
          [
            '*.blob.core.windows.net',
            'st.blob.core.windows.net',
            '*.azurecr.io',
            'cr.azurecr.io',
            '*.microsoftonline.com',
          ],
          2,
        ),
      };

const half = (g: Draw, mustForward = false) => ({
  ...(maybe(g, 0.9) ? { peeringState: 'Connected' as const } : {}),
  allowForwardedTraffic: mustForward || maybe(g, 0.75),
});

function designOf(g: Draw): Design {
  const picked = maybe(g, 0.75) ? some(g, routes, 4) : [];
  const table = picked.filter(
    (route, at) => picked.findIndex((other) => other.addressPrefix === route.addressPrefix) === at,
  );
  const isTagSafe = table.every(({ addressPrefix }) => addressPrefix.startsWith('10.'));
  const isInspected = table.some(({ addressPrefix }) => addressPrefix.startsWith('10.1.'));
  const group = (name: string) => (maybe(g, 0.55) ? { networkSecurityGroup: Drawing.id(name) } : {});
  const drawing = new Drawing()
    .add('region', 'westeurope', undefined, {})
    .add('public-ip-address', 'pip-nat', 'westeurope', { ipAddress: '40.1.1.1' })
    .add('public-ip-address', 'pip-firewall', 'westeurope', { ipAddress: '40.1.1.2' })
    .add('public-ip-address', 'pip-vm', 'westeurope', {})
    .add('nat-gateway', 'nat', 'westeurope', { publicIPAddresses: ['pip-nat'] })
    .add('virtual-network', 'hub', 'westeurope', { addressPrefixes: ['10.0.0.0/24'] })
    .add('virtual-network', 'spoke', 'westeurope', {
      addressPrefixes: ['10.1.0.0/24'],
      ...(maybe(g, 0.3) ? { dnsServers: ['10.0.0.4'] } : {}),
    })
    .add('virtual-network', 'other', 'westeurope', { addressPrefixes: ['10.2.0.0/24'] })
    .add('subnet', 'AzureFirewallSubnet', 'hub', { addressPrefixes: ['10.0.0.0/26'] })
    .add('subnet', 'snet-hub', 'hub', { addressPrefixes: ['10.0.0.96/28'], ...group('nsg-hub') })
    .add('subnet', 'snet', 'spoke', {
      addressPrefixes: ['10.1.0.0/28'],
      defaultOutboundAccess: maybe(g, 0.3),
      ...(table.length > 0 ? { routeTable: 'rt' } : {}),
      ...(maybe(g, 0.4) ? { natGateway: 'nat' } : {}),
      ...(maybe(g, 0.35) ? { serviceEndpoints: [{ service: 'Microsoft.Storage' }] } : {}),
      ...(maybe(g, 0.3) ? { serviceEndpointPolicies: ['policy-endpoint'] } : {}),
      ...group('nsg'),
    })
    .add('subnet', 'snet-endpoints', 'spoke', {
      addressPrefixes: ['10.1.0.16/28'],
      privateEndpointNetworkPolicies: one(g, [
        ...(['Disabled', 'Enabled', 'RouteTableEnabled', 'NetworkSecurityGroupEnabled'] as const),
      ]),
      ...group('nsg-endpoints'),
    })
    .add('subnet', 'snet-other', 'other', {
      addressPrefixes: ['10.2.0.0/28'],
      ...(maybe(g, 0.6) ? { routeTable: 'rt-other' } : {}),
      ...group('nsg-other'),
    })
    .add('route-table', 'rt', 'westeurope', { routes: table })
    .add('route-table', 'rt-other', 'westeurope', {
      routes: [{ name: 'spoke', addressPrefix: '10.1.0.0/24', ...toFirewall }],
    })
    .add('service-endpoint-policy', 'policy-endpoint', 'westeurope', {
      definitions: [
        {
          name: 'accounts',
          service: 'Microsoft.Storage',
          serviceResources: [one(g, ['/subscriptions/one/st', '/subscriptions/one/another'])],
        },
      ],
    })
    .add('firewall-policy', 'policy', 'westeurope', {
      dnsSettings: { enableProxy: true },
      ruleCollectionGroups: [
        {
          name: 'group',
          priority: 100,
          ruleCollections: Array.from({ length: g(fc.integer, { min: 1, max: 4 }) }, (_, at) => ({
            name: `collection-${at}`,
            priority: 500 - at * 100,
            action: one(g, ['Allow', 'Allow', 'Allow', 'Deny']),
            rules: [firewallRule(g, isInspected), firewallRule(g, isInspected)],
          })),
        },
      ],
    })
    .add('azure-firewall', 'firewall', 'AzureFirewallSubnet', {
      skuTier: 'Standard',
      privateIPAddress: '10.0.0.4',
      publicIPAddresses: maybe(g, 0.9) ? ['pip-firewall'] : [],
      firewallPolicy: 'policy',
    })
    .add('storage-account', 'st', 'westeurope', {
      azureId: '/subscriptions/one/st',
      publicNetworkAccess: one(g, ['Enabled', 'Enabled', 'Disabled']),
      ...(maybe(g, 0.7)
        ? {
            networkAcls: {
              defaultAction: one(g, ['Deny', 'Deny', 'Allow']),
              ipRules: maybe(g, 0.6) ? some(g, ['40.1.1.1', '40.1.1.2', '40.1.1.0/30', '50.0.0.0/8'], 2) : [],
              virtualNetworkRules: maybe(g, 0.5) ? ['snet'] : [],
            },
          }
        : {}),
    });
  for (const name of ['nsg', 'nsg-interface', 'nsg-hub', 'nsg-endpoints', 'nsg-other'])
    drawing.add('network-security-group', name, 'westeurope', { securityRules: securityRules(g, isTagSafe) });
  for (const [name, subnet, address] of [
    ['vm', 'snet', '10.1.0.4'],
    ['vm-near', 'snet', '10.1.0.5'],
    ['vm-hub', 'snet-hub', '10.0.0.100'],
    ['vm-other', 'snet-other', '10.2.0.5'],
  ] as const)
    drawing
      .add('network-interface', `nic-${name}`, subnet, {
        ipConfigurations: [
          {
            name: 'primary',
            subnet,
            privateIPAddress: address,
            ...(name === 'vm' && maybe(g, 0.2) ? { publicIPAddress: 'pip-vm' } : {}),
          },
        ],
        ...(name === 'vm' ? group('nsg-interface') : {}),
      })
      .add('virtual-machine', name, subnet, { networkInterfaces: [`nic-${name}`] });
  const link = (one: string, other: string) =>
    drawing
      .add('virtual-network-peering', `${one}-to-${other}`, one, { remoteVirtualNetwork: other, ...half(g) })
      .add('virtual-network-peering', `${other}-to-${one}`, other, {
        remoteVirtualNetwork: one,
        ...half(g),
      });
  if (maybe(g, 0.9)) link('hub', 'spoke');
  link('hub', 'other');
  if (maybe(g, 0.4)) link('spoke', 'other');
  if (maybe(g, 0.8)) {
    drawing
      .add('private-dns-zone', 'zone-blob', undefined, {
        name: 'privatelink.blob.core.windows.net',
        virtualNetworkLinks: ['hub', 'spoke']
          .filter(() => maybe(g, 0.6))
          .map((network) => ({ name: `to-${network}`, virtualNetwork: network })),
        recordSets: [],
      })
      .add('private-endpoint', 'pe', 'snet-endpoints', {
        target: 'st',
        groupIds: ['blob'],
        connectionStatus: one(g, ['Approved', 'Approved', 'Approved', 'Approved', 'Pending', 'Rejected']),
        ipConfigurations: [{ memberName: 'blob', privateIPAddress: '10.1.0.20' }],
        privateDnsZoneGroups: maybe(g, 0.85) ? [{ name: 'default', privateDnsZones: ['zone-blob'] }] : [],
      });
  }
  drawing.add('container-registry', 'cr', 'westeurope', {
    sku: 'Premium',
    publicNetworkAccess: one(g, ['Enabled', 'Disabled', 'Disabled']),
  });
  drawing
    .add('private-dns-zone', 'zone-registry', undefined, {
      name: 'privatelink.azurecr.io',
      virtualNetworkLinks: ['hub', 'spoke']
        .filter(() => maybe(g, 0.7))
        .map((network) => ({ name: `to-${network}`, virtualNetwork: network })),
      recordSets: [],
    })
    .add('private-endpoint', 'pe-registry', 'snet-endpoints', {
      target: 'cr',
      groupIds: ['registry'],
      connectionStatus: 'Approved',
      ipConfigurations: [
        { memberName: 'registry_data_westeurope', privateIPAddress: '10.1.0.21' },
        { memberName: 'registry', privateIPAddress: '10.1.0.22' },
      ],
      privateDnsZoneGroups: maybe(g, 0.9) ? [{ name: 'default', privateDnsZones: ['zone-registry'] }] : [],
    });
  return drawing.design();
}

const question = (g: Draw): Question => ({
  from: 'vm',
  to: one(g, [
    { storage: 'st' },
    { storage: 'st' },
    { storage: 'st' },
    { registry: 'cr' },
    { registry: 'cr' },
    { registry: 'cr', member: 'registry_data_westeurope' },
    { machine: 'vm-near' },
    { machine: 'vm-hub' },
    { machine: 'vm-other' },
    { address: '10.2.0.5' },
    { address: '10.1.0.20' },
    { address: '20.30.40.50' },
    { tag: 'Storage' },
    { tag: 'AzureActiveDirectory', hosts: ['login.microsoftonline.com'] },
  ]),
  protocol: one(g, ['Tcp', 'Tcp', 'Tcp', 'Udp']),
  port: one(g, [443, 443, 443, 22]),
});

/** As for any private address: out of the VirtualNetwork tag, where a security group would have to know it. */
function isServerSettled(design: Design, { network, subnet, networkInterface, ...place }: Place): boolean {
  const [address] = network.dnsServers ?? [];
  if (address === undefined) return true;
  const route = routeOf(design, subnet, { address });
  if (route?.by === 'Azure' && route.nextHop === 'None' && hasDefault(design)) return false;
  if (!subnet.networkSecurityGroup && !networkInterface?.networkSecurityGroup) return true;
  const space = virtualNetworkSpace(design, { network, subnet, ...place });
  return matches('VirtualNetwork', { address }, space) === 'yes';
}

/** Whether the facts settle a question: see above for what they do not. */
function isSettled(design: Design, { from, to }: Question): boolean {
  const source = placeOf(design, from);
  if (!source) return false;
  const hasPolicy = (source.subnet.serviceEndpointPolicies ?? []).length > 0;
  if ('tag' in to)
    return !(hasPolicy && to.tag === 'Storage') && (!to.hosts || isServerSettled(design, source));
  const endpoint = find(design, 'private-endpoint', 'pe');
  if (('storage' in to || 'registry' in to) && !isServerSettled(design, source)) return false;
  if ('registry' in to) return true;
  if ('storage' in to) return endpoint === undefined || endpoint.connectionStatus === 'Approved';
  const address = 'machine' in to ? placeOf(design, to.machine)?.address : to.address;
  if (address === undefined) return false;
  if (!address.startsWith('10.'))
    return !find(design, 'route-table', 'rt')?.routes.some(({ addressPrefix }) =>
      /^[A-Z]/.test(addressPrefix),
    );
  if (address === '10.1.0.20' && !endpoint) return false;
  const route = routeOf(design, source.subnet, { address });
  if (route?.by === 'Azure' && route.nextHop === 'None' && hasDefault(design)) return false;
  // Azure's page says what is in the VirtualNetwork tag, not whether a private address out of it is the Internet's.
  return matches('VirtualNetwork', { address }, virtualNetworkSpace(design, source)) === 'yes';
}

const cases = draws((g) => {
  const design = designOf(g);
  const questions = Array.from({ length: 10 }, () => question(g));
  return {
    subject: { design, questions },
    answers: (): readonly Answer[] => {
      const network = deriveNetwork(design);
      return questions.flatMap((asked) => {
        if (!isSettled(design, asked)) return [];
        const { from, to, protocol, port } = asked;
        const { verdict, blockers, wayBack } = fateOf(design, asked);
        if (wayBack === 'other') return [];
        const destination =
          'storage' in to
            ? { resource: Drawing.id(to.storage), groupId: 'blob' }
            : 'registry' in to
              ? {
                  resource: Drawing.id(to.registry),
                  groupId: 'registry',
                  ...(to.member === undefined ? {} : { hosts: ['cr.westeurope.data.azurecr.io'] }),
                }
              : 'machine' in to
                ? { resource: Drawing.id(to.machine) }
                : 'tag' in to
                  ? { serviceTag: to.tag, ...(to.hosts ? { hosts: to.hosts } : {}) }
                  : to;
        const trace = network.trace({ from: Drawing.id(from), to: destination, protocol, port });
        return {
          question: JSON.stringify(asked),
          oracle: [verdict, ...blockers].join(' '),
          engine: [trace.verdict, ...[...trace.blockers].sort()].join(' '),
        };
      });
    },
  };
});

/** Whole packets: names, security groups, routes, the firewall, ways out, endpoints, and the service's own firewall. */
export const packetsPart: Part = {
  name: 'whole packets',
  unit: 'packets',
  outcomes: ['delivered', 'denied', 'no-route'],
  perCase: 8,
  cases,
};
