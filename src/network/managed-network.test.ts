import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
const closed = { publicNetworkAccess: 'Disabled' } as const;
type Managed = NonNullable<Properties<'workspace'>['managedNetwork']>;

/** A workspace with a compute instance and an online endpoint in its managed network; nothing else is drawn. */
const hosted = (managedNetwork: Managed | undefined, services: object = closed): DesignBuilder =>
  design()
    .inRegion('storage-account', 'stml', services)
    .inRegion('key-vault', 'kv', services)
    .inRegion('container-registry', 'cr', { sku: 'Premium', ...services })
    .inRegion('workspace', 'mlw', {
      storageAccount: 'stml',
      keyVault: 'kv',
      containerRegistry: 'cr',
      ...closed,
      ...(managedNetwork ? { managedNetwork } : {}),
    })
    .inRegion('compute-instance', 'ci', { workspace: 'mlw' })
    .inRegion('managed-online-endpoint', 'score', { workspace: 'mlw', deployments: [{ name: 'blue' }] });

const internet = (outboundRules: Managed['outboundRules'] = []): Managed => ({
  isolationMode: 'AllowInternetOutbound',
  outboundRules,
});
const approved = (outboundRules: Managed['outboundRules'] = []): Managed => ({
  isolationMode: 'AllowOnlyApprovedOutbound',
  outboundRules,
});
const endpointTo = (destination: string, subresourceTarget: string) => ({
  name: `to-${subresourceTarget}`,
  type: 'PrivateEndpoint' as const,
  destination,
  subresourceTarget,
});
const fqdn = (destination: string) => ({ name: destination, type: 'FQDN' as const, destination });
const tag = (destination: string, properties: object = {}) => ({
  name: destination,
  type: 'ServiceTag' as const,
  destination,
  ...properties,
});

const trace = (
  builder: DesignBuilder,
  to: object,
  port = 443,
  from = 'ci',
  protocol: 'Tcp' | 'Udp' = 'Tcp',
) => deriveNetwork(builder.build()).trace({ from: id(from), to, protocol, port });
const blob = { resource: id('stml'), groupId: 'blob' };
const queue = { resource: id('stml'), groupId: 'queue' };
const pypi = { hosts: ['pypi.org'] };
const entra = { serviceTag: 'AzureActiveDirectory', hosts: ['login.microsoftonline.com'] };
const storage = { serviceTag: 'Storage', hosts: ['other.blob.core.windows.net'] };

