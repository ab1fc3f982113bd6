import { design, securityRule, testRule } from '#testing';
import { securityRuleShadowed } from './security-rule-shadowed.ts';

const group = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24')
    .securityGroup('nsg', rules, 'snet');
const denyAll = securityRule(200, 'Deny', 'Outbound', '*', '*');

testRule(securityRuleShadowed, {
  valid: {
    'an allowance above what denies the rest': {
      design: group(securityRule(100, 'Allow', 'Outbound', '*', 'Storage', '443', 'Tcp'), denyAll),
      passes: 1,
    },
    'rules of two directions': {
      design: group(denyAll, securityRule(300, 'Allow', 'Inbound', '*', '*', '443', 'Tcp')),
      passes: 1,
    },
    'a part that an earlier rule leaves over': {
      design: group(
        securityRule(100, 'Allow', 'Outbound', '*', 'Storage', '443', 'Tcp'),
        securityRule(110, 'Deny', 'Outbound', '*', 'Storage', '443,445', 'Tcp'),
      ),
      passes: 1,
    },
  },
  invalid: {
    'an allowance below what denies everything': {
      design: group(denyAll, securityRule(300, 'Allow', 'Outbound', '*', 'Storage', '443', 'Tcp')),
      findings: [
        {
          at: 'nsg',
          message: 'undone',
          text: 'Allow-Outbound-300 of nsg is meant to allow, but Deny-Outbound-200 decides before it',
          severity: 'warning',
        },
      ],
    },
    'a denial below a wider allowance': {
      design: group(
        securityRule(100, 'Allow', 'Inbound', '*', '*', '22', 'Tcp'),
        securityRule(110, 'Deny', 'Inbound', 'Internet', '*', '22', 'Tcp'),
      ),
      findings: [
        {
          at: 'nsg',
          message: 'undone',
          text: 'Deny-Inbound-110 of nsg is meant to deny, but Allow-Inbound-100 decides before it',
        },
      ],
    },
    'the same twice': {
      design: group(
        securityRule(100, 'Allow', 'Outbound', '*', 'Storage', '443', 'Tcp'),
        securityRule(110, 'Allow', 'Outbound', '*', 'Storage', '443', 'Tcp'),
      ),
      findings: [
        {
          at: 'nsg',
          message: 'idle',
          text: 'Allow-Outbound-110 of nsg repeats what earlier rules say already',
          severity: 'note',
        },
      ],
    },
  },
});
