import { describe, expect, it } from 'vitest';
import type { FirewallRule, ResourceId, RuleCollection } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
type Tier = NonNullable<Properties<'firewall-policy'>['skuTier']>;

const network = (
  hosts: readonly string[],
  also: Partial<Extract<FirewallRule, { ruleType: 'NetworkRule' }>> = {},
): FirewallRule => ({
  ruleType: 'NetworkRule',
  name: 'network',
  sourceAddresses: ['*'],
  ipProtocols: ['Any'],
  destinationAddresses: [],
  destinationFqdns: hosts,
  destinationPorts: ['*'],
  ...also,
});
const application = (
  targetFqdns: readonly string[],
  also: Partial<Extract<FirewallRule, { ruleType: 'ApplicationRule' }>> = {},
): FirewallRule => ({
  ruleType: 'ApplicationRule',
  name: 'application',
  sourceAddresses: ['*'],
  protocols: [{ protocolType: 'Https', port: 443 }],
  targetFqdns,
  ...also,
});
const groups = (...collections: RuleCollection[]) => [
  { name: 'group', priority: 100, ruleCollections: collections },
];
const collection = (
  priority: number,
  action: RuleCollection['action'],
  ...rules: FirewallRule[]
): RuleCollection => ({ name: `rc-${priority}`, priority, action, rules });

