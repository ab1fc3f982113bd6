import { isolatedWorkspace, testRule } from '#testing';
import { computeOutsideNetwork } from './compute-outside-network.ts';

const managed = { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } };
const subscriptions = (ofNetwork: string) =>
  isolatedWorkspace()
    .set('mlw', { azureId: '/subscriptions/ONE/resourceGroups/g/providers/x/y/mlw' })
    .set('vnet-ml', { azureId: `/subscriptions/${ofNetwork}/resourceGroups/net/providers/x/y/vnet-ml` });
const outside = () => isolatedWorkspace().set('ci-research', { parent: 'westeurope' });

testRule(computeOutsideNetwork, {
  valid: {
    'a virtual network in another resource group of the subscription': {
      design: subscriptions('one'),
      passes: 2,
    },
    'computes in a subnet': { design: isolatedWorkspace(), passes: 2 },
    'computes of a managed network': {
      design: outside().set('cpu-cluster', { parent: 'westeurope' }).set('mlw', managed),
      passes: 2,
    },
    'computes of a project, which share the managed network of its hub': {
      design: isolatedWorkspace()
        .set('mlw', managed)
        .inRegion('workspace', 'project', {
          workspaceKind: 'Project',
          hubWorkspace: 'mlw',
          managedNetwork: { isolationMode: 'Disabled' },
        })
        .set('ci-research', { parent: 'westeurope', workspace: 'project' })
        .set('cpu-cluster', { parent: 'westeurope', workspace: 'project' }),
      passes: 2,
    },
    'computes of a public workspace': { design: outside().goals({ workspace: 'public' }) },
  },
  invalid: {
    'computes in a virtual network of another subscription': {
      design: subscriptions('two').remove('cpu-cluster').set('mlw', { imageBuildCompute: undefined }),
      findings: [
        {
          at: ['ci-research', 'mlw', 'vnet-ml'],
          message: 'apart',
          text: 'ci-research lies in vnet-ml, which is in another subscription than mlw',
        },
      ],
    },
    'a compute without a subnet': {
      design: outside(),
      findings: [
        {
          at: ['ci-research', 'mlw'],
          message: 'nowhere',
          severity: 'error',
          text: 'ci-research lies in no network: it cannot reach mlw privately',
        },
      ],
    },
    'a compute in a subnet beside a managed network': {
      design: outside().set('mlw', managed),
      findings: [
        {
          at: ['cpu-cluster', 'mlw'],
          message: 'both',
          text: 'cpu-cluster lies in snet-training, but mlw has a managed network',
        },
      ],
    },
  },
});
