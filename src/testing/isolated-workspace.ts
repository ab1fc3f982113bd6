import { type DesignBuilder, design, securityRule } from './design-builder.ts';

const zones = {
  api: 'privatelink.api.azureml.ms',
  notebooks: 'privatelink.notebooks.azure.net',
  blob: 'privatelink.blob.core.windows.net',
  file: 'privatelink.file.core.windows.net',
  vault: 'privatelink.vaultcore.azure.net',
  registry: 'privatelink.azurecr.io',
};

/** What computes have to reach, tag by tag, and nothing else. */
const outbound = [
  securityRule(100, 'Allow', 'Outbound', 'VirtualNetwork', 'VirtualNetwork'),
  securityRule(110, 'Allow', 'Outbound', '*', 'AzureActiveDirectory', '80,443', 'Tcp'),
  securityRule(120, 'Allow', 'Outbound', '*', 'AzureMachineLearning', '443,8787,18881', 'Tcp'),
  securityRule(130, 'Allow', 'Outbound', '*', 'AzureMachineLearning', '5831', 'Udp'),
  securityRule(140, 'Allow', 'Outbound', '*', 'BatchNodeManagement.westeurope', '443'),
  securityRule(150, 'Allow', 'Outbound', '*', 'AzureResourceManager', '443', 'Tcp'),
  securityRule(160, 'Allow', 'Outbound', '*', 'Storage.westeurope', '443', 'Tcp'),
  securityRule(170, 'Allow', 'Outbound', '*', 'MicrosoftContainerRegistry', '443', 'Tcp'),
  securityRule(180, 'Allow', 'Outbound', '*', 'AzureFrontDoor.FirstParty', '443', 'Tcp'),
  securityRule(190, 'Allow', 'Outbound', '*', 'AzureMonitor', '443', 'Tcp'),
  securityRule(4000, 'Deny', 'Outbound', '*', '*'),
];

/**
 * A private workspace with a compute instance and a cluster, all endpoints, zones and links, egress by NAT gateway
 * restricted to what is required, and a service endpoint policy: no rule finds an error in it.
 */
export const isolatedWorkspace = (): DesignBuilder => {
  const closed = {
    publicNetworkAccess: 'Disabled',
    networkAcls: { defaultAction: 'Deny', bypass: ['AzureServices'] },
  } as const;
  const base = design('isolated workspace')
    .virtualNetwork('vnet-ml', '10.0.0.0/16')
    .subnet('snet-training', 'vnet-ml', '10.0.1.0/24', { defaultOutboundAccess: false, natGateway: 'nat-ml' })
    .subnet('snet-endpoints', 'vnet-ml', '10.0.2.0/27', { defaultOutboundAccess: false })
    .inRegion('public-ip-address', 'pip-nat', { sku: 'Standard', publicIPAllocationMethod: 'Static' })
    .inRegion('nat-gateway', 'nat-ml', { publicIPAddresses: ['pip-nat'] })
    .inRegion('storage-account', 'stml', closed)
    .inRegion('key-vault', 'kv-ml', closed)
    .inRegion('container-registry', 'crml', { publicNetworkAccess: 'Disabled', sku: 'Premium' })
    .inRegion('workspace', 'mlw', {
      storageAccount: 'stml',
      keyVault: 'kv-ml',
      containerRegistry: 'crml',
      publicNetworkAccess: 'Disabled',
      imageBuildCompute: 'cpu-cluster',
    })
    .add('compute-instance', 'ci-research', 'snet-training', { workspace: 'mlw', enableNodePublicIp: false })
    .add('compute-cluster', 'cpu-cluster', 'snet-training', {
      workspace: 'mlw',
      maxNodeCount: 4,
      enableNodePublicIp: false,
    })
    .privateEndpoint('mlw', 'amlworkspace', 'snet-endpoints', [zones.api, zones.notebooks])
    .privateEndpoint('stml', 'blob', 'snet-endpoints', [zones.blob])
    .privateEndpoint('stml', 'file', 'snet-endpoints', [zones.file])
    .privateEndpoint('kv-ml', 'vault', 'snet-endpoints', [zones.vault])
    .privateEndpoint('crml', 'registry', 'snet-endpoints', [zones.registry])
    .inRegion('service-endpoint-policy', 'sep-training', {
      definitions: [
        {
          name: 'machine-learning',
          service: 'Global',
          serviceResources: ['/services/Azure/MachineLearning'],
        },
      ],
    });
  return base
    .set('snet-training', {
      serviceEndpoints: [{ service: 'Microsoft.Storage' }],
      serviceEndpointPolicies: ['sep-training'],
    })
    .securityGroup('nsg-training', outbound, 'snet-training')
    .securityGroup('nsg-endpoints', [], 'snet-endpoints');
};
