import { describe, expect, it } from 'vitest';
import type { FirewallRule, ResourceId, SecurityRule } from '#model';
import { type DesignBuilder, design, type Properties, securityRule } from '#testing';
import { type Destination, deriveNetwork, type PacketQuery, type Verdict } from './index.ts';

// Sentences of how Azure evaluates packets that no other file of this folder has a case for, each under its page.

const id = (text: string) => text as ResourceId;
type Routes = NonNullable<Properties<'route-table'>['routes']>;
type Hop = Partial<Routes[number]>;

const allowAll: FirewallRule = {
  ruleType: 'NetworkRule',
  name: 'all',
  sourceAddresses: ['*'],
  ipProtocols: ['Any'],
  destinationAddresses: ['*'],
  destinationPorts: ['*'],
};
const policy = (action: 'Allow' | 'Deny', rule: FirewallRule = allowAll) => ({
  ruleCollectionGroups: [
    { name: 'group', priority: 100, ruleCollections: [{ name: 'rc', priority: 100, action, rules: [rule] }] },
  ],
});

/** Two spokes with a machine each, peered with the hub of a firewall and a gateway to an office, and not with each other. */
const estate = (): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
    .subnet('GatewaySubnet', 'hub', '10.0.2.0/27')
    .inRegion('public-ip-address', 'pip', { ipAddress: '20.1.1.1' })
    .inRegion('firewall-policy', 'policy', policy('Allow'))
    .add('azure-firewall', 'fw', 'AzureFirewallSubnet', {
      privateIPAddress: '10.0.1.4',
      firewallPolicy: 'policy',
      publicIPAddresses: ['pip'],
    })
    .add('virtual-network-gateway', 'gateway', 'GatewaySubnet', { gatewayType: 'Vpn' })
    .add('on-premises-network', 'office', undefined, {
      addressPrefixes: ['192.168.0.0/16'],
      gateways: ['gateway'],
    })
    .add('client', 'ada', 'office')
    .add('internet', 'Internet')
    .add('client', 'eve', 'Internet')
    .virtualNetwork('one', '10.1.0.0/16')
    .subnet('snet-one', 'one', '10.1.1.0/24', { defaultOutboundAccess: true })
    .add('virtual-machine', 'vm-one', 'snet-one')
    .virtualNetwork('two', '10.2.0.0/16')
    .subnet('snet-two', 'two', '10.2.1.0/24')
    .add('virtual-machine', 'vm-two', 'snet-two')
    .inRegion('storage-account', 'st', { publicNetworkAccess: 'Enabled' })
    .peering('hub', 'one', { allowForwardedTraffic: true, allowGatewayTransit: true })
    .peering('hub', 'two', { allowForwardedTraffic: true })
    .set('one-to-hub', { useRemoteGateways: true, allowGatewayTransit: false });
