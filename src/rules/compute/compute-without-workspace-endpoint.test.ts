import { isolatedWorkspace, testRule } from '#testing';
import { computeWithoutWorkspaceEndpoint } from './compute-without-workspace-endpoint.ts';

const open = () =>
  isolatedWorkspace().goals({ workspace: 'public' }).set('mlw', { publicNetworkAccess: 'Enabled' });
const without = () => open().remove('pe-mlw-amlworkspace');

testRule(computeWithoutWorkspaceEndpoint, {
  valid: {
    'a public workspace with an endpoint': { design: open(), passes: 1 },
    'computes with public addresses': {
      design: without()
        .set('ci-research', { enableNodePublicIp: true })
        .set('cpu-cluster', { enableNodePublicIp: true }),
    },
    'a private workspace, of which another rule says it': {
      design: isolatedWorkspace().remove('pe-mlw-amlworkspace'),
    },
  },
  invalid: {
    'a public workspace without an endpoint': {
      design: without(),
      findings: [
        {
          at: ['mlw', 'ci-research', 'cpu-cluster'],
          message: 'without',
          text: 'ci-research and cpu-cluster have no public IP address, but mlw has no private endpoint',
          fix: 'Add the workspace endpoint',
        },
      ],
    },
  },
  undecided: {
    'an export that does not list the connections': {
      design: without().incomplete(),
      missing: ['the private endpoint connections of the service'],
    },
  },
});
