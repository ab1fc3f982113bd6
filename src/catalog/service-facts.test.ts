import { describe, expect, it } from 'vitest';
import {
  type Cloud,
  computeSubnet,
  curatedEnvironmentImages,
  defaultSecurityRules,
  frontDoorFrontendReplacement,
  kubernetesInnerPorts,
  legacyDeploymentEndpoints,
  placementRules,
  platformLimits,
  privateEndpointNetworkPolicies,
  privateEndpointStates,
  privateLinkServiceOf,
  publicNetworkAccessValues,
  requiredInbound,
  requiredOutbound,
  requiredSubnetOutbound,
  serviceEndpointPolicyAliases,
  serviceEndpointPolicyExclusions,
  serviceEndpointPolicyRules,
  serviceEndpoints,
  settings,
  subresourceOf,
  trustedAccess,
  workspaceDependencies,
  zonesOf,
} from './index.ts';

const most = (id: string) => platformLimits.find((one) => one.id === id)?.most;
const outbound = (id: string) => requiredOutbound.find((one) => one.id === id);
const inbound = (id: string) => requiredInbound.find((one) => one.id === id);
const suffixes = (kind: string, group: string, cloud: Cloud) =>
  subresourceOf(kind, group)?.forwardedSuffixes[cloud];
const hosts = (kind: string, group: string) => subresourceOf(kind, group)?.hosts.public ?? [];
const setting = (kind: string, property: string) =>
  settings.find((one) => one.kind === kind && one.property === property)?.whenAbsent;
const computesOf = (id: string) =>
  outbound(id)?.computes.map(({ kind, when }) => (when ? `${kind}: ${when}` : kind));

type Fact = readonly [sentence: string, actual: unknown, expected: unknown];

