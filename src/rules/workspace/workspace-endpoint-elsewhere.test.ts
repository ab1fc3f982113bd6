import { isolatedWorkspace, testRule } from '#testing';
import { workspaceEndpointElsewhere } from './workspace-endpoint-elsewhere.ts';

const withHub = () =>
  isolatedWorkspace()
    .virtualNetwork('vnet-hub', '10.1.0.0/16')
    .subnet('snet-hub', 'vnet-hub', '10.1.0.0/24', { defaultOutboundAccess: false })
    .peering('vnet-hub', 'vnet-ml')
    .set('pe-mlw-amlworkspace', { parent: 'snet-hub' });

testRule(workspaceEndpointElsewhere, {
  valid: {
    'endpoints that lie in one network': { design: isolatedWorkspace(), passes: 1 },
    'an export that may not show every endpoint': { design: withHub().incomplete() },
  },
  invalid: {
    'a workspace endpoint in the hub alone': {
      design: withHub(),
      findings: [
        {
          at: ['mlw', 'stml', 'kv-ml', 'crml'],
          message: 'elsewhere',
          text: 'mlw has its endpoint in vnet-hub, but not where those of stml, kv-ml and crml lie',
          fix: 'Add a workspace endpoint there',
        },
      ],
    },
  },
});
