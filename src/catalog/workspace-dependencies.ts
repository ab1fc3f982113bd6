import type { Sourced } from './source.ts';

/** A sub-resource that a private workspace has to reach by a private endpoint. */
export interface WorkspaceDependency extends Sourced {
  readonly kind: 'workspace' | 'storage-account' | 'key-vault' | 'container-registry';
  readonly groupId: string;
  readonly need: 'required' | 'conditional';
  /** What makes it needed where it is not always. */
  readonly when?: 'batch-endpoint' | 'data-lake';
  /** What fails without it, as the second half of a sentence. */
  readonly effect: string;
}

/** What a private workspace needs of its services, sub-resource by sub-resource. */
export const workspaceDependencies: readonly WorkspaceDependency[] = [
  {
    kind: 'workspace',
    groupId: 'amlworkspace',
    need: 'required',
    effect: 'neither people nor computes reach the workspace',
    sources: ['workspacePrivateLink', 'customDns'],
  },
  {
    kind: 'storage-account',
    groupId: 'blob',
    need: 'required',
    effect: 'jobs cannot read data or write logs',
    sources: ['workspaceNetwork', 'secureTutorial'],
  },
  {
    kind: 'storage-account',
    groupId: 'file',
    need: 'required',
    effect: 'notebooks in studio cannot reach their files',
    sources: ['workspaceNetwork', 'behindFirewall', 'trainingNetwork'],
  },
  {
    kind: 'storage-account',
    groupId: 'queue',
    need: 'conditional',
    when: 'batch-endpoint',
    effect: 'batch endpoints and parallel runs fail',
    sources: ['workspaceNetwork', 'managedNetwork', 'batchEndpointIsolation'],
  },
  {
    kind: 'storage-account',
    groupId: 'table',
    need: 'conditional',
    when: 'batch-endpoint',
    effect: 'batch endpoints and parallel runs fail',
    sources: ['workspaceNetwork', 'managedNetwork', 'batchEndpointIsolation'],
  },
  {
    kind: 'storage-account',
    groupId: 'dfs',
    need: 'conditional',
    when: 'data-lake',
    effect: 'data lake access fails',
    sources: ['behindFirewall', 'storagePrivateEndpoints'],
  },
  {
    kind: 'key-vault',
    groupId: 'vault',
    need: 'required',
    effect: 'computes cannot read secrets',
    sources: ['workspaceNetwork'],
  },
  {
    kind: 'container-registry',
    groupId: 'registry',
    need: 'required',
    effect: 'computes cannot pull images',
    sources: ['workspaceNetwork'],
  },
];

/** How near two things have to be, the narrowest first. */
export type Nearness = 'subnet' | 'virtual-network' | 'peered-virtual-network' | 'region' | 'subscription';

/** Where something has to lie. */
export interface PlacementRule extends Sourced {
  readonly id: string;
  readonly kind: string;
  /** How it is reached, where the rule depends on it. */
  readonly reachedBy?: 'private-endpoint' | 'service-endpoint';
  readonly near: 'workspace' | 'workspace-endpoint' | 'compute';
  readonly within: Nearness;
  /** Nearer than has to be, where the documentation advises it. */
  readonly advised?: Nearness;
}

/** Where the parts of a workspace have to lie. */
export const placementRules: readonly PlacementRule[] = [
  {
    id: 'storage-endpoint',
    kind: 'storage-account',
    reachedBy: 'private-endpoint',
    near: 'workspace-endpoint',
    within: 'virtual-network',
    sources: ['workspaceNetwork'],
  },
  {
    id: 'storage-service-endpoint',
    kind: 'storage-account',
    reachedBy: 'service-endpoint',
    near: 'workspace-endpoint',
    within: 'subnet',
    sources: ['workspaceNetwork'],
  },
  {
    id: 'registry-endpoint',
    kind: 'container-registry',
    reachedBy: 'private-endpoint',
    near: 'workspace-endpoint',
    within: 'peered-virtual-network',
    advised: 'virtual-network',
    sources: ['workspaceNetwork'],
  },
  {
    id: 'registry-service-endpoint',
    kind: 'container-registry',
    reachedBy: 'service-endpoint',
    near: 'compute',
    within: 'subnet',
    sources: ['workspaceNetwork'],
  },
  {
    id: 'key-vault-endpoint',
    kind: 'key-vault',
    reachedBy: 'private-endpoint',
    near: 'workspace-endpoint',
    within: 'peered-virtual-network',
    advised: 'virtual-network',
    sources: ['workspaceNetwork'],
  },
  {
    id: 'compute-instance',
    kind: 'compute-instance',
    near: 'workspace',
    within: 'region',
    sources: ['trainingNetwork'],
  },
  {
    id: 'compute-cluster',
    kind: 'compute-cluster',
    near: 'workspace-endpoint',
    within: 'peered-virtual-network',
    sources: ['trainingNetwork'],
  },
  {
    id: 'compute-subscription',
    kind: 'virtual-network',
    near: 'workspace',
    within: 'subscription',
    sources: ['trainingNetwork'],
  },
  {
    id: 'kubernetes-cluster',
    kind: 'kubernetes-cluster',
    near: 'workspace',
    within: 'region',
    sources: ['securityOverview'],
  },
];

/** What the subnet of Azure Machine Learning computes may and has to be. */
export const computeSubnet = {
  mayBeDelegated: false,
  /** Of computes without a public IP address. */
  privateLinkServiceNetworkPolicies: 'Disabled',
  /** Computes without a public IP address need a private endpoint of the workspace. */
  noPublicIpNeedsWorkspaceEndpoint: true,
  unverified: ['privateLinkServiceNetworkPolicies'],
  sources: ['trainingNetwork', 'terraformHubSpoke'],
} as const;

/** A property by which a service lets Azure Machine Learning itself in. */
export interface TrustedAccess extends Sourced {
  readonly kind: 'storage-account' | 'key-vault' | 'container-registry';
  readonly property: string;
  readonly value: string;
  readonly why: string;
}

/** What a closed service has to admit besides its endpoints. */
export const trustedAccess: readonly TrustedAccess[] = [
  {
    kind: 'storage-account',
    property: 'networkAcls.bypass',
    value: 'AzureServices',
    why: 'The workspace writes artifacts and logs; a rule for its resource instance does too.',
    sources: ['workspaceNetwork'],
  },
  {
    kind: 'key-vault',
    property: 'networkAcls.bypass',
    value: 'AzureServices',
    why: 'The workspace reads the secrets of datastores.',
    sources: ['workspaceNetwork'],
  },
  {
    kind: 'container-registry',
    property: 'networkRuleBypassOptions',
    value: 'AzureServices',
    why: 'On by default. It needs a managed identity, and does nothing where the registry is reached by a service endpoint.',
    sources: ['containerRegistryTrustedServices'],
  },
];
