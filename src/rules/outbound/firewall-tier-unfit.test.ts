import { type DesignBuilder, design, type Properties, testRule } from '#testing';
import { firewallTierUnfit } from './firewall-tier-unfit.ts';

const firewall = (
  properties: Properties<'azure-firewall'>,
  policy?: Properties<'firewall-policy'>,
): DesignBuilder => {
  const base = design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
    .subnet('AzureFirewallManagementSubnet', 'hub', '10.0.2.0/26');
  return (policy ? base.inRegion('firewall-policy', 'afwp', policy) : base).add(
    'azure-firewall',
    'afw',
    'AzureFirewallSubnet',
    { ...properties, ...(policy ? { firewallPolicy: 'afwp' } : {}) },
  );
};
const web = (rule: object) => ({
  ruleCollections: [
    {
      name: 'web',
      priority: 200,
      action: 'Allow' as const,
      rules: [
        {
          ruleType: 'ApplicationRule' as const,
          name: 'sites',
          sourceAddresses: ['*'],
          protocols: [{ protocolType: 'Https', port: 443 }],
          targetFqdns: [],
          ...rule,
        },
      ],
    },
  ],
});
const managed = { managementSubnet: 'AzureFirewallManagementSubnet' };

testRule(firewallTierUnfit, {
  valid: {
    'Standard with a DNS proxy': {
      design: firewall({ skuTier: 'Standard' }, { dnsSettings: { enableProxy: true } }),
      passes: 1,
    },
    'Basic that lists hosts and has its management subnet': {
      design: firewall({ skuTier: 'Basic', ...managed, ...web({ targetFqdns: ['pypi.org'] }) }),
      passes: 1,
    },
    'Premium with rules for URLs': {
      design: firewall({ skuTier: 'Premium', ...web({ targetUrls: ['www.example.org/a'] }) }),
      passes: 1,
    },
    'a tier that nobody states': { design: firewall({ dnsSettings: { enableProxy: true } }), passes: 0 },
  },
  invalid: {
    'Basic with the DNS proxy of its policy': {
      design: firewall({ ...managed }, { skuTier: 'Basic', dnsSettings: { enableProxy: true } }),
      findings: [
        {
          at: ['afw', 'afwp'],
          message: 'feature',
          text: 'afw is Basic, which has no DNS proxy',
          fix: 'Make it Standard',
        },
      ],
    },
    'Basic without a management subnet': {
      design: firewall({ skuTier: 'Basic' }),
      findings: [
        {
          at: 'afw',
          message: 'management',
          text: 'afw is Basic, but has no management subnet, which that tier needs',
          severity: 'error',
          fix: 'Make it Standard',
        },
      ],
    },
    'Basic with web categories': {
      design: firewall({ skuTier: 'Basic', ...managed, ...web({ webCategories: ['News'] }) }),
      findings: [
        {
          at: 'afw',
          message: 'feature',
          text: 'afw is Basic, which has no web categories',
          fix: 'Make it Standard',
        },
      ],
    },
    'Standard with rules for URLs': {
      design: firewall({ skuTier: 'Standard', ...web({ targetUrls: ['www.example.org/a'] }) }),
      findings: [
        {
          at: 'afw',
          message: 'feature',
          text: 'afw is Standard, which has no rules for URLs',
          fix: 'Make it Premium',
        },
      ],
    },
  },
});
