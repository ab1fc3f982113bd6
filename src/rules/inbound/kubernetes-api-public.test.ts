import { isolatedWorkspace, testRule } from '#testing';
import { kubernetesApiPublic } from './kubernetes-api-public.ts';

const cluster = (properties: object) =>
  isolatedWorkspace().add('kubernetes-cluster', 'aks', 'snet-training', {
    workspaces: ['mlw'],
    ...properties,
  } as never);

testRule(kubernetesApiPublic, {
  valid: {
    'a private cluster': { design: cluster({ enablePrivateCluster: true }), passes: 1 },
    'authorized ranges': { design: cluster({ authorizedIPRanges: ['203.0.113.0/24'] }), passes: 1 },
    'a cluster of something else': { design: cluster({ workspaces: [] }) },
    'a public workspace': { design: cluster({}).goals({ workspace: 'public' }) },
  },
  invalid: {
    'an open API server': {
      design: cluster({}),
      findings: [
        {
          at: 'aks',
          message: 'open',
          severity: 'warning',
          text: 'The API server of aks, attached to mlw, answers everybody on the internet',
        },
      ],
    },
    'authorized ranges of a private cluster': {
      design: cluster({ enablePrivateCluster: true, authorizedIPRanges: ['203.0.113.0/24'] }),
      findings: [
        {
          at: 'aks',
          message: 'refused',
          severity: 'note',
          text: 'aks is private: authorized address ranges have no meaning for it (no source confirms it)',
        },
      ],
    },
  },
});
