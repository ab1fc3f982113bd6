import { design, testRule } from '#testing';
import { kubernetesNetworkingRetired } from './kubernetes-networking-retired.ts';

const cluster = (properties: object) => design().inRegion('kubernetes-cluster', 'aks', properties as never);

testRule(kubernetesNetworkingRetired, {
  valid: {
    'Azure CNI': { design: cluster({ networkPlugin: 'azure' }), passes: 1 },
    'a cluster that does not say': { design: cluster({}), passes: 0 },
  },
  invalid: {
    kubenet: {
      design: cluster({ networkPlugin: 'kubenet' }),
      findings: [
        {
          at: 'aks',
          message: 'kubenet',
          severity: 'note',
          text: 'aks uses kubenet, which Azure supports until 2028-03-31',
        },
      ],
    },
  },
});
