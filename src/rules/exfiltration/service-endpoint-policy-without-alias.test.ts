import { isolatedWorkspace, testRule } from '#testing';
import { serviceEndpointPolicyWithoutAlias } from './service-endpoint-policy-without-alias.ts';

const admitting = (resource: string) =>
  isolatedWorkspace().set('sep-training', {
    definitions: [{ name: 'own', service: 'Microsoft.Storage', serviceResources: [resource] }],
  });

testRule(serviceEndpointPolicyWithoutAlias, {
  valid: {
    'a policy with the alias': { design: isolatedWorkspace(), passes: 1 },
    'a policy that admits all of Azure': { design: admitting('/services/Azure'), passes: 1 },
    'a subnet without a policy': {
      design: isolatedWorkspace().set('snet-training', { serviceEndpointPolicies: undefined }),
    },
  },
  invalid: {
    'a policy for one account only': {
      design: admitting('/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/stml'),
      findings: [
        {
          at: ['sep-training', 'snet-training'],
          message: 'shutOut',
          text: 'sep-training shuts ci-research and cpu-cluster in snet-training out of the storage that Azure Machine Learning manages',
          fix: 'Admit Azure Machine Learning',
        },
      ],
    },
  },
  undecided: {
    'a policy that is not shown': {
      design: isolatedWorkspace().set('sep-training', { presence: 'not-shown' }),
      missing: ['the definitions of sep-training'],
    },
  },
});