/** A subnet whose way out is a firewall with a policy and a parent policy above it. */
const withPolicies = (
  own: Properties<'firewall-policy'>,
  parent: Properties<'firewall-policy'> = {},
): DesignBuilder =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'vnet', '10.0.1.0/26')
    .subnet('snet', 'vnet', '10.0.2.0/24')
    .inRegion('firewall-policy', 'parent', { ruleCollectionGroups: [], ...parent })
    .inRegion('firewall-policy', 'own', { ruleCollectionGroups: [], basePolicy: 'parent', ...own })
    .add('azure-firewall', 'fw', 'AzureFirewallSubnet', { firewallPolicy: 'own' })
    .add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false })
    .routeTable(
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
const allowing = (tier: Tier | undefined, rule: FirewallRule, proxied = true) =>
  withPolicies({
    ...(tier ? { skuTier: tier } : {}),
    dnsSettings: { enableProxy: proxied },
    ruleCollectionGroups: groups(collection(100, 'Allow', rule)),
  });
const example: Destination = { hosts: ['www.example.com'] };
const trace = (builder: DesignBuilder, to: Destination = example, port = 443) =>
  deriveNetwork(builder.build()).trace({ from: id('ci'), to, protocol: 'Tcp', port });

/** https://learn.microsoft.com/azure/firewall-manager/policy-overview and rule-processing */
describe('a firewall policy inherits', () => {
  it.each<[string, Properties<'firewall-policy'>, Properties<'firewall-policy'>, string]>([
    [
      'a denial that no rule of its own takes back',
      { ruleCollectionGroups: groups(collection(100, 'Allow', application(['*']))) },
      { ruleCollectionGroups: groups(collection(60_000, 'Deny', application(['*.example.com']))) },
      'denied',
    ],
    [
      'an allowance that no rule of its own takes back',
      { ruleCollectionGroups: groups(collection(100, 'Deny', application(['*']))) },
      { ruleCollectionGroups: groups(collection(60_000, 'Allow', application(['*.example.com']))) },
      'delivered',
    ],
    [
      'application rules that come after its own network rules all the same',
      {
        ruleCollectionGroups: groups(
          collection(60_000, 'Deny', network([], { destinationAddresses: ['*'] })),
        ),
      },
      { ruleCollectionGroups: groups(collection(100, 'Allow', application(['*']))) },
      'denied',
    ],
    [
      'the DNS proxy',
      { ruleCollectionGroups: groups(collection(100, 'Allow', network(['www.example.com']))) },
      { dnsSettings: { enableProxy: true } },
      'delivered',
    ],
    [
      'no DNS proxy where it has DNS settings of its own',
      {
        dnsSettings: { enableProxy: false },
        ruleCollectionGroups: groups(collection(100, 'Allow', network(['www.example.com']))),
      },
      { dnsSettings: { enableProxy: true } },
      'denied',
    ],
  ])('%s', (_, own, parent, verdict) => expect(trace(withPolicies(own, parent)).verdict).toBe(verdict));

  it('threat intelligence, of which only Microsoft knows what it denies', () => {
    const own = { ruleCollectionGroups: groups(collection(100, 'Allow', application(['*']))) };
    const said = 'The threat intelligence of fw is taken to know no harm of www.example.com.';
    const assumed = (threatIntelMode: 'Alert' | 'Deny') =>
      trace(withPolicies(own, { threatIntelMode })).assumptions;
    expect(assumed('Deny')).toContain(said);
    expect(assumed('Alert')).not.toContain(said);
    // A child cannot be more lenient than its parent.
    expect(
      trace(withPolicies({ ...own, threatIntelMode: 'Off' }, { threatIntelMode: 'Deny' })).assumptions,
    ).toContain(said);
  });

  it('nothing that can be told from a parent that is not shown', () => {
    const unseen = withPolicies({
      ruleCollectionGroups: groups(collection(100, 'Allow', application(['*']))),
    }).set('parent', { presence: 'not-shown' });
    expect(trace(unseen).missing[0]?.fact).toBe('the rule collection groups of parent');
  });

  it('itself without end no further than once', () => {
    const round = withPolicies({
      ruleCollectionGroups: groups(collection(100, 'Allow', application(['*']))),
    }).set('parent', { basePolicy: 'own' });
    expect(trace(round).verdict).toBe('delivered');
  });
});

/** https://learn.microsoft.com/azure/firewall/choose-firewall-sku and fqdn-filtering-network-rules */
describe('a firewall of a tier', () => {
  const category = application([], { webCategories: ['ComputersAndTechnology'] });
  const urls = (...targetUrls: string[]) => application([], { targetUrls });
  it.each<[string, DesignBuilder, string]>([
    ['Basic resolves no names in network rules', allowing('Basic', network(['www.example.com'])), 'denied'],
    ['Standard does, with its proxy', allowing('Standard', network(['www.example.com'])), 'delivered'],
    ['Standard does not without it', allowing('Standard', network(['www.example.com']), false), 'denied'],
    ['none told is Standard', allowing(undefined, network(['www.example.com'])), 'delivered'],
    [
      'Standard knows no wildcards in network rules',
      allowing('Standard', network(['*.example.com'])),
      'denied',
    ],
    ['Basic knows no web categories', allowing('Basic', category), 'denied'],
    ['Standard knows them, and what they hold is Microsoft’s', allowing('Standard', category), 'cannot-tell'],
    ['Standard reads no URLs', allowing('Standard', urls('www.example.com/*')), 'denied'],
    ['Premium reads URLs', allowing('Premium', urls('www.example.com/*')), 'delivered'],
    [
      'Premium passes a part of a host by a path',
      allowing('Premium', urls('www.example.com/a/*')),
      'cannot-tell',
    ],
    [
      'any does not tell what an FQDN tag of Microsoft holds',
      allowing('Standard', application([], { fqdnTags: ['WindowsUpdate'] })),
      'cannot-tell',
    ],
  ])('%s', (_, builder, verdict) => expect(trace(builder).verdict).toBe(verdict));
});

describe('a destination without a host name', () => {
  it('is held by names only where a rule holds every name', () => {
    const to: Destination = { serviceTag: 'Storage' };
    expect(trace(allowing('Standard', application(['*.blob.core.windows.net'])), to).verdict).toBe('denied');
    expect(trace(allowing('Standard', application(['*'])), to).verdict).toBe('delivered');
  });

  it('may be what a name in a network rule resolves to', () => {
    const to: Destination = { address: '93.184.215.14' };
    expect(trace(allowing('Standard', network(['www.example.com'])), to).verdict).toBe('cannot-tell');
    expect(trace(allowing('Standard', application(['www.example.com'])), to).verdict).toBe('denied');
  });
});