const privateLink: readonly Fact[] = [
  [
    'a workspace endpoint needs both zones',
    zonesOf('workspace', 'amlworkspace', 'public'),
    ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'],
  ],
  [
    'a workspace in US Government has zones of its own',
    zonesOf('workspace', 'amlworkspace', 'us-government'),
    ['privatelink.api.ml.azure.us', 'privatelink.notebooks.usgovcloudapi.net'],
  ],
  [
    'a workspace in China has zones of its own',
    zonesOf('workspace', 'amlworkspace', 'china'),
    ['privatelink.api.ml.azure.cn', 'privatelink.notebooks.chinacloudapi.cn'],
  ],
  [
    'both names of compute instances are forwarded in the public cloud',
    suffixes('workspace', 'amlworkspace', 'public'),
    [
      'api.azureml.ms',
      'notebooks.azure.net',
      'instances.azureml.ms',
      'instances.ml.azure.ms',
      'aznbcontent.net',
      'inference.ml.azure.com',
    ],
  ],
  [
    'compute instances in China are named under azure.ms',
    suffixes('workspace', 'amlworkspace', 'china')?.includes('instances.ml.azure.ms'),
    true,
  ],
  ['a workspace endpoint takes four addresses', subresourceOf('workspace', 'amlworkspace')?.addresses, 4],
  [
    'what else pages say of a workspace endpoint is kept',
    subresourceOf('workspace', 'amlworkspace')?.disagreements?.map(({ value }) => value),
    ['3 addresses', '1 address', 'privatelink.cert.api.azureml.ms', 'instances.ml.azure.ms'],
  ],
  [
    'online endpoints share a record with a wildcard',
    hosts('workspace', 'amlworkspace').find(({ part }) => part === 'managed-online-endpoint')?.record,
    '*.{guid}.inference.{region}',
  ],
  [
    'the names of compute instances lead to the endpoint of the workspace',
    hosts('workspace', 'amlworkspace')
      .filter(({ part }) => part === 'compute-instance')
      .map(({ host, record, member }) => `${host} ${record} ${member}`),
    [
      '{guid}.{region}.instances.azureml.ms {guid}.workspace.{region} default',
      '{guid}.{region}.instances.ml.azure.ms {guid}.workspace.{region} default',
    ],
  ],
  [
    'the number of addresses of a registry of Azure Machine Learning is not confirmed',
    subresourceOf('registry', 'amlregistry')?.unverified?.includes('addresses'),
    true,
  ],
  ['no page gives a zone for a registry in China', zonesOf('registry', 'amlregistry', 'china'), []],
  ['blob has one zone', zonesOf('storage-account', 'blob', 'public'), ['privatelink.blob.core.windows.net']],
  [
    'the secondary blob endpoint shares the zone of the first',
    zonesOf('storage-account', 'blob_secondary', 'china'),
    ['privatelink.blob.core.chinacloudapi.cn'],
  ],
  [
    'dfs has a zone in US Government',
    zonesOf('storage-account', 'dfs', 'us-government'),
    ['privatelink.dfs.core.usgovcloudapi.net'],
  ],
  ['dfs needs a blob endpoint too', subresourceOf('storage-account', 'dfs')?.alsoNeeds, ['blob']],
  [
    'general-purpose v1 accounts have no private endpoints',
    privateLinkServiceOf('storage-account')?.constraints?.[0]?.refused,
    ['Storage'],
  ],
  [
    'a key vault is forwarded under vault and vaultcore',
    suffixes('key-vault', 'vault', 'public'),
    ['vault.azure.net', 'vaultcore.azure.net'],
  ],
  [
    'the zone of key vaults in China is vaultcore.azure.cn',
    zonesOf('Microsoft.KeyVault/vaults', 'vault', 'china'),
    ['privatelink.vaultcore.azure.cn'],
  ],
  [
    'a container registry in US Government has the zone azurecr.us',
    zonesOf('container-registry', 'registry', 'us-government'),
    ['privatelink.azurecr.us'],
  ],
  [
    'a container registry in China has the zone azurecr.cn',
    zonesOf('container-registry', 'registry', 'china'),
    ['privatelink.azurecr.cn'],
  ],
  ['a container registry takes two addresses', subresourceOf('container-registry', 'registry')?.addresses, 2],
  [
    'each replica of a container registry takes one more',
    subresourceOf('container-registry', 'registry')?.addressesPer,
    { what: 'replica', count: 1 },
  ],
  [
    'a container registry has a name for its data endpoint',
    hosts('container-registry', 'registry').map(({ host }) => host),
    ['{name}.azurecr.io', '{name}.{region}.data.azurecr.io'],
  ],
  [
    'only Premium registries have private endpoints',
    privateLinkServiceOf('container-registry')?.constraints?.[0]?.allowed,
    ['Premium'],
  ],
  [
    'a private link scope needs five zones in the public cloud',
    zonesOf('azure-monitor-private-link-scope', 'azuremonitor', 'public').length,
    5,
  ],
  [
    'a private link scope in US Government needs six zones, one more than a zone group holds',
    zonesOf('azure-monitor-private-link-scope', 'azuremonitor', 'us-government').length,
    6,
  ],
  [
    'a private link scope takes eleven addresses',
    subresourceOf('azure-monitor-private-link-scope', 'azuremonitor')?.addresses,
    11,
  ],
  [
    'the zone of an API server bears its region',
    zonesOf('kubernetes-cluster', 'management', 'public', 'WestEurope'),
    ['privatelink.westeurope.azmk8s.io'],
  ],
  [
    'without a region the placeholder stays',
    zonesOf('kubernetes-cluster', 'management', 'public'),
    ['privatelink.{region}.azmk8s.io'],
  ],
  [
    'AI services have three zones',
    zonesOf('ai-services', 'account', 'public'),
    [
      'privatelink.cognitiveservices.azure.com',
      'privatelink.openai.azure.com',
      'privatelink.services.ai.azure.com',
    ],
  ],
  [
    'an account of kind AIServices takes three addresses',
    subresourceOf('ai-services', 'account')?.addressesOfKind,
    { AIServices: 3 },
  ],
  [
    'AI Search in US Government follows the newer page',
    zonesOf('ai-search', 'searchService', 'us-government'),
    ['privatelink.search.azure.us'],
  ],
  ['no page gives a zone for AI Search in China', zonesOf('ai-search', 'searchService', 'china'), []],
  [
    'Cosmos DB takes one address more for each region',
    subresourceOf('cosmos-db', 'Sql')?.addressesPer,
    { what: 'region', count: 1 },
  ],
  [
    'Redis is found by its type and sub-resource without regard to case',
    zonesOf('microsoft.cache/redis', 'rediscache', 'public'),
    ['privatelink.redis.cache.windows.net'],
  ],
  [
    'Batch forwards a suffix for each region',
    suffixes('Microsoft.Batch/batchAccounts', 'nodeManagement', 'public'),
    ['{region}.service.batch.azure.com'],
  ],
  ['a zone group holds five zones', most('zone-group-zones'), 5],
  ['a zone group holds one zone of a name', most('zone-group-namesakes'), 1],
  ['a container registry has at most 200 endpoints', most('registry-private-endpoints'), 200],
  ['only approved endpoints let packets pass', privateEndpointStates.passes, 'Approved'],
  [
    'security groups take hold of endpoints under two of four policies',
    privateEndpointNetworkPolicies.filter((one) => one.appliesSecurityGroups).map(({ value }) => value),
    ['Enabled', 'NetworkSecurityGroupEnabled'],
  ],
  [
    'user routes take hold of endpoints under two of four policies',
    privateEndpointNetworkPolicies.filter((one) => one.appliesRoutes).map(({ value }) => value),
    ['Enabled', 'RouteTableEnabled'],
  ],
  [
    'the service endpoint of container registries alone is a preview',
    serviceEndpoints.filter(({ stage }) => stage === 'preview').map(({ service }) => service),
    ['Microsoft.ContainerRegistry'],
  ],
  [
    'regional and global storage endpoints exclude each other',
    serviceEndpoints.flatMap(({ service, excludes }) =>
      (excludes ?? []).map((other) => `${service} ${other}`),
    ),
    ['Microsoft.Storage Microsoft.Storage.Global', 'Microsoft.Storage.Global Microsoft.Storage'],
  ],
];

