import { isolatedWorkspace, testRule } from '#testing';
import { storageReachableAnywhere } from './storage-reachable-anywhere.ts';

const withoutEndpoint = () =>
  isolatedWorkspace().set('snet-training', {
    serviceEndpoints: undefined,
    serviceEndpointPolicies: undefined,
  });

testRule(storageReachableAnywhere, {
  valid: {
    'a service endpoint with its policy': { design: isolatedWorkspace() },
    'an open tag without exfiltration prevention': {
      design: withoutEndpoint().goals({ exfiltrationPrevention: 'off' }),
    },
    'everything open, which is a finding of its own': {
      design: withoutEndpoint().set('nsg-training', { securityRules: [] }),
    },
  },
  invalid: {
    'an open tag without a service endpoint': {
      design: withoutEndpoint(),
      findings: [
        {
          at: 'snet-training',
          message: 'open',
          severity: 'error',
          text: 'Computes in snet-training can write to any storage account: the tag Storage is open',
        },
      ],
    },
  },
  undecided: {
    'a group that is not shown': {
      design: withoutEndpoint().set('nsg-training', { presence: 'not-shown' }),
      missing: ['the rules of network security group nsg-training'],
    },
  },
});
