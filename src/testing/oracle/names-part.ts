import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { type Draw, draws, maybe, one, some } from './draw.ts';
import { Drawing } from './drawing.ts';
import { nameAnswer } from './names.ts';
import type { Answer, Part } from './part.ts';

/*
 * Left out, since the facts do not settle them:
 * - several servers in one list, and servers that the design does not show;
 * - two endpoints of one service in one zone: the later overwrites the earlier, and no design says which that is;
 * - connections that are not approved; names of services that the design does not show;
 * - whether packets between the servers pass: all of them are in reach of each other.
 */
const blob = 'privatelink.blob.core.windows.net';
const file = 'privatelink.file.core.windows.net';
const vault = 'privatelink.vaultcore.azure.net';
const registry = 'privatelink.azurecr.io';
const zones = [
  { id: 'zone-blob', name: blob },
  { id: 'zone-blob-2', name: blob },
  { id: 'zone-file', name: file },
  { id: 'zone-vault', name: vault },
  { id: 'zone-registry', name: registry },
  { id: 'zone-corp', name: 'corp.example' },
] as const;

const endpoints = [
  { target: 'st', groupId: 'blob', members: { blob: '10.1.0.20' }, zones: ['zone-blob', 'zone-blob-2'] },
  { target: 'st', groupId: 'file', members: { file: '10.1.0.21' }, zones: ['zone-file'] },
  { target: 'kv', groupId: 'vault', members: { vault: '10.2.0.22' }, zones: ['zone-vault'] },
  {
    target: 'cr',
    groupId: 'registry',
    members: { registry: '10.2.0.23', registry_data_westeurope: '10.2.0.24' },
    zones: ['zone-registry'],
  },
] as const;

const names = [
  ...[
    'st.blob.core.windows.net',
    'st.blob.core.windows.net',
    'st.file.core.windows.net',
    'kv.vault.azure.net',
  ],
  ...['cr.azurecr.io', 'cr.westeurope.data.azurecr.io', 'app.corp.example', 'a.b.wild.corp.example'],
  ...['none.corp.example', 'corp.example', 'www.example.org'],
  ...[`st.${blob}`, `kv.${vault}`, 'alias.corp.example'],
];
const suffixes = [
  ...['blob.core.windows.net', 'core.windows.net', 'vault.azure.net', 'azurecr.io', 'corp.example'],
];

const azure = '168.63.129.16';
const servers = { machine: '10.0.0.100', site: '192.168.0.10', firewall: '10.0.0.4', inbound: '10.0.0.70' };
/** The site's server cannot ask Azure's own address, and often is told to. */
const anyServer = (g: Draw) => one(g, [azure, azure, ...Object.values(servers)]);

/** Suffixes of which one lies in the other: which of the two decides shows only where a server forwards both. */
const nested = [
  ['blob.core.windows.net', 'core.windows.net'],
  ['vault.azure.net', 'azure.net'],
  ['wild.corp.example', 'corp.example'],
] as const;

const forwarded = (g: Draw, twins: readonly string[]) =>
  maybe(g, 0.5) ? one(g, nested) : some(g, [...suffixes, ...twins], 3);

const forwarding = (g: Draw, twins: readonly string[]) => ({
  conditionalForwarders: maybe(g, 0.7)
    ? forwarded(g, twins).map((domainName) => ({ domainName, targets: [anyServer(g)] }))
    : [],
  ...(maybe(g, 0.6) ? { forwarders: [anyServer(g)] } : {}),
});

const dnsServers = (g: Draw) => (maybe(g, 0.6) ? { dnsServers: [anyServer(g)] } : {});
const networks = ['hub', 'spoke', 'other'];

