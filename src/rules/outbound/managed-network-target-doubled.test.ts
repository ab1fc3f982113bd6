import { design, testRule } from '#testing';
import { managedNetworkTargetDoubled } from './managed-network-target-doubled.ts';

const managed = (virtualNetworkRules: readonly string[], isolationMode = 'AllowOnlyApprovedOutbound') =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet-apps', 'vnet', '10.0.1.0/24', { serviceEndpoints: [{ service: 'Microsoft.KeyVault' }] })
    .inRegion('key-vault', 'kv', {
      publicNetworkAccess: 'Enabled',
      networkAcls: { defaultAction: 'Deny', virtualNetworkRules },
    })
    .inRegion('workspace', 'mlw', { keyVault: 'kv', managedNetwork: { isolationMode } } as never);

testRule(managedNetworkTargetDoubled, {
  valid: {
    'a vault that admits no subnet': { design: managed([]), passes: 1 },
    'a vault of a workspace without a managed network': {
      design: managed(['snet-apps'], 'Disabled'),
      passes: 0,
    },
    'an open vault where the managed network makes no endpoint for it': {
      design: managed(['snet-apps'], 'AllowInternetOutbound'),
      passes: 0,
    },
  },
  invalid: {
    'a vault that admits a subnet': {
      design: managed(['snet-apps']),
      findings: [
        {
          at: ['kv', 'mlw'],
          message: 'both',
          text: 'kv is a private endpoint target of mlw and admits snet-apps by a service endpoint as well',
          severity: 'error',
          fix: 'Take the virtual network rules out',
        },
      ],
    },
  },
});
