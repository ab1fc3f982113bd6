import { describe, expect, it } from 'vitest';
import type { FirewallRule, ResourceId, RuleCollection } from '#model';
import { type DesignBuilder, design } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;

/** A spoke whose default route leads to a firewall in the hub. */
const hubAndSpoke = (): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
    .add('azure-firewall', 'fw', 'AzureFirewallSubnet')
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('snet', 'spoke', '10.1.1.0/24')
    .add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false })
    .peering('hub', 'spoke')
    .routeTable(
      'rt',
      [
        {
          name: 'default',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.1.4',
        },
      ],
      'snet',
    );

const networkRule = (also: Partial<Extract<FirewallRule, { ruleType: 'NetworkRule' }>>): FirewallRule => ({
  ruleType: 'NetworkRule',
  name: 'network',
  sourceAddresses: ['10.1.0.0/16'],
  ipProtocols: ['TCP'],
  destinationAddresses: [],
  destinationPorts: ['443'],
  ...also,
});
const applicationRule = (
  targetFqdns: readonly string[],
  also: Partial<Extract<FirewallRule, { ruleType: 'ApplicationRule' }>> = {},
): FirewallRule => ({
  ruleType: 'ApplicationRule',
  name: 'application',
  sourceAddresses: ['10.1.0.0/16'],
  protocols: [{ protocolType: 'Https', port: 443 }],
  targetFqdns,
  ...also,
});
const collection = (
  priority: number,
  action: RuleCollection['action'],
  ...rules: FirewallRule[]
): RuleCollection => ({
  name: `rc-${priority}`,
  priority,
  action,
  rules,
});

const withCollections = (...collections: RuleCollection[]) =>
  hubAndSpoke()
    .inRegion('firewall-policy', 'policy', {
      ruleCollectionGroups: [{ name: 'group', priority: 100, ruleCollections: collections }],
    })
    .set('fw', { firewallPolicy: 'policy' });
const withRules = (...rules: FirewallRule[]) => withCollections(collection(100, 'Allow', ...rules));

const images: Destination = {
  serviceTag: 'MicrosoftContainerRegistry',
  hosts: ['mcr.microsoft.com', '*.data.mcr.microsoft.com'],
};
const management: Destination = {
  serviceTag: 'AzureMachineLearning',
  hosts: ['westeurope.tundra.azureml.ms'],
};
const trace = (
  builder: DesignBuilder,
  to: Destination = images,
  port = 443,
  protocol: 'Tcp' | 'Udp' = 'Tcp',
) => deriveNetwork(builder.build()).trace({ from: id('ci'), to, protocol, port });
const example: Destination = { hosts: ['www.example.com'] };

