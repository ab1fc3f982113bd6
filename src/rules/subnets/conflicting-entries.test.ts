import { design, securityRule, testRule } from '#testing';
import { conflictingEntries } from './conflicting-entries.ts';

const group = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .inRegion('network-security-group', 'nsg', {
      securityRules: rules.map((one, at) => ({ ...one, name: `rule-${at + 1}` })),
    });

const everything = (name: string, nextHopIpAddress: string, addressPrefix = '0.0.0.0/0') => ({
  name,
  addressPrefix,
  nextHopType: 'VirtualAppliance' as const,
  nextHopIpAddress,
});
const table = (...routes: readonly ReturnType<typeof everything>[]) =>
  group().routeTable('rt', routes, 'snet');

testRule(conflictingEntries, {
  valid: {
    'a priority in each direction': {
      design: group(
        securityRule(100, 'Allow', 'Inbound', '*', '*', '443'),
        securityRule(100, 'Allow', 'Outbound', '*', '*', '443'),
      ),
      passes: 1,
    },
    'prefixes one of which holds the other': {
      design: table(everything('all', '10.0.1.4'), everything('half', '10.0.1.4', '0.0.0.0/1')),
      passes: 1,
    },
  },
  invalid: {
    'two rules of one priority': {
      design: group(
        securityRule(100, 'Allow', 'Outbound', '*', '*', '443'),
        securityRule(100, 'Deny', 'Outbound', '*', '*'),
      ),
      findings: [
        {
          at: 'nsg',
          message: 'priority',
          severity: 'error',
          text: 'rule-1 and rule-2 of nsg have the priority 100 in one direction',
        },
      ],
    },
    'two routes to one place': {
      design: table(everything('one', '10.0.1.4'), everything('two', '10.0.1.4')),
      findings: [
        {
          at: 'rt',
          message: 'prefix',
          text: 'one and two of rt are for the same prefix, 0.0.0.0/0',
          fix: 'Remove two',
        },
      ],
    },
    'two routes to different places, of which nobody can tell which is meant': {
      design: table(everything('one', '10.0.1.4'), everything('two', '10.0.1.5')),
      findings: [
        { at: 'rt', message: 'prefix', text: 'one and two of rt are for the same prefix, 0.0.0.0/0' },
      ],
    },
  },
});
