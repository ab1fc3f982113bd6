import type { Sourced } from './source.ts';

/** What Azure takes where a property is not stated, and what its values mean. */
export interface Setting extends Sourced {
  /** Model kind. */
  readonly kind: string;
  /** Path in the resource. */
  readonly property: string;
  /** Azure's default; absent where it depends on how the resource is made. */
  readonly whenAbsent?: string | boolean;
  /** What it does, in a sentence. */
  readonly meaning: string;
}

const access = (kind: string, meaning: string, ...pages: Setting['sources']): Setting => ({
  kind,
  property: 'publicNetworkAccess',
  whenAbsent: 'Enabled',
  meaning,
  sources: pages,
});

/** Properties whose default or interplay decides a verdict. */
export const settings: readonly Setting[] = [
  access(
    'workspace',
    'Off, the workspace is reached by its private endpoints alone; removing them does not turn it on again.',
    'workspacePrivateLink',
  ),
  {
    kind: 'workspace',
    property: 'v1LegacyMode',
    whenAbsent: false,
    meaning:
      'Turns the newer API off, so that traffic stays in the private endpoint. Managed online endpoints need it off; the older API is deprecated since 31 March 2025.',
    disagreements: [
      {
        value: 'true',
        source: 'workspacePrivateLink',
        note: 'The default of workspaces with a private endpoint that were made by an API older than 2022-05-01.',
      },
    ],
    sources: ['workspacePrivateLink'],
  },
  {
    kind: 'workspace',
    property: 'imageBuildCompute',
    meaning:
      'Names the compute that builds images. A closed container registry needs one: neither ACR Tasks nor the serverless build reaches it.',
    sources: ['workspaceNetwork', 'managedNetwork'],
  },
  {
    kind: 'workspace',
    property: 'hbiWorkspace',
    whenAbsent: false,
    meaning: 'The nodes then need the key vaults of Azure Batch, AzureKeyVault on TCP 443.',
    sources: ['behindFirewall'],
  },
  {
    kind: 'workspace',
    property: 'managedNetwork.isolationMode',
    whenAbsent: 'Disabled',
    meaning: 'Computes run in a network of Microsoft that belongs to the workspace.',
    sources: ['managedNetwork'],
  },
  {
    kind: 'workspace',
    property: 'managedNetwork.firewallSku',
    whenAbsent: 'Standard',
    meaning: 'Tier of the firewall that the first rule for a host name makes.',
    sources: ['managedNetwork'],
  },
  {
    kind: 'compute-instance',
    property: 'enableNodePublicIp',
    whenAbsent: true,
    meaning: 'Off, the compute needs a private endpoint of the workspace and a way out.',
    sources: ['trainingNetwork'],
  },
  {
    kind: 'compute-cluster',
    property: 'enableNodePublicIp',
    whenAbsent: true,
    meaning: 'Off, the nodes need a private endpoint of the workspace and a way out.',
    sources: ['trainingNetwork'],
  },
  {
    kind: 'serverless-compute',
    property: 'serverlessComputeNoPublicIP',
    whenAbsent: false,
    meaning: 'On, the nodes need a private endpoint of the workspace and a way out.',
    sources: ['trainingNetwork'],
  },
  access(
    'managed-online-endpoint',
    'Off, scoring goes by the private endpoint of the workspace.',
    'onlineEndpointIsolation',
  ),
  {
    kind: 'managed-online-endpoint',
    property: 'deployments.egressPublicNetworkAccess',
    whenAbsent: 'Enabled',
    meaning:
      'Legacy. Off, the deployment reaches the workspace, its default blob storage and its registry by endpoints of Microsoft. It cannot be changed later, and does nothing in a managed virtual network.',
    disagreements: [
      {
        value: 'egress_public_netwrok_access',
        source: 'planningArticle',
        note: 'A misprint of egress_public_network_access.',
      },
    ],
    sources: ['onlineEndpointIsolation'],
  },
  access(
    'storage-account',
    'Off, the account is reached by private endpoints and trusted services.',
    'workspaceNetwork',
  ),
  access(
    'key-vault',
    'Off, the vault is reached by private endpoints and trusted services.',
    'workspaceNetwork',
  ),
  access(
    'container-registry',
    'Off, images come by private endpoints; ACR Tasks fail.',
    'containerRegistryPrivateLink',
  ),
  {
    kind: 'container-registry',
    property: 'quarantinePolicy',
    whenAbsent: 'disabled',
    meaning: 'Azure Machine Learning cannot use a registry with quarantine.',
    unverified: ['whenAbsent'],
    sources: ['workspaceNetwork'],
  },
  {
    kind: 'container-registry',
    property: 'dataEndpointEnabled',
    whenAbsent: false,
    meaning:
      'Off, pulls are sent on to *.blob.core.windows.net, which a firewall has to open wide; a private endpoint turns the data endpoints on.',
    sources: ['dedicatedDataEndpoints'],
  },
  {
    kind: 'azure-monitor-private-link-scope',
    property: 'ingestionAccessMode',
    whenAbsent: 'Open',
    meaning: 'Private only, networks that resolve by the scope can write to nothing outside of it.',
    disagreements: [
      {
        value: 'PrivateOnly',
        source: 'secureTutorial',
        note: 'The tutorial sets it to private only, while the page about securing a workspace asks for Open.',
      },
    ],
    unverified: ['whenAbsent'],
    sources: ['workspaceNetwork', 'monitorPrivateLink'],
  },
  {
    kind: 'subnet',
    property: 'privateEndpointNetworkPolicies',
    whenAbsent: 'Disabled',
    meaning: 'Off, security groups and user routes do not reach private endpoints.',
    sources: ['privateEndpointNetworkPolicies'],
  },
];

/** What a value of `publicNetworkAccess` means to those who come over the internet. */
export const publicNetworkAccessValues = {
  open: 'Enabled',
  closed: 'Disabled',
  /** A network security perimeter decides, above the service's own firewall and its trusted services; private endpoints pass. */
  byPerimeter: 'SecuredByPerimeter',
  sources: ['workspaceNetwork', 'storagePerimeter'],
} as const;
