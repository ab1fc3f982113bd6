import { isolatedWorkspace, testRule } from '#testing';
import { serviceEndpointPolicyMisplaced } from './service-endpoint-policy-misplaced.ts';

testRule(serviceEndpointPolicyMisplaced, {
  valid: {
    'a policy beside its service endpoint': { design: isolatedWorkspace(), passes: 1 },
    'the endpoint for storage of every region': {
      design: isolatedWorkspace().set('snet-training', {
        serviceEndpoints: [{ service: 'microsoft.storage.global' }],
      }),
      passes: 1,
    },
    'a policy in a region that is not shown': {
      design: isolatedWorkspace().set('sep-training', { parent: undefined }),
      passes: 1,
    },
  },
  invalid: {
    'a subnet without the service endpoint': {
      design: isolatedWorkspace().set('snet-training', {
        serviceEndpoints: [{ service: 'Microsoft.KeyVault' }],
      }),
      findings: [
        {
          at: ['snet-training', 'sep-training'],
          message: 'noEndpoint',
          text: 'sep-training filters nothing: snet-training has no storage service endpoint',
          fix: 'Enable the storage service endpoint',
        },
      ],
    },
    'a policy of another region': {
      design: isolatedWorkspace().add('region', 'northeurope').set('sep-training', { parent: 'northeurope' }),
      findings: [
        {
          at: ['sep-training', 'snet-training'],
          message: 'region',
          text: 'sep-training lies in northeurope, but snet-training in westeurope',
          fix: 'Move the policy to the region of the network',
        },
      ],
    },
    'a policy on the subnet of a firewall': {
      design: isolatedWorkspace().subnet('AzureFirewallSubnet', 'vnet-ml', '10.0.9.0/26', {
        serviceEndpoints: [{ service: 'Microsoft.Storage' }],
        serviceEndpointPolicies: ['sep-training'],
      }),
      findings: [
        {
          at: ['AzureFirewallSubnet', 'sep-training'],
          message: 'refused',
          text: 'sep-training stands on AzureFirewallSubnet: AzureFirewallSubnet does not work with a service endpoint policy',
          fix: 'Detach the policy',
        },
      ],
    },
    'a policy on the subnet of an application gateway': {
      design: isolatedWorkspace()
        .subnet('snet-gateway', 'vnet-ml', '10.0.9.0/24', {
          serviceEndpoints: [{ service: 'Microsoft.Storage' }],
          serviceEndpointPolicies: ['sep-training'],
        })
        .add('application-gateway', 'agw', 'snet-gateway'),
      findings: [
        {
          at: ['snet-gateway', 'sep-training'],
          message: 'refused',
          text: 'sep-training stands on snet-gateway: Application Gateway does not work with a service endpoint policy',
          fix: 'Detach the policy',
        },
      ],
    },
  },
});
