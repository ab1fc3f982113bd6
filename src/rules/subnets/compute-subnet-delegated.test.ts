import { isolatedWorkspace, testRule } from '#testing';
import { computeSubnetDelegated } from './compute-subnet-delegated.ts';

testRule(computeSubnetDelegated, {
  valid: { 'computes in a subnet without delegation': { design: isolatedWorkspace(), passes: 1 } },
  invalid: {
    'computes in a delegated subnet': {
      design: isolatedWorkspace().set('snet-training', { delegations: ['Microsoft.Web/serverFarms'] }),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'delegated',
          text: 'snet-training is delegated to Microsoft.Web/serverFarms: ci-research and cpu-cluster cannot be created in it',
          fix: 'Remove the delegation',
        },
      ],
    },
  },
});
