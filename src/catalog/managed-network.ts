import type { Sourced } from './source.ts';

const pages = ['managedNetwork'] as const;

export type IsolationMode = 'Disabled' | 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound';

/** One mode of a workspace's managed virtual network. */
export interface ManagedNetworkMode extends Sourced {
  readonly mode: IsolationMode;
  /** Modes that an existing workspace can be changed to. */
  readonly mayChangeTo: readonly IsolationMode[];
  /** Types of outbound rules that a person may add. */
  readonly ruleTypes: readonly ('PrivateEndpoint' | 'ServiceTag' | 'FQDN')[];
  /** Of the workspace and its storage, key vault and registry: which get endpoints by themselves. */
  readonly automaticEndpoints: 'none' | 'with public network access off' | 'all';
}

export const managedNetworkModes: readonly ManagedNetworkMode[] = [
  {
    mode: 'Disabled',
    mayChangeTo: ['AllowInternetOutbound', 'AllowOnlyApprovedOutbound'],
    ruleTypes: [],
    automaticEndpoints: 'none',
    sources: pages,
  },
  {
    mode: 'AllowInternetOutbound',
    mayChangeTo: ['AllowOnlyApprovedOutbound'],
    ruleTypes: ['PrivateEndpoint'],
    automaticEndpoints: 'with public network access off',
    disagreements: [
      {
        value: 'no change at all',
        source: 'managedNetwork',
        note: 'A note of the same page, about Spark, says that the mode cannot be changed to approved outbound later; elsewhere it can.',
      },
    ],
    sources: pages,
  },
  {
    mode: 'AllowOnlyApprovedOutbound',
    mayChangeTo: [],
    ruleTypes: ['PrivateEndpoint', 'ServiceTag', 'FQDN'],
    automaticEndpoints: 'all',
    sources: pages,
  },
];

/** Service tags that Azure opens in every managed virtual network. Storage is not among them: it is reached by endpoints. */
export const managedNetworkTags = {
  inbound: ['AzureMachineLearning'],
  outbound: [
    'AzureMachineLearning',
    'AzureActiveDirectory',
    'BatchNodeManagement',
    'AzureResourceManager',
    'AzureFrontDoor.FirstParty',
    'MicrosoftContainerRegistry',
    'AzureMonitor',
    'VirtualNetwork',
  ],
  sources: pages,
} as const;

/** What a rule for a host name may be, and what it brings with it. */
export const managedNetworkHostRules = {
  ports: [80, 443],
  /** Storage is reached by endpoint rules alone. */
  mayNameStorage: false,
  /** It makes a firewall, which costs; the first is Azure's default. */
  firewallSkus: ['Standard', 'Basic'],
  sources: pages,
} as const;

/** Services that a managed virtual network can make private endpoints to, by model kind or ARM type. */
export const managedNetworkTargets = {
  kinds: [
    'workspace',
    'registry',
    'storage-account',
    'container-registry',
    'key-vault',
    'ai-services',
    'ai-search',
    'sql-server',
    'data-factory',
    'cosmos-db',
    'event-hubs',
    'azure-monitor-private-link-scope',
    'Microsoft.Cache/Redis',
    'Microsoft.Databricks/workspaces',
    'Microsoft.DBforMariaDB/servers',
    'Microsoft.DBforPostgreSQL/servers',
    'Microsoft.DBforPostgreSQL/flexibleServers',
    'Microsoft.DBforMySQL/servers',
    'Microsoft.ApiManagement/service',
  ],
  /** Sub-resources that the Terraform provider accepts in such a rule. */
  terraformGroupIds: ['vault', 'amlworkspace', 'blob', 'table', 'queue', 'file', 'web', 'dfs', 'redisCache'],
  /** A target may not have a private endpoint and a service endpoint both. */
  excludesServiceEndpoint: true,
  isInSameTenant: true,
  sources: pages,
} as const;

/** Computes that can run in a managed virtual network. */
export const managedNetworkComputes = {
  kinds: ['compute-instance', 'compute-cluster', 'serverless-compute', 'managed-online-endpoint'],
  refusedKinds: ['kubernetes-cluster', 'attached-compute'],
  mayLieInSubnet: false,
  mayLieInOtherRegion: false,
  sources: pages,
} as const;
