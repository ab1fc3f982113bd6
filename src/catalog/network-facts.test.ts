import { describe, expect, it } from 'vitest';
import {
  addressesPerResource,
  defaultOutboundRetirement,
  delegatedSubnets,
  egressOptions,
  firewallTiers,
  fixedSubnetOf,
  forbiddenPrefixes,
  kubernetesServiceRange,
  largestSubnetPrefixLength,
  managedNetworkComputes,
  managedNetworkHostRules,
  managedNetworkModes,
  managedNetworkTags,
  managedNetworkTargets,
  nodeSubnetAddresses,
  nodesOfPodRange,
  platformLimits,
  podNetworkings,
  podSubnetAddresses,
  reservedAddressesPerSubnet,
  smallestSubnetPrefixLength,
  surgeNodes,
  unroutedPrefixes,
} from './index.ts';

const most = (id: string) => platformLimits.find((one) => one.id === id)?.most;
const usable = (length: number) => 2 ** (32 - length) - reservedAddressesPerSubnet.count;
const tier = (name: string) => firewallTiers.find((one) => one.tier === name);

type Fact = readonly [sentence: string, actual: unknown, expected: unknown];

const names: readonly Fact[] = [
  ['a zone has at most 1,000 links', most('zone-links'), 1000],
  ['a network registers its machines in one zone', most('registration-zones'), 1],
  ['a zone has at most 25,000 record sets', most('zone-record-sets'), 25_000],
  ['a ruleset has at most 1,000 rules', most('forwarding-rules'), 1000],
  ['a subnet holds one resolver endpoint', most('resolver-endpoint-subnet'), 1],
  ['a private link scope holds 300 Log Analytics workspaces', most('scope-workspaces'), 300],
  ['a monitored resource is in at most five scopes', most('resource-scopes'), 5],
];

const pool = { nodes: 50, surge: 1, maxPods: 30 };

const addresses: readonly Fact[] = [
  ['a /29 gives three addresses', usable(smallestSubnetPrefixLength), 3],
  ['a /26 gives 59', usable(26), 59],
  ['no subnet is larger than /2', largestSubnetPrefixLength, 2],
  [
    '50 nodes with 30 pods and one surge node need 1,581 addresses',
    nodeSubnetAddresses('node-subnet', pool),
    { count: 1581, arithmetic: '(50 + 1) × (1 + 30)' },
  ],
  ['60 nodes need 1,891', nodeSubnetAddresses('node-subnet', { ...pool, nodes: 60 }).count, 1891],
  ['overlay takes an address for each node alone', nodeSubnetAddresses('overlay', pool).count, 51],
  ['kubenet too', nodeSubnetAddresses('kubenet', pool).count, 51],
  ['a pod subnet gives addresses sixteen at a time', podSubnetAddresses('pod-subnet', pool).count, 51 * 48],
  [
    'eight free addresses are enough',
    podSubnetAddresses('pod-subnet', { nodes: 1, surge: 0, maxPods: 24 }).count,
    32,
  ],
  [
    'seven are not: a node asks for sixteen more',
    podSubnetAddresses('pod-subnet', { nodes: 1, surge: 0, maxPods: 25 }).count,
    48,
  ],
  [
    'a pod subnet without a stated number counts 110 pods',
    podSubnetAddresses('pod-subnet', { nodes: 1, surge: 0 }).count,
    128,
  ],
  [
    'a static block of 32 serves 31 pods',
    podSubnetAddresses('static-block', { nodes: 1, surge: 0, maxPods: 31 }).count,
    32,
  ],
  [
    'one pod more takes another block',
    podSubnetAddresses('static-block', { nodes: 1, surge: 0, maxPods: 32 }).count,
    48,
  ],
  ['pods of overlay take none of the network', podSubnetAddresses('overlay', pool).count, 0],
  ['a pod range of /16 serves 256 nodes', nodesOfPodRange(16), 256],
  ['a pod range below /24 serves none', nodesOfPodRange(25), 0],
  ['an upgrade adds one node unless stated', surgeNodes(undefined, 50), 1],
  ['a third of ten nodes is rounded up to four', surgeNodes('33%', 10), 4],
  ['a surge may be a number', surgeNodes('5', 10), 5],
  [
    'pods a node, by networking',
    podNetworkings.map((one) => `${one.id} ${one.defaultMaxPods}`),
    ['node-subnet 30', 'pod-subnet 110', 'static-block 110', 'overlay 250', 'kubenet 110'],
  ],
  ['kubenet retires', podNetworkings.find(({ id }) => id === 'kubenet')?.retiresOn, '2028-03-31'],
  ['kubenet has at most 400 nodes', podNetworkings.find(({ id }) => id === 'kubenet')?.mostNodes, 400],
  ['a service range is smaller than /12', kubernetesServiceRange.smallerThanPrefixLength, 12],
  [
    'what takes no address of the customer',
    addressesPerResource.filter(({ count }) => count === 0).map(({ kind }) => kind),
    ['managed-online-endpoint', 'batch-endpoint', 'nat-gateway'],
  ],
  [
    'Container Apps take twelve addresses for themselves',
    addressesPerResource.find(({ base }) => base === 12)?.kind,
    'Container Apps environment',
  ],
  ['an application gateway has at most 125 instances', most('application-gateway-instances'), 125],
  ['a network has at most 500 peerings', most('peerings'), 500],
  ['a network has at most 65,536 addresses', most('virtual-network-addresses'), 65_536],
  ['a route table has at most 25 routes with tags', most('service-tag-routes'), 25],
  [
    'the Docker bridge is kept from computes',
    forbiddenPrefixes
      .filter((one) => one.forbiddenFor === 'azure-ml-compute')
      .map((one) => one.addressPrefix),
    ['172.17.0.0/16'],
  ],
  [
    'AKS keeps four ranges',
    forbiddenPrefixes
      .filter((one) => one.forbiddenFor === 'kubernetes-cluster')
      .map((one) => one.addressPrefix),
    ['169.254.0.0/16', '172.30.0.0/16', '172.31.0.0/16', '192.0.2.0/24'],
  ],
  ['100.64.0.0/10 is routed nowhere', unroutedPrefixes.prefixes.at(-1), '100.64.0.0/10'],
  ['a firewall needs /26', fixedSubnetOf('azurefirewallsubnet')?.minimumPrefixLength, 26],
  ['Bastion needs /26', fixedSubnetOf('AzureBastionSubnet')?.minimumPrefixLength, 26],
  ['a gateway is content with /29', fixedSubnetOf('GatewaySubnet')?.minimumPrefixLength, 29],
  ['a gateway had better have /27', fixedSubnetOf('GatewaySubnet')?.advisedPrefixLength, 27],
  [
    'no security group stands on the subnet of a gateway',
    fixedSubnetOf('GatewaySubnet')?.mayHaveNetworkSecurityGroup,
    false,
  ],
  [
    'no route table stands on the subnet of Bastion',
    fixedSubnetOf('AzureBastionSubnet')?.mayHaveRouteTable,
    false,
  ],
  [
    'a NAT gateway may stand on the subnet of a firewall',
    fixedSubnetOf('AzureFirewallSubnet')?.mayHaveNatGateway,
    true,
  ],
  [
    'the page of Route Server asks for more than is held against /27',
    fixedSubnetOf('RouteServerSubnet')?.disagreements?.[0]?.value,
    '/26 or larger',
  ],
  ['other subnets have no fixed name', fixedSubnetOf('snet-training'), undefined],
  [
    'a resolver endpoint needs /28 to /24',
    delegatedSubnets.find(({ delegation }) => delegation === 'Microsoft.Network/dnsResolvers'),
    expect.objectContaining({ minimumPrefixLength: 28, maximumPrefixLength: 24 }),
  ],
  [
    'Container Apps need /27',
    delegatedSubnets.find(({ delegation }) => delegation === 'Microsoft.App/environments')
      ?.minimumPrefixLength,
    27,
  ],
];

