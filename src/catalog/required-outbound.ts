import { everywhere, type PerCloud } from './cloud.ts';
import { optionalSoftware } from './optional-software.ts';
import type { ComputeKind, Condition, OutboundRequirement } from './outbound.ts';
import { sources } from './sources.ts';

const { behindFirewall, trainingNetwork, exfiltrationPrevention, kubernetesEgress } = sources;

const batchComputes: OutboundRequirement['computes'] = [
  { kind: 'compute-instance' },
  { kind: 'compute-cluster' },
  { kind: 'serverless-compute' },
];
const allComputes: OutboundRequirement['computes'] = [...batchComputes, { kind: 'kubernetes-cluster' }];
const only = (kind: ComputeKind, when?: Condition) => (when === undefined ? { kind } : { kind, when });

const clouds = (
  publicHosts: readonly string[],
  governmentHosts: readonly string[],
  chinaHosts: readonly string[],
): PerCloud<readonly string[]> => ({
  public: publicHosts,
  'us-government': governmentHosts,
  china: chinaHosts,
});

const storageHosts = clouds(
  ['*.blob.core.windows.net', '*.table.core.windows.net', '*.queue.core.windows.net'],
  ['*.blob.core.usgovcloudapi.net', '*.table.core.usgovcloudapi.net', '*.queue.core.usgovcloudapi.net'],
  ['*.blob.core.chinacloudapi.cn', '*.table.core.chinacloudapi.cn', '*.queue.core.chinacloudapi.cn'],
);
const containerImageHosts = everywhere(['mcr.microsoft.com', '*.data.mcr.microsoft.com']);

const platform: readonly OutboundRequirement[] = [
  {
    id: 'microsoft-entra-id',
    purpose: 'sign-in with Microsoft Entra ID',
    serviceTag: 'AzureActiveDirectory',
    isRegional: false,
    hosts: clouds(['login.microsoftonline.com'], ['login.microsoftonline.us'], ['login.chinacloudapi.cn']),
    protocol: 'Tcp',
    ports: [80, 443],
    access: 'read-only',
    computes: allComputes,
    sources: [behindFirewall, trainingNetwork],
  },
  {
    id: 'azure-resource-manager',
    purpose: 'Azure Resource Manager',
    serviceTag: 'AzureResourceManager',
    isRegional: false,
    hosts: clouds(
      ['management.azure.com'],
      ['management.usgovcloudapi.net'],
      ['management.chinacloudapi.cn'],
    ),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: allComputes,
    sources: [behindFirewall],
  },
  {
    id: 'azure-machine-learning',
    purpose: 'the Azure Machine Learning service',
    serviceTag: 'AzureMachineLearning',
    isRegional: false,
    hosts: clouds(['*.azureml.ms', '*.azureml.net'], ['*.ml.azure.us'], ['*.ml.azure.cn', '*.azureml.cn']),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: allComputes,
    sources: [behindFirewall],
  },
  {
    id: 'compute-management',
    purpose: 'the management channel of computes (UDP 5831)',
    serviceTag: 'AzureMachineLearning',
    isRegional: false,
    hosts: clouds(
      ['{region}.tundra.azureml.ms', '*.tundra.{region}.api.azureml.ms'],
      ['{region}.tundra.azureml.us'],
      ['{region}.tundra.azureml.cn'],
    ),
    protocol: 'Udp',
    ports: [5831],
    access: 'read-only',
    computes: [
      only('compute-instance'),
      only('compute-cluster', 'no-public-ip'),
      only('serverless-compute', 'no-public-ip'),
    ],
    sources: [behindFirewall, trainingNetwork],
  },
  {
    id: 'notebook-intellisense',
    purpose: 'IntelliSense in notebooks',
    serviceTag: 'AzureMachineLearning',
    isRegional: false,
    hosts: clouds(
      ['*.instances.azureml.ms'],
      ['*.instances.azureml.us', '*.instances.azureml.ms'],
      ['*.instances.azureml.cn', '*.instances.azureml.ms'],
    ),
    protocol: 'Tcp',
    ports: [18881],
    access: 'read-only',
    computes: [only('compute-instance', 'private-workspace')],
    isOptional: true,
    sources: [behindFirewall],
  },
  {
    id: 'batch-node-management',
    purpose: 'the Azure Batch back end that runs the nodes',
    serviceTag: 'BatchNodeManagement',
    isRegional: true,
    hosts: clouds(
      ['*.{region}.batch.azure.com', '*.{region}.service.batch.azure.com'],
      ['*.{region}.batch.usgovcloudapi.net', '*.{region}.service.batch.usgovcloudapi.net'],
      ['*.{region}.batch.chinacloudapi.cn', '*.{region}.service.batch.chinacloudapi.cn'],
    ),
    protocol: 'Any',
    ports: [443],
    access: 'read-only',
    computes: batchComputes,
    sources: [behindFirewall, exfiltrationPrevention],
  },
  {
    id: 'microsoft-managed-storage',
    purpose: 'the storage that Microsoft manages for the nodes',
    serviceTag: 'Storage',
    isRegional: true,
    hosts: storageHosts,
    protocol: 'Tcp',
    ports: [443],
    access: 'read-write',
    computes: batchComputes,
    sources: [behindFirewall, exfiltrationPrevention],
  },
  {
    id: 'microsoft-container-registry',
    purpose: 'the images of Microsoft Container Registry',
    serviceTag: 'MicrosoftContainerRegistry',
    isRegional: true,
    hosts: containerImageHosts,
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: allComputes,
    sources: [behindFirewall],
  },
  {
    id: 'front-door-first-party',
    purpose: 'the content network behind Microsoft Container Registry',
    serviceTag: 'AzureFrontDoor.FirstParty',
    isRegional: false,
    hosts: containerImageHosts,
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: allComputes,
    sources: [behindFirewall],
  },
  {
    id: 'batch-key-vault',
    purpose: 'the key vault of Azure Batch (high business impact workspace)',
    serviceTag: 'AzureKeyVault',
    isRegional: true,
    hosts: clouds(['*.vault.azure.net'], ['*.vault.usgovcloudapi.net'], ['*.vault.azure.cn']),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: [only('compute-instance', 'hbi-workspace'), only('compute-cluster', 'hbi-workspace')],
    sources: [behindFirewall],
  },
  {
    id: 'studio-and-automated-ml',
    purpose: 'studio and the assets of automated ML',
    serviceTag: 'AzureFrontDoor.Frontend',
    isRegional: false,
    hosts: clouds(['ml.azure.com'], ['ml.azure.us'], ['studio.ml.azure.cn']),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-write',
    computes: batchComputes,
    isOptional: true,
    sources: [behindFirewall, exfiltrationPrevention],
  },
  {
    id: 'azure-monitor',
    purpose: 'metrics and logs of Azure Monitor',
    serviceTag: 'AzureMonitor',
    isRegional: false,
    hosts: everywhere([
      'dc.applicationinsights.azure.com',
      'dc.applicationinsights.microsoft.com',
      'dc.services.visualstudio.com',
      '*.in.applicationinsights.azure.com',
    ]),
    protocol: 'Tcp',
    ports: [443],
    access: 'not-classified',
    computes: [
      only('compute-instance', 'without-monitor-private-link-scope'),
      only('compute-cluster', 'without-monitor-private-link-scope'),
      only('serverless-compute', 'without-monitor-private-link-scope'),
      only('kubernetes-cluster', 'without-monitor-private-link-scope'),
    ],
    isOptional: true,
    sources: [behindFirewall],
  },
];

