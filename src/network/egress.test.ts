import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;

/** A machine in a private subnet whose route leads to the internet, as far as anything sends it there. */
const machine = (
  configuration: Partial<NonNullable<Properties<'network-interface'>['ipConfigurations']>[number]> = {},
): DesignBuilder =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: false })
    .inRegion('public-ip-address', 'pip', { ipAddress: '20.0.0.7' })
    .inRegion('nat-gateway', 'nat', { publicIPAddresses: ['pip'] })
    .inRegion('load-balancer', 'lb', {
      hasOutboundRules: true,
      frontendIPConfigurations: [{ name: 'f', publicIPAddress: 'pip' }],
    })
    .inRegion('key-vault', 'kv')
    .add('network-interface', 'nic', 'snet', {
      ipConfigurations: [{ name: 'a', subnet: 'snet', ...configuration }],
    })
    .add('virtual-machine', 'vm', 'snet', { networkInterfaces: ['nic'] });
const trace = (builder: DesignBuilder, from = 'vm') =>
  deriveNetwork(builder.build()).trace({
    from: id(from),
    to: { resource: id('kv'), groupId: 'vault' },
    protocol: 'Tcp',
    port: 443,
  });
const way = (builder: DesignBuilder, from = 'vm') =>
  trace(builder, from).hops.find(({ place }) => place === 'Internet')?.by;
const balanced = { loadBalancerBackendAddressPools: ['lb'] };

/** https://learn.microsoft.com/azure/nat-gateway/nat-overview, the order of outbound connectivity */
describe('what sends a machine’s packets to the internet', () => {
  it.each<[string, DesignBuilder, string]>([
    ['is a public address of its own', machine({ publicIPAddress: 'pip' }), 'the public IP address of vm'],
    [
      'is the NAT gateway before a public address',
      machine({ publicIPAddress: 'pip' }).set('snet', { natGateway: 'nat' }),
      'NAT gateway nat',
    ],
    [
      'is a public address before outbound rules',
      machine({ publicIPAddress: 'pip', ...balanced }),
      'the public IP address of vm',
    ],
    ['are outbound rules of its load balancer', machine(balanced), 'the outbound rules of lb'],
    [
      'are outbound rules before default outbound access',
      machine(balanced).set('snet', { defaultOutboundAccess: true }),
      'the outbound rules of lb',
    ],
    [
      'is default outbound access at last',
      machine().set('snet', { defaultOutboundAccess: true }),
      'default outbound access of snet',
    ],
  ])('%s', (_, builder, by) => {
    expect(trace(builder).verdict).toBe('delivered');
    expect(way(builder)).toBe(by);
  });

  it.each<[string, DesignBuilder]>([
    ['in a private subnet without any of them', machine()],
    [
      'where the load balancer has no outbound rules',
      machine(balanced).set('lb', { hasOutboundRules: false }),
    ],
    [
      'where the load balancer is an internal one',
      machine(balanced).set('lb', { frontendIPConfigurations: [{ name: 'f', subnet: 'snet' }] }),
    ],
    [
      'by a route to the internet alone',
      machine().routeTable(
        'rt',
        [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }],
        'snet',
      ),
    ],
  ])('is nothing %s', (_, builder) => expect(trace(builder).verdict).toBe('no-route'));

  it('is not known where its interface is not shown', () => {
    const { verdict } = trace(machine().remove('nic').incomplete());
    expect(verdict).toBe('cannot-tell');
  });

  it('is not known behind a virtual WAN hub that is not shown', () => {
    const hub = machine({ publicIPAddress: 'pip' })
      .inRegion('virtual-wan-hub', 'hub', {
        virtualNetworkConnections: [{ name: 'a', remoteVirtualNetwork: 'vnet' }],
      })
      .set('hub', { presence: 'not-shown' });
    expect(trace(hub).missing.map(({ fact }) => fact)).toEqual([
      'the routing intent and route tables of virtual WAN hub hub',
    ]);
  });
});

