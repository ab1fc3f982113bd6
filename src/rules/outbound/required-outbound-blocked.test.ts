import type { ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { type DesignBuilder, design, isolatedWorkspace, securityRule, testRule } from '#testing';
import { requiredOutboundBlocked } from './required-outbound-blocked.ts';

const withoutRules = (...priorities: readonly number[]): DesignBuilder => {
  const group = isolatedWorkspace()
    .build()
    .resources.find(({ id }) => id === 'nsg-training');
  if (group?.kind !== 'network-security-group') throw new Error('nsg-training has moved');
  return isolatedWorkspace().set('nsg-training', {
    securityRules: group.securityRules.filter(({ priority }) => !priorities.includes(priority)),
  });
};

/** The security group of the computes with one more rule. */
const withRule = (...rule: Parameters<typeof securityRule>): DesignBuilder => {
  const group = isolatedWorkspace()
    .build()
    .resources.find(({ id }) => id === 'nsg-training');
  if (group?.kind !== 'network-security-group') throw new Error('nsg-training has moved');
  return isolatedWorkspace().set('nsg-training', {
    securityRules: [...group.securityRules, securityRule(...rule)],
  });
};

/** The computes in a network of their own, with everything open, and the endpoints elsewhere. */
const apart = () =>
  isolatedWorkspace()
    .virtualNetwork('vnet-far', '10.7.0.0/16')
    .subnet('snet-far', 'vnet-far', '10.7.0.0/24', { natGateway: 'nat-ml', defaultOutboundAccess: false })
    .remove('cpu-cluster')
    .set('ci-research', { parent: 'snet-far' })
    .set('privatelink.azurecr.io', {
      virtualNetworkLinks: ['vnet-ml', 'vnet-far'].map((one) => ({ name: one, virtualNetwork: one })),
    });

/** The cluster behind a firewall that lets nothing pass, without the endpoint by which storage would go past it. */
const behindSilentFirewall = () =>
  isolatedWorkspace()
    .remove('ci-research')
    .set('snet-training', { serviceEndpoints: undefined, serviceEndpointPolicies: undefined })
    .subnet('AzureFirewallSubnet', 'vnet-ml', '10.0.4.0/26')
    .inRegion('public-ip-address', 'pip-afw', { sku: 'Standard', publicIPAllocationMethod: 'Static' })
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {
      publicIPAddresses: ['pip-afw'],
      ruleCollections: [],
    })
    .routeTable(
      'rt-training',
      [
        {
          name: 'default',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.4.4',
        },
      ],
      'snet-training',
    );

/** A firewall whose first collection, at the smallest priority there is, denies what later ones allow. */
const deniedFirst = () => {
  const rule = (name: string, destinationAddresses: readonly string[]) => ({
    ruleType: 'NetworkRule' as const,
    name,
    sourceAddresses: ['*'],
    ipProtocols: ['Any'],
    destinationAddresses,
    destinationPorts: ['*'],
  });
  const denied = { name: 'denied', priority: 100, action: 'Deny' as const };
  const allowed = { name: 'allowed', priority: 101, action: 'Allow' as const };
  return [
    { ...denied, rules: [rule('no-arm', ['AzureResourceManager'])] },
    { ...allowed, rules: [rule('all', ['*'])] },
  ];
};

/** The security group of the computes denies the addresses that an endpoint has for some of its members. */
const denyingMember = (target: string, group: string, ...members: readonly string[]): DesignBuilder => {
  const builder = isolatedWorkspace();
  const network = deriveNetwork(builder.build());
  const flows = network.requiredFlows().filter(({ to }) => to.resource === target && to.groupId === group);
  const denied = flows.flatMap(({ to, member = group }) =>
    members.includes(member) ? (network.addressAt(`pe-${target}-${group}` as ResourceId, to) ?? []) : [],
  );
  const nsg = builder.build().resources.find(({ id }) => id === 'nsg-training');
  if (nsg?.kind !== 'network-security-group') throw new Error('nsg-training has moved');
  return builder.set('nsg-training', {
    securityRules: [
      ...[...new Set(denied)].map((one, at) => securityRule(150 + at, 'Deny', 'Outbound', '*', one)),
      ...nsg.securityRules.map((rule) => ({ ...rule, priority: rule.priority + 90 })),
    ],
  });
};