const routed = (builder: DesignBuilder, subnet: string, addressPrefix: string, hop: Hop): DesignBuilder =>
  builder.routeTable(
    `rt-${subnet}`,
    [{ name: 'way', addressPrefix, nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.1.4', ...hop }],
    subnet,
  );
const plain = (nextHopType: Routes[number]['nextHopType']): Hop => ({
  nextHopType,
  nextHopIpAddress: undefined,
});
const throughFirewall = () =>
  routed(routed(estate(), 'snet-one', '0.0.0.0/0', {}), 'snet-two', '10.1.0.0/16', {});
const guarded = (builder: DesignBuilder, ...rules: SecurityRule[]) =>
  builder.securityGroup('nsg', rules, 'snet-one');

const trace = (builder: DesignBuilder, to: Destination, also: Partial<PacketQuery> = {}) =>
  deriveNetwork(builder.build()).trace({ from: id('vm-one'), to, protocol: 'Tcp', port: 443, ...also });
const vmTwo: Destination = { resource: id('vm-two') };
const account: Destination = { resource: id('st'), groupId: 'blob' };

describe('the order of evaluation', () => {
  it('is source filter, route, firewall, its own route, destination filter', () => {
    const there = routed(estate(), 'snet-one', '10.2.0.0/16', {});
    const builder = routed(there, 'snet-two', '10.1.0.0/16', {})
      .securityGroup('nsg', [], 'snet-one')
      .securityGroup('nsg-two', [], 'snet-two');
    const { verdict, hops } = trace(builder, vmTwo);
    expect(verdict).toBe('delivered');
    expect(hops.map(({ place, by }) => `${place}: ${by}`)).toEqual([
      'snet-one: rule AllowVnetOutBound (65000) of nsg',
      'snet-one: route way (10.2.0.0/16)',
      'fw: rule all of rc in policy',
      'AzureFirewallSubnet: peering route 10.2.0.0/16',
      'snet-two: rule AllowVnetInBound (65000) of nsg-two',
      'vm-two: vm-two',
    ]);
  });
});

/** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview */
describe('a security group', () => {
  it.each([
    [
      'Inbound',
      [
        '65000 Allow VirtualNetwork → VirtualNetwork',
        '65001 Allow AzureLoadBalancer → *',
        '65500 Deny * → *',
      ],
    ],
    [
      'Outbound',
      ['65000 Allow VirtualNetwork → VirtualNetwork', '65001 Allow * → Internet', '65500 Deny * → *'],
    ],
  ] as const)('has the default rules of its direction %s', (direction, rules) => {
    const network = deriveNetwork(guarded(estate()).build());
    const told = network
      .securityRulesOf(id('nsg'), direction)
      .map((one) => `${one.priority} ${one.access} ${one.sources.join()} → ${one.destinations.join()}`);
    expect(told.map((text) => text.replaceAll('0.0.0.0/0', '*'))).toEqual(rules);
  });

  it('lets the probes of a load balancer in by default, and nobody else from outside', () => {
    const probe = (fromServiceTag: string) =>
      trace(
        estate()
          .add('network-interface', 'nic', 'snet-one', {
            ipConfigurations: [
              { name: 'a', subnet: 'snet-one', privateIPAddress: '10.1.1.9', publicIPAddress: 'pip' },
            ],
          })
          .add('virtual-machine', 'vm-open', 'snet-one', { networkInterfaces: ['nic'] })
          .securityGroup('nsg', [], 'snet-one'),
        { resource: id('vm-open') },
        { from: id('vm-open'), fromServiceTag },
      ).verdict;
    expect(probe('AzureLoadBalancer')).toBe('delivered');
    expect(probe('AzureMachineLearning')).toBe('denied');
  });

  const onlyVirtualNetwork = [
    securityRule(100, 'Allow', 'Outbound', '*', 'VirtualNetwork'),
    securityRule(200, 'Deny', 'Outbound', '*', '*'),
  ];
  it.each<[string, DesignBuilder, Destination, boolean]>([
    ['the peered space', estate(), { address: '10.0.1.4' }, true],
    ['what the gateway of a peer leads to', estate(), { resource: id('ada') }, true],
    ['the prefix of a user route', routed(estate(), 'snet-one', '10.2.0.0/16', {}), vmTwo, true],
    [
      'the prefix of a user route to nowhere',
      routed(estate(), 'snet-one', '10.2.0.0/16', plain('None')),
      vmTwo,
      true,
    ],
    ['no network that is not peered', estate(), vmTwo, false],
    ['no service of Azure', estate(), { serviceTag: 'Storage' }, false],
  ])('means by VirtualNetwork %s', (_, builder, to, isHeld) => {
    const { blockers } = trace(guarded(builder, ...onlyVirtualNetwork), to);
    expect(blockers.includes(id('nsg'))).toBe(!isHeld);
  });

  it.each([
    ['that allows a part of the internet', [securityRule(100, 'Allow', 'Inbound', '203.0.113.0/24', '*')]],
    [
      'that denies a part of it before the rest',
      [
        securityRule(100, 'Deny', 'Inbound', '203.0.113.0/24', '*'),
        securityRule(110, 'Allow', 'Inbound', 'Internet', '*'),
      ],
    ],
  ])('does not tell of a client somewhere on the internet by a rule %s', (_, rules) => {
    const open = estate()
      .add('network-interface', 'nic', 'snet-two', {
        ipConfigurations: [
          { name: 'a', subnet: 'snet-two', privateIPAddress: '10.2.1.9', publicIPAddress: 'pip' },
        ],
      })
      .add('virtual-machine', 'vm-open', 'snet-two', { networkInterfaces: ['nic'] })
      .securityGroup('nsg-two', rules, 'snet-two');
    expect(trace(open, { resource: id('vm-open') }, { from: id('eve') }).verdict).toBe('cannot-tell');
  });
});

/** https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview */
describe('a user route', () => {
  it.each<[string, string, Hop, Destination, Verdict, readonly string[]]>([
    ['to None drops', '10.0.0.0/16', plain('None'), { address: '10.0.1.4' }, 'no-route', ['rt-snet-one']],
    [
      'to VnetLocal reaches no network apart',
      '10.2.0.0/16',
      plain('VnetLocal'),
      vmTwo,
      'no-route',
      ['rt-snet-one'],
    ],
    [
      'to VnetLocal reaches nothing public',
      '0.0.0.0/0',
      plain('VnetLocal'),
      { serviceTag: 'Storage' },
      'no-route',
      ['rt-snet-one'],
    ],
    ['to Internet leaves', '0.0.0.0/0', plain('Internet'), { hosts: ['www.example.com'] }, 'delivered', []],
    [
      'to 0.0.0.0/0 takes Azure’s services along',
      '0.0.0.0/0',
      plain('None'),
      account,
      'no-route',
      ['rt-snet-one'],
    ],
  ])('%s', (_, prefix, hop, to, verdict, blockers) => {
    expect(trace(routed(estate(), 'snet-one', prefix, hop), to)).toMatchObject({ verdict, blockers });
  });

  it.each(['0.0.0.0/0', 'Storage'])('for %s takes nothing from a service endpoint', (prefix) => {
    const served = estate().set('snet-one', { serviceEndpoints: [{ service: 'Microsoft.Storage' }] });
    expect(trace(routed(served, 'snet-one', prefix, plain('None')), account).verdict).toBe('delivered');
  });

  it('to an address that nothing has is lost, and so is a packet to such an address undecided', () => {
    const away = routed(estate(), 'snet-one', '0.0.0.0/0', { nextHopIpAddress: '10.0.1.9' });
    expect(trace(away, { serviceTag: 'Storage' })).toMatchObject({
      verdict: 'no-route',
      blockers: ['rt-snet-one'],
    });
    expect(trace(estate(), { address: '10.1.1.77' })).toMatchObject({
      verdict: 'cannot-tell',
      missing: [{ fact: 'what has the address 10.1.1.77' }],
    });
  });
});

/** https://learn.microsoft.com/azure/firewall/rule-processing and policy-rule-sets */
describe('Azure Firewall', () => {
  const files: FirewallRule = {
    ruleType: 'ApplicationRule',
    name: 'files',
    sourceAddresses: ['*'],
    protocols: [{ protocolType: 'Https', port: 443 }],
    targetFqdns: ['*'],
  };

  it('passes port 445 by network rules alone', () => {
    const share = { resource: id('st'), groupId: 'file' };
    const byName = throughFirewall().set('policy', policy('Allow', files));
    expect(trace(byName, share, { port: 445 })).toMatchObject({ verdict: 'denied', blockers: ['policy'] });
    expect(trace(throughFirewall(), share, { port: 445 }).verdict).toBe('delivered');
  });

  it('denies by a parent policy what no child can allow, and names the parent', () => {
    const inherited = throughFirewall()
      .inRegion('firewall-policy', 'parent', policy('Deny'))
      .set('policy', { basePolicy: 'parent' });
    expect(trace(inherited, { serviceTag: 'Storage' })).toMatchObject({
      verdict: 'denied',
      blockers: ['parent'],
    });
  });
});

/** https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview */
describe('a spoke reaches another', () => {
  const refusing = (half: string) => throughFirewall().set(half, { allowForwardedTraffic: false });
  it.each<[string, DesignBuilder, Verdict, readonly string[]]>([
    ['through the firewall of the hub', throughFirewall(), 'delivered', []],
    ['not without a route to it', estate(), 'no-route', ['one']],
    ['not where it takes no forwarded packets', refusing('two-to-hub'), 'no-route', ['two-to-hub']],
  ])('%s', (_, builder, verdict, blockers) => {
    expect(trace(builder, vmTwo)).toMatchObject({ verdict, blockers });
  });
});