describe('a managed virtual network (how-to-managed-network)', () => {
  it.each<[string, DesignBuilder, object, number, string]>([
    ['internet mode lets everything out', hosted(internet()), pypi, 443, 'delivered'],
    ['internet mode lets any port out', hosted(internet()), { hosts: ['example.org'] }, 22, 'delivered'],
    ['internet mode makes endpoints to what is closed', hosted(internet()), blob, 443, 'delivered'],
    [
      'internet mode makes none to what is open, which is reached at its public end',
      hosted(internet(), {}),
      blob,
      443,
      'delivered',
    ],
    [
      'internet mode makes none to what admits selected networks only, which refuses it',
      hosted(internet(), { networkAcls: { defaultAction: 'Deny' } }),
      blob,
      443,
      'service-refused',
    ],
    [
      'a rule of a person makes that endpoint',
      hosted(internet([endpointTo('stml', 'blob')]), { networkAcls: { defaultAction: 'Deny' } }),
      blob,
      443,
      'delivered',
    ],
    ['approved mode makes endpoints whatever is open', hosted(approved(), {}), blob, 443, 'delivered'],
    ['approved mode makes none for queues', hosted(approved()), queue, 443, 'denied'],
    [
      'but for a rule of a person',
      hosted(approved([endpointTo('/subscriptions/s/storageAccounts/stml', 'queue')])),
      queue,
      443,
      'delivered',
    ],
    ['approved mode lets the required tags out', hosted(approved()), entra, 443, 'delivered'],
    ['approved mode holds back other hosts', hosted(approved()), pypi, 443, 'denied'],
    ['a host rule opens its host', hosted(approved([fqdn('pypi.org')])), pypi, 443, 'delivered'],
    ['at ports 80 and 443 only', hosted(approved([fqdn('pypi.org')])), pypi, 8443, 'denied'],
    ['a wildcard opens what is below it', hosted(approved([fqdn('*.org')])), pypi, 443, 'delivered'],
    ['Storage is no required tag', hosted(approved()), storage, 443, 'denied'],
    ['a tag rule opens it', hosted(approved([tag('Storage.westeurope')])), storage, 443, 'delivered'],
    [
      'for its ports alone',
      hosted(approved([tag('Storage', { protocol: 'TCP', portRanges: '445' })])),
      storage,
      443,
      'denied',
    ],
    [
      'a tag rule that denies opens nothing, and holds back what the mode lets out',
      hosted(approved([tag('AzureActiveDirectory', { action: 'Deny' })])),
      entra,
      443,
      'denied',
    ],
    ['the tag Internet opens everything', hosted(approved([tag('Internet')])), storage, 443, 'delivered'],
    [
      'prefixes count in place of the tag',
      hosted(approved([tag('AzureMonitor', { addressPrefixes: ['0.0.0.0/0'] })])),
      storage,
      443,
      'delivered',
    ],
    [
      'whether prefixes hold a tag is not known',
      hosted(approved([tag('Storage', { addressPrefixes: ['20.0.0.0/8'] })])),
      storage,
      443,
      'cannot-tell',
    ],
    [
      'nor whether prefixes that are denied do',
      hosted(approved([tag('Storage', { action: 'Deny', addressPrefixes: ['20.0.0.0/8'] })])),
      entra,
      443,
      'cannot-tell',
    ],
    [
      'prefixes hold an address or do not',
      hosted(approved([tag('Storage', { addressPrefixes: ['20.0.0.0/8'] })])),
      { address: '40.0.0.1' },
      443,
      'denied',
    ],
    [
      'a rule that failed opens nothing',
      hosted(approved([{ ...fqdn('pypi.org'), status: 'Failed' }])),
      pypi,
      443,
      'denied',
    ],
    [
      'nor does the endpoint of the mode that it stands for',
      hosted(approved([{ ...endpointTo('stml', 'blob'), category: 'Required', status: 'Failed' }])),
      blob,
      443,
      'denied',
    ],
    [
      'one that waits to be provisioned counts',
      hosted(approved([{ ...fqdn('pypi.org'), status: 'Inactive' }])),
      pypi,
      443,
      'delivered',
    ],
    [
      'nothing leads to machines of the customer',
      hosted(internet()),
      { address: '10.0.0.4' },
      443,
      'no-route',
    ],
  ])('%s', (_, builder, to, port, verdict) => expect(trace(builder, to, port).verdict).toBe(verdict));

  it('tells by which rule a packet goes, at the workspace', () => {
    const { hops } = trace(hosted(approved([fqdn('pypi.org')])), pypi);
    expect(hops[0]).toMatchObject({ at: 'mlw', outcome: 'passes', by: 'outbound rule pypi.org' });
    expect(trace(hosted(approved()), pypi).blockers).toEqual(['mlw']);
  });

  it('holds online endpoints too, whatever their deployments say', () => {
    const open = hosted(approved()).set('score', {
      deployments: [{ name: 'blue', egressPublicNetworkAccess: 'Enabled' }],
    });
    expect(trace(open, pypi, 443, 'score').verdict).toBe('denied');
    expect(trace(open, blob, 443, 'score').verdict).toBe('delivered');
  });

  it('of a hub is that of its projects', () => {
    const project = hosted(approved())
      .inRegion('workspace', 'project', { workspaceKind: 'Project', hubWorkspace: 'mlw' })
      .set('ci', { workspace: 'project' });
    expect(trace(project, pypi).verdict).toBe('denied');
    // Azure writes of a project that it manages no network, not whose it shares.
    const stated = project.set('project', { managedNetwork: { isolationMode: 'Disabled' } });
    expect(trace(stated, pypi).verdict).toBe('denied');
    const network = deriveNetwork(project.build()).managedNetworkOf(id('project'));
    expect(network).toMatchObject({ workspace: 'mlw', sources: ['ci', 'score'] });
  });

  it('lists what is required, what is made and what people wrote', () => {
    const network = deriveNetwork(hosted(approved([fqdn('pypi.org')])).build()).managedNetworkOf(id('mlw'));
    const of = (origin: string) => network?.rules.filter((one) => one.origin === origin);
    expect(of('required')?.map(({ destination }) => destination)).toEqual([
      'AzureMachineLearning',
      'AzureActiveDirectory',
      'BatchNodeManagement',
      'AzureResourceManager',
      'AzureFrontDoor.FirstParty',
      'MicrosoftContainerRegistry',
      'AzureMonitor',
    ]);
    expect(of('automatic')?.map(({ target, groupId }) => `${target} ${groupId}`)).toEqual([
      'mlw amlworkspace',
      'stml blob',
      'stml file',
      'kv vault',
      'cr registry',
    ]);
    expect(of('user')?.map(({ name }) => name)).toEqual(['pypi.org']);
  });

  it('whose rules an export does not list cannot be told of what they may open, with the command', () => {
    const unlisted = hosted({ isolationMode: 'AllowOnlyApprovedOutbound' }).incomplete();
    const { verdict, missing } = trace(unlisted, pypi);
    expect(verdict).toBe('cannot-tell');
    expect(missing[0]?.fact).toBe('the outbound rules of the managed network of mlw');
    expect(trace(unlisted, blob).verdict).toBe('delivered');
  });

  it('answers names with its endpoints, and others publicly', () => {
    const network = deriveNetwork(hosted(approved()).build());
    const at = (host: string) => network.resolve(id('ci'), host).outcome;
    expect(at('stml.blob.core.windows.net')).toBe('private-address');
    expect(at('stml.queue.core.windows.net')).toBe('public-address');
    expect(at('pypi.org')).toBe('public-address');
  });
});

