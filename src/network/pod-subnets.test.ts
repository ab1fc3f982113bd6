import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, isolatedWorkspace, type Properties, securityRule } from '#testing';
import { deriveNetwork } from './derive.ts';

type Pools = NonNullable<Properties<'kubernetes-cluster'>['agentPoolProfiles']>;

const everything = [securityRule(100, 'Allow', 'Outbound', '*', '*')];
const nothing = [securityRule(100, 'Deny', 'Outbound', '*', '*')];
type Rules = typeof everything;

/** A cluster whose nodes and pods have subnets and groups of their own. */
const cluster = (
  nodes: Rules,
  pods: Rules,
  agentPoolProfiles: Pools = [{ name: 'pool', count: 1, podSubnet: 'snet-pods' }],
): DesignBuilder =>
  isolatedWorkspace()
    .remove('ci-research', 'cpu-cluster')
    .subnet('snet-nodes', 'vnet-ml', '10.0.16.0/24')
    .subnet('snet-pods', 'vnet-ml', '10.0.32.0/22')
    .securityGroup('nsg-nodes', nodes, 'snet-nodes')
    .securityGroup('nsg-pods', pods, 'snet-pods')
    .add('kubernetes-cluster', 'aks', 'snet-nodes', {
      networkPlugin: 'azure',
      workspaces: ['mlw'],
      agentPoolProfiles,
    });

/** What each kind of flow is stopped by. */
const stopsOf = (builder: DesignBuilder) => {
  const network = deriveNetwork(builder.build());
  const stops = new Map<string, Set<string>>();
  for (const flow of network.requiredFlows()) {
    const name = flow.requirement ?? flow.to.groupId ?? '';
    const known = stops.get(name) ?? new Set();
    for (const id of network.fateOf(flow).blockers) known.add(id);
    stops.set(name, known);
  }
  return Object.fromEntries([...stops].map(([name, ids]) => [name, [...ids].sort()]));
};

/**
 * Pods “receive IPs from the pod subnet”, and have “separate VNet policies … different from node policies”:
 * https://learn.microsoft.com/azure/aks/configure-azure-cni-dynamic-ip-allocation
 * What nodes need: https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
 */
