import { isolatedWorkspace, testRule } from '#testing';
import { imageBuildComputeMissing } from './image-build-compute-missing.ts';

testRule(imageBuildComputeMissing, {
  valid: {
    'a cluster that builds images': { design: isolatedWorkspace(), passes: 1 },
    'a registry that admits ACR Tasks': {
      design: isolatedWorkspace()
        .set('mlw', { imageBuildCompute: undefined })
        .set('crml', { publicNetworkAccess: 'Enabled' }),
      passes: 1,
    },
    'a registry that is not shown, and a compute that builds whatever it is': {
      design: isolatedWorkspace().set('crml', { presence: 'not-shown' }),
    },
  },
  invalid: {
    'a closed registry and nothing named': {
      design: isolatedWorkspace().set('mlw', { imageBuildCompute: undefined }),
      findings: [
        {
          at: ['mlw', 'crml'],
          message: 'notSet',
          text: 'mlw cannot build images: crml is closed to ACR Tasks and no compute is named to build them',
          fix: 'Build images on cpu-cluster',
        },
      ],
    },
    'no cluster to build them, which comes beside the other computes': {
      design: isolatedWorkspace().remove('cpu-cluster').set('mlw', { imageBuildCompute: undefined }),
      findings: [
        {
          at: ['mlw', 'crml'],
          message: 'notSet',
          text: 'mlw cannot build images: crml is closed to ACR Tasks and no compute is named to build them',
          fix: 'Add a cluster that builds images to snet-training',
        },
      ],
    },
    'no compute at all, so that it comes where no endpoints are': {
      design: isolatedWorkspace()
        .remove('cpu-cluster', 'ci-research')
        .set('mlw', { imageBuildCompute: undefined }),
      findings: [
        {
          at: ['mlw', 'crml'],
          message: 'notSet',
          text: 'mlw cannot build images: crml is closed to ACR Tasks and no compute is named to build them',
          fix: 'Add a cluster that builds images to snet-training',
        },
      ],
    },
    'a subnet of pods and a network in another region, which are not for it': {
      design: isolatedWorkspace()
        .remove('cpu-cluster', 'ci-research', 'snet-training')
        .set('mlw', { imageBuildCompute: undefined })
        .add('region', 'northeurope')
        .add('virtual-network', 'vnet-away', 'northeurope', { addressPrefixes: ['10.50.0.0/16'] })
        .subnet('snet-away', 'vnet-away', '10.50.0.0/24')
        .subnet('snet-nodes', 'vnet-ml', '10.0.16.0/24')
        .subnet('snet-pods', 'vnet-ml', '10.0.32.0/22')
        .add('kubernetes-cluster', 'aks', 'snet-nodes', {
          agentPoolProfiles: [{ name: 'pool', count: 1, podSubnet: 'snet-pods' }],
        }),
      findings: [
        {
          at: ['mlw', 'crml'],
          message: 'notSet',
          text: 'mlw cannot build images: crml is closed to ACR Tasks and no compute is named to build them',
          fix: 'Add a cluster that builds images to snet-nodes',
        },
      ],
    },
    'a compute that does not exist': {
      design: isolatedWorkspace().set('mlw', { imageBuildCompute: 'image-builder' }),
      findings: [
        {
          at: ['mlw', 'crml'],
          message: 'unknown',
          text: 'mlw names image-builder to build images, but has no such compute',
        },
      ],
    },
  },
  undecided: {
    'a registry that is not shown': {
      design: isolatedWorkspace()
        .set('mlw', { imageBuildCompute: undefined })
        .set('crml', { presence: 'not-shown' }),
      missing: ['the network settings of crml'],
    },
    'computes that an export does not list': {
      design: isolatedWorkspace().set('mlw', { imageBuildCompute: 'image-builder' }).incomplete(),
      missing: ['the computes of the workspace'],
    },
  },
});
