import { isolatedWorkspace, testRule } from '#testing';
import { storageAddressRules } from './storage-address-rules.ts';

const storage = (publicNetworkAccess: string, defaultAction: string, ...ipRules: readonly string[]) =>
  isolatedWorkspace().set('stml', { publicNetworkAccess, networkAcls: { defaultAction, ipRules } });

testRule(storageAddressRules, {
  valid: {
    'rules of an account that is closed altogether': {
      design: storage('Disabled', 'Deny', '203.0.113.0/24'),
      passes: 0,
    },
    'an account for selected networks without addresses': { design: storage('Enabled', 'Deny'), passes: 1 },
    'rules of an account that is open anyway': {
      design: storage('Enabled', 'Allow', '203.0.113.0/24'),
      passes: 0,
    },
  },
  invalid: {
    'an account that admits an office': {
      design: storage('Enabled', 'Deny', '203.0.113.0/24'),
      findings: [
        {
          at: ['stml', 'mlw'],
          message: 'listed',
          text: 'stml admits 1 public address range: studio cannot show its data',
          severity: 'warning',
        },
      ],
    },
  },
});
