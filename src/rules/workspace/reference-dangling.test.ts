import { isolatedWorkspace, testRule } from '#testing';
import { referenceDangling } from './reference-dangling.ts';

const withRule = (subnet: string) =>
  isolatedWorkspace().set('stml', {
    networkAcls: { defaultAction: 'Deny', bypass: ['AzureServices'], virtualNetworkRules: [subnet] },
  });

testRule(referenceDangling, {
  valid: {
    'a design in which everything named exists': { design: isolatedWorkspace() },
    'a rule for a subnet that exists': { design: withRule('snet-training') },
    'a rule for a subnet outside an incomplete export': { design: withRule('snet-elsewhere').incomplete() },
    'a subnet that a design says exists elsewhere': {
      design: withRule('snet-elsewhere').add('subnet', 'snet-elsewhere', undefined, {
        presence: 'not-shown',
      }),
    },
  },
  invalid: {
    'a network rule for a subnet that is not there': {
      design: withRule('snet-gone'),
      findings: [
        {
          at: 'stml',
          message: 'dangling',
          severity: 'error',
          text: 'stml names snet-gone, which does not exist',
        },
      ],
    },
    'a route table that is not there': {
      design: isolatedWorkspace().set('snet-training', { routeTable: 'rt-gone' }),
      findings: [
        {
          at: 'snet-training',
          message: 'several',
          severity: 'note',
          text: 'snet-training names rt-gone, which does not exist',
        },
      ],
    },
  },
});