const kubernetes: readonly OutboundRequirement[] = [
  {
    id: 'kubernetes-service-hosts',
    purpose: 'the packages and the control plane of AKS nodes',
    isRegional: false,
    hosts: everywhere(['packages.microsoft.com', 'packages.aks.azure.com', 'acs-mirror.azureedge.net']),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: [only('kubernetes-cluster')],
    sources: [kubernetesEgress],
  },
  {
    id: 'kubernetes-extension-storage',
    purpose: 'the queues and tables of the Azure Machine Learning extension',
    serviceTag: 'Storage',
    isRegional: true,
    hosts: clouds(
      ['*.table.core.windows.net', '*.queue.core.windows.net'],
      ['*.table.core.usgovcloudapi.net', '*.queue.core.usgovcloudapi.net'],
      ['*.table.core.chinacloudapi.cn', '*.queue.core.chinacloudapi.cn'],
    ),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-write',
    computes: [only('kubernetes-cluster')],
    sources: [behindFirewall],
  },
  {
    id: 'kubernetes-extension-telemetry',
    purpose: 'the telemetry of the Azure Machine Learning extension',
    isRegional: false,
    hosts: clouds(['*.kusto.windows.net'], ['*.kusto.usgovcloudapi.net'], ['*.kusto.chinacloudapi.cn']),
    protocol: 'Tcp',
    ports: [443],
    access: 'not-classified',
    computes: [only('kubernetes-cluster')],
    sources: [behindFirewall],
  },
  {
    id: 'kubernetes-extension-configuration',
    purpose: 'the configuration of the Azure Machine Learning extension',
    isRegional: false,
    hosts: clouds(
      ['{region}.dp.kubernetesconfiguration.azure.com'],
      ['{region}.dp.kubernetesconfiguration.azure.us'],
      ['{region}.dp.kubernetesconfiguration.azure.cn'],
    ),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: [only('kubernetes-cluster')],
    isOptional: true,
    isUnverified: true,
    sources: [kubernetesEgress],
  },
];

/** What computes have to reach, Azure's own destinations first, then optional software. */
export const requiredOutbound: readonly OutboundRequirement[] = [
  ...platform,
  ...kubernetes,
  ...optionalSoftware(allComputes),
];

/** Host names that do instead of the AzureFrontDoor.Frontend tag: studio, and either host of automated ML. */
export const frontDoorFrontendReplacement = {
  studioHost: 'ml.azure.com',
  automatedMlHosts: [
    'automlresources-prod.azureedge.net',
    'automlresources-prod-d0eaehh7g8andvav.b02.azurefd.net',
  ],
  sources: [exfiltrationPrevention, behindFirewall],
} as const;

/** Host names that an FQDN tag of Azure Firewall stands for, as far as Azure Machine Learning needs them. */
export const firewallFqdnTags: Readonly<Record<string, readonly string[]>> = {
  AzureKubernetesService: [
    '*.hcp.{region}.azmk8s.io',
    'mcr.microsoft.com',
    '*.data.mcr.microsoft.com',
    'mcr-0001.mcr-msedge.net',
    'management.azure.com',
    'login.microsoftonline.com',
    'packages.microsoft.com',
    'acs-mirror.azureedge.net',
    'packages.aks.azure.com',
  ],
};
