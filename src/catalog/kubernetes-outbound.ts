import { everywhere, inClouds } from './cloud.ts';
import type { OutboundRequirement } from './outbound.ts';

const pages = ['kubernetesEgress', 'kubernetesEgressClouds'] as const;

const computes: OutboundRequirement['computes'] = [{ kind: 'kubernetes-cluster' }];
const withPublicServer: OutboundRequirement['computes'] = [
  { kind: 'kubernetes-cluster', when: 'public-api-server' },
];

/** What a cluster needs besides Azure's own destinations that every compute needs. */
export const kubernetesOutbound: readonly OutboundRequirement[] = [
  {
    id: 'kubernetes-service-hosts',
    isOfNodes: true,
    purpose: 'the packages and the control plane of AKS nodes',
    isRegional: false,
    hosts: inClouds(
      ['packages.microsoft.com', 'packages.aks.azure.com', 'acs-mirror.azureedge.net'],
      ['packages.microsoft.com', 'acs-mirror.azureedge.net'],
      ['packages.microsoft.com', '*.azk8s.cn'],
    ),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes,
    sources: pages,
  },
  {
    id: 'kubernetes-api-server',
    isOfNodes: true,
    purpose: 'the public API server of the cluster',
    isRegional: false,
    hosts: inClouds(
      ['*.hcp.{region}.azmk8s.io'],
      ['*.hcp.{region}.cx.aks.containerservice.azure.us'],
      ['*.hcp.{region}.cx.prod.service.azk8s.cn', '*.tun.{region}.cx.prod.service.azk8s.cn'],
    ),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: withPublicServer,
    sources: pages,
  },
  {
    id: 'kubernetes-tunnel-udp',
    isOfNodes: true,
    purpose: 'the tunnel to the control plane of clusters without the konnectivity agent',
    serviceTag: 'AzureCloud',
    isRegional: true,
    hosts: inClouds(
      ['*.hcp.{region}.azmk8s.io'],
      ['*.hcp.{region}.cx.aks.containerservice.azure.us'],
      ['*.hcp.{region}.cx.prod.service.azk8s.cn'],
    ),
    protocol: 'Udp',
    ports: [1194],
    access: 'not-classified',
    computes: withPublicServer,
    isOptional: true,
    sources: pages,
  },
  {
    id: 'kubernetes-tunnel-tcp',
    isOfNodes: true,
    purpose: 'the tunnel to the control plane of clusters without the konnectivity agent',
    serviceTag: 'AzureCloud',
    isRegional: true,
    hosts: inClouds(
      ['*.hcp.{region}.azmk8s.io'],
      ['*.hcp.{region}.cx.aks.containerservice.azure.us'],
      ['*.hcp.{region}.cx.prod.service.azk8s.cn'],
    ),
    protocol: 'Tcp',
    ports: [9000],
    access: 'not-classified',
    computes: withPublicServer,
    isOptional: true,
    sources: pages,
  },
  {
    id: 'kubernetes-time',
    isOfNodes: true,
    purpose: 'the clock of nodes made before March 2021',
    isRegional: false,
    hosts: everywhere(['ntp.ubuntu.com']),
    protocol: 'Udp',
    ports: [123],
    access: 'read-only',
    computes: [{ kind: 'kubernetes-cluster', when: 'outdated-nodes' }],
    isOptional: true,
    sources: pages,
  },
  {
    id: 'kubernetes-security-patches',
    isOfNodes: true,
    purpose: 'security patches of nodes between upgrades of their image',
    isRegional: false,
    hosts: everywhere(['security.ubuntu.com', 'azure.archive.ubuntu.com', 'changelogs.ubuntu.com']),
    protocol: 'Tcp',
    ports: [80],
    access: 'read-only',
    computes,
    isOptional: true,
    sources: pages,
  },
  {
    id: 'kubernetes-security-snapshots',
    isOfNodes: true,
    purpose: 'security patches of nodes from the snapshot service',
    isRegional: false,
    hosts: everywhere(['snapshot.ubuntu.com']),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes,
    isOptional: true,
    sources: pages,
  },
  {
    id: 'kubernetes-gpu-drivers',
    isOfNodes: true,
    purpose: 'the drivers of nodes with GPUs',
    isRegional: false,
    hosts: everywhere(['nvidia.github.io', 'us.download.nvidia.com', 'download.docker.com']),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes: [{ kind: 'kubernetes-cluster', when: 'gpu-nodes' }],
    isOptional: true,
    sources: pages,
  },
  {
    id: 'kubernetes-extension-storage',
    purpose: 'the queues and tables of the Azure Machine Learning extension',
    serviceTag: 'Storage',
    isRegional: true,
    hosts: inClouds(
      ['*.table.core.windows.net', '*.queue.core.windows.net'],
      ['*.table.core.usgovcloudapi.net', '*.queue.core.usgovcloudapi.net'],
      ['*.table.core.chinacloudapi.cn', '*.queue.core.chinacloudapi.cn'],
    ),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-write',
    computes,
    unverified: ['hosts.us-government', 'hosts.china'],
    sources: ['behindFirewall'],
  },
  {
    id: 'kubernetes-extension-telemetry',
    purpose: 'the telemetry of the Azure Machine Learning extension',
    isRegional: false,
    hosts: inClouds(['*.kusto.windows.net'], ['*.kusto.usgovcloudapi.net'], ['*.kusto.chinacloudapi.cn']),
    protocol: 'Tcp',
    ports: [443],
    access: 'not-classified',
    computes,
    unverified: ['hosts.us-government', 'hosts.china'],
    sources: ['behindFirewall'],
  },
  {
    id: 'kubernetes-extension-configuration',
    purpose: 'the configuration of the Azure Machine Learning extension',
    isRegional: false,
    hosts: inClouds(
      ['{region}.dp.kubernetesconfiguration.azure.com'],
      ['{region}.dp.kubernetesconfiguration.azure.us'],
      ['{region}.dp.kubernetesconfiguration.azure.cn'],
    ),
    protocol: 'Tcp',
    ports: [443],
    access: 'read-only',
    computes,
    isOptional: true,
    unverified: ['hosts.china'],
    sources: pages,
  },
];

/** Ports that pods of the Azure Machine Learning extension use among each other; no security group may close them. */
export const kubernetesInnerPorts = {
  /** From the router `azureml-fe` to the pods of models. */
  models: [5001],
  /** Among the routers. */
  router: [11001, 12001, 12101, 12201, 20000, 8000, 8001, 9001],
  /** From the pods of models to `amlarc-identity-proxy`. */
  identityProxy: [9999],
  sources: ['behindFirewall'],
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
