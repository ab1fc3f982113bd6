import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { deriveNetwork, keepAddresses } from './index.ts';

const id = (text: string) => text as ResourceId;
const oneSubnet = (prefixes = '10.0.0.0/16', properties: Properties<'subnet'> = {}) =>
  design().virtualNetwork('vnet', '10.0.0.0/8').subnet('snet', 'vnet', prefixes, properties);
const usedBy = (builder: DesignBuilder, subnet = 'snet') =>
  deriveNetwork(builder.build()).addressing(id(subnet)).used;

type Pool = NonNullable<Properties<'kubernetes-cluster'>['agentPoolProfiles']>[number];
const kubernetes = (pool: Partial<Pool>, also: Properties<'kubernetes-cluster'> = {}) =>
  oneSubnet()
    .subnet('pods', 'vnet', '10.1.0.0/16')
    .add('kubernetes-cluster', 'aks', 'snet', {
      networkPlugin: 'azure',
      agentPoolProfiles: [{ name: 'pool', count: 50, ...pool }],
      ...also,
    });

describe('addresses that resources take', () => {
  const registry = (replications: string[]) =>
    oneSubnet()
      .inRegion('container-registry', 'cr', { sku: 'Premium', replications })
      .privateEndpoint('cr', 'registry', 'snet');
  it.each([
    ['a compute instance takes one', oneSubnet().add('compute-instance', 'ci', 'snet'), 1],
    [
      'a cluster takes its largest number of nodes',
      oneSubnet().add('compute-cluster', 'c', 'snet', { minNodeCount: 1, maxNodeCount: 12 }),
      12,
    ],
    [
      'serverless compute takes its planned nodes',
      oneSubnet().add('serverless-compute', 's', 'snet', { plannedNodeCount: 7 }),
      7,
    ],
    [
      'a workspace endpoint takes four',
      oneSubnet().inRegion('workspace', 'mlw').privateEndpoint('mlw', 'amlworkspace', 'snet'),
      4,
    ],
    [
      'a vault endpoint takes one',
      oneSubnet().inRegion('key-vault', 'kv').privateEndpoint('kv', 'vault', 'snet'),
      1,
    ],
    ['a registry endpoint takes two', registry([]), 2],
    ['each replica of a registry takes one more', registry(['northeurope', 'uksouth']), 4],
    [
      'a private load balancer frontend takes one',
      oneSubnet().inRegion('load-balancer', 'lb', {
        frontendIPConfigurations: [{ name: 'f', subnet: 'snet' }],
      }),
      1,
    ],
    [
      'an inbound resolver endpoint takes one',
      oneSubnet().add('dns-resolver-endpoint', 'in', 'snet', { direction: 'inbound' }),
      1,
    ],
    [
      'an outbound resolver endpoint takes none',
      oneSubnet().add('dns-resolver-endpoint', 'out', 'snet', { direction: 'outbound' }),
      0,
    ],
    ['a machine without a drawn interface takes one', oneSubnet().add('virtual-machine', 'vm', 'snet'), 1],
    [
      'a machine with its interface drawn takes the interface’s',
      oneSubnet()
        .add('network-interface', 'nic', 'snet', {
          ipConfigurations: [
            { name: 'a', subnet: 'snet' },
            { name: 'b', subnet: 'snet' },
          ],
        })
        .add('virtual-machine', 'vm', 'snet', { networkInterfaces: ['nic'] }),
      2,
    ],
    ['a service takes none', oneSubnet().inRegion('storage-account', 'st'), 0],
  ] as const)('%s', (_, builder, expected) => expect(usedBy(builder)).toBe(expected));
});

describe('addresses that AKS takes', () => {
  it.each([
    ['Azure CNI: 50 nodes with 30 pods and one surge node take 1,581', kubernetes({}), 'snet', 1581],
    [
      'Azure CNI: 60 nodes with 30 pods and one surge node take 1,891',
      kubernetes({ count: 60 }),
      'snet',
      1891,
    ],
    [
      'the autoscale maximum counts, not the present number',
      kubernetes({ count: 3, maxCount: 50 }),
      'snet',
      1581,
    ],
    ['surge in percent is rounded up', kubernetes({ count: 10, maxSurge: '33%', maxPods: 10 }), 'snet', 154],
    [
      'overlay gives pods no address of the network',
      kubernetes({}, { networkPluginMode: 'overlay' }),
      'snet',
      51,
    ],
    [
      'kubenet gives pods no address of the network',
      kubernetes({}, { networkPlugin: 'kubenet' }),
      'snet',
      51,
    ],
    ['a pod subnet leaves nodes in the node subnet', kubernetes({ podSubnet: 'pods' }), 'snet', 51],
    [
      'a pod subnet hands out batches of sixteen, and another when fewer than eight are free',
      kubernetes({ count: 4, podSubnet: 'pods', maxPods: 30 }),
      'pods',
      240,
    ],
    [
      'static blocks of sixteen keep one address each node for itself',
      kubernetes({ count: 4, podSubnet: 'pods', maxPods: 31, podIPAllocationMode: 'StaticBlock' }),
      'pods',
      160,
    ],
    [
      'a private cluster takes one for its API server',
      kubernetes({}, { networkPlugin: 'kubenet', enablePrivateCluster: true }),
      'snet',
      52,
    ],
  ] as const)('%s', (_, builder, subnet, expected) => expect(usedBy(builder, subnet)).toBe(expected));
});