describe('deployments without a managed network (concept-secure-online-endpoint)', () => {
  const legacy = (egress: 'Enabled' | 'Disabled' | undefined, services: object = closed) =>
    hosted(undefined, services).set('score', {
      deployments: [{ name: 'blue', ...(egress ? { egressPublicNetworkAccess: egress } : {}) }],
    });

  it.each<[string, DesignBuilder, object, string]>([
    ['closed reach the workspace', legacy('Disabled'), { resource: id('mlw') }, 'delivered'],
    ['closed reach the blobs of the default storage', legacy('Disabled'), blob, 'delivered'],
    ['closed reach the registry', legacy('Disabled'), { resource: id('cr') }, 'delivered'],
    ['closed do not reach the key vault', legacy('Disabled'), { resource: id('kv') }, 'denied'],
    ['closed do not reach queues', legacy('Disabled'), queue, 'denied'],
    ['closed do not reach the internet', legacy('Disabled'), pypi, 'denied'],
    ['open reach the internet', legacy('Enabled'), pypi, 'delivered'],
    ['by Azure’s default are open', legacy(undefined), pypi, 'delivered'],
    ['open reach what is public', legacy('Enabled', {}), blob, 'delivered'],
    ['open do not reach what is closed', legacy('Enabled'), blob, 'service-refused'],
  ])('%s', (_, builder, to, verdict) => expect(trace(builder, to, 443, 'score').verdict).toBe(verdict));

  it('that differ cannot be told apart unless one is named', () => {
    const two = hosted(undefined).set('score', {
      deployments: [
        { name: 'blue', egressPublicNetworkAccess: 'Disabled' },
        { name: 'green', egressPublicNetworkAccess: 'Enabled' },
      ],
    });
    const network = deriveNetwork(two.build());
    const verdict = (deployment?: string) =>
      network.trace({
        from: id('score'),
        to: pypi,
        protocol: 'Tcp',
        port: 443,
        ...(deployment === undefined ? {} : { deployment }),
      }).verdict;
    expect([verdict(), verdict('blue'), verdict('green')]).toEqual(['cannot-tell', 'denied', 'delivered']);
  });

  it('are three flows each', () => {
    const flows = deriveNetwork(legacy('Disabled').build()).requiredFlows();
    expect(flows.filter(({ from }) => from === 'score').map(({ id: one }) => one)).toEqual([
      'score → mlw/amlworkspace tcp/443 (blue)',
      'score → stml/blob tcp/443 (blue)',
      'score → cr/registry tcp/443 (blue)',
    ]);
  });
});
