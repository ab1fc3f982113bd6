import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { deriveNetwork } from './index.ts';

type Hub = Properties<'virtual-wan-hub'>;
type Connection = NonNullable<Hub['virtualNetworkConnections']>[number];

const id = (text: string) => text as ResourceId;
const firewall = id('afw');
const policy = [{ name: 'PrivateTraffic', destinations: ['PrivateTraffic'], nextHop: firewall }];
const emptyTables = [
  { name: 'defaultRouteTable', routes: [] },
  { name: 'noneRouteTable', routes: [] },
];

/** A firewall that lets HTTPS to some addresses through, and nothing else. */
const allowing = (addresses: string): Properties<'azure-firewall'> => ({
  publicIPAddresses: [],
  ruleCollections: [
    {
      name: 'in',
      priority: 100,
      action: 'Allow',
      rules: [
        {
          ruleType: 'NetworkRule',
          name: 'shared',
          sourceAddresses: ['*'],
          ipProtocols: ['TCP'],
          destinationAddresses: [addresses],
          destinationPorts: ['443'],
        },
      ],
    },
  ],
});

/** Networks of a cluster and of a vault, connected to a hub whose firewall lets through what its rules name. */
const connected = (
  hub: Hub,
  connections: { readonly jobs?: Partial<Connection>; readonly shared?: Partial<Connection> | 'none' } = {},
  allowed = '10.61.1.0/24',
): DesignBuilder =>
  design()
    .virtualNetwork('vnet-jobs', '10.60.0.0/16')
    .subnet('snet-jobs', 'vnet-jobs', '10.60.1.0/24')
    .add('virtual-machine', 'vm-jobs', 'snet-jobs')
    .virtualNetwork('vnet-shared', '10.61.0.0/16')
    .subnet('snet-shared', 'vnet-shared', '10.61.1.0/24')
    .inRegion('key-vault', 'kv', {})
    .privateDnsZone('privatelink.vaultcore.azure.net', 'vnet-jobs', 'vnet-shared')
    .privateEndpoint('kv', 'vault', 'snet-shared', ['privatelink.vaultcore.azure.net'])
    .add('virtual-machine', 'vm-shared', 'snet-shared')
    .inRegion('virtual-wan-hub', 'vhub', {
      addressPrefix: '10.50.0.0/23',
      virtualNetworkConnections: [
        { name: 'jobs', remoteVirtualNetwork: id('vnet-jobs'), ...connections.jobs },
        ...(connections.shared === 'none'
          ? []
          : [{ name: 'shared', remoteVirtualNetwork: id('vnet-shared'), ...connections.shared }]),
      ],
      ...hub,
    })
    .add('azure-firewall', 'afw', 'vhub', allowing(allowed));

const traceTo = (to: string, builder: DesignBuilder) =>
  deriveNetwork(builder.build()).trace({
    from: id('vm-jobs'),
    to: { resource: id(to) },
    protocol: 'Tcp',
    port: 443,
  });

const endpoint = 'pe-kv-vault';
const none = { propagatedRouteTables: ['noneRouteTable'] };

