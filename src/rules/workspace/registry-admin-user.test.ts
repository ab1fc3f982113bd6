import { design, isolatedWorkspace, testRule } from '#testing';
import { registryAdminUser } from './registry-admin-user.ts';

testRule(registryAdminUser, {
  valid: {
    'a registry whose admin user is off by default': { design: isolatedWorkspace(), passes: 1 },
    'a registry that no workspace uses': {
      design: design().inRegion('container-registry', 'cr', { adminUserEnabled: true }),
    },
  },
  invalid: {
    'a registry whose admin user is on': {
      design: isolatedWorkspace().set('crml', { adminUserEnabled: true }),
      findings: [
        {
          at: 'crml',
          message: 'on',
          severity: 'note',
          text: 'crml lets its admin user push and pull with one shared password',
          fix: 'Turn the admin user off',
        },
      ],
    },
  },
});