/** A DNS server in a peered network, to which the half of the peering in the workspace's own network is as given. */
const askingPeer = (half: {
  readonly allowVirtualNetworkAccess?: boolean;
  readonly peeringState?: 'Disconnected';
}) =>
  isolatedWorkspace()
    .virtualNetwork('vnet-hub', '10.8.0.0/24')
    .subnet('snet-dns', 'vnet-hub', '10.8.0.0/28')
    .add('dns-server', 'dns-hub', 'snet-dns', { ipAddress: '10.8.0.4', forwarders: ['168.63.129.16'] })
    .peering('vnet-ml', 'vnet-hub')
    .set('vnet-ml-to-vnet-hub', half)
    .set('vnet-ml', { dnsServers: ['10.8.0.4'] });

/** Storage without private endpoints that admits one subnet by a service endpoint. */
const behindServiceEndpoint = (
  admitted: string,
  serviceEndpoints: readonly { readonly service: string }[] = [{ service: 'Microsoft.Storage' }],
) =>
  isolatedWorkspace()
    .remove('pe-stml-blob')
    .remove('pe-stml-file')
    .remove('sep-training')
    .set('snet-training', { serviceEndpointPolicies: undefined, serviceEndpoints })
    .set('stml', {
      publicNetworkAccess: 'Enabled',
      networkAcls: { defaultAction: 'Deny', virtualNetworkRules: [admitted as ResourceId] },
    });

