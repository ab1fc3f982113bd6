import { describe, expect, it } from 'vitest';
import { type DesignBuilder, design, isolatedWorkspace, securityRule } from '#testing';
import { deriveNetwork } from './index.ts';

const paths = (builder: DesignBuilder) => deriveNetwork(builder.build()).exfiltrationPaths();
const path = (builder: DesignBuilder, destination: string, place = 'snet-training') =>
  paths(builder).find((one) => one.destination.id === destination && one.place === place);

/** The outbound rules of the isolated workspace's group, with some in place of its denial. */
const withRules = (...destinations: readonly string[]) =>
  isolatedWorkspace().securityGroup(
    'nsg-open',
    [
      ...destinations.map((one, at) => securityRule(200 + at, 'Allow', 'Outbound', '*', one)),
      securityRule(4000, 'Deny', 'Outbound', '*', '*'),
    ],
    'snet-training',
  );

const noPolicy = (builder: DesignBuilder) => builder.set('snet-training', { serviceEndpointPolicies: [] });
const noEndpoint = (builder: DesignBuilder) =>
  noPolicy(builder).set('snet-training', { serviceEndpoints: [] });

describe('paths of exfiltration', () => {
  it('are all closed in the isolated workspace, each with what closes it', () => {
    for (const { state, decidedBy, destination } of paths(isolatedWorkspace())) {
      expect(`${destination.id} ${state}`).toBe(`${destination.id} closed`);
      expect(decidedBy?.outcome).toBe('blocks');
    }
  });

  it('to storage are closed by the policy of the service endpoint', () => {
    expect(path(isolatedWorkspace(), 'storage')?.decidedBy).toMatchObject({ at: 'sep-training' });
  });

  it.each([
    ['the first machine', '10.0.1.4/32'],
    ['a node in the middle of the cluster', '10.0.1.6/32'],
  ])('are open where a rule lets out a part of what sends: %s', (_, source) => {
    const rules = [
      securityRule(100, 'Allow', 'Outbound', source, 'Internet'),
      securityRule(4000, 'Deny', 'Outbound', '*', '*'),
    ];
    const open = isolatedWorkspace().securityGroup('nsg-open', rules, 'snet-training');
    expect(path(open, 'internet')?.state).toBe('open');
  });

  it('of computes that send alike are one', () => {
    expect(path(isolatedWorkspace(), 'internet')?.sources).toEqual(['ci-research', 'cpu-cluster']);
  });

  it.each<[string, DesignBuilder, string, string, string | undefined, string | undefined]>([
    [
      'a service endpoint without a policy',
      noPolicy(isolatedWorkspace()),
      'storage',
      'open',
      'service-endpoint',
      'nsg-training',
    ],
    [
      'the tag Storage without an endpoint',
      noEndpoint(isolatedWorkspace()),
      'storage',
      'open',
      'nat-gateway',
      'nsg-training',
    ],
    [
      'the region’s tag leads to no other region',
      noEndpoint(isolatedWorkspace()),
      'storage-elsewhere',
      'closed',
      undefined,
      'nsg-training',
    ],
    [
      'the tag of all regions does',
      noEndpoint(withRules('Storage')),
      'storage-elsewhere',
      'open',
      'nat-gateway',
      'nsg-open',
    ],
    [
      'the policy of a service endpoint filters no other region',
      withRules('Storage'),
      'storage-elsewhere',
      'open',
      'nat-gateway',
      'nsg-open',
    ],
    [
      'a port of its own to any place',
      isolatedWorkspace().securityGroup(
        'nsg-open',
        [
          securityRule(200, 'Allow', 'Outbound', '*', 'Internet', '8443'),
          securityRule(4000, 'Deny', 'Outbound', '*', '*'),
        ],
        'snet-training',
      ),
      'internet',
      'open',
      'nat-gateway',
      'nsg-open',
    ],
    ['the tag Internet', withRules('Internet'), 'internet', 'open', 'nat-gateway', 'nsg-open'],
    [
      'the tag AzureCloud leads to no place outside',
      withRules('AzureCloud'),
      'internet',
      'closed',
      undefined,
      'nsg-open',
    ],
    [
      'the tag AzureCloud leads to any machine',
      withRules('AzureCloud'),
      'azure',
      'open',
      'nat-gateway',
      'nsg-open',
    ],
    [
      'the tag AzureCloud holds storage',
      noEndpoint(withRules('AzureCloud')),
      'storage',
      'open',
      'nat-gateway',
      'nsg-open',
    ],
    [
      'the tag of the front doors',
      withRules('AzureFrontDoor.FrontEnd'),
      'front-door',
      'open',
      'nat-gateway',
      'nsg-open',
    ],
    [
      'the tag of registries',
      withRules('AzureContainerRegistry'),
      'container-registry',
      'open',
      'nat-gateway',
      'nsg-open',
    ],
    [
      'the tag of first parties opens no front door',
      withRules('AzureFrontDoor.FirstParty'),
      'front-door',
      'closed',
      undefined,
      'nsg-open',
    ],
  ])('%s', (_, builder, destination, state, way, at) => {
    const found = path(builder, destination);
    expect(found?.state).toBe(state);
    expect(found?.way).toBe(way);
    expect(found?.decidedBy?.at).toBe(at);
  });

  it('lie open where nothing filters, at the subnet', () => {
    const bare = isolatedWorkspace().set('snet-training', { networkSecurityGroup: undefined });
    expect(path(bare, 'internet')).toMatchObject({
      state: 'open',
      way: 'nat-gateway',
      decidedBy: { at: 'snet-training' },
      packet: { port: 443 },
    });
  });

  const behindFirewall = (...hosts: readonly string[]) =>
    noEndpoint(withRules('*'))
      .virtualNetwork('hub', '10.9.0.0/16')
      .subnet('AzureFirewallSubnet', 'hub', '10.9.1.0/26')
      .peering('hub', 'vnet-ml')
      .inRegion('firewall-policy', 'policy', {
        ruleCollectionGroups: [
          {
            name: 'g',
            priority: 100,
            ruleCollections: [
              {
                name: 'c',
                priority: 100,
                action: 'Allow',
                rules: [
                  {
                    ruleType: 'ApplicationRule',
                    name: 'hosts',
                    sourceAddresses: ['*'],
                    protocols: [{ protocolType: 'Https', port: 443 }],
                    targetFqdns: hosts,
                  },
                ],
              },
            ],
          },
        ],
      })
      .add('azure-firewall', 'fw', 'AzureFirewallSubnet', { firewallPolicy: 'policy' })
      .set('snet-training', { natGateway: undefined })
      .routeTable(
        'rt',
        [
          {
            name: 'out',
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '10.9.1.4',
          },
        ],
        'snet-training',
      );

  it.each([
    ['*.blob.core.windows.net', 'storage', 'open'],
    ['*.blob.core.windows.net', 'internet', 'closed'],
    ['stml.blob.core.windows.net', 'storage', 'closed'],
    ['*.azurecr.io', 'container-registry', 'open'],
    ['*.queue.core.windows.net', 'storage', 'open'],
    ['mcr.microsoft.com', 'container-registry', 'closed'],
    ['*', 'internet', 'open'],
    ['*.com', 'names:.com', 'open'],
    ['*com', 'names:com', 'open'],
    ['*.io', 'names:.io', 'open'],
    ['*.co.uk', 'names:.co.uk', 'open'],
    ['*.live', 'names:.live', 'open'],
    ['*.github.io', 'names:.github.io', 'open'],
    ['*.amazonaws.com', 'names:.amazonaws.com', 'open'],
    ['*contoso.com', 'names:contoso.com', 'open'],
    ['*.com', 'internet', 'closed'],
  ])('the firewall’s host %s: %s is %s', (host, destination, state) => {
    const found = path(behindFirewall(host), destination);
    expect(found?.state).toBe(state);
    expect(found?.decidedBy?.at).toBe('policy');
    if (state === 'open') expect(found?.way).toBe('firewall');
  });

  it.each([
    '*.azure.com',
    '*.windows.net',
    '*.contoso.com',
    '*.microsoft.com',
    '*.core.windows.net',
    '*.anaconda.com',
    '*.pypi.org',
    '*.azureml.ms',
    'pypi.org',
    '*.corp',
    '*',
    '*.contoso.co.uk',
  ])('the firewall’s host %s has names of strangers only where it has all', (host) => {
    expect(deriveNetwork(behindFirewall(host).build()).strangersNames()).toEqual([]);
  });

  it('the names of *.com and of *com are two kinds, although one name stands for both', () => {
    const both = behindFirewall('*.com', '*com').build();
    expect(
      deriveNetwork(both)
        .strangersNames()
        .map(({ end }) => end),
    ).toEqual(['.com', 'com']);
  });

  it('cannot be told where a firewall’s rules are not listed, and say what is missing', () => {
    const unlisted = behindFirewall('*').set('policy', { ruleCollectionGroups: undefined }).incomplete();
    const found = path(unlisted, 'internet');
    expect(found?.state).toBe('cannot-tell');
    expect(found?.missing[0]?.fact).toBe('the rule collection groups of policy');
  });

  it('to storage say why it may have to stay open: a registry without endpoints for its data', () => {
    const open = noPolicy(isolatedWorkspace()).remove('pe-crml-registry');
    expect(path(open, 'storage')?.reasons).toMatchObject([{ at: 'crml' }]);
    expect(path(open.set('crml', { dataEndpointEnabled: true }), 'storage')?.reasons).toEqual([]);
    expect(path(noPolicy(isolatedWorkspace()), 'storage')?.reasons).toEqual([]);
  });

  const managed = (
    isolationMode: 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound',
    ...hosts: readonly string[]
  ) =>
    design()
      .inRegion('workspace', 'mlw', {
        managedNetwork: {
          isolationMode,
          outboundRules: hosts.map((destination) => ({
            name: destination,
            type: 'FQDN' as const,
            destination,
          })),
        },
      })
      .inRegion('compute-cluster', 'cpu', { workspace: 'mlw' });

  it.each([
    ['AllowInternetOutbound', [], 'internet', 'open'],
    ['AllowOnlyApprovedOutbound', [], 'internet', 'closed'],
    ['AllowOnlyApprovedOutbound', [], 'storage', 'closed'],
    ['AllowOnlyApprovedOutbound', ['*.azurewebsites.net'], 'app-service', 'open'],
  ] as const)('of a managed network (%s %s): %s is %s', (mode, hosts, destination, state) => {
    expect(path(managed(mode, ...hosts), destination, 'mlw')).toMatchObject({
      state,
      sources: ['cpu'],
      decidedBy: { at: 'mlw' },
      ...(state === 'open' ? { way: 'managed-network' } : {}),
    });
  });

  it('of deployments are told one by one', () => {
    const legacy = design()
      .inRegion('workspace', 'mlw')
      .inRegion('managed-online-endpoint', 'score', {
        workspace: 'mlw',
        deployments: [
          { name: 'blue', egressPublicNetworkAccess: 'Disabled' },
          { name: 'green', egressPublicNetworkAccess: 'Enabled' },
        ],
      });
    const states = paths(legacy).filter(({ destination }) => destination.id === 'internet');
    expect(states.map(({ deployment, state }) => [deployment, state])).toEqual([
      ['blue', 'closed'],
      ['green', 'open'],
    ]);
  });

  it('of a compute in no network at all are open', () => {
    const nowhere = design()
      .inRegion('workspace', 'mlw')
      .inRegion('compute-instance', 'ci', { workspace: 'mlw' });
    expect(path(nowhere, 'storage', 'ci')?.state).toBe('open');
  });

  it('have ids of their own', () => {
    const all = paths(isolatedWorkspace().inRegion('compute-instance', 'ci-2', { workspace: 'mlw' }));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
