import { type DesignBuilder, isolatedWorkspace, securityRule, testRule } from '#testing';
import { requiredOutboundBlocked } from './required-outbound-blocked.ts';

const withoutRules = (...priorities: readonly number[]): DesignBuilder => {
  const group = isolatedWorkspace()
    .build()
    .resources.find(({ id }) => id === 'nsg-training');
  if (group?.kind !== 'network-security-group') throw new Error('nsg-training has moved');
  return isolatedWorkspace().set('nsg-training', {
    securityRules: group.securityRules.filter(({ priority }) => !priorities.includes(priority)),
  });
};

testRule(requiredOutboundBlocked, {
  valid: {
    'a group that allows what is required': { design: isolatedWorkspace(), passes: 2 },
    'a group that denies nothing': {
      design: isolatedWorkspace().set('nsg-training', { securityRules: [] }),
      passes: 2,
    },
  },
  invalid: {
    'a group without the management channel': {
      design: withoutRules(130),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'one',
          severity: 'error',
          text: 'UDP 5831 to AzureMachineLearning is blocked by nsg-training: ci-research and cpu-cluster need it',
          fix: 'Allow UDP 5831 to AzureMachineLearning',
        },
      ],
    },
    'a group without sign-in and images': {
      design: withoutRules(110, 170),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'several',
          text: 'nsg-training blocks TCP 443 to AzureActiveDirectory, TCP 443 to MicrosoftContainerRegistry and TCP 80 to AzureActiveDirectory, which ci-research and cpu-cluster need',
        },
      ],
    },
    'a deny above everything, the private endpoints included': {
      design: isolatedWorkspace()
        .remove('ci-research')
        .securityGroup('nsg-closed', [securityRule(100, 'Deny', 'Outbound', '*', '*')], 'snet-training'),
      findings: [
        {
          at: ['nsg-closed', 'cpu-cluster'],
          message: 'several',
          text: 'nsg-closed blocks TCP 443 to AzureActiveDirectory, TCP 443 to AzureFrontDoor.FirstParty and 12 more, which cpu-cluster needs',
        },
      ],
    },
  },
  undecided: {
    'a group that is not shown': {
      design: isolatedWorkspace().set('nsg-training', { presence: 'not-shown' }),
      missing: ['the rules of network security group nsg-training'],
    },
  },
});