describe('private packets from one network of a virtual WAN hub to another', () => {
  it.each([
    [endpoint, 'an endpoint'],
    ['vm-shared', 'a machine'],
  ])('go through the firewall of the policy for private traffic to %s', (to) => {
    const { verdict, hops } = traceTo(to, connected({ routingPolicies: policy }));
    expect(verdict).toBe('delivered');
    expect(hops.map(({ place }) => place)).toContain('afw');
  });

  it('are held by that firewall where no rule lets them through', () => {
    const closed = connected({ routingPolicies: policy }, {}, '10.99.0.0/24');
    expect(traceTo(endpoint, closed)).toMatchObject({ verdict: 'denied', blockers: ['afw'] });
  });

  it('go through the firewall of a static route where connections propagate to no table', () => {
    const routes = [{ name: 'private', destinations: ['10.0.0.0/8'], nextHop: firewall }];
    const built = (allowed: string) =>
      connected(
        { routeTables: [{ name: 'defaultRouteTable', routes }] },
        { jobs: none, shared: none },
        allowed,
      );
    expect(traceTo(endpoint, built('10.61.1.0/24')).verdict).toBe('delivered');
    expect(traceTo(endpoint, built('10.99.0.0/24')).blockers).toEqual(['afw']);
  });

  it('go straight there where the connections propagate to the table of the other', () => {
    const { verdict, hops } = traceTo(endpoint, connected({ routeTables: emptyTables }, {}, '10.99.0.0/24'));
    expect(verdict).toBe('delivered');
    expect(hops.map(({ place }) => place)).not.toContain('afw');
  });

  it('have no way where the other connection propagates to another table', () => {
    const apart = connected({ routeTables: emptyTables }, { shared: none });
    expect(traceTo(endpoint, apart)).toMatchObject({ verdict: 'no-route', blockers: ['vhub'] });
  });

  it.each([
    ['routes to it', { routeTables: emptyTables }],
    ['a policy for private traffic', { routingPolicies: policy }],
  ])('have no way to a network that is connected to no hub, whatever %s say', (_, hub) => {
    const { verdict, blockers } = traceTo(endpoint, connected(hub, { shared: 'none' }));
    expect(verdict).toBe('no-route');
    expect(blockers).toContain('vhub');
  });

  it('are not decided where that network may be connected elsewhere', () => {
    const open = connected({ routingPolicies: policy }, { shared: 'none' }).incomplete();
    expect(traceTo(endpoint, open).verdict).toBe('cannot-tell');
  });

  it.each([
    ['no table is listed', {}],
    [
      'a static route leads to what is not modelled',
      {
        routeTables: [
          { name: 'defaultRouteTable', routes: [{ name: 'nva', destinations: ['10.61.0.0/16'] }] },
        ],
      },
    ],
    [
      'the policy leads to what is not modelled',
      { routingPolicies: [{ name: 'p', destinations: ['PrivateTraffic'] }] },
    ],
  ])('are not decided where %s', (_, hub) => {
    expect(traceTo(endpoint, connected(hub)).verdict).toBe('cannot-tell');
  });

  describe('beside another hub', () => {
    const beside = (hub: Hub, other: Hub = {}, shared?: 'none') =>
      connected(hub, shared ? { shared } : {}).inRegion('virtual-wan-hub', 'vhub-far', {
        addressPrefix: '10.51.0.0/23',
        ...other,
      });
    const far = { virtualNetworkConnections: [{ name: 'shared', remoteVirtualNetwork: id('vnet-shared') }] };

    it.each([
      ['tables', { routeTables: emptyTables }],
      ['a policy for private traffic', { routingPolicies: policy }],
    ])('are decided by the %s of their own hub where both networks are connected to it', (_, hub) => {
      expect(traceTo(endpoint, beside(hub)).verdict).toBe('delivered');
      expect(traceTo(endpoint, beside(hub).incomplete()).verdict).toBe('delivered');
    });

    it('are not decided where the other network is connected to that one, and neither has a policy', () => {
      expect(traceTo(endpoint, beside({ routeTables: emptyTables }, far, 'none')).verdict).toBe(
        'cannot-tell',
      );
    });

    const farPolicy = [
      { ...policy[0], name: 'Private', destinations: ['PrivateTraffic'], nextHop: id('afw-far') },
    ];
    const withFarFirewall = (hub: Hub, allowed: string) =>
      beside(hub, { ...far, routingPolicies: farPolicy }, 'none').add(
        'azure-firewall',
        'afw-far',
        'vhub-far',
        allowing(allowed),
      );
    const firewallsOn = (builder: DesignBuilder) => {
      const { verdict, hops } = traceTo(endpoint, builder);
      return [verdict, ...hops.map(({ place }) => place).filter((place) => place.startsWith('afw'))];
    };

    it.each([
      ['both have a policy', { routingPolicies: policy }, '10.61.1.0/24', ['delivered', 'afw', 'afw-far']],
      ['the other drops it', { routingPolicies: policy }, '10.99.0.0/24', ['denied', 'afw', 'afw-far']],
      ['that one alone has a policy', { routeTables: emptyTables }, '10.61.1.0/24', ['delivered', 'afw-far']],
    ])(
      'go to a network of that one through the firewalls that policies name: %s',
      (_, hub, allowed, told) => {
        expect(firewallsOn(withFarFirewall(hub, allowed))).toEqual(told);
      },
    );

    it('go through the firewall of their own hub where it alone has a policy', () => {
      expect(firewallsOn(beside({ routingPolicies: policy }, far, 'none'))).toEqual(['delivered', 'afw']);
      expect(traceTo(endpoint, beside({ routingPolicies: policy }, far, 'none').incomplete()).verdict).toBe(
        'cannot-tell',
      );
    });

    it('have no way to a network that is connected to neither', () => {
      expect(traceTo(endpoint, beside({ routeTables: emptyTables }, {}, 'none')).verdict).toBe('no-route');
    });
  });

  it('are held by the VirtualNetwork tag of a security group where the hub leads to them', () => {
    const guarded = (hub: Hub) => connected(hub).securityGroup('nsg', [], 'snet-jobs');
    expect(traceTo(endpoint, guarded({ routingPolicies: policy })).verdict).toBe('delivered');
    expect(traceTo(endpoint, guarded({ routeTables: emptyTables })).verdict).toBe('delivered');
  });

  it('heed a route of the subnet that is as long as what the hub announces', () => {
    const dropped = connected({ routeTables: emptyTables }).routeTable(
      'rt',
      [{ name: 'none', addressPrefix: '10.61.0.0/16', nextHopType: 'None' }],
      'snet-jobs',
    );
    expect(traceTo(endpoint, dropped).blockers).toEqual(['rt']);
  });
});
