import { type Design, designSchema, emptyDesign } from '#model';

/** Before it is parsed: ids are plain texts. */
type Draft = Readonly<Record<string, unknown>>;

const endpointKinds = [
  { groupId: 'amlworkspace', zones: ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'] },
  { groupId: 'blob', zones: ['privatelink.blob.core.windows.net'] },
  { groupId: 'file', zones: ['privatelink.file.core.windows.net'] },
  { groupId: 'vault', zones: ['privatelink.vaultcore.azure.net'] },
  { groupId: 'registry', zones: ['privatelink.azurecr.io'] },
] as const;

const zoneNames = endpointKinds.flatMap(({ zones }) => zones);
const firewallAddress = '10.0.0.4';

const allowed = ['AzureActiveDirectory', 'AzureMachineLearning', 'AzureResourceManager', 'Storage'];

const securityRules = allowed.map((tag, at) => ({
  name: `allow-${tag}`,
  priority: 100 + at,
  direction: 'Outbound',
  access: 'Allow',
  protocol: '*',
  sourceAddressPrefixes: ['VirtualNetwork'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: [tag],
  destinationPortRanges: ['*'],
}));

const firewallRules = [
  {
    ruleType: 'NetworkRule',
    name: 'tags',
    sourceAddresses: ['*'],
    ipProtocols: ['Any'],
    destinationAddresses: allowed,
    destinationPorts: ['*'],
  },
];

const hub = (spokes: readonly string[]): Draft[] => [
  { id: 'region', kind: 'region', name: 'westeurope' },
  { id: 'hub', kind: 'virtual-network', name: 'hub', parent: 'region', addressPrefixes: ['10.0.0.0/16'] },
  {
    id: 'firewall-subnet',
    kind: 'subnet',
    name: 'AzureFirewallSubnet',
    parent: 'hub',
    addressPrefixes: ['10.0.0.0/26'],
  },
  {
    id: 'firewall',
    kind: 'azure-firewall',
    name: 'firewall',
    parent: 'firewall-subnet',
    skuTier: 'Standard',
    privateIPAddress: firewallAddress,
    publicIPAddresses: ['firewall-address'],
    firewallPolicy: 'policy',
  },
  {
    id: 'firewall-address',
    kind: 'public-ip-address',
    name: 'firewall-address',
    parent: 'region',
    sku: 'Standard',
  },
  {
    id: 'policy',
    kind: 'firewall-policy',
    name: 'policy',
    parent: 'region',
    dnsSettings: { enableProxy: true },
    ruleCollectionGroups: [
      {
        name: 'group',
        priority: 100,
        ruleCollections: [{ name: 'allow', priority: 100, action: 'Allow', rules: firewallRules }],
      },
    ],
  },
  ...zoneNames.map((name, at) => ({
    id: `zone-${at}`,
    kind: 'private-dns-zone',
    name,
    virtualNetworkLinks: ['hub', ...spokes].map((network) => ({
      name: `to-${network}`,
      virtualNetwork: network,
    })),
  })),
];

/** A spoke with a workspace of its own: 22 resources. */
function spoke(at: number): Draft[] {
  const id = (part: string) => `${part}-${at}`;
  const network = id('spoke');
  // Sixteen networks of 4,096 addresses in each 10.n.0.0/16, the hub's own left out.
  const prefix = (block: number, length: number) =>
    `10.${1 + Math.floor(at / 16)}.${(at % 16) * 16 + block}.0/${length}`;
  const targets: Readonly<Record<string, string>> = {
    amlworkspace: id('workspace'),
    blob: id('storage'),
    file: id('storage'),
    vault: id('vault'),
    registry: id('registry'),
  };
  const service = (kind: string, name: string, more: Draft = {}) => ({
    id: id(name),
    kind,
    name: id(name),
    parent: 'region',
    publicNetworkAccess: 'Disabled',
    ...more,
  });
  const compute = { parent: id('training'), workspace: id('workspace'), enableNodePublicIp: false };
  return [
    {
      id: network,
      kind: 'virtual-network',
      name: network,
      parent: 'region',
      addressPrefixes: [prefix(0, 20)],
      dnsServers: [firewallAddress],
    },
    peering(network, network, 'hub'),
    peering(id('hub-to-spoke'), 'hub', network),
    {
      id: id('training'),
      kind: 'subnet',
      name: 'training',
      parent: network,
      addressPrefixes: [prefix(0, 24)],
      networkSecurityGroup: id('security-group'),
      routeTable: id('route-table'),
    },
    {
      id: id('endpoints'),
      kind: 'subnet',
      name: 'endpoints',
      parent: network,
      addressPrefixes: [prefix(1, 27)],
    },
    {
      id: id('security-group'),
      kind: 'network-security-group',
      name: id('security-group'),
      parent: 'region',
      securityRules,
    },
    {
      id: id('route-table'),
      kind: 'route-table',
      name: id('route-table'),
      parent: 'region',
      routes: [
        {
          name: 'all',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: firewallAddress,
        },
      ],
    },
    service('workspace', 'workspace', {
      storageAccount: id('storage'),
      keyVault: id('vault'),
      containerRegistry: id('registry'),
      imageBuildCompute: 'cluster',
    }),
    service('storage-account', 'storage'),
    service('key-vault', 'vault'),
    service('container-registry', 'registry', { sku: 'Premium' }),
    { id: id('instance'), kind: 'compute-instance', name: id('instance'), ...compute },
    { id: id('cluster'), kind: 'compute-cluster', name: 'cluster', maxNodeCount: 40, ...compute },
    { id: id('builder'), kind: 'compute-cluster', name: 'builder', maxNodeCount: 2, ...compute },
    { id: id('machine'), kind: 'virtual-machine', name: id('machine'), parent: id('training') },
    {
      id: id('engineers'),
      kind: 'client',
      name: id('engineers'),
      parent: id('training'),
      role: 'engineer',
      // Each team works in the workspace of its spoke.
      uses: [id('workspace')],
    },
    ...endpointKinds.map(({ groupId, zones }) => ({
      id: id(`endpoint-${groupId}`),
      kind: 'private-endpoint',
      name: id(`endpoint-${groupId}`),
      parent: id('endpoints'),
      target: targets[groupId],
      groupIds: [groupId],
      privateDnsZoneGroups: [
        { name: 'default', privateDnsZones: zones.map((zone) => `zone-${zoneNames.indexOf(zone)}`) },
      ],
    })),
  ];
}

const peering = (id: string, from: string, to: string): Draft => ({
  id: `peering-${id}`,
  kind: 'virtual-network-peering',
  name: `${from}-to-${to}`,
  parent: from,
  remoteVirtualNetwork: to,
  allowForwardedTraffic: true,
});

/** A hub and as many spokes as fit, cut to exactly `size` resources: the same for the same size. */
export function estate(size: number): Design {
  const numbers = Array.from({ length: Math.ceil(size / spoke(0).length) }, (_, at) => at);
  const drafts = [...hub(numbers.map((at) => `spoke-${at}`)), ...numbers.flatMap(spoke)];
  return designSchema.parse({ ...emptyDesign(`Estate of ${size}`), resources: drafts.slice(0, size) });
}
