import type { Sourced, SourceId } from './source.ts';

/** A count that Azure does not let a design exceed. */
export interface PlatformLimit extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly most: number;
}

const limit = (
  id: string,
  title: string,
  most: number,
  source: SourceId = 'platformLimits',
): PlatformLimit => ({ id, title, most, sources: [source] });

/** Limits of the platform; some of the pages they were read from are old, so show their date beside them. */
export const platformLimits: readonly PlatformLimit[] = [
  limit('peerings', 'Peerings of a virtual network', 500),
  limit('subnets', 'Subnets of a virtual network', 3000),
  limit('virtual-network-addresses', 'Private addresses of a virtual network', 65_536),
  limit('peered-addresses', 'Private addresses of a group of peered virtual networks', 128_000),
  limit('security-rules', 'Rules of a network security group', 1000),
  limit('security-groups', 'Network security groups of a subscription and region', 5000),
  limit('route-tables', 'Route tables of a subscription and region', 200),
  limit('routes', 'Routes of a route table', 400),
  limit('service-tag-routes', 'Routes with a service tag of a route table', 25, 'routing'),
  limit('dns-servers', 'DNS servers of a virtual network', 20),
  limit('nat-gateway-addresses', 'Public addresses of a NAT gateway', 16, 'natGateway'),
  limit('nat-gateway-ports', 'Ports of a public address of a NAT gateway', 64_512, 'natGateway'),
  limit('application-gateway-instances', 'Instances of Application Gateway v2', 125, 'applicationGateway'),
  limit('zone-group-zones', 'Zones of a private DNS zone group', 5, 'privateEndpoint'),
  limit('zone-groups', 'Private DNS zone groups of a private endpoint', 1, 'privateEndpoint'),
  limit('zone-group-namesakes', 'Zones of one name in a private DNS zone group', 1, 'zoneGroupNames'),
  limit('zone-links', 'Virtual network links of a private DNS zone', 1000, 'privateDnsZones'),
  limit('linked-zones', 'Private DNS zones that a virtual network is linked to', 1000, 'privateDnsZones'),
  limit('registration-zones', 'Zones that a virtual network registers its machines in', 1, 'privateDnsZones'),
  limit('zone-record-sets', 'Record sets of a private DNS zone', 25_000, 'privateDnsZones'),
  limit('record-set-records', 'Records of a record set', 20, 'privateDnsZones'),
  limit('resolver-endpoint-subnet', 'Resolver endpoints of a subnet', 1, 'dnsPrivateResolver'),
  {
    ...limit('forwarding-rules', 'Rules of a DNS forwarding ruleset', 1000, 'dnsPrivateResolver'),
    disagreements: [
      {
        value: '25',
        source: 'dnsPrivateResolver',
        note: 'The copy of 2022 gives 25, newer text 1,000; the larger figure is followed.',
      },
    ],
  },
  limit('workspace-allowlist', 'Address ranges that a workspace admits', 200, 'workspacePrivateLink'),
  limit(
    'registry-private-endpoints',
    'Private endpoints of a container registry',
    200,
    'containerRegistryPrivateLink',
  ),
  limit('endpoint-policies', 'Service endpoint policies of a subscription', 500, 'serviceEndpointPolicies'),
  limit('subnet-endpoint-policies', 'Service endpoint policies of a subnet', 100, 'serviceEndpointPolicies'),
  limit(
    'endpoint-policy-resources',
    'Resources of a definition of a service endpoint policy',
    200,
    'serviceEndpointPolicies',
  ),
  limit('scope-workspaces', 'Log Analytics workspaces of a private link scope', 300, 'monitorPrivateLink'),
  limit('scope-components', 'Application Insights of a private link scope', 1000, 'monitorPrivateLink'),
  limit('resource-scopes', 'Private link scopes of a monitored resource', 5, 'monitorPrivateLink'),
  limit('scopes-of-one-dns', 'Private link scopes of networks that share DNS', 1, 'monitorPrivateLink'),
];

/** The first four addresses of a subnet and the last are Azure's. */
export const reservedAddressesPerSubnet = { count: 5, sources: ['virtualNetworkQuestions'] } as const;

/** Longest IPv4 prefix that a subnet may have. */
export const smallestSubnetPrefixLength = 29;

