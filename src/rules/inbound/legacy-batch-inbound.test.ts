import { isolatedWorkspace, securityRule, testRule } from '#testing';
import { legacyBatchInbound } from './legacy-batch-inbound.ts';

const rule = securityRule(
  120,
  'Allow',
  'Inbound',
  'BatchNodeManagement.westeurope',
  '*',
  '29876-29877',
  'Tcp',
);

testRule(legacyBatchInbound, {
  valid: {
    'a group without the rule': { design: isolatedWorkspace() },
    'a group that nothing uses': {
      design: isolatedWorkspace().inRegion('network-security-group', 'nsg-old', { securityRules: [rule] }),
    },
  },
  invalid: {
    'a group that still has the rule': {
      design: isolatedWorkspace().securityGroup('nsg-old', [rule], 'snet-endpoints'),
      findings: [
        {
          at: 'nsg-old',
          message: 'legacy',
          severity: 'note',
          text: 'nsg-old still admits Azure Batch by Allow-Inbound-120, which newer computes do not need',
          fix: 'Remove the legacy rule',
        },
      ],
    },
  },
});
