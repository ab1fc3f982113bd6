import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { deriveNetwork, type EffectiveRoute } from './index.ts';

const id = (text: string) => text as ResourceId;
const routesOf = (builder: DesignBuilder, subnet = 'snet') =>
  deriveNetwork(builder.build()).routesOf(id(subnet));
const short = ({ addressPrefix, nextHopType, isActive }: EffectiveRoute) =>
  `${addressPrefix} ${nextHopType}${isActive ? '' : ' (beaten)'}`;

const spoke = (properties: Properties<'virtual-network-peering'> = {}) =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('snet', 'spoke', '10.1.1.0/24')
    .peering('hub', 'spoke', properties);

describe('effective routes', () => {
  it('hold the network, its peers, endpoints here and there, and the defaults', () => {
    const built = spoke()
      .subnet('endpoints', 'hub', '10.0.2.0/24')
      .inRegion('key-vault', 'kv')
      .privateEndpoint('kv', 'vault', 'endpoints');
    expect(routesOf(built).map(short)).toEqual([
      '10.1.0.0/16 VnetLocal',
      '10.0.0.0/16 VNetPeering',
      '10.0.2.4/32 InterfaceEndpoint',
      '0.0.0.0/0 Internet',
      '10.0.0.0/8 None',
      '172.16.0.0/12 None',
      '192.168.0.0/16 None',
      '100.64.0.0/10 None',
    ]);
  });

  it('of the user to everywhere take private ranges along, which Azure drops otherwise', () => {
    const routed = spoke().routeTable(
      'rt',
      [
        {
          name: 'out',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.1.4',
        },
      ],
      'snet',
    );
    expect(routesOf(routed).map(short)).toEqual([
      '10.1.0.0/16 VnetLocal',
      '10.0.0.0/16 VNetPeering',
      '0.0.0.0/0 Internet (beaten)',
      '10.0.0.0/8 None (beaten)',
      '172.16.0.0/12 None (beaten)',
      '192.168.0.0/16 None (beaten)',
      '100.64.0.0/10 None (beaten)',
      '0.0.0.0/0 VirtualAppliance',
    ]);
  });

  it('drop no private addresses that lie whole in the network', () => {
    const wide = design().virtualNetwork('wide', '172.0.0.0/8').subnet('snet', 'wide', '172.1.0.0/16');
    expect(routesOf(wide).map(short)).not.toContain('172.16.0.0/12 None');
    const same = design().virtualNetwork('same', '10.0.0.0/8').subnet('snet', 'same', '10.1.0.0/16');
    expect(routesOf(same).map(short)).toContain('10.0.0.0/8 None (beaten)');
  });

  it('of the user beat the system’s with the same prefix', () => {
    const routed = spoke().routeTable(
      'rt',
      [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'None' }],
      'snet',
    );
    const all = routesOf(routed).map(short);
    expect(all).toContain('0.0.0.0/0 Internet (beaten)');
    expect(all).toContain('0.0.0.0/0 None');
  });

  const office = (half: Properties<'virtual-network-peering'>, table: Properties<'route-table'> = {}) =>
    spoke(half)
      .subnet('GatewaySubnet', 'hub', '10.0.3.0/27')
      .add('virtual-network-gateway', 'vpn', 'GatewaySubnet')
      .add('on-premises-network', 'office', undefined, {
        addressPrefixes: ['192.168.0.0/24'],
        gateways: ['vpn'],
      })
      .inRegion('route-table', 'rt', table)
      .set('snet', { routeTable: 'rt' });

  it('lead on premises through a gateway in the hub only where both halves allow it', () => {
    const leads = (builder: DesignBuilder) =>
      routesOf(builder).some((route) => route.nextHopType === 'VirtualNetworkGateway');
    expect(leads(office({ useRemoteGateways: true, allowGatewayTransit: true }))).toBe(true);
    expect(leads(office({ useRemoteGateways: true }))).toBe(false);
    expect(leads(office({}))).toBe(false);
    expect(
      leads(
        office({ useRemoteGateways: true, allowGatewayTransit: true }, { disableBgpRoutePropagation: true }),
      ),
    ).toBe(false);
  });
});

