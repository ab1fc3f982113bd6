import { isolatedWorkspace, testRule } from '#testing';
import { registryServiceEndpoint } from './registry-service-endpoint.ts';

testRule(registryServiceEndpoint, {
  valid: {
    'a registry with rules for no subnet': {
      design: isolatedWorkspace().set('crml', { networkAcls: { defaultAction: 'Deny' } }),
      passes: 1,
    },
    'a service endpoint on a subnet that no registry admits': {
      design: isolatedWorkspace().set('snet-endpoints', {
        serviceEndpoints: [{ service: 'Microsoft.ContainerRegistry' }],
      }),
    },
  },
  invalid: {
    'a registry that admits several, told in the order in which people count': {
      design: isolatedWorkspace()
        .subnet('snet-10', 'vnet-ml', '10.0.10.0/24')
        .subnet('snet-2', 'vnet-ml', '10.0.12.0/24')
        .set('crml', { networkAcls: { virtualNetworkRules: ['snet-10', 'snet-2'] } }),
      findings: [
        {
          at: 'crml',
          message: 'preview',
          severity: 'warning',
          text: 'crml admits snet-2 and snet-10 by a service endpoint, which is a preview for AKS and virtual machines',
        },
      ],
    },
    'a registry that admits a subnet': {
      design: isolatedWorkspace().set('crml', { networkAcls: { virtualNetworkRules: ['snet-training'] } }),
      findings: [
        {
          at: 'crml',
          message: 'preview',
          severity: 'warning',
          text: 'crml admits snet-training by a service endpoint, which is a preview for AKS and virtual machines',
        },
      ],
    },
  },
});