const workspace: readonly Fact[] = [
  [
    'a private workspace needs these endpoints always',
    workspaceDependencies.filter(({ need }) => need === 'required').map(({ groupId }) => groupId),
    ['amlworkspace', 'blob', 'file', 'vault', 'registry'],
  ],
  [
    'queue and table are needed for batch endpoints',
    workspaceDependencies.filter(({ when }) => when === 'batch-endpoint').map(({ groupId }) => groupId),
    ['queue', 'table'],
  ],
  [
    'by service endpoint, storage has to be in the subnet of the workspace endpoint',
    placementRules.find(({ id }) => id === 'storage-service-endpoint')?.within,
    'subnet',
  ],
  [
    'by private endpoint, storage has to be in the network of the workspace endpoint',
    placementRules.find(({ id }) => id === 'storage-endpoint')?.within,
    'virtual-network',
  ],
  [
    'the endpoint of the key vault may stand in a peered network',
    placementRules.find(({ id }) => id === 'key-vault-endpoint')?.within,
    'peered-virtual-network',
  ],
  ['the subnet of computes may not be delegated', computeSubnet.mayBeDelegated, false],
  [
    'key vaults admit trusted services',
    trustedAccess.find(({ kind }) => kind === 'key-vault')?.value,
    'AzureServices',
  ],
  [
    'computes have a public IP address unless it is turned off',
    setting('compute-cluster', 'enableNodePublicIp'),
    true,
  ],
  ['serverless computes have one too', setting('serverless-compute', 'serverlessComputeNoPublicIP'), false],
  ['a workspace is public unless it is turned off', setting('workspace', 'publicNetworkAccess'), 'Enabled'],
  ['a workspace admits at most 200 address ranges', most('workspace-allowlist'), 200],
  ['a perimeter is neither open nor closed', publicNetworkAccessValues.byPerimeter, 'SecuredByPerimeter'],
  [
    'a deployment with private egress has three endpoints',
    legacyDeploymentEndpoints.perDeployment.map(({ groupId }) => groupId),
    ['amlworkspace', 'blob', 'registry'],
  ],
  ['they take no address of the customer', legacyDeploymentEndpoints.addressesOfCustomer, 0],
];

const outboundFacts: readonly Fact[] = [
  ['sign-in needs ports 80 and 443', outbound('microsoft-entra-id')?.ports, [80, 443]],
  [
    'computes are managed by UDP 5831',
    [outbound('compute-management')?.protocol, outbound('compute-management')?.ports],
    ['Udp', [5831]],
  ],
  [
    'clusters need UDP 5831 only without a public IP address',
    computesOf('compute-management'),
    ['compute-instance', 'compute-cluster: no-public-ip', 'serverless-compute: no-public-ip'],
  ],
  ['Batch is open for any protocol on 443', outbound('batch-node-management')?.protocol, 'Any'],
  ['Batch is narrowed to the region', outbound('batch-node-management')?.isRegional, true],
  [
    'Batch has host names of its own in US Government',
    outbound('batch-node-management')?.hosts['us-government'],
    ['*.{region}.batch.usgovcloudapi.net', '*.{region}.service.batch.usgovcloudapi.net'],
  ],
  [
    'storage and Front Door are what data can be written to',
    requiredOutbound.filter(({ access }) => access === 'read-write').map(({ id }) => id),
    [
      'microsoft-managed-storage',
      'storage-file-shares',
      'studio-and-automated-ml',
      'kubernetes-extension-storage',
    ],
  ],
  ['IntelliSense uses port 18881', outbound('notebook-intellisense')?.ports, [18_881]],
  ['RStudio uses port 8787', outbound('rstudio-connection')?.ports, [8787]],
  [
    'high business impact needs the key vaults of Batch',
    outbound('batch-key-vault')?.serviceTag,
    'AzureKeyVault',
  ],
  [
    'sign-in in China has another host',
    outbound('microsoft-entra-id')?.hosts.china,
    ['login.chinacloudapi.cn'],
  ],
  [
    'Resource Manager in US Government has another host',
    outbound('azure-resource-manager')?.hosts['us-government'],
    ['management.usgovcloudapi.net'],
  ],
  [
    'a public API server is reached under hcp',
    outbound('kubernetes-api-server')?.hosts['us-government'],
    ['*.hcp.{region}.cx.aks.containerservice.azure.us'],
  ],
  [
    'Visual Studio Code picks a port from 8704 to 8710',
    outbound('vscode-server')?.ports,
    [8704, 8705, 8706, 8707, 8708, 8709, 8710],
  ],
  ['Ubuntu packages come by port 80', outbound('ubuntu')?.ports, [80]],
  ['pods of models listen on 5001', kubernetesInnerPorts.models, [5001]],
  ['the identity proxy listens on 9999', kubernetesInnerPorts.identityProxy, [9999]],
  [
    'either host of automated ML will do',
    frontDoorFrontendReplacement.automatedMlHosts,
    ['automlresources-prod.azureedge.net', 'automlresources-prod-d0eaehh7g8andvav.b02.azurefd.net'],
  ],
  ['that the host of pip packages is not confirmed is known', outbound('pip')?.unverified, ['hosts']],
];

