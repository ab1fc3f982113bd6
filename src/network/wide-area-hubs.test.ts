import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { deriveNetwork } from './index.ts';

type Hub = Properties<'virtual-wan-hub'>;
type Connection = NonNullable<Hub['virtualNetworkConnections']>[number];

const id = (text: string) => text as ResourceId;
const firewall = id('afw');
const tables = [{ name: 'defaultRouteTable', routes: [] }];
const intent = [{ name: 'InternetTraffic', destinations: ['Internet'], nextHop: firewall }];
const allTo = (nextHop?: ResourceId) => ({
  name: 'all',
  destinations: ['0.0.0.0/0'],
  ...(nextHop && { nextHop }),
});

/** A private subnet whose network is connected to a hub with a firewall that lets sign-in pass and nothing else. */
const secured = (hub: Hub, connection: Partial<Connection> = {}): DesignBuilder =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: false })
    .add('virtual-machine', 'vm', 'snet')
    .inRegion('virtual-wan-hub', 'vhub', {
      addressPrefix: '10.9.0.0/23',
      virtualNetworkConnections: [{ name: 'conn', remoteVirtualNetwork: id('vnet'), ...connection }],
      ...hub,
    })
    .add('azure-firewall', 'afw', 'vhub', {
      ruleCollections: [
        {
          name: 'sign-in',
          priority: 100,
          action: 'Allow',
          rules: [
            {
              ruleType: 'NetworkRule',
              name: 'entra',
              sourceAddresses: ['*'],
              ipProtocols: ['TCP'],
              destinationAddresses: ['AzureActiveDirectory'],
              destinationPorts: ['443'],
            },
          ],
        },
      ],
      publicIPAddresses: [],
    });

const verdictOf = (builder: DesignBuilder, serviceTag: string) =>
  deriveNetwork(builder.build()).trace({
    from: id('vm'),
    to: { serviceTag },
    protocol: 'Tcp',
    port: 443,
  });

const fates = (builder: DesignBuilder) =>
  ['AzureActiveDirectory', 'AzureResourceManager'].map((tag) => verdictOf(builder, tag).verdict);

/** https://learn.microsoft.com/azure/virtual-wan/how-to-routing-policies */
describe('packets to the internet of a network that is connected to a virtual WAN hub', () => {
  it.each([
    ['a routing intent', secured({ routingPolicies: intent })],
    [
      'a static route of the default table',
      secured({ routeTables: [{ name: 'defaultRouteTable', routes: [allTo(firewall)] }] }),
    ],
    [
      'a static route of the table that the connection names',
      secured(
        { routeTables: [...tables, { name: 'rt-ml', routes: [allTo(firewall)] }] },
        { associatedRouteTable: 'rt-ml' },
      ),
    ],
  ])('meet the rules of the hub’s firewall by %s', (_, builder) => {
    expect(fates(builder)).toEqual(['delivered', 'denied']);
  });

  it('are held by the firewall, which is what has to change', () => {
    expect(verdictOf(secured({ routingPolicies: intent }), 'AzureResourceManager').blockers).toEqual(['afw']);
  });

  it.each([
    [
      'a policy for private traffic alone',
      {
        routingPolicies: [{ ...intent[0], name: 'Private', destinations: ['PrivateTraffic'] }],
        routeTables: tables,
      },
      {},
    ],
    ['tables without a default route', { routeTables: tables }, {}],
    [
      'a route of another connection’s table',
      { routeTables: [...tables, { name: 'rt-other', routes: [allTo(firewall)] }] },
      {},
    ],
    [
      'a connection that is told no default route',
      { routingPolicies: intent },
      { enableInternetSecurity: false },
    ],
  ])('have no way through it by %s', (_, hub, connection) => {
    expect(fates(secured(hub, connection))).toEqual(['no-route', 'no-route']);
  });

  it('have no way through it where the subnet’s route table shuts out what is announced', () => {
    const shut = secured({ routingPolicies: intent })
      .routeTable('rt', [], 'snet')
      .set('rt', { disableBgpRoutePropagation: true });
    expect(fates(shut)).toEqual(['no-route', 'no-route']);
  });

  it.each([
    [
      'the next hop is none that is modelled',
      secured({ routeTables: [{ name: 'defaultRouteTable', routes: [allTo()] }] }),
    ],
    ['the hub has a firewall and neither intent nor tables', secured({})],
    ['the hub is not shown', secured({}).set('vhub', { presence: 'not-shown' })],
    ['a whole export lists no table of the hub', secured({}).remove('afw').wholeExport()],
  ])('cannot be told where %s', (_, builder) => {
    expect(fates(builder)).toEqual(['cannot-tell', 'cannot-tell']);
  });

  it('cannot be told where only Azure’s own peering shows that there is a hub', () => {
    const joined = design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('snet', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: false })
      .add('virtual-machine', 'vm', 'snet')
      .virtualNetwork('HV_vhub_1', '10.9.0.0/23')
      .set('HV_vhub_1', { presence: 'not-shown' })
      .add('virtual-network-peering', 'RemoteVnetToHubPeering_1', 'vnet', {
        remoteVirtualNetwork: 'HV_vhub_1',
        peeringState: 'Connected',
      })
      .wholeExport();
    expect(verdictOf(joined, 'AzureActiveDirectory').missing).toEqual([
      { fact: 'the virtual WAN hub that vnet is connected to, with its connections' },
    ]);
  });
});