describe('a cluster whose pods have a subnet of their own', () => {
  it.each([
    ['pods send to storage from theirs', 'blob', ['nsg-pods']],
    ['pods send to the workspace from theirs', 'amlworkspace', ['nsg-pods']],
    ['pods sign in from theirs', 'microsoft-entra-id', ['nsg-pods']],
    ['nodes fetch images from theirs', 'registry', []],
    ['nodes fetch their packages from theirs', 'kubernetes-service-hosts', []],
    ['nodes fetch images of Microsoft from theirs', 'microsoft-container-registry', []],
  ])('%s, where the group of the pods lets nothing out', (_, flow, stops) => {
    expect(stopsOf(cluster(everything, nothing))[flow]).toEqual(stops);
  });

  it.each([
    ['pods send to storage', 'blob', []],
    ['pods sign in', 'microsoft-entra-id', []],
    ['nodes fetch no images', 'registry', ['nsg-nodes']],
    ['nodes fetch no packages', 'kubernetes-service-hosts', ['nsg-nodes']],
  ])('%s, where the group of the nodes lets nothing out', (_, flow, stops) => {
    expect(stopsOf(cluster(nothing, everything))[flow]).toEqual(stops);
  });

  it('sends from the subnet of the nodes what runs in a pool without one for pods', () => {
    const both: Pools = [
      { name: 'system', count: 1 },
      { name: 'user', count: 1, podSubnet: 'snet-pods' },
    ];
    expect(stopsOf(cluster(nothing, nothing, both)).blob).toEqual(['nsg-nodes', 'nsg-pods']);
  });

  it('sends everything from the subnet of the nodes without one', () => {
    expect(stopsOf(cluster(nothing, everything, [{ name: 'pool', count: 1 }])).blob).toEqual(['nsg-nodes']);
  });

  const laterAddresses = '10.0.33.0/24';
  const large: Pools = [{ name: 'pool', count: 20, podSubnet: 'snet-pods' }];
  const furtherNodes: Pools = [
    { name: 'system', count: 1 },
    { name: 'more', count: 20, subnet: 'snet-pods' },
  ];

  it('stops pods of which a rule holds back a part of the addresses', () => {
    const some = [securityRule(90, 'Deny', 'Outbound', laterAddresses, '*'), ...everything];
    expect(stopsOf(cluster(everything, some, large)).blob).toEqual(['nsg-pods']);
    expect(stopsOf(cluster(everything, everything, large)).blob).toEqual([]);
  });

  it.each([
    ['pods', large],
    ['nodes of a further pool', furtherNodes],
  ])('lets data out where %s may send anywhere from a part of their addresses', (_, pools) => {
    const some = [securityRule(90, 'Allow', 'Outbound', laterAddresses, '*'), ...nothing];
    const open = deriveNetwork(cluster(nothing, some, pools).build())
      .exfiltrationFates()
      .filter(({ state }) => state === 'open');
    expect(new Set(open.map(({ place }) => place))).toEqual(new Set(['snet-pods']));
  });

  it.each([
    ['images', 'registry'],
    ['packages', 'kubernetes-service-hosts'],
    ['data', 'blob'],
  ])('fetches %s from the subnet of each pool', (_, flow) => {
    expect(stopsOf(cluster(everything, nothing, furtherNodes))[flow]).toEqual(['nsg-pods']);
    expect(stopsOf(cluster(everything, everything, furtherNodes))[flow]).toEqual([]);
  });

  it('needs what it needs although it says nothing of its pools', () => {
    expect(stopsOf(cluster(nothing, everything, []))['kubernetes-service-hosts']).toEqual(['nsg-nodes']);
  });

  const noQueries = [securityRule(90, 'Deny', 'Outbound', '*', '*', '53'), ...everything];
  const noAzureDns = [securityRule(90, 'Deny', 'Outbound', '*', 'AzurePlatformDNS'), ...everything];
  const withServer = (builder: DesignBuilder) =>
    builder
      .subnet('snet-dns', 'vnet-ml', '10.0.48.0/24')
      .add('dns-server', 'dns', 'snet-dns', { ipAddress: '10.0.48.4' })
      .set('vnet-ml', { dnsServers: ['10.0.48.4'] });

  it.each([
    ['a DNS server', withServer(cluster(everything, noQueries))],
    ['Azure DNS', cluster(everything, noAzureDns)],
  ])('cannot tell which names it gets where pods cannot ask %s and nodes can', (_, builder) => {
    const { outcome, missing } = deriveNetwork(builder.build()).resolve('aks' as ResourceId, 'pypi.org');
    expect(outcome).toBe('cannot-tell');
    expect(missing).toEqual([{ fact: 'the node pool of aks that CoreDNS runs in' }]);
  });

  it.each([
    ['a DNS server', withServer(cluster(everything, everything))],
    ['Azure DNS', cluster(everything, everything)],
  ])('gets the names that %s has where both can ask it', (_, builder) => {
    expect(deriveNetwork(builder.build()).resolve('aks' as ResourceId, 'pypi.org').outcome).not.toBe(
      'cannot-tell',
    );
  });

  it('takes the way out of the pods’ subnet', () => {
    const network = deriveNetwork(
      cluster(everything, everything)
        .inRegion('route-table', 'routes', {
          routes: [{ name: 'nowhere', addressPrefix: '0.0.0.0/0', nextHopType: 'None' }],
        })
        .set('snet-pods', { routeTable: 'routes' })
        .build(),
    );
    const verdictOf = (requirement: string) =>
      network
        .requiredFlows()
        .filter((flow) => flow.requirement === requirement)
        .map((flow) => network.trace(flow).verdict);
    expect(verdictOf('microsoft-entra-id')).toContain('no-route');
    expect(new Set(verdictOf('kubernetes-service-hosts'))).toEqual(new Set(['delivered']));
  });

  it('lets data out where pods may send anywhere and nodes may not', () => {
    const open = deriveNetwork(cluster(nothing, everything).build())
      .exfiltrationFates()
      .filter(({ state }) => state === 'open');
    expect(new Set(open.map(({ place }) => place))).toEqual(new Set(['snet-pods']));
  });
});
