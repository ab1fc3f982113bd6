import type { Source } from './source.ts';

const learn = 'https://learn.microsoft.com/azure';
const checkedOn = '2026-11-23';

const page = (title: string, path: string, pageDate?: string, readOn = checkedOn): Source => ({
  title,
  url: `${learn}/${path}`,
  checkedOn: readOn,
  ...(pageDate === undefined ? {} : { pageDate }),
});

const readLater = '2026-11-26';
const readLast = '2026-11-28';

/** The pages that the facts were read from, named for their subject. */
export const sources = {
  planning: page(
    'Plan for network isolation in Azure Machine Learning',
    'machine-learning/how-to-network-isolation-planning',
    '2025-01-13',
  ),
  planningArticle: page(
    'Azure Machine Learning network isolation planning (first edition)',
    'machine-learning/how-to-network-isolation-planning',
    '2023-02-14',
  ),
  isolationConfigurations: page(
    'Compare network isolation configurations in Azure Machine Learning',
    'machine-learning/concept-network-isolation-configurations',
    '2024-10-03',
  ),
  behindFirewall: page(
    'Configure inbound and outbound network traffic',
    'machine-learning/how-to-access-azureml-behind-firewall',
    '2026-03-19',
    readLater,
  ),
  recommendedOutbound: page(
    'Configure inbound and outbound network traffic: recommended outbound',
    'machine-learning/how-to-access-azureml-behind-firewall',
    '2023-06-12',
  ),
  trainingNetwork: page(
    'Secure an Azure Machine Learning training environment with virtual networks',
    'machine-learning/how-to-secure-training-vnet',
    '2024-04-08',
  ),
  workspaceNetwork: page(
    'Secure an Azure Machine Learning workspace with virtual networks',
    'machine-learning/how-to-secure-workspace-vnet',
    '2024-07-08',
  ),
  secureTutorial: page(
    'Tutorial: How to create a secure workspace with an Azure Virtual Network',
    'machine-learning/tutorial-create-secure-workspace-vnet',
    '2026-03-12',
  ),
  securityOverview: page(
    'Secure Azure Machine Learning workspace resources using virtual networks',
    'machine-learning/how-to-network-security-overview',
    '2024-09-04',
  ),
  trafficFlow: page(
    'Network traffic flow when using a secured workspace',
    'machine-learning/concept-secure-network-traffic-flow',
    '2025-02-06',
  ),
  workspacePrivateLink: page(
    'Configure a private endpoint for an Azure Machine Learning workspace',
    'machine-learning/how-to-configure-private-link',
    '2024-09-05',
  ),
  exfiltrationPrevention: page(
    'Azure Machine Learning data exfiltration prevention',
    'machine-learning/how-to-prevent-data-loss-exfiltration',
    '2024-01-31',
  ),
  customDns: page(
    'How to use your workspace with a custom DNS server',
    'machine-learning/how-to-custom-dns',
    '2026-03-26',
  ),
  managedNetwork: page(
    'Workspace managed virtual network isolation',
    'machine-learning/how-to-managed-network',
    '2025-05-23',
  ),
  onlineEndpointIsolation: page(
    'Network isolation with managed online endpoints',
    'machine-learning/concept-secure-online-endpoint',
  ),
  batchEndpointIsolation: page(
    'Network isolation in batch endpoints',
    'machine-learning/how-to-secure-batch-endpoint',
    '2026-03-30',
  ),
  registryIsolation: page(
    'Network isolation with Azure Machine Learning registries',
    'machine-learning/how-to-registry-network-isolation',
    '2025-04-04',
  ),
  kubernetesRouting: page(
    'Azure Machine Learning inference router and connectivity requirements',
    'machine-learning/how-to-kubernetes-inference-routing-azureml-fe',
    '2024-02-05',
  ),
  privateEndpointDns: page(
    'Azure Private Endpoint private DNS zone values',
    'private-link/private-endpoint-dns',
    '2023-10-11',
  ),
  privateEndpointDnsCurrent: page(
    'Azure Private Endpoint private DNS zone values (newer copy)',
    'private-link/private-endpoint-dns',
    '2025-08-04',
    readLater,
  ),
  privateEndpointDnsChina: {
    title: 'Azure Private Endpoint DNS configuration (Azure China)',
    url: 'https://docs.azure.cn/en-us/private-link/private-endpoint-dns',
    checkedOn: readLater,
    pageDate: '2020-06-15',
  },
  privateEndpointDnsIntegration: page(
    'Azure Private Endpoint DNS integration',
    'private-link/private-endpoint-dns-integration',
    '2023-11-15',
  ),
  privateEndpoint: page(
    'What is a private endpoint?',
    'private-link/private-endpoint-overview',
    '2023-08-02',
  ),
  privateEndpointNetworkPolicies: page(
    'Manage network policies for private endpoints',
    'private-link/disable-private-endpoint-network-policy',
    '2023-07-26',
  ),
  privateEndpointInspection: page(
    'Azure Firewall scenarios to inspect traffic destined to a private endpoint',
    'private-link/inspect-traffic-with-azure-firewall',
    '2025-03-25',
  ),
  storagePrivateEndpoints: page(
    'Use private endpoints for Azure Storage',
    'storage/common/storage-private-endpoints',
    '2025-07-08',
  ),
  serviceEndpoints: page(
    'Virtual network service endpoints',
    'virtual-network/virtual-network-service-endpoints-overview',
    '2019-11-08',
  ),
  serviceEndpointPolicies: page(
    'Virtual network service endpoint policies for Azure Storage',
    'virtual-network/virtual-network-service-endpoint-policies-overview',
    '2018-09-18',
  ),
  routing: page(
    'Virtual network traffic routing',
    'virtual-network/virtual-networks-udr-overview',
    '2023-05-27',
  ),
  networkSecurityGroups: page(
    'Azure network security groups overview',
    'virtual-network/network-security-groups-overview',
    '2025-07-15',
  ),
  publicAddresses: page('Public IP addresses', 'virtual-network/ip-services/public-ip-addresses'),
  serviceTags: page('Virtual network service tags', 'virtual-network/service-tags-overview'),
  virtualNetworkQuestions: page(
    'Azure Virtual Network frequently asked questions',
    'virtual-network/virtual-networks-faq',
    '2019-02-12',
  ),
  peering: page('Virtual network peering', 'virtual-network/virtual-network-peering-overview'),
  peeringAddressSpace: page(
    'Update the address space for a peered virtual network',
    'virtual-network/update-virtual-network-peering-address-space',
    '2023-03-21',
    '2026-11-27',
  ),
  defaultOutboundAccess: page(
    'Default outbound access in Azure',
    'virtual-network/ip-services/default-outbound-access',
    '2026-01-30',
  ),
  defaultOutboundAccess2025: page(
    'Default outbound access in Azure (copy of 2025)',
    'virtual-network/ip-services/default-outbound-access',
    '2025-06-11',
  ),
  natGateway: page('What is Azure NAT Gateway?', 'nat-gateway/nat-overview', '2026-04-14'),
  firewallRuleProcessing: page('Configure Azure Firewall rules', 'firewall/rule-processing', '2020-04-10'),
  firewallQuestions: page('Azure Firewall frequently asked questions', 'firewall/firewall-faq'),
  firewallLimits: {
    title: 'azure-docs pull request 125139: a virtual network takes a single Azure Firewall',
    url: 'https://github.com/MicrosoftDocs/azure-docs/pull/125139',
    checkedOn: '2026-11-28',
  },
  firewallManagement: page('Azure Firewall Management NIC', 'firewall/management-nic', undefined, readLater),
  firewallTiers: page(
    'Choose the right Azure Firewall version to meet your needs',
    'firewall/choose-firewall-sku',
  ),
  bastion: page('About Azure Bastion configuration settings', 'bastion/configuration-settings'),
  bastionDeployment: page('Deploy Bastion by the CLI', 'bastion/create-host-cli', '2024-04-05', '2026-11-28'),
  bastionSecurityGroup: page(
    'Configure NSG rules for Azure Bastion',
    'bastion/bastion-nsg',
    '2026-02-24',
    readLater,
  ),
  vpnGateway: page(
    'About VPN Gateway configuration settings',
    'vpn-gateway/vpn-gateway-about-vpn-gateway-settings',
  ),
  routeServer: page(
    'Azure Route Server frequently asked questions',
    'route-server/route-server-faq',
    '2022-07-31',
    readLater,
  ),
  routeServerQuickstart: page(
    'Quickstart: Create an Azure Route Server using Azure portal',
    'route-server/quickstart-create-route-server-portal',
    '2025-09-17',
    readLater,
  ),
  applicationGateway: page(
    'Application Gateway infrastructure configuration',
    'application-gateway/configuration-infrastructure',
    '2021-06-14',
  ),
  dnsPrivateResolver: page(
    'What is Azure DNS Private Resolver?',
    'dns/dns-private-resolver-overview',
    '2022-12-06',
  ),
  dnsForwardingRulesets: page(
    'Azure DNS Private Resolver endpoints and rulesets',
    'dns/private-resolver-endpoints-rulesets',
    '2023-03-29',
    readLater,
  ),
  privateDnsZones: page('What is an Azure Private DNS zone?', 'dns/private-dns-privatednszone'),
  privateDnsFallback: page('Fallback to internet for Azure Private DNS zones', 'dns/private-dns-fallback'),
  platformLimits: page(
    'Azure subscription limits: networking',
    'azure-resource-manager/management/azure-subscription-service-limits',
    '2022-12-05',
  ),
  kubernetesAddresses: page(
    'IP address planning for AKS clusters',
    'aks/concepts-network-ip-address-planning',
    '2026-04-16',
  ),
  kubernetesEgress: page(
    'Outbound network and FQDN rules for AKS clusters',
    'aks/outbound-rules-control-egress',
    '2026-06-18',
  ),
  kubernetesEgressClouds: page(
    'Outbound network and FQDN rules for AKS clusters (copy with every cloud)',
    'aks/outbound-rules-control-egress',
    '2023-06-13',
    readLater,
  ),
  containerRegistryPrivateLink: page(
    'Connect privately to a container registry using Private Link',
    'container-registry/container-registry-private-endpoints',
    '2026-02-11',
  ),
  containerRegistryServiceEndpoint: page(
    'Restrict access to a container registry using a service endpoint',
    'container-registry/container-registry-vnet',
    '2023-10-31',
  ),
  dedicatedDataEndpoints: page(
    'Mitigate data exfiltration with dedicated data endpoints',
    'container-registry/container-registry-dedicated-data-endpoints',
    '2026-06-15',
  ),
  containerRegistryTrustedServices: page(
    'Allow trusted services to access a network-restricted container registry',
    'container-registry/allow-access-trusted-services',
    '2025-02-28',
  ),
  monitorPrivateLink: page(
    'Use Azure Private Link to connect networks to Azure Monitor',
    'azure-monitor/logs/private-link-security',
    '2023-07-25',
  ),
  cosmosPrivateEndpoints: page(
    'Configure Azure Private Link for Azure Cosmos DB',
    'cosmos-db/how-to-configure-private-endpoints',
    '2020-05-14',
  ),
  appServiceIntegration: page(
    'Integrate your app with an Azure virtual network',
    'app-service/overview-vnet-integration',
  ),
  containerAppsNetwork: page(
    'Virtual network configuration (Azure Container Apps)',
    'container-apps/custom-virtual-networks',
    '2025-05-01',
    readLater,
  ),
  containerInstances: page(
    'Virtual network scenarios and resources (Azure Container Instances)',
    'container-instances/container-instances-virtual-network-concepts',
    '2022-06-17',
    readLater,
  ),
  storagePerimeter: page(
    'Network security perimeter for Azure Storage',
    'storage/common/storage-network-security-perimeter',
    undefined,
    readLater,
  ),
  sqlFirewall: page(
    'Azure SQL Database and Azure Synapse IP firewall rules',
    'azure-sql/database/firewall-configure',
    undefined,
    readLast,
  ),
  storageTemplate: page(
    'Microsoft.Storage storageAccounts',
    'templates/microsoft.storage/storageaccounts',
    undefined,
    readLast,
  ),
  managedInstancePolicies: page(
    'Configure service endpoint policies for Azure SQL Managed Instance',
    'azure-sql/managed-instance/service-endpoint-policies-configure',
    '2021-11-02',
  ),
  resourceGraph: page(
    'Work with large Azure resource data sets',
    'governance/resource-graph/concepts/work-with-data',
  ),
  azureTre: {
    title: 'Azure Trusted Research Environment: Azure Machine Learning workspace service',
    url: 'https://github.com/microsoft/AzureTRE/tree/main/templates/workspace_services/azureml',
    checkedOn,
  },
  azureVerifiedModules: {
    title: 'Azure Verified Modules: resource modules and their tests',
    url: 'https://github.com/Azure/bicep-registry-modules',
    checkedOn,
    pageDate: '2026-08-01',
  },
  openAiBaseline: {
    title: 'Azure OpenAI baseline, reference implementation: endpoint and zone of an account of kind OpenAI',
    url: 'https://github.com/Azure-Samples/openai-end-to-end-baseline/blob/03ff6fe4382825597975eb91fb0b3270cce89df2/infra-as-code/bicep/openai.bicep',
    checkedOn: '2026-11-27',
  },
  publicSuffixes: {
    title: 'Public Suffix List: ends of names under which anybody can register one',
    url: 'https://publicsuffix.org/list/public_suffix_list.dat',
    checkedOn: '2026-11-27',
  },
  securityRuleConflict: {
    title: 'terraform-provider-azurerm issue 11137: rules cannot have the same priority and direction',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/11137',
    checkedOn: '2026-11-27',
  },
  routeConflict: {
    title: 'cloud-provider-azure issue 657: routes cannot have the same address prefix',
    url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/issues/657',
    checkedOn: '2026-11-27',
  },
  fileShareCheck: {
    title: 'AzureTRE issue 2780: compute instances refused for want of TCP 445 to Storage',
    url: 'https://github.com/microsoft/AzureTRE/issues/2780',
    checkedOn,
  },
  zoneGroupNames: {
    title: 'terraform-provider-azurerm issue 28966: two zones of one name in a zone group',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/28966',
    checkedOn,
  },
  terraformHubSpoke: {
    title: 'Azure Terraform quickstart 301-machine-learning-hub-spoke-secure',
    url: 'https://github.com/Azure/terraform/tree/master/quickstart/301-machine-learning-hub-spoke-secure',
    checkedOn,
  },
} as const satisfies Readonly<Record<string, Source>>;
