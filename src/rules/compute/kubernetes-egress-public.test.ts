import { isolatedWorkspace, testRule } from '#testing';
import { kubernetesEgressPublic } from './kubernetes-egress-public.ts';

const cluster = (properties: object) =>
  isolatedWorkspace().add('kubernetes-cluster', 'aks', 'snet-training', {
    workspaces: ['mlw'],
    ...properties,
  });

testRule(kubernetesEgressPublic, {
  valid: {
    'a cluster that leaves by a route': {
      design: cluster({ outboundType: 'userDefinedRouting' }),
      passes: 1,
    },
    'a cluster that no workspace uses': { design: cluster({ workspaces: [] }) },
  },
  invalid: {
    'a cluster that says nothing': {
      design: cluster({}),
      findings: [
        {
          at: 'aks',
          message: 'loadBalancer',
          severity: 'note',
          text: 'aks sends outbound traffic through a public load balancer',
        },
      ],
    },
  },
});