testRule(requiredOutboundBlocked, {
  valid: {
    'a managed network whose public address a service would ask for, of which another rule speaks': {
      design: design()
        .inRegion('storage-account', 'stml', {
          publicNetworkAccess: 'Enabled',
          networkAcls: { defaultAction: 'Deny', ipRules: ['20.1.1.1'] },
        })
        .inRegion('workspace', 'mlw', {
          storageAccount: 'stml',
          managedNetwork: { isolationMode: 'AllowInternetOutbound' },
        })
        .inRegion('compute-cluster', 'cpu', { workspace: 'mlw' }),
    },
    'a rule for all places, which holds no query to Azure DNS': {
      design: withRule(3999, 'Deny', 'Outbound', '*', '*', '53', '*'),
    },
    'a DNS server behind a peering that is not connected, which is a finding of its own': {
      design: askingPeer({ peeringState: 'Disconnected' }),
    },
    'a policy without the alias, which is a finding of its own': {
      design: isolatedWorkspace().set('sep-training', {
        definitions: [{ name: 'own', service: 'Microsoft.Storage', serviceResources: ['stml'] }],
      }),
    },
    'a route to an address that nothing has, which is a finding of its own': {
      design: isolatedWorkspace().routeTable(
        'rt',
        [
          {
            name: 'out',
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '10.0.99.9',
          },
        ],
        'snet-training',
      ),
    },
    'a group that allows what is required': { design: isolatedWorkspace(), passes: 2 },
    'a group that denies nothing': {
      design: isolatedWorkspace().set('nsg-training', { securityRules: [] }),
      passes: 2,
    },
    'a name that keeps its public address, which the rules for DNS report': {
      design: isolatedWorkspace().set('privatelink.vaultcore.azure.net', { virtualNetworkLinks: [] }),
      passes: 2,
    },
    'an endpoint that is missing, which has a rule of its own': {
      design: isolatedWorkspace().remove('pe-kv-ml-vault'),
      passes: 2,
    },
    'a zone that the whole estate does not hold': {
      design: isolatedWorkspace()
        .set('privatelink.vaultcore.azure.net', { presence: 'not-shown', virtualNetworkLinks: undefined })
        .wholeExport(),
      passes: 2,
    },
  },
  invalid: {
    'a rule that denies the tag of Azure DNS, so that no name resolves': {
      design: withRule(105, 'Deny', 'Outbound', '*', 'AzurePlatformDNS'),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'one',
          text: 'UDP 53 to 168.63.129.16 is blocked by nsg-training: ci-research and cpu-cluster need it',
          fix: 'Allow UDP 53 to AzurePlatformDNS',
        },
      ],
    },
    'storage that admits a subnet without a service endpoint to come by': {
      design: behindServiceEndpoint('snet-training', []),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'one',
          text: 'TCP 445 to stml (file) is blocked by nsg-training: ci-research and cpu-cluster need it',
        },
        {
          at: ['stml', 'ci-research', 'cpu-cluster'],
          message: 'noWay',
          text: 'ci-research and cpu-cluster cannot reach stml: its firewall admits snet-training, which has no service endpoint to come by',
        },
      ],
    },
    'storage that admits another subnet than the one whose service endpoint leads there': {
      design: behindServiceEndpoint('snet-endpoints'),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'one',
          text: 'TCP 445 to stml (file) is blocked by nsg-training: ci-research and cpu-cluster need it',
        },
        {
          at: ['stml', 'ci-research', 'cpu-cluster'],
          message: 'noWay',
          text: 'ci-research and cpu-cluster cannot reach stml: no rule of its firewall admits snet-training, whose service endpoint leads there',
        },
      ],
    },
    'a DNS server in a network that is not peered': {
      design: askingPeer({}).remove('vnet-ml-to-vnet-hub').remove('vnet-hub-to-vnet-ml'),
      findings: [
        {
          at: ['vnet-ml', 'ci-research', 'cpu-cluster'],
          message: 'noWay',
          text: 'ci-research and cpu-cluster cannot reach the DNS servers of vnet-ml: no route leads from vnet-ml to vnet-hub',
        },
      ],
    },
    'people who cannot ask the DNS server of their network': {
      design: isolatedWorkspace()
        .subnet('snet-dns', 'vnet-ml', '10.0.8.0/28')
        .securityGroup('nsg-dns', [securityRule(100, 'Deny', 'Inbound', '*', '*', '53', '*')], 'snet-dns')
        .add('dns-server', 'dns-ml', 'snet-dns', { ipAddress: '10.0.8.4', forwarders: ['168.63.129.16'] })
        .set('vnet-ml', { dnsServers: ['10.0.8.4'] })
        .remove('ci-research')
        .remove('cpu-cluster')
        .subnet('snet-people', 'vnet-ml', '10.0.9.0/28')
        .add('client', 'Engineers', 'snet-people', { uses: ['mlw' as ResourceId] }),
      findings: [
        {
          at: ['nsg-dns', 'Engineers'],
          message: 'one',
          text: 'UDP 53 to 10.0.8.4 is blocked by nsg-dns: Engineers needs it',
        },
      ],
    },
    'a DNS server behind a peering that denies access': {
      design: askingPeer({ allowVirtualNetworkAccess: false }),
      findings: [
        {
          at: ['vnet-ml-to-vnet-hub', 'ci-research', 'cpu-cluster'],
          message: 'noWay',
          text: 'ci-research and cpu-cluster cannot reach the DNS servers of vnet-ml: peering vnet-ml-to-vnet-hub does not let it pass',
        },
      ],
    },
    'the address of the layers alone, of a registry whose login server passes': {
      design: denyingMember('crml', 'registry', 'registry_data_westeurope'),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'one',
          text: 'TCP 443 to crml (registry_data_westeurope) is blocked by nsg-training: ci-research and cpu-cluster need it',
        },
      ],
    },
    'the address of the notebooks alone, which only instances ask for': {
      design: denyingMember('mlw', 'amlworkspace', 'notebook'),
      findings: [
        {
          at: ['nsg-training', 'ci-research'],
          message: 'one',
          text: 'TCP 443 to mlw (notebook) is blocked by nsg-training: ci-research needs it',
        },
      ],
    },
    'every address of a registry, in few words': {
      design: denyingMember('crml', 'registry', 'registry', 'registry_data_westeurope'),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'one',
          text: 'TCP 443 to crml (registry) is blocked by nsg-training: ci-research and cpu-cluster need it',
        },
      ],
    },
    'a firewall under exfiltration prevention, past which storage is sent by a policy': {
      design: behindSilentFirewall(),
      findings: [
        {
          at: ['afw', 'cpu-cluster'],
          message: 'several',
          text: 'afw blocks 7 destinations that cpu-cluster needs',
          fix: 'Allow 7 destinations, and storage past afw by a service endpoint policy',
        },
      ],
    },
    'a firewall of its own rules, whose first one makes room': {
      design: behindSilentFirewall().set('afw', { ruleCollections: deniedFirst() }),
      findings: [
        {
          at: ['afw', 'cpu-cluster'],
          message: 'one',
          text: 'TCP 443 to AzureResourceManager is blocked by afw: cpu-cluster needs it',
          fix: 'Allow TCP 443 to AzureResourceManager',
        },
      ],
    },
    'a firewall policy, whose first group makes room': {
      design: behindSilentFirewall()
        .set('afw', { ruleCollections: undefined, firewallPolicy: 'policy' })
        .inRegion('firewall-policy', 'policy', {
          ruleCollectionGroups: [{ name: 'first', priority: 100, ruleCollections: deniedFirst() }],
        }),
      findings: [
        {
          at: ['policy', 'cpu-cluster'],
          message: 'one',
          text: 'TCP 443 to AzureResourceManager is blocked by policy: cpu-cluster needs it',
          fix: 'Allow TCP 443 to AzureResourceManager',
        },
      ],
    },
    'computes in a network that nothing joins to the endpoints': {
      design: apart(),
      findings: [
        {
          at: ['vnet-far', 'ci-research'],
          message: 'noWay',
          severity: 'error',
          text: 'ci-research cannot reach crml, kv-ml, mlw and stml: no route leads from vnet-far to vnet-ml',
        },
      ],
    },
    'a firewall without a public IP address, which no rule helps': {
      design: isolatedWorkspace()
        .remove('ci-research')
        .subnet('AzureFirewallSubnet', 'vnet-ml', '10.0.4.0/26')
        .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {
          publicIPAddresses: [],
          ruleCollections: [
            {
              name: 'all',
              priority: 100,
              action: 'Allow',
              rules: [
                {
                  ruleType: 'NetworkRule',
                  name: 'all',
                  sourceAddresses: ['*'],
                  ipProtocols: ['Any'],
                  destinationAddresses: ['*'],
                  destinationPorts: ['*'],
                },
              ],
            },
          ],
        })
        .routeTable(
          'rt-training',
          [
            {
              name: 'default',
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIpAddress: '10.0.4.4',
            },
          ],
          'snet-training',
        ),
      findings: [
        {
          at: ['afw', 'cpu-cluster'],
          message: 'nothingLeaves',
          text: 'Nothing gets out through afw, which has no public IP address: cpu-cluster needs 6 destinations behind it',
        },
      ],
    },
    'a group that holds queries to the DNS server back': {
      design: withoutRules(100)
        .remove('ci-research')
        .subnet('snet-dns', 'vnet-ml', '10.0.3.0/28')
        .add('dns-server', 'dns-ml', 'snet-dns', { ipAddress: '10.0.3.4', forwarders: ['168.63.129.16'] })
        .set('vnet-ml', { dnsServers: ['10.0.3.4'] }),
      findings: [
        {
          at: ['nsg-training', 'cpu-cluster'],
          message: 'several',
          text: 'nsg-training blocks 6 destinations that cpu-cluster needs',
          fix: 'Allow 5 destinations',
        },
      ],
    },
    'a denial before a workspace without endpoints, whose public end no host name of its own opens': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/24')
        .subnet('snet-training', 'vnet', '10.0.0.0/26')
        .add('workspace', 'mlw')
        .add('compute-cluster', 'cpu-cluster', 'snet-training', {
          workspace: 'mlw',
          maxNodeCount: 2,
          enableNodePublicIp: false,
        })
        .securityGroup('nsg', [securityRule(4000, 'Deny', 'Outbound', '*', 'Internet')], 'snet-training'),
      findings: [
        {
          at: ['nsg', 'cpu-cluster'],
          message: 'several',
          text: 'nsg blocks 8 destinations that cpu-cluster needs',
          fix: 'Allow 8 destinations',
        },
      ],
    },
    'a group at the endpoints that lets nothing in': {
      design: isolatedWorkspace()
        .remove('ci-research')
        .set('snet-endpoints', { privateEndpointNetworkPolicies: 'Enabled' })
        .set('nsg-endpoints', { securityRules: [securityRule(100, 'Deny', 'Inbound', '*', '*')] }),
      findings: [
        {
          at: ['nsg-endpoints', 'cpu-cluster'],
          message: 'several',
          text: 'nsg-endpoints blocks 5 destinations that cpu-cluster needs',
        },
      ],
    },
    'a group at both ends, which holds back what comes in to the endpoints': {
      design: withRule(100, 'Deny', 'Inbound', '*', '*').remove('ci-research').set('snet-endpoints', {
        privateEndpointNetworkPolicies: 'Enabled',
        networkSecurityGroup: 'nsg-training',
      }),
      findings: [
        {
          at: ['nsg-training', 'cpu-cluster'],
          message: 'several',
          text: 'nsg-training blocks 5 destinations that cpu-cluster needs',
          fix: 'Allow 4 destinations',
        },
      ],
    },
    'a service that admits nobody of a public workspace': {
      design: isolatedWorkspace()
        .remove('ci-research', 'pe-kv-ml-vault', 'privatelink.vaultcore.azure.net')
        .set('nsg-training', { securityRules: [] })
        .goals({ workspace: 'public' }),
      findings: [
        {
          at: ['kv-ml', 'cpu-cluster'],
          message: 'noWay',
          text: 'cpu-cluster cannot reach kv-ml: no private endpoint leads to it, and its public end refuses the traffic',
        },
      ],
    },
    'a group that holds the endpoint back whose name keeps its public address': {
      design: withoutRules(100)
        .remove('ci-research')
        .set('privatelink.vaultcore.azure.net', { virtualNetworkLinks: [] }),
      findings: [
        {
          at: ['nsg-training', 'cpu-cluster'],
          message: 'several',
          text: 'nsg-training blocks 5 destinations that cpu-cluster needs',
        },
      ],
    },
    'a group without the management channel': {
      design: withoutRules(130),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'one',
          severity: 'error',
          text: 'UDP 5831 to AzureMachineLearning is blocked by nsg-training: ci-research and cpu-cluster need it',
          fix: 'Allow UDP 5831 to AzureMachineLearning',
        },
      ],
    },
    'a group without sign-in and images': {
      design: withoutRules(110, 170),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'several',
          text: 'nsg-training blocks 2 destinations (AzureActiveDirectory and MicrosoftContainerRegistry) that ci-research and cpu-cluster need',
        },
      ],
    },
    'a deny above everything, the private endpoints included': {
      design: isolatedWorkspace()
        .remove('ci-research')
        .securityGroup('nsg-closed', [securityRule(100, 'Deny', 'Outbound', '*', '*')], 'snet-training'),
      findings: [
        {
          at: ['nsg-closed', 'cpu-cluster'],
          message: 'several',
          text: 'nsg-closed blocks 12 destinations that cpu-cluster needs',
        },
      ],
    },
  },
  undecided: {
    'a group that is not shown': {
      design: isolatedWorkspace().set('nsg-training', { presence: 'not-shown' }),
      missing: ['the rules of network security group nsg-training'],
    },
  },
});