function designOf(g: Draw): Design {
  const drawn = endpoints.filter(() => maybe(g, 0.85));
  const twins = [blob, vault];
  const drawing = new Drawing()
    .add('region', 'westeurope', undefined, {})
    .add('virtual-network', 'hub', 'westeurope', { addressPrefixes: ['10.0.0.0/24'], ...dnsServers(g) })
    .add('virtual-network', 'spoke', 'westeurope', { addressPrefixes: ['10.1.0.0/24'], ...dnsServers(g) })
    .add('virtual-network', 'other', 'westeurope', { addressPrefixes: ['10.2.0.0/24'], ...dnsServers(g) })
    .add('subnet', 'AzureFirewallSubnet', 'hub', { addressPrefixes: ['10.0.0.0/26'] })
    .add('subnet', 'snet-in', 'hub', { addressPrefixes: ['10.0.0.64/28'] })
    .add('subnet', 'snet-out', 'hub', { addressPrefixes: ['10.0.0.80/28'] })
    .add('subnet', 'snet-hub', 'hub', { addressPrefixes: ['10.0.0.96/28'] })
    .add('subnet', 'GatewaySubnet', 'hub', { addressPrefixes: ['10.0.0.128/27'] })
    .add('subnet', 'snet-spoke', 'spoke', { addressPrefixes: ['10.1.0.0/27'] })
    .add('subnet', 'snet-other', 'other', { addressPrefixes: ['10.2.0.0/27'] })
    .add('virtual-network-gateway', 'gateway', 'GatewaySubnet', { gatewayType: 'Vpn' })
    .add('on-premises-network', 'site', undefined, {
      addressPrefixes: ['192.168.0.0/24'],
      gateways: ['gateway'],
      dnsServers: [servers.site],
    })
    .add('internet', 'internet', undefined, {})
    .add('dns-server', 'dns-hub', 'snet-hub', { ipAddress: servers.machine, ...forwarding(g, twins) })
    .add('dns-server', 'dns-site', 'site', { ipAddress: servers.site, ...forwarding(g, twins) })
    .add('firewall-policy', 'policy', 'westeurope', {
      ruleCollectionGroups: [],
      dnsSettings: {
        ...(maybe(g, 0.8) ? { enableProxy: true } : {}),
        ...(maybe(g, 0.3) ? { servers: [anyServer(g)] } : {}),
      },
    })
    .add('azure-firewall', 'firewall', 'AzureFirewallSubnet', {
      skuTier: 'Standard',
      privateIPAddress: servers.firewall,
      firewallPolicy: 'policy',
    })
    .add('dns-private-resolver', 'resolver', 'hub', {})
    .add('dns-resolver-endpoint', 'inbound', 'snet-in', {
      resolver: 'resolver',
      direction: 'inbound',
      privateIpAddress: servers.inbound,
    })
    .add('dns-resolver-endpoint', 'outbound', 'snet-out', { resolver: 'resolver', direction: 'outbound' })
    .add('storage-account', 'st', 'westeurope', {})
    .add('key-vault', 'kv', 'westeurope', {})
    .add('container-registry', 'cr', 'westeurope', { sku: 'Premium' })
    .add('client', 'client-site', 'site', {})
    .add('client', 'client-internet', 'internet', {});
  if (maybe(g, 0.5))
    drawing.add('dns-forwarding-ruleset', 'ruleset', 'westeurope', {
      outboundEndpoints: ['outbound'],
      virtualNetworkLinks: some(g, networks, 2),
      forwardingRules: some(g, ['corp.example.', 'wild.corp.example', 'example.org.', '.'], 3).map(
        (domainName, at) => ({
          name: `rule-${at}`,
          domainName,
          ...(maybe(g, 0.2) ? { forwardingRuleState: 'Disabled' as const } : {}),
          targetDnsServers: [one(g, [servers.machine, servers.site])],
        }),
      ),
    });
  for (const [name, subnet] of [
    ['vm-hub', 'snet-hub'],
    ['vm-spoke', 'snet-spoke'],
    ['vm-other', 'snet-other'],
  ] as const)
    drawing.add('virtual-machine', name, subnet, {});
  for (const spoke of ['spoke', 'other'])
    drawing
      .add('virtual-network-peering', `hub-to-${spoke}`, 'hub', {
        remoteVirtualNetwork: spoke,
        allowGatewayTransit: true,
      })
      .add('virtual-network-peering', `${spoke}-to-hub`, spoke, {
        remoteVirtualNetwork: 'hub',
        useRemoteGateways: true,
      });
  // A network is linked to at most one of two zones of the same name.
  const second = networks.filter(() => maybe(g, 0.25));
  const shown = zones.filter(() => maybe(g, 0.9));
  for (const { id, name } of shown) {
    const linked = networks.filter(
      (network) => maybe(g, 0.65) && second.includes(network) === (id === 'zone-blob-2'),
    );
    drawing.add('private-dns-zone', id, undefined, {
      name,
      virtualNetworkLinks: (name === blob ? linked : networks.filter(() => maybe(g, 0.65))).map(
        (network) => ({
          name: `to-${network}`,
          virtualNetwork: network,
          ...(maybe(g, 0.15) ? { resolutionPolicy: 'NxDomainRedirect' as const } : {}),
        }),
      ),
      recordSets: recordSets(g, name),
    });
  }
  for (const { target, groupId, members, zones: choices } of drawn) {
    const joined = shown.filter(({ id }) => choices.some((choice) => choice === id));
    drawing.add(
      'private-endpoint',
      `pe-${target}-${groupId}`,
      target === 'st' ? 'snet-spoke' : 'snet-other',
      {
        target,
        groupIds: [groupId],
        ipConfigurations: Object.entries(members).map(([memberName, privateIPAddress]) => ({
          memberName,
          privateIPAddress,
        })),
        privateDnsZoneGroups:
          joined.length > 0 && maybe(g, 0.9)
            ? [{ name: 'default', privateDnsZones: [one(g, joined).id] }]
            : [],
      },
    );
  }
  return drawing.design();
}

function recordSets(g: Draw, zone: string) {
  const held = (name: string, value: string) => (maybe(g, 0.7) ? [{ name, type: 'A', values: [value] }] : []);
  return zone === 'corp.example'
    ? [
        { name: 'alias', type: 'CNAME', values: ['app.corp.example'] },
        ...held('app', '10.9.9.9'),
        ...held('*.wild', '10.9.9.8'),
        ...held('@', '10.9.9.7'),
      ]
    : [];
}

const clients = [
  'vm-hub',
  'vm-spoke',
  'vm-spoke',
  'vm-other',
  'client-site',
  'client-site',
  'client-internet',
];

const cases = draws((g) => {
  const design = designOf(g);
  const questions = Array.from({ length: 10 }, () => ({ from: one(g, clients), name: one(g, names) }));
  return {
    subject: { design, questions },
    answers: (): readonly Answer[] => {
      const network = deriveNetwork(design);
      return questions.map(({ from, name }) => {
        const { outcome, addresses } = network.resolve(Drawing.id(from), name);
        return {
          question: `${name} from ${from}`,
          oracle: nameAnswer(design, from, name),
          engine: [outcome, ...[...addresses].sort()].join(' '),
        };
      });
    },
  };
});

/** Names through custom servers, forwarders, the firewall's proxy, resolver endpoints, rulesets and zones. */
export const namesPart: Part = {
  name: 'names',
  unit: 'names',
  outcomes: ['private-address', 'public-address', 'no-such-name', 'no-answer'],
  perCase: 10,
  cases,
};