/** https://learn.microsoft.com/azure/aks/egress-outboundtype */
describe('what sends the packets of a Kubernetes cluster to the internet', () => {
  const cluster = (outboundType?: NonNullable<Properties<'kubernetes-cluster'>['outboundType']>) =>
    machine()
      .subnet('aks-snet', 'vnet', '10.0.2.0/24', { defaultOutboundAccess: true })
      .add('kubernetes-cluster', 'aks', 'aks-snet', {
        agentPoolProfiles: [{ name: 'pool', count: 1 }],
        ...(outboundType ? { outboundType } : {}),
      });
  it.each([
    ['is its load balancer by default', undefined, 'delivered', 'the public load balancer of aks'],
    ['is its own NAT gateway', 'managedNATGateway', 'delivered', 'the managed NAT gateway of aks'],
    [
      'is nothing without the route that it counts on',
      'userDefinedRouting',
      'no-route',
      'aks has outbound type userDefinedRouting',
    ],
    [
      'is nothing without the NAT gateway that it counts on',
      'userAssignedNATGateway',
      'no-route',
      'aks has outbound type userAssignedNATGateway',
    ],
    ['is nothing where it has none', 'none', 'no-route', 'aks has outbound type none'],
    ['is nothing where it is blocked', 'block', 'no-route', 'aks has outbound type block'],
  ] as const)('%s', (_, outboundType, verdict, by) => {
    expect(trace(cluster(outboundType), 'aks').verdict).toBe(verdict);
    expect(way(cluster(outboundType), 'aks')).toBe(by);
  });

  it('is the subnet’s NAT gateway that it counts on', () => {
    const natted = cluster('userAssignedNATGateway').set('aks-snet', { natGateway: 'nat' });
    expect(way(natted, 'aks')).toBe('NAT gateway nat');
  });
});

/** Facts 11: what a service firewall sees is the address by which the packet left. */
describe('a packet that a firewall sends itself', () => {
  const firewall = (publicIPAddresses: readonly string[]) =>
    machine()
      .subnet('AzureFirewallSubnet', 'vnet', '10.0.2.0/26')
      .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { publicIPAddresses });

  it('leaves by its public address', () => {
    const { hops } = trace(firewall(['pip']), 'afw');
    expect(hops.map(({ text }) => text)).toContain('It leaves by the public IP address of afw.');
  });

  it('leaves by nothing else of its subnet', () => {
    expect(trace(firewall([]), 'afw')).toMatchObject({ verdict: 'no-route', blockers: ['afw'] });
  });
});

describe('a service firewall with address rules', () => {
  const guarded = (builder: DesignBuilder, ...ipRules: string[]) =>
    builder.set('kv', { networkAcls: { defaultAction: 'Deny', ipRules } });
  it.each<[string, DesignBuilder]>([
    ['the public address of a machine', machine({ publicIPAddress: 'pip' })],
    ['the address of the NAT gateway', machine().set('snet', { natGateway: 'nat' })],
    ['the frontend of the load balancer', machine(balanced)],
  ])('sees %s', (_, builder) => {
    expect(trace(guarded(builder, '20.0.0.7')).verdict).toBe('delivered');
    expect(trace(guarded(builder, '20.0.0.8')).verdict).toBe('service-refused');
  });

  it('cannot tell the address of default outbound access', () => {
    const builder = machine().set('snet', { defaultOutboundAccess: true });
    expect(trace(guarded(builder, '20.0.0.7')).verdict).toBe('cannot-tell');
  });

  /** https://learn.microsoft.com/azure/azure-sql/database/firewall-configure */
  describe('of a SQL server, which has rules alone,', () => {
    const ask = (networkAcls: Properties<'sql-server'>['networkAcls'], complete = true) =>
      deriveNetwork({
        ...machine({ publicIPAddress: 'pip' }).inRegion('sql-server', 'sql', { networkAcls }).build(),
        source: { format: 'isoplan', complete },
      }).trace({
        from: id('vm'),
        to: { resource: id('sql'), groupId: 'sqlServer' },
        protocol: 'Tcp',
        port: 1433,
      }).verdict;

    it('refuses everybody without a rule', () => {
      expect(ask(undefined)).toBe('service-refused');
      expect(ask({ ipRules: [] })).toBe('service-refused');
    });

    it('admits whom a rule holds, or all of Azure', () => {
      expect(ask({ ipRules: ['20.0.0.7'] })).toBe('delivered');
      expect(ask({ ipRules: ['20.0.0.8'] })).toBe('service-refused');
      expect(ask({ ipRules: ['0.0.0.0'] })).toBe('delivered');
    });

    it('may have rules that an export does not show', () => {
      expect(ask(undefined, false)).toBe('cannot-tell');
    });
  });

  /** https://learn.microsoft.com/azure/storage/common/storage-network-security-limitations */
  it('of a storage account holds nobody in its own region by address', () => {
    const near = machine({ publicIPAddress: 'pip' }).inRegion('storage-account', 'st', {
      networkAcls: { defaultAction: 'Deny', ipRules: ['20.0.0.7'] },
    });
    const far = near.add('region', 'northeurope').set('st', { parent: 'northeurope' });
    const ask = (builder: DesignBuilder) =>
      deriveNetwork(builder.build()).trace({
        from: id('vm'),
        to: { resource: id('st'), groupId: 'blob' },
        protocol: 'Tcp',
        port: 443,
      }).verdict;
    expect(ask(near)).toBe('service-refused');
    expect(ask(far)).toBe('delivered');
  });
});
