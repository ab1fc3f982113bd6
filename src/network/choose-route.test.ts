import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
type Routes = NonNullable<Properties<'route-table'>['routes']>;
type NextHop = Routes[number]['nextHopType'];
const to = (addressPrefix: string, nextHopType: NextHop = 'None'): Routes[number] => ({
  name: `to-${addressPrefix}`,
  addressPrefix,
  nextHopType,
});

/** A compute in a spoke, joined to a hub with a gateway; what its office announces, and what its own table says. */
const spoke = (routes: Routes = [], announced: readonly string[] = ['192.168.0.0/24']): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('GatewaySubnet', 'hub', '10.0.3.0/27')
    .subnet('shared', 'hub', '10.0.4.0/24')
    .add('virtual-machine', 'hub-vm', 'shared')
    .add('virtual-network-gateway', 'vpn', 'GatewaySubnet')
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('snet', 'spoke', '10.1.1.0/24', { defaultOutboundAccess: true })
    .add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false })
    .add('virtual-machine', 'vm', 'snet')
    .peering('hub', 'spoke', { useRemoteGateways: true, allowGatewayTransit: true })
    .add('on-premises-network', 'office', undefined, {
      addressPrefixes: announced,
      gateways: ['vpn'],
    })
    .routeTable('rt', routes, 'snet');

const trace = (builder: DesignBuilder, destination: Destination) =>
  deriveNetwork(builder.build()).trace({ from: id('ci'), to: destination, protocol: 'Tcp', port: 443 });
/** The place that decides where the packet goes on from its subnet. */
const decided = (builder: DesignBuilder, destination: Destination) =>
  trace(builder, destination).hops.find((hop) => hop.by.includes('route'))?.by;
const hubVm: Destination = { resource: id('hub-vm') };
const machineLearning: Destination = { serviceTag: 'AzureMachineLearning', hosts: ['*.azureml.ms'] };
const storage: Destination = { serviceTag: 'Storage', hosts: ['*.blob.core.windows.net'] };

/** https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview, “How Azure selects a route” */
describe('of the routes of a subnet', () => {
  it.each<[string, DesignBuilder, Destination, string]>([
    ['the peering’s leads to a peer', spoke(), hubVm, 'peering route 10.0.0.0/16'],
    [
      'the user’s goes before the peering’s where both are as long',
      spoke([to('10.0.0.0/16')]),
      hubVm,
      'route to-10.0.0.0/16 (10.0.0.0/16)',
    ],
    [
      'the longest goes first, whoever made it',
      spoke([to('10.0.0.0/8')]),
      hubVm,
      'peering route 10.0.0.0/16',
    ],
    [
      'the peering’s goes before one that the gateway announces more closely',
      spoke([], ['10.0.4.0/24']),
      hubVm,
      'peering route 10.0.0.0/16',
    ],
    [
      'the peering’s goes before one that the gateway announces just so',
      spoke([], ['10.0.0.0/16']),
      hubVm,
      'peering route 10.0.0.0/16',
    ],
    [
      'the network’s own goes before what the gateway announces more closely',
      spoke([], ['10.1.1.0/25']),
      { resource: id('vm') },
      'default route 10.1.0.0/16',
    ],
    [
      'the user’s in between goes before both',
      spoke([to('10.0.0.0/20')], ['10.0.4.0/24']),
      hubVm,
      'route to-10.0.0.0/20 (10.0.0.0/20)',
    ],
    [
      'the gateway’s goes before Azure’s own for everything else',
      spoke([], ['0.0.0.0/0']),
      machineLearning,
      'gateway route 0.0.0.0/0',
    ],
    [
      'that of the region goes before that of the tag',
      spoke([to('AzureMachineLearning'), to('AzureMachineLearning.westeurope', 'Internet')]),
      machineLearning,
      'route to-AzureMachineLearning.westeurope (AzureMachineLearning.westeurope)',
    ],
    [
      'that of the tag goes before AzureCloud of the region',
      spoke([to('AzureCloud.westeurope'), to('AzureMachineLearning', 'Internet')]),
      machineLearning,
      'route to-AzureMachineLearning (AzureMachineLearning)',
    ],
    [
      'AzureCloud of the region goes before AzureCloud',
      spoke([to('AzureCloud'), to('AzureCloud.westeurope', 'Internet')]),
      machineLearning,
      'route to-AzureCloud.westeurope (AzureCloud.westeurope)',
    ],
    [
      'AzureCloud goes before everything else',
      spoke([to('0.0.0.0/0'), to('AzureCloud', 'Internet')]),
      machineLearning,
      'route to-AzureCloud (AzureCloud)',
    ],
    [
      'that of another tag is none',
      spoke([to('AzureMonitor'), to('0.0.0.0/0', 'Internet')]),
      machineLearning,
      'route to-0.0.0.0/0 (0.0.0.0/0)',
    ],
    [
      'the service endpoint’s stands whatever the user’s say',
      spoke([to('0.0.0.0/0'), to('Storage')]).set('snet', {
        serviceEndpoints: [{ service: 'Microsoft.Storage' }],
      }),
      storage,
      'service-endpoint route Microsoft.Storage',
    ],
  ])('%s', (_, builder, destination, expected) => expect(decided(builder, destination)).toBe(expected));
});

