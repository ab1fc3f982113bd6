import { design, isolatedWorkspace, testRule } from '#testing';
import { registryNotPremium } from './registry-not-premium.ts';

testRule(registryNotPremium, {
  valid: {
    'a Premium registry': { design: isolatedWorkspace(), passes: 1 },
    'a Basic registry that no workspace uses': {
      design: design().inRegion('container-registry', 'cr', { sku: 'Basic' }),
    },
    'a Basic registry of a public workspace': {
      design: isolatedWorkspace().set('crml', { sku: 'Basic' }).goals({ workspace: 'public' }),
    },
  },
  invalid: {
    'a Standard registry': {
      design: isolatedWorkspace().set('crml', { sku: 'Standard' }),
      findings: [
        {
          at: 'crml',
          message: 'notPremium',
          text: 'crml is Standard: it cannot have the private endpoint that mlw needs',
          fix: 'Make the registry Premium',
        },
      ],
    },
  },
  undecided: {
    'a registry whose tier is not stated': {
      design: isolatedWorkspace().set('crml', { sku: undefined }),
      missing: ['the tier of the container registry'],
    },
  },
});