describe('a subnet', () => {
  const usage = (builder: DesignBuilder, name = 'snet') =>
    deriveNetwork(builder.build()).addressing(id(name));

  it('of /29 gives three', () => {
    const three = oneSubnet('10.0.0.0/29').privateEndpoints(3, 'snet');
    expect(usage(three)).toMatchObject({ capacity: 3, used: 3, free: 0, arithmetic: '3 of 3' });
    expect(usage(three.add('compute-instance', 'ci', 'snet')).free).toBe(-1);
  });

  it('adds what each of its prefixes gives', () => {
    expect(usage(oneSubnet('10.0.0.0/29 10.0.1.0/28')).capacity).toBe(14);
  });

  it('takes the configurations that an export lists as the least it uses', () => {
    const listed = oneSubnet('10.0.0.0/24', { ipConfigurations: ['a', 'b', 'c'] }).add(
      'compute-instance',
      'ci',
      'snet',
    );
    expect(usage(listed).used).toBe(3);
    expect(usage(listed).uses.at(-1)).toMatchObject({ count: 2 });
  });

  it('named for a gateway is sized by Azure', () => {
    const gateway = design()
      .virtualNetwork('vnet', '10.0.0.0/8')
      .subnet('GatewaySubnet', 'vnet', '10.0.0.0/27');
    expect(usage(gateway, 'GatewaySubnet')).toMatchObject({
      isSizedByAzure: true,
      arithmetic: 'sized by Azure',
    });
  });
});

describe('addresses of resources', () => {
  const network = (builder: DesignBuilder) => deriveNetwork(builder.build());

  it('are those stated, else the first free ones in the order of names', () => {
    const built = network(
      oneSubnet('10.0.0.0/24')
        .add('network-interface', 'nic', 'snet', {
          ipConfigurations: [{ name: 'a', subnet: 'snet', privateIPAddress: '10.0.0.5' }],
        })
        .add('compute-cluster', 'cluster', 'snet', { maxNodeCount: 3 })
        .add('compute-instance', 'ci', 'snet'),
    );
    expect(built.addressesOf(id('nic'))).toEqual(['10.0.0.5']);
    expect(built.addressesOf(id('ci'))).toEqual(['10.0.0.4']);
    expect(built.addressesOf(id('cluster'))).toEqual(['10.0.0.6']);
  });

  it('come from the next prefix of the subnet when the first is full', () => {
    const built = network(
      oneSubnet('10.0.0.0/29 10.0.1.0/29').privateEndpoints(3, 'snet').add('compute-instance', 'ci', 'snet'),
    );
    expect(built.addressesOf(id('ci'))).toEqual(['10.0.0.4']);
    expect(built.addressesOf(id('pe-2'))).toEqual(['10.0.0.6']);
    expect(built.addressesOf(id('pe-3'))).toEqual(['10.0.1.4']);
  });

  it('of a firewall are in its own subnet, not in that for management', () => {
    const built = network(
      design()
        .virtualNetwork('hub', '10.0.0.0/16')
        .subnet('AzureFirewallManagementSubnet', 'hub', '10.0.3.0/24')
        .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/24')
        .add('azure-firewall', 'fw', 'AzureFirewallSubnet', {
          managementSubnet: 'AzureFirewallManagementSubnet',
        }),
    );
    expect(built.addressesOf(id('fw'))).toEqual(['10.0.1.4']);
  });
});

describe('addresses that nothing states', () => {
  const storage = (...endpoints: readonly string[]) =>
    endpoints.reduce(
      (made, name) => made.add('private-endpoint', name, 'snet', { target: 'st', groupIds: ['blob'] }),
      oneSubnet('10.0.0.0/24').subnet('other', 'vnet', '10.0.1.0/24').inRegion('storage-account', 'st'),
    );
  const before = storage('pe-b', 'pe-c');
  const scaled = before.add('compute-cluster', 'a-cluster', 'snet', { maxNodeCount: 3 });
  const kept = (from: DesignBuilder, to: DesignBuilder) => {
    const network = deriveNetwork(keepAddresses(from.build(), to.build()));
    return (one: string) => network.addressesOf(id(one)).join(' ');
  };
  const moved = before.set('pe-b', { parent: 'other' });
  it.each([
    [
      'stay when a neighbour comes that is named before it',
      before,
      before.add('compute-instance', 'ci', 'snet'),
      '10.0.0.4 10.0.0.5',
    ],
    ['stay when a cluster comes', before, scaled, '10.0.0.4 10.0.0.5'],
    ['stay when a cluster grows', scaled, scaled.set('a-cluster', { maxNodeCount: 9 }), '10.0.0.7 10.0.0.8'],
    ['stay when a cluster goes', scaled, scaled.remove('a-cluster'), '10.0.0.7 10.0.0.8'],
    ['stay when it gets another name', before, before.set('pe-b', { name: 'pe-z' }), '10.0.0.4 10.0.0.5'],
    ['stay when a neighbour moves away', before, moved, '10.0.1.4 10.0.0.5'],
    [
      'go when somebody states that they are another’s',
      before,
      before.add('dns-server', 'dns', 'snet', { ipAddress: '10.0.0.4' }),
      '10.0.0.6 10.0.0.5',
    ],
    [
      'go with the range of the subnet',
      before,
      before.set('snet', { addressPrefixes: ['10.9.0.0/24'] }),
      '10.9.0.4 10.9.0.5',
    ],
  ] as const)('%s', (_, from, to, expected) => {
    const addressOf = kept(from, to);
    expect(`${addressOf('pe-b')} ${addressOf('pe-c')}`).toBe(expected);
  });
  it('leave to what comes the next free one', () => {
    expect(kept(before, before.add('dns-server', 'a-server', 'snet'))('a-server')).toBe('10.0.0.6');
  });
  it('are remembered only where they would change', () => {
    const added = before.add('dns-server', 'z-server', 'snet').build();
    expect(keepAddresses(before.build(), added)).toBe(added);
  });
});
