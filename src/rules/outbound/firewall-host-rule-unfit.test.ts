import { design, testRule } from '#testing';
import { firewallHostRuleUnfit } from './firewall-host-rule-unfit.ts';

const firewall = (hosts: readonly string[], enableProxy?: boolean, basePolicy?: string) => {
  const base = design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
    .inRegion('firewall-policy', 'afwp', {
      ...(enableProxy === undefined ? {} : { dnsSettings: { enableProxy } }),
      ...(basePolicy === undefined ? {} : { basePolicy }),
      ruleCollectionGroups: [
        {
          name: 'group',
          priority: 200,
          ruleCollections: [
            {
              name: 'time',
              priority: 200,
              action: 'Allow',
              rules: [
                {
                  ruleType: 'NetworkRule',
                  name: 'ntp',
                  sourceAddresses: ['10.0.0.0/16'],
                  ipProtocols: ['UDP'],
                  destinationAddresses: hosts.length > 0 ? [] : ['AzureCloud'],
                  destinationFqdns: hosts,
                  destinationPorts: ['123'],
                },
              ],
            },
          ],
        },
      ],
    })
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { firewallPolicy: 'afwp' });
  return basePolicy === undefined
    ? base
    : base.inRegion('firewall-policy', basePolicy).set(basePolicy, { presence: 'not-shown' });
};

testRule(firewallHostRuleUnfit, {
  valid: {
    'a host behind the DNS proxy': { design: firewall(['ntp.ubuntu.com'], true), passes: 1 },
    'a network rule without hosts, no proxy': { design: firewall([]), passes: 0 },
  },
  invalid: {
    'a host without the DNS proxy': {
      design: firewall(['ntp.ubuntu.com']),
      findings: [
        {
          at: 'afwp',
          message: 'noProxy',
          text: 'ntp of afwp names hosts, but the DNS proxy is off: it matches nothing',
          severity: 'error',
          fix: 'Turn the DNS proxy on',
        },
      ],
    },
    'a wildcard': {
      design: firewall(['*.ubuntu.com'], true),
      findings: [
        {
          at: 'afwp',
          message: 'wildcard',
          text: 'ntp of afwp names *.ubuntu.com: network rules take no wildcards',
        },
      ],
    },
  },
  undecided: {
    'a policy whose parent is not shown': {
      design: firewall(['ntp.ubuntu.com'], undefined, 'afwp-base'),
      missing: ['the DNS settings of the policy above afwp'],
    },
  },
});
