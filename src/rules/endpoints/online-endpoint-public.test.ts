import { isolatedWorkspace, testRule } from '#testing';
import { onlineEndpointPublic } from './online-endpoint-public.ts';

const endpoint = (properties: object) =>
  isolatedWorkspace().inRegion('managed-online-endpoint', 'fraud', { workspace: 'mlw', ...properties });

testRule(onlineEndpointPublic, {
  valid: {
    'an endpoint that is closed': { design: endpoint({ publicNetworkAccess: 'Disabled' }), passes: 1 },
    'an endpoint of a public workspace': { design: endpoint({}).goals({ workspace: 'public' }) },
  },
  invalid: {
    'an endpoint that says nothing': {
      design: endpoint({}),
      findings: [
        {
          at: 'fraud',
          message: 'open',
          severity: 'error',
          text: 'fraud can be called from the internet',
          fix: 'Turn public network access off',
        },
      ],
    },
  },
});
