import { describe, expect, it } from 'vitest';
import { findOfKind, resourcesOfKind } from '#model';
import { importFiles } from '../import-files.ts';

const scope =
  '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers/Microsoft.Network';
const hub = `${scope}/virtualHubs/vhub`;
const firewall = `${scope}/azureFirewalls/afw`;
const child = (type: string, name: string, properties: object) => ({
  id: `${hub}/${type}/${name}`,
  name,
  type: `Microsoft.Network/virtualHubs/${type}`,
  properties,
});

const rows = [
  {
    id: hub,
    type: 'microsoft.network/virtualhubs',
    location: 'westeurope',
    properties: { addressPrefix: '10.9.0.0/23' },
  },
  {
    id: firewall,
    type: 'microsoft.network/azurefirewalls',
    location: 'westeurope',
    properties: { virtualHub: { id: hub } },
  },
  child('hubVirtualNetworkConnections', 'conn', {
    remoteVirtualNetwork: { id: `${scope}/virtualNetworks/vnet` },
    enableInternetSecurity: false,
    routingConfiguration: { associatedRouteTable: { id: `${hub}/hubRouteTables/rt-ml` } },
  }),
  child('hubRouteTables', 'rt-ml', {
    routes: [
      {
        name: 'all',
        destinationType: 'CIDR',
        destinations: ['0.0.0.0/0'],
        nextHopType: 'ResourceId',
        nextHop: firewall,
      },
    ],
  }),
  child('hubRouteTables', 'defaultRouteTable', {
    routes: [
      { name: 'spoke', destinations: ['10.1.0.0/16'], nextHop: `${hub}/hubVirtualNetworkConnections/conn` },
    ],
  }),
  child('routingIntent', 'intent', {
    routingPolicies: [
      { name: 'InternetTraffic', destinations: ['Internet'], nextHop: firewall.toUpperCase() },
    ],
  }),
];

const opened = (given: readonly object[]) => {
  const result = importFiles([{ name: 'estate.json', text: JSON.stringify(given) }], { complete: true });
  if (!result.ok) throw new Error(result.error);
  return result;
};

describe('a virtual WAN hub', () => {
  it('tells to which of its own tables a connection propagates, by their ids and their labels', () => {
    const table = (name: string, labels: readonly string[]) =>
      child('hubRouteTables', name, { labels, routes: [] });
    const [found] = resourcesOfKind(
      opened([
        ...rows.filter(({ id }) => !id.includes('/hubRouteTables/') && !id.endsWith('/conn')),
        table('rt-ml', []),
        table('rt-all', ['everywhere']),
        table('rt-else', ['elsewhere']),
        child('hubVirtualNetworkConnections', 'conn', {
          remoteVirtualNetwork: { id: `${scope}/virtualNetworks/vnet` },
          routingConfiguration: {
            propagatedRouteTables: {
              labels: ['Everywhere', 'default'],
              ids: [
                { id: `${hub}/hubRouteTables/rt-ml` },
                { id: `${scope}/virtualHubs/other/hubRouteTables/x` },
              ],
            },
          },
        }),
      ]).design,
      'virtual-wan-hub',
    );
    expect(found?.virtualNetworkConnections?.[0]?.propagatedRouteTables).toEqual([
      'rt-ml',
      'defaultRouteTable',
      'rt-all',
    ]);
  });

  it('has its connections, route tables and routing intent, which are rows of their own', () => {
    const { design, notes } = opened(rows);
    const [found] = resourcesOfKind(design, 'virtual-wan-hub');
    const { routingPolicies, routeTables, virtualNetworkConnections } = found ?? {};
    const firewallId = resourcesOfKind(design, 'azure-firewall')[0]?.id;
    expect(routingPolicies).toEqual([
      { name: 'InternetTraffic', destinations: ['Internet'], nextHop: firewallId },
    ]);
    expect(routeTables).toEqual([
      { name: 'defaultRouteTable', routes: [{ name: 'spoke', destinations: ['10.1.0.0/16'] }] },
      { name: 'rt-ml', routes: [{ name: 'all', destinations: ['0.0.0.0/0'], nextHop: firewallId }] },
    ]);
    const [connection] = virtualNetworkConnections ?? [];
    expect(connection).toMatchObject({ enableInternetSecurity: false, associatedRouteTable: 'rt-ml' });
    expect(findOfKind(design, connection?.remoteVirtualNetwork, 'virtual-network')?.presence).toBe(
      'not-shown',
    );
    expect(notes).toEqual([]);
  });

  it('has no tables that nobody listed, though the estate is whole', () => {
    const [found] = resourcesOfKind(opened(rows.slice(0, 2)).design, 'virtual-wan-hub');
    expect(found?.routeTables ?? []).toEqual([]);
  });
});