describe('a firewall', () => {
  it.each([
    ['without rules drops everything', withRules(), 'denied'],
    [
      'passes by the service tag',
      withRules(networkRule({ destinationAddresses: ['MicrosoftContainerRegistry'] })),
      'delivered',
    ],
    [
      'passes by the tag of the region',
      withRules(networkRule({ destinationAddresses: ['MicrosoftContainerRegistry.westeurope'] })),
      'delivered',
    ],
    [
      'drops the tag of another region',
      withRules(networkRule({ destinationAddresses: ['MicrosoftContainerRegistry.uksouth'] })),
      'denied',
    ],
    [
      'passes by all the hosts behind the tag',
      withRules(applicationRule(['mcr.microsoft.com', '*.data.mcr.microsoft.com'])),
      'delivered',
    ],
    ['passes by a wider wildcard', withRules(applicationRule(['*.microsoft.com'])), 'delivered'],
    ['drops where one host is left out', withRules(applicationRule(['mcr.microsoft.com'])), 'denied'],
    ['passes any destination', withRules(networkRule({ destinationAddresses: ['*'] })), 'delivered'],
    [
      'passes any protocol',
      withRules(networkRule({ destinationAddresses: ['*'], ipProtocols: ['Any'] })),
      'delivered',
    ],
    [
      'drops from another source',
      withRules(networkRule({ destinationAddresses: ['*'], sourceAddresses: ['10.9.0.0/16'] })),
      'denied',
    ],
    [
      'drops on another port',
      withRules(networkRule({ destinationAddresses: ['*'], destinationPorts: ['80'] })),
      'denied',
    ],
    [
      'passes by an FQDN tag',
      withRules(applicationRule([], { fqdnTags: ['AzureKubernetesService'] })),
      'delivered',
    ],
    [
      'cannot tell by a web category',
      withRules(applicationRule([], { webCategories: ['Computers'] })),
      'cannot-tell',
    ],
  ] as const)('%s', (_, builder, verdict) => expect(trace(builder).verdict).toBe(verdict));

  it('names every host that it drops', () => {
    const { hops, blockers } = trace(withRules(applicationRule(['mcr.microsoft.com'])));
    expect(blockers).toEqual(['policy']);
    expect(hops.find((hop) => hop.outcome === 'blocks')?.text).toContain('*.data.mcr.microsoft.com');
  });

  it('judges UDP by network rules alone', () => {
    expect(trace(withRules(applicationRule(['*'])), management, 5831, 'Udp').verdict).toBe('denied');
    const byTag = networkRule({
      destinationAddresses: ['AzureMachineLearning'],
      ipProtocols: ['UDP'],
      destinationPorts: ['5831'],
    });
    expect(trace(withRules(byTag), management, 5831, 'Udp').verdict).toBe('delivered');
  });

  it('needs its DNS proxy for host names in network rules', () => {
    const byName = networkRule({
      ipProtocols: ['UDP'],
      destinationPorts: ['5831'],
      destinationFqdns: ['westeurope.tundra.azureml.ms'],
    });
    expect(trace(withRules(byName), management, 5831, 'Udp').verdict).toBe('denied');
    const proxied = withRules(byName).set('policy', {
      dnsSettings: { enableProxy: true },
      ruleCollectionGroups: [{ name: 'g', priority: 1, ruleCollections: [collection(1, 'Allow', byName)] }],
    });
    expect(trace(proxied, management, 5831, 'Udp').verdict).toBe('delivered');
  });

  it('takes network rules before application rules, whatever the priorities', () => {
    const deny = collection(900, 'Deny', networkRule({ destinationAddresses: ['*'] }));
    const allow = collection(100, 'Allow', applicationRule(['*']));
    expect(trace(withCollections(allow, deny), example).verdict).toBe('denied');
  });

  it('ends at the first match within a kind of rules', () => {
    const deny = collection(100, 'Deny', applicationRule(['*.example.com']));
    const allow = collection(200, 'Allow', applicationRule(['*']));
    expect(trace(withCollections(allow, deny), example).verdict).toBe('denied');
    expect(trace(withCollections({ ...allow, priority: 50 }, deny), example).verdict).toBe('delivered');
  });

  it('takes the parent policy’s rules before its own', () => {
    const parent = withRules(applicationRule(['*']))
      .inRegion('firewall-policy', 'base', {
        ruleCollectionGroups: [
          {
            name: 'late',
            priority: 9000,
            ruleCollections: [collection(9000, 'Deny', applicationRule(['*.example.com']))],
          },
        ],
      })
      .set('policy', { basePolicy: 'base' });
    expect(trace(parent, example).verdict).toBe('denied');
  });

  it('cannot tell without its rule collection groups, and names the command that fetches them', () => {
    const unseen = withRules().set('policy', { ruleCollectionGroups: undefined }).incomplete();
    const { verdict, missing } = trace(unseen);
    expect(verdict).toBe('cannot-tell');
    expect(missing[0]?.fact).toBe('the rule collection groups of policy');
    expect(missing[0]?.command).toContain('/ruleCollectionGroups?api-version=');
  });

  it('names the IP groups that it cannot see', () => {
    const unseen = withRules(
      networkRule({ sourceAddresses: [], sourceIpGroups: [id('ipg')], destinationAddresses: ['*'] }),
    ).inRegion('ip-group', 'ipg', { ipAddresses: [], presence: 'not-shown' });
    expect(trace(unseen).missing.map(({ fact }) => fact)).toEqual(['the addresses of ipg']);
  });

  it('without rule collection groups has none where everything is shown', () => {
    expect(trace(withRules().set('policy', { ruleCollectionGroups: undefined })).verdict).toBe('denied');
  });

  it('takes a rule without sources as for any, and says so', () => {
    const { verdict, assumptions } = trace(withRules(applicationRule(['*'], { sourceAddresses: [] })));
    expect(verdict).toBe('delivered');
    expect(assumptions).toContain('Rule application of policy names no source: it is taken as any.');
  });
});

describe('two firewalls in a row', () => {
  const chain = (second: FirewallRule) =>
    withRules(networkRule({ destinationAddresses: ['*'], destinationPorts: ['*'] }))
      .virtualNetwork('edge', '172.16.0.0/16')
      .add('subnet', 'AzureFirewallSubnet', 'edge', { addressPrefixes: ['172.16.1.0/24'] })
      .add('azure-firewall', 'fw-edge', 'edge/AzureFirewallSubnet', {
        ruleCollections: [collection(100, 'Allow', second)],
      })
      .peering('hub', 'edge')
      .routeTable(
        'rt-hub',
        [
          {
            name: 'out',
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '172.16.1.4',
          },
        ],
        'AzureFirewallSubnet',
      );

  it('both judge: the second sees the address of the first', () => {
    expect(
      trace(chain(applicationRule(['*.example.com'], { sourceAddresses: ['10.0.1.0/26'] })), example).verdict,
    ).toBe('delivered');
    expect(trace(chain(applicationRule(['*.example.com'])), example)).toMatchObject({
      verdict: 'denied',
      blockers: ['fw-edge'],
    });
  });

  it('that lead to each other are found out', () => {
    const circle = chain(applicationRule(['*'], { sourceAddresses: ['*'] })).routeTable(
      'rt-edge',
      [
        {
          name: 'back',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.1.4',
        },
      ],
      'edge/AzureFirewallSubnet',
    );
    expect(trace(circle, example)).toMatchObject({ verdict: 'no-route', blockers: ['rt-edge'] });
  });
});
