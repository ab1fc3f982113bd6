import { isolatedWorkspace, testRule } from '#testing';
import { registryQuarantine } from './registry-quarantine.ts';

testRule(registryQuarantine, {
  valid: {
    'a registry with quarantine off': {
      design: isolatedWorkspace().set('crml', { quarantinePolicy: 'disabled' }),
      passes: 1,
    },
    'a registry of something else': {
      design: isolatedWorkspace().inRegion('container-registry', 'crother', { quarantinePolicy: 'enabled' }),
    },
  },
  invalid: {
    'a registry with quarantine on': {
      design: isolatedWorkspace().set('crml', { quarantinePolicy: 'enabled' }),
      findings: [
        {
          at: 'crml',
          message: 'quarantine',
          severity: 'error',
          text: 'crml quarantines new images, which Azure Machine Learning cannot use',
          fix: 'Turn quarantine off',
        },
      ],
    },
  },
});