/** Shortest IPv4 prefix that a subnet may have. */
export const largestSubnetPrefixLength = 2;

/** Addresses that Azure routes nowhere unless a virtual network holds them; they are never on the internet. */
export const unroutedPrefixes = {
  prefixes: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
  sources: ['routing'],
} as const;

/** Azure DNS and the platform's probes; it answers only from inside a virtual network. */
export const azureDnsAddress = '168.63.129.16';

/** The tag by which alone a security rule holds queries to Azure DNS. */
export const azureDnsTag = 'AzurePlatformDNS';

/** A rule that every network security group has below its own. */
export interface DefaultSecurityRule {
  readonly name: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly priority: number;
  readonly access: 'Allow' | 'Deny';
  readonly source: string;
  readonly destination: string;
}

/** Azure's default rules, in the order of evaluation; all ports, all protocols. */
export const defaultSecurityRules: readonly DefaultSecurityRule[] = [
  {
    name: 'AllowVnetInBound',
    direction: 'Inbound',
    priority: 65_000,
    access: 'Allow',
    source: 'VirtualNetwork',
    destination: 'VirtualNetwork',
  },
  {
    name: 'AllowAzureLoadBalancerInBound',
    direction: 'Inbound',
    priority: 65_001,
    access: 'Allow',
    source: 'AzureLoadBalancer',
    destination: '*',
  },
  {
    name: 'DenyAllInBound',
    direction: 'Inbound',
    priority: 65_500,
    access: 'Deny',
    source: '*',
    destination: '*',
  },
  {
    name: 'AllowVnetOutBound',
    direction: 'Outbound',
    priority: 65_000,
    access: 'Allow',
    source: 'VirtualNetwork',
    destination: 'VirtualNetwork',
  },
  {
    name: 'AllowInternetOutBound',
    direction: 'Outbound',
    priority: 65_001,
    access: 'Allow',
    source: '*',
    destination: 'Internet',
  },
  {
    name: 'DenyAllOutBound',
    direction: 'Outbound',
    priority: 65_500,
    access: 'Deny',
    source: '*',
    destination: '*',
  },
];

/** Service tags that occur around Azure Machine Learning, as Azure spells them; Azure ignores their case. */
export const serviceTags = [
  'ActionGroup',
  'ApiManagement',
  'AppConfiguration',
  'AppService',
  'AppServiceManagement',
  'AzureActiveDirectory',
  'AzureAdvancedThreatProtection',
  'AzureArcInfrastructure',
  'AzureAttestation',
  'AzureBackup',
  'AzureBotService',
  'AzureCloud',
  'AzureCognitiveSearch',
  'AzureConnectors',
  'AzureContainerRegistry',
  'AzureCosmosDB',
  'AzureDatabricks',
  'AzureDevOps',
  'AzureEventGrid',
  'AzureFrontDoor.Backend',
  'AzureFrontDoor.FirstParty',
  'AzureFrontDoor.Frontend',
  'AzureInformationProtection',
  'AzureIoTHub',
  'AzureKeyVault',
  'AzureLoadBalancer',
  'AzureMachineLearning',
  'AzureMachineLearningInference',
  'AzureMonitor',
  azureDnsTag,
  'AzurePlatformIMDS',
  'AzurePlatformLKM',
  'AzurePortal',
  'AzureResourceManager',
  'AzureSecurityCenter',
  'AzureSiteRecovery',
  'AzureTrafficManager',
  'AzureUpdateDelivery',
  'AzureWebPubSub',
  'BatchNodeManagement',
  'CognitiveServicesFrontend',
  'CognitiveServicesManagement',
  'DataFactory',
  'DataFactoryManagement',
  'EventHub',
  'GatewayManager',
  'GuestAndHybridManagement',
  'HDInsight',
  'Internet',
  'LogicApps',
  'MicrosoftContainerRegistry',
  'PowerBI',
  'PowerPlatformInfra',
  'PowerQueryOnline',
  'ServiceBus',
  'ServiceFabric',
  'SerialConsole',
  'Sql',
  'SqlManagement',
  'Storage',
  'StorageSyncService',
  'VirtualNetwork',
  'VideoIndexer',
  'WindowsVirtualDesktop',
] as const;
