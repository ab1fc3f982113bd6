import { design, testRule } from '#testing';
import { firewallApplicationRuleWithoutSource } from './firewall-application-rule-without-source.ts';

const collection = (sourceAddresses: readonly string[]) => ({
  name: 'web',
  priority: 200,
  action: 'Allow',
  rules: [
    {
      ruleType: 'ApplicationRule',
      name: 'to-web',
      sourceAddresses,
      protocols: [{ protocolType: 'Https', port: 443 }],
      targetFqdns: ['*'],
    },
  ],
});

const firewall = (sourceAddresses: readonly string[]) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'vnet', '10.0.0.0/26')
    .subnet('snet-work', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: false })
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {
      ruleCollections: [collection(sourceAddresses)],
    } as never);

const routed = () =>
  firewall([]).routeTable(
    'rt',
    [
      {
        name: 'default',
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.0.0.4',
      },
    ],
    'snet-work',
  );

testRule(firewallApplicationRuleWithoutSource, {
  valid: {
    'a rule that names its source': { design: firewall(['10.0.1.0/24']), passes: 1 },
    'a firewall without rules of its own': {
      design: firewall([]).set('afw', { ruleCollections: undefined }),
    },
  },
  invalid: {
    'a rule of a firewall that subnets use': {
      design: routed(),
      findings: [
        {
          at: 'afw',
          message: 'noSource',
          severity: 'warning',
          text: 'to-web of afw names no source: anything may use it',
          fix: 'Name 10.0.1.0/24 as sources',
        },
      ],
    },
    'rules of a policy': {
      design: firewall([])
        .set('afw', { ruleCollections: undefined, firewallPolicy: 'policy' })
        .inRegion('firewall-policy', 'policy', {
          ruleCollectionGroups: [{ name: 'group', priority: 100, ruleCollections: [collection([])] }],
        } as never),
      findings: [
        { at: 'policy', message: 'noSource', text: 'to-web of policy names no source: anything may use it' },
      ],
    },
  },
});