describe('a public destination whose addresses are not known', () => {
  it('is not decided where a public prefix may hold it and leads elsewhere', () => {
    const { missing } = trace(spoke([to('20.0.0.0/8')]), machineLearning);
    expect(missing).toEqual([
      { fact: 'whether route to-20.0.0.0/8 (20.0.0.0/8) holds AzureMachineLearning' },
    ]);
  });

  it('is decided where that prefix leads the same way', () => {
    expect(trace(spoke([to('20.0.0.0/8', 'Internet')]), machineLearning).verdict).toBe('delivered');
  });

  it('is taken not to be the one address that a route is for, and says so', () => {
    const { verdict, assumptions } = trace(spoke([to('23.102.135.246/32')]), machineLearning);
    expect(verdict).toBe('delivered');
    expect(assumptions).toContain(
      'AzureMachineLearning is taken not to be at 23.102.135.246 of route to-23.102.135.246/32.',
    );
  });

  it('is not decided where an address may be of a tag that has a route', () => {
    const { missing } = trace(spoke([to('Storage')]), { address: '20.60.1.4' });
    expect(missing).toEqual([{ fact: 'whether route to-Storage (Storage) holds 20.60.1.4' }]);
  });
});

/** https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview */
describe('a service endpoint for storage', () => {
  const far = (service: NonNullable<Properties<'subnet'>['serviceEndpoints']>[number]) =>
    spoke()
      .set('snet', { defaultOutboundAccess: false, serviceEndpoints: [service] })
      .add('region', 'northeurope')
      .add('storage-account', 'st', 'northeurope');
  const account: Destination = { resource: id('st'), groupId: 'blob' };

  it.each([
    ['reaches the paired region that it lists', ['westeurope', 'northeurope'], 'delivered'],
    ['does not reach a region that it does not list', ['westeurope'], 'no-route'],
    ['reaches every region by its star', ['*'], 'delivered'],
  ])('%s', (_, locations, verdict) =>
    expect(trace(far({ service: 'Microsoft.Storage', locations }), account).verdict).toBe(verdict),
  );

  it('without a list may or may not reach another region', () => {
    expect(trace(far({ service: 'Microsoft.Storage' }), account).missing).toEqual([
      { fact: 'whether service endpoint Microsoft.Storage of snet reaches northeurope' },
    ]);
  });

  it('of the global kind reaches all', () => {
    expect(trace(far({ service: 'Microsoft.Storage.Global' }), account).verdict).toBe('delivered');
  });
});