describe('a route to a gateway', () => {
  const routed = (gatewayType: 'Vpn' | 'ExpressRoute') =>
    spoke({ useRemoteGateways: true, allowGatewayTransit: true })
      .subnet('GatewaySubnet', 'hub', '10.0.3.0/27')
      .add('virtual-network-gateway', 'gw', 'GatewaySubnet', { gatewayType })
      .routeTable(
        'rt',
        [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualNetworkGateway' }],
        'snet',
      );
  const nextHop = (gatewayType: 'Vpn' | 'ExpressRoute') =>
    routesOf(routed(gatewayType)).find((route) => route.origin === 'user')?.nextHop;

  it('of the user leads to the VPN gateway that the hub shares, never to ExpressRoute', () => {
    expect(nextHop('Vpn')).toBe('gw');
    expect(nextHop('ExpressRoute')).toBeUndefined();
  });
});

describe('a peering', () => {
  const peers = (builder: DesignBuilder) => deriveNetwork(builder.build()).peersOf(id('spoke'));

  it('is up where both halves are, and taken as up where no state is stated', () => {
    expect(peers(spoke())).toEqual(['hub']);
    expect(peers(spoke({ peeringState: 'Connected' }))).toEqual(['hub']);
  });

  it('is down where a half is missing, not connected or denies access', () => {
    expect(peers(spoke().remove('hub-to-spoke'))).toEqual([]);
    expect(peers(spoke({ peeringState: 'Initiated' }))).toEqual([]);
    expect(peers(spoke().set('hub-to-spoke', { peeringState: 'Disconnected' }))).toEqual([]);
    expect(peers(spoke({ allowVirtualNetworkAccess: false }))).toEqual([]);
  });

  it('to a network that is not shown is taken as up', () => {
    const unseen = spoke().remove('hub-to-spoke', 'hub').incomplete();
    expect(peers(unseen)).toEqual(['hub']);
  });
});

describe('the way out of a subnet', () => {
  const egress = (builder: DesignBuilder) => deriveNetwork(builder.build()).egressOf(id('snet')).by;
  const via = (nextHopIpAddress: string) =>
    [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress }] as const;
  const withFirewall = spoke()
    .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
    .add('azure-firewall', 'fw', 'AzureFirewallSubnet');
  const nat = spoke().inRegion('nat-gateway', 'nat').set('snet', { natGateway: 'nat' });

  it.each([
    [
      'the firewall that the route leads to',
      withFirewall.routeTable('rt', via('10.0.1.4'), 'snet'),
      'firewall',
    ],
    [
      'the firewall before a NAT gateway',
      withFirewall
        .inRegion('nat-gateway', 'nat')
        .set('snet', { natGateway: 'nat' })
        .routeTable('rt', via('10.0.1.4'), 'snet'),
      'firewall',
    ],
    [
      'not known where nothing has the next hop',
      spoke().routeTable('rt', via('10.0.9.9'), 'snet'),
      'unknown',
    ],
    ['the NAT gateway', nat, 'nat-gateway'],
    ['the NAT gateway before a public address', nat.add('compute-instance', 'ci', 'snet'), 'nat-gateway'],
    ['a compute’s own public address', spoke().add('compute-instance', 'ci', 'snet'), 'public-ip'],
    [
      'default outbound access',
      spoke().add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false }),
      'default-outbound',
    ],
    ['none in a private subnet', spoke().set('snet', { defaultOutboundAccess: false }), 'none'],
    [
      'none where the route drops it',
      spoke().routeTable('rt', [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'None' }], 'snet'),
      'none',
    ],
    [
      'both halves of the space',
      withFirewall.routeTable(
        'rt',
        [
          { ...via('10.0.1.4')[0], addressPrefix: '0.0.0.0/1' },
          { ...via('10.0.1.4')[0], name: 'b', addressPrefix: '128.0.0.0/1' },
        ],
        'snet',
      ),
      'firewall',
    ],
    [
      'not known where the route table is not shown',
      spoke().set('snet', { routeTable: 'rt-elsewhere' }),
      'unknown',
    ],
  ] as const)('is %s', (_, builder, by) => expect(egress(builder)).toBe(by));
});
