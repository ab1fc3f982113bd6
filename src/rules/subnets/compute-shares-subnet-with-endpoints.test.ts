import { isolatedWorkspace, testRule } from '#testing';
import { computeSharesSubnetWithEndpoints } from './compute-shares-subnet-with-endpoints.ts';

testRule(computeSharesSubnetWithEndpoints, {
  valid: { 'endpoints in a subnet of their own': { design: isolatedWorkspace(), passes: 1 } },
  invalid: {
    'an endpoint beside computes': {
      design: isolatedWorkspace().set('pe-kv-ml-vault', { parent: 'snet-training' }),
      findings: [
        {
          at: 'snet-training',
          message: 'shared',
          severity: 'note',
          text: 'snet-training holds 1 private endpoint beside ci-research and cpu-cluster',
        },
      ],
    },
  },
});
