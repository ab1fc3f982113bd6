import { describe, expect, it } from 'vitest';
import { type DesignBuilder, isolatedWorkspace } from '#testing';
import { deriveNetwork } from './index.ts';

const people = (): DesignBuilder =>
  isolatedWorkspace()
    .subnet('snet-people', 'vnet-ml', '10.0.3.0/24')
    .add('client', 'ada', 'snet-people', { role: 'engineer', uses: ['mlw'] })
    .inRegion('managed-online-endpoint', 'score', { workspace: 'mlw', deployments: [{ name: 'blue' }] })
    .add('client', 'app', 'snet-people', { role: 'scoring-client', uses: ['score'] });

const idsOf = (builder: DesignBuilder, from: string) =>
  deriveNetwork(builder.build())
    .requiredFlows()
    .filter((flow) => flow.from === from)
    .map(({ id }) => id.replace(`${from} → `, ''));

describe('required flows', () => {
  it('of a compute lead to the workspace and all that it rests on', () => {
    expect(idsOf(isolatedWorkspace(), 'cpu-cluster')).toEqual(
      expect.arrayContaining([
        'mlw/amlworkspace tcp/443',
        'stml/blob tcp/443',
        'stml/file tcp/443',
        'stml/file tcp/445',
        'kv-ml/vault tcp/443',
        'crml/registry tcp/443',
      ]),
    );
  });

  it('of a cluster that runs batch deployments lead to queues and tables', () => {
    const batch = isolatedWorkspace().inRegion('batch-endpoint', 'nightly', {
      workspace: 'mlw',
      deployments: [{ name: 'blue', compute: 'cpu-cluster' }],
    });
    const wanted = ['stml/queue tcp/443', 'stml/table tcp/443'];
    expect(idsOf(batch, 'cpu-cluster')).toEqual(expect.arrayContaining(wanted));
    for (const one of wanted) expect(idsOf(batch, 'ci-research')).not.toContain(one);
    for (const one of wanted) expect(idsOf(isolatedWorkspace(), 'cpu-cluster')).not.toContain(one);
  });

  it('of an engineer lead to studio, the workspace, its notebooks, instances and data', () => {
    expect(idsOf(people(), 'ada')).toEqual([
      'mlw/amlworkspace tcp/443',
      'mlw/amlworkspace/notebook tcp/443',
      'stml/blob tcp/443',
      'stml/file tcp/443',
      'mlw/amlworkspace/ci-research tcp/443',
      'microsoft-entra-id tcp/443',
      'azure-resource-manager tcp/443',
      'studio-and-automated-ml tcp/443',
    ]);
  });

  it('of a scoring client lead to its endpoints', () => {
    expect(idsOf(people(), 'app')).toEqual(['score/ tcp/443']);
  });

  it('of a scoring client in a network lead to the cluster that an endpoint runs on', () => {
    const scoring = (where: string) =>
      people()
        .subnet('snet-nodes', 'vnet-ml', '10.0.4.0/24')
        .add('kubernetes-cluster', 'aks', 'snet-nodes', { workspaces: ['mlw'] })
        .inRegion('kubernetes-online-endpoint', 'fraud', { workspace: 'mlw', cluster: 'aks' })
        .add('internet', 'internet')
        .add('client', 'shop', where, { role: 'scoring-client', uses: ['fraud'] });
    expect(idsOf(scoring('snet-people'), 'shop')).toEqual(['aks/ tcp/443']);
    expect(idsOf(scoring('internet'), 'shop')).toEqual([]);
  });

  it('of a compute lead to the data lake where the default storage is one and has an endpoint for it', () => {
    const lake = (isHnsEnabled: boolean) =>
      isolatedWorkspace()
        .set('stml', { isHnsEnabled })
        .privateEndpoint('stml', 'dfs', 'snet-endpoints', ['privatelink.dfs.core.windows.net']);
    expect(idsOf(lake(true), 'cpu-cluster')).toContain('stml/dfs tcp/443');
    expect(idsOf(lake(false), 'cpu-cluster')).not.toContain('stml/dfs tcp/443');
    const bare = isolatedWorkspace().set('stml', { isHnsEnabled: true });
    expect(idsOf(bare, 'cpu-cluster')).not.toContain('stml/dfs tcp/443');
  });

  it('of computes in a managed network are the same, but for what Microsoft reaches by itself', () => {
    const managed = isolatedWorkspace()
      .set('mlw', { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound', outboundRules: [] } })
      .inRegion('compute-cluster', 'hosted', {
        workspace: 'mlw',
        maxNodeCount: 2,
        enableNodePublicIp: false,
      });
    const own = idsOf(managed, 'cpu-cluster').filter((id) => id !== 'microsoft-managed-storage tcp/443');
    expect(idsOf(managed, 'hosted')).toEqual(own);
    const network = deriveNetwork(managed.build());
    for (const flow of network.requiredFlows().filter(({ from }) => from === 'hosted'))
      expect(`${flow.id}: ${network.trace(flow).verdict}`).toBe(`${flow.id}: delivered`);
  });

  it('to Azure Monitor lead to its scope where that has an endpoint', () => {
    const scope = isolatedWorkspace().add('azure-monitor-private-link-scope', 'ampls');
    const wanted = 'ampls/azuremonitor tcp/443';
    expect(idsOf(scope, 'cpu-cluster')).not.toContain(wanted);
    const joined = scope.privateEndpoint('ampls', 'azuremonitor', 'snet-endpoints');
    expect(idsOf(joined, 'cpu-cluster')).toContain(wanted);
  });

  it('have ids of their own', () => {
    const ids = deriveNetwork(people().build())
      .requiredFlows()
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('required names', () => {
  const namesOf = (builder: DesignBuilder, from: string) =>
    deriveNetwork(builder.build())
      .requiredNames()
      .filter((name) => name.from === from)
      .map(({ host }) => host);

  it('are those of the services that flows lead to, each once', () => {
    expect(namesOf(people(), 'ada')).toEqual([
      'mlw.workspace.westeurope.api.azureml.ms',
      'ml-mlw.westeurope.notebooks.azure.net',
      'stml.blob.core.windows.net',
      'stml.file.core.windows.net',
      'ci-research.westeurope.instances.azureml.ms',
    ]);
    expect(namesOf(people(), 'app')).toEqual(['score.westeurope.inference.ml.azure.com']);
  });

  it('of services that are open are none where the goal is a public workspace', () => {
    const open = people().goals({ workspace: 'public' }).set('stml', { publicNetworkAccess: 'Enabled' });
    expect(namesOf(open, 'ada')).not.toContain('stml.file.core.windows.net');
    expect(namesOf(people().goals({ workspace: 'public' }), 'ada')).toContain('stml.file.core.windows.net');
  });
});

describe('an online endpoint', () => {
  const verdict = (builder: DesignBuilder, from: string) =>
    deriveNetwork(builder.build()).trace({
      from: from as never,
      to: { resource: 'score' as never },
      protocol: 'Tcp',
      port: 443,
    }).verdict;
  const anyone = people().add('internet', 'Internet').add('client', 'eve', 'Internet');

  it.each([
    ['is reached by the workspace’s private endpoint', anyone, 'app', 'delivered'],
    ['is open to anyone by Azure’s default, though its workspace is closed', anyone, 'eve', 'delivered'],
    [
      'is closed to anyone where its own switch says so',
      anyone.set('score', { publicNetworkAccess: 'Disabled' }),
      'eve',
      'wrong-address',
    ],
  ])('%s (how-to-secure-online-endpoint)', (_, builder, from, wanted) =>
    expect(verdict(builder, from)).toBe(wanted),
  );
});

describe('two endpoints that write one record', () => {
  const twice = isolatedWorkspace()
    .virtualNetwork('vnet-far', '10.9.0.0/16')
    .subnet('snet-far', 'vnet-far', '10.9.1.0/24');
  const second = (subnet: string) =>
    twice.add('private-endpoint', 'pe-second', subnet, {
      target: 'stml',
      groupIds: ['blob'],
      privateDnsZoneGroups: [{ name: 'default', privateDnsZones: ['privatelink.blob.core.windows.net'] }],
    });
  const toBlob = (builder: DesignBuilder) =>
    deriveNetwork(builder.build()).trace({
      from: 'cpu-cluster' as never,
      to: { resource: 'stml' as never, groupId: 'blob' },
      protocol: 'Tcp',
      port: 443,
    });

  it('leave it open which is reached where only one can be', () => {
    const { missing, verdict } = toBlob(second('snet-far'));
    expect(verdict).not.toBe('delivered');
    expect(missing.map(({ fact }) => fact)).toContain(
      'which of pe-stml-blob and pe-second wrote the record of stml.blob.core.windows.net last',
    );
  });

  it('do no harm where both can be reached', () => {
    expect(toBlob(second('snet-endpoints')).verdict).toBe('delivered');
  });
});