const inboundFacts: readonly Fact[] = [
  ['computes with a public IP address need 44224', inbound('compute-with-public-ip')?.ports, ['44224']],
  ['the legacy ports of Batch are optional', inbound('legacy-batch-communication')?.isOptional, true],
  [
    'Application Gateway v2 needs 65200 to 65535',
    inbound('application-gateway-management')?.ports,
    ['65200-65535'],
  ],
  [
    'Application Gateway v1 needs 65503 to 65534',
    inbound('application-gateway-v1-management')?.ports,
    ['65503-65534'],
  ],
  ['attached machines need port 22', inbound('attached-virtual-machine')?.ports, ['22']],
  ['the hosts of Bastion use 8080 and 5701', inbound('bastion-hosts')?.ports, ['8080', '5701']],
  [
    'computes need VirtualNetwork on 443 where private endpoints are',
    requiredSubnetOutbound.find(({ id }) => id === 'private-endpoints'),
    expect.objectContaining({ to: 'VirtualNetwork', protocol: 'Tcp', ports: ['443'] }),
  ],
  [
    'Bastion needs four ways out',
    requiredSubnetOutbound
      .filter(({ kinds }) => kinds.includes('bastion'))
      .map(({ to, ports }) => `${to} ${ports}`),
    ['VirtualNetwork 22,3389', 'AzureCloud 443', 'VirtualNetwork 8080,5701', 'Internet 80'],
  ],
  [
    'security groups end with a denial in each direction',
    defaultSecurityRules
      .filter(({ access }) => access === 'Deny')
      .map(({ direction, priority }) => `${direction} ${priority}`),
    ['Inbound 65500', 'Outbound 65500'],
  ],
];

const exfiltration: readonly Fact[] = [
  [
    'the alias of Azure Machine Learning',
    serviceEndpointPolicyAliases.machineLearning,
    '/services/Azure/MachineLearning',
  ],
  ['aliases belong to the service Global', serviceEndpointPolicyAliases.definitionService, 'Global'],
  [
    'the tag of storage stays in the security group',
    outbound('microsoft-managed-storage')?.underExfiltrationPrevention,
    'filtered-by-policy',
  ],
  [
    'the tag of Front Door is replaced by hosts',
    outbound('studio-and-automated-ml')?.underExfiltrationPrevention,
    'by-host-name',
  ],
  [
    'everything else stays open',
    requiredOutbound.filter((one) => one.underExfiltrationPrevention === 'stays').map(({ id }) => id),
    [
      'microsoft-entra-id',
      'azure-resource-manager',
      'azure-machine-learning',
      'compute-management',
      'batch-node-management',
      'microsoft-container-registry',
      'front-door-first-party',
    ],
  ],
  ['a subscription has at most 500 policies', most('endpoint-policies'), 500],
  ['a subnet has at most 100 policies', most('subnet-endpoint-policies'), 100],
  ['a definition names at most 200 resources', most('endpoint-policy-resources'), 200],
  ['accounts of other regions are not filtered', serviceEndpointPolicyRules.filtersOtherRegions, false],
  [
    'policies may not stand on the subnets of gateways and firewalls',
    serviceEndpointPolicyExclusions.flatMap(({ kinds }) => kinds),
    ['application-gateway', 'virtual-network-gateway', 'azure-firewall'],
  ],
  [
    'curated environments come from one registry alone',
    curatedEnvironmentImages.allowed,
    ['mcr.microsoft.com'],
  ],
];

describe.each([
  ['private link', privateLink],
  ['a workspace', workspace],
  ['required outbound', outboundFacts],
  ['required inbound', inboundFacts],
  ['exfiltration prevention', exfiltration],
] as const)('what Azure says of %s', (_, facts) => {
  it.each(facts)('%s', (_sentence, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
