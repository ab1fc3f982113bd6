import { isolatedWorkspace, testRule } from '#testing';
import { registryWithoutDataEndpoints } from './registry-without-data-endpoints.ts';

const isPublic = () => isolatedWorkspace().goals({ workspace: 'public' });
const without = () => isPublic().remove('pe-crml-registry');

testRule(registryWithoutDataEndpoints, {
  valid: {
    'a registry with a private endpoint': { design: isPublic(), passes: 1 },
    'a public registry with data endpoints': {
      design: without().set('crml', { dataEndpointEnabled: true }),
      passes: 1,
    },
    'a private workspace, of which another rule says it': {
      design: isolatedWorkspace().remove('pe-crml-registry'),
    },
    'a registry that no workspace uses': {
      design: isPublic().inRegion('container-registry', 'crother'),
      passes: 1,
    },
  },
  invalid: {
    'a registry without either': {
      design: without(),
      findings: [
        {
          at: 'crml',
          message: 'wildcard',
          severity: 'warning',
          text: 'Layers of crml are pulled from *.blob.core.windows.net: it has no data endpoint of its own',
          fix: 'Turn data endpoints on',
        },
      ],
    },
  },
});