const managed: readonly Fact[] = [
  [
    'a managed network cannot be turned off again',
    managedNetworkModes.flatMap(({ mayChangeTo }) => mayChangeTo).includes('Disabled'),
    false,
  ],
  [
    'approved outbound is for good',
    managedNetworkModes.find(({ mode }) => mode === 'AllowOnlyApprovedOutbound')?.mayChangeTo,
    [],
  ],
  [
    'internet outbound takes endpoint rules alone',
    managedNetworkModes.find(({ mode }) => mode === 'AllowInternetOutbound')?.ruleTypes,
    ['PrivateEndpoint'],
  ],
  ['rules for host names open 80 and 443', managedNetworkHostRules.ports, [80, 443]],
  ['they may not name storage', managedNetworkHostRules.mayNameStorage, false],
  ['their firewall is Standard unless stated', managedNetworkHostRules.firewallSkus[0], 'Standard'],
  ['storage is no tag of a managed network', managedNetworkTags.outbound.join().includes('Storage'), false],
  ['a target has no service endpoint besides', managedNetworkTargets.excludesServiceEndpoint, true],
  ['Kubernetes does not run in it', managedNetworkComputes.refusedKinds.includes('kubernetes-cluster'), true],
];

const egress: readonly Fact[] = [
  [
    'ways out in the order Azure takes them',
    egressOptions.map(({ id }) => id),
    ['user-route', 'nat-gateway', 'public-ip', 'load-balancer', 'default-outbound'],
  ],
  ['new networks are private since 31 March 2026', defaultOutboundRetirement.from, '2026-03-31'],
  ['an older copy says 30 September 2025', defaultOutboundRetirement.disagreements[0].value, '2025-09-30'],
  ['a Basic firewall has no DNS proxy', tier('Basic')?.hasDnsProxy, false],
  ['a Basic firewall needs a management subnet', tier('Basic')?.needsManagementSubnet, true],
  ['a Basic firewall passes 250 Mbps', tier('Basic')?.throughput, 0.25],
  [
    'only Premium looks into TLS',
    firewallTiers.filter((one) => one.inspectsTls).map((one) => one.tier),
    ['Premium'],
  ],
  ['a NAT gateway has at most 16 addresses', most('nat-gateway-addresses'), 16],
  ['each of which gives 64,512 ports', most('nat-gateway-ports'), 64_512],
];

describe.each([
  ['names', names],
  ['addresses and subnets', addresses],
  ['managed networks', managed],
  ['egress', egress],
] as const)('what Azure says of %s', (_, facts) => {
  it.each(facts)('%s', (_sentence, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
