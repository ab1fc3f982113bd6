import { isolatedWorkspace, testRule } from '#testing';
import { onlineDeploymentEgress } from './online-deployment-egress.ts';

const deployments = (...egress: readonly ('Enabled' | 'Disabled' | undefined)[]) =>
  isolatedWorkspace().inRegion('managed-online-endpoint', 'fraud', {
    workspace: 'mlw',
    publicNetworkAccess: 'Disabled',
    deployments: egress.map((one, at) => ({
      name: at === 0 ? 'blue' : 'green',
      ...(one ? { egressPublicNetworkAccess: one } : {}),
    })),
  });

testRule(onlineDeploymentEgress, {
  valid: {
    'an endpoint without deployments': { design: deployments() },
    'deployments in a managed network': {
      design: deployments('Enabled').set('mlw', {
        managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' },
      }),
      passes: 1,
    },
    'deployments of a project in the managed network of its hub': {
      design: deployments('Enabled')
        .set('mlw', { managedNetwork: { isolationMode: 'AllowInternetOutbound' } })
        .inRegion('workspace', 'project', { workspaceKind: 'Project', hubWorkspace: 'mlw' })
        .set('fraud', { workspace: 'project' }),
      passes: 1,
    },
  },
  invalid: {
    'a deployment that reaches the internet, under exfiltration prevention': {
      design: deployments(undefined),
      findings: [
        {
          at: 'fraud',
          message: 'open',
          severity: 'error',
          text: 'fraud lets blue send data anywhere on the internet',
        },
      ],
    },
    'the legacy way, and an open one where that is allowed': {
      design: deployments('Enabled', 'Disabled').goals({ exfiltrationPrevention: 'off' }),
      findings: [
        {
          at: 'fraud',
          message: 'open',
          severity: 'warning',
          text: 'fraud lets blue send data anywhere on the internet',
        },
        {
          at: 'fraud',
          message: 'legacy',
          severity: 'warning',
          text: 'fraud uses the per-deployment egress that Microsoft no longer recommends',
        },
      ],
    },
  },
  undecided: {
    'deployments that an export does not list': {
      design: deployments().set('fraud', { deployments: undefined }).incomplete(),
      missing: ['the deployments of online endpoints'],
    },
  },
});
