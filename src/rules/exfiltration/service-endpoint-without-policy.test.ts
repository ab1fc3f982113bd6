import { isolatedWorkspace, securityRule, testRule } from '#testing';
import { serviceEndpointWithoutPolicy } from './service-endpoint-without-policy.ts';

const withoutPolicy = () => isolatedWorkspace().set('snet-training', { serviceEndpointPolicies: [] });

testRule(serviceEndpointWithoutPolicy, {
  valid: {
    'an endpoint with its policy': { design: isolatedWorkspace(), passes: 1 },
    'an endpoint of another service': {
      design: withoutPolicy().set('snet-training', { serviceEndpoints: [{ service: 'Microsoft.KeyVault' }] }),
    },
    'an endpoint that the security group closes': {
      design: withoutPolicy().set('nsg-training', {
        securityRules: [securityRule(100, 'Deny', 'Outbound', '*', 'Internet')],
      }),
    },
    'an endpoint where exfiltration prevention is off': {
      design: withoutPolicy().goals({ exfiltrationPrevention: 'off' }),
    },
  },
  invalid: {
    'an endpoint without a policy': {
      design: withoutPolicy(),
      findings: [
        {
          at: 'snet-training',
          message: 'open',
          severity: 'error',
          text: 'The storage service endpoint of snet-training leads to any storage account: no policy narrows it',
          fix: 'Attach a service endpoint policy',
        },
      ],
    },
  },
});
