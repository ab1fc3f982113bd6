import { design, testRule } from '#testing';
import { firewallRuleAnyAny } from './firewall-rule-any-any.ts';

const firewall = (action: string, destination: string, port: string) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'vnet', '10.0.0.0/26')
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {
      ruleCollections: [
        {
          name: 'net',
          priority: 200,
          action,
          rules: [
            {
              ruleType: 'NetworkRule',
              name: 'out',
              sourceAddresses: ['10.0.0.0/16'],
              ipProtocols: ['TCP'],
              destinationAddresses: [destination],
              destinationPorts: [port],
            },
          ],
        },
      ],
    } as never);

testRule(firewallRuleAnyAny, {
  valid: {
    'a rule for one port': { design: firewall('Allow', '*', '443'), passes: 1 },
    'a rule for one tag': { design: firewall('Allow', 'AzureMonitor', '*'), passes: 1 },
    'a rule that denies': { design: firewall('Deny', '*', '*'), passes: 1 },
  },
  invalid: {
    'any port to any place': {
      design: firewall('Allow', '0.0.0.0/0', '0-65535'),
      findings: [
        {
          at: 'afw',
          message: 'open',
          severity: 'warning',
          text: 'out of afw allows any port to any destination',
        },
      ],
    },
  },
});
