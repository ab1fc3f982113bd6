import type { Source } from './source.ts';
import { sources } from './sources.ts';

/** A count that Azure does not let a design exceed. */
export interface PlatformLimit {
  readonly id: string;
  readonly title: string;
  readonly most: number;
  readonly sources: readonly Source[];
}

const limit = (id: string, title: string, most: number): PlatformLimit => ({
  id,
  title,
  most,
  sources: [sources.platformLimits],
});

/** Limits of the platform; the page they were read from is old, so show its date beside them. */
export const platformLimits: readonly PlatformLimit[] = [
  limit('peerings', 'Peerings of a virtual network', 500),
  limit('subnets', 'Subnets of a virtual network', 3000),
  limit('virtual-network-addresses', 'Private addresses of a virtual network', 65_536),
  limit('peered-addresses', 'Private addresses of a group of peered virtual networks', 128_000),
  limit('security-rules', 'Rules of a network security group', 1000),
  limit('routes', 'Routes of a route table', 400),
  limit('service-tag-routes', 'Routes with a service tag of a route table', 25),
  limit('dns-servers', 'DNS servers of a virtual network', 20),
  {
    ...limit('zone-group-zones', 'Zones of a private DNS zone group', 5),
    sources: [sources.privateEndpoint],
  },
  {
    ...limit('workspace-allowlist', 'Address ranges that a workspace admits', 200),
    sources: [sources.workspacePrivateLink],
  },
  {
    ...limit('registry-private-endpoints', 'Private endpoints of a container registry', 200),
    sources: [sources.containerRegistryPrivateLink],
  },
];

/** The first four addresses of a subnet and the last are Azure's. */
export const reservedAddressesPerSubnet = { count: 5, sources: [sources.virtualNetworkQuestions] } as const;

/** Longest IPv4 prefix that a subnet may have. */
export const smallestSubnetPrefixLength = 29;

/** Azure DNS and the platform's probes; it answers only from inside a virtual network. */
export const azureDnsAddress = '168.63.129.16';

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

/** Aliases that a service endpoint policy may name instead of an account. */
export const serviceEndpointPolicyAliases = {
  machineLearning: '/services/Azure/MachineLearning',
  known: [
    '/services/Azure',
    '/services/Azure/Batch',
    '/services/Azure/DataFactory',
    '/services/Azure/MachineLearning',
    '/services/Azure/ManagedInstance',
    '/services/Azure/Databricks',
    '/services/Azure/WebPI',
  ],
  sources: [sources.exfiltrationPrevention],
} as const;

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
  'AzurePlatformDNS',
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
