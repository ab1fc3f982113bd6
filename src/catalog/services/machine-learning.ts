import { type Cloud, inClouds, type PerCloud, perCloud } from '../cloud.ts';
import type { ServiceHost } from '../private-link.ts';
import { byGroupId, defineService } from './service.ts';

const apiZone = inClouds(
  'privatelink.api.azureml.ms',
  'privatelink.api.ml.azure.us',
  'privatelink.api.ml.azure.cn',
);
const notebooksZone = inClouds(
  'privatelink.notebooks.azure.net',
  'privatelink.notebooks.usgovcloudapi.net',
  'privatelink.notebooks.chinacloudapi.cn',
);

interface WorkspaceSuffixes {
  readonly api: string;
  readonly notebooks: string;
  readonly inference: string;
  /** Two pages give two names for compute instances: either may be asked for. */
  readonly instances: readonly string[];
  /** Serverless API deployments; no page names them for other clouds. */
  readonly models?: string;
}

const suffixes: PerCloud<WorkspaceSuffixes> = {
  public: {
    api: 'api.azureml.ms',
    notebooks: 'notebooks.azure.net',
    inference: 'inference.ml.azure.com',
    instances: ['instances.azureml.ms', 'instances.ml.azure.ms'],
    models: 'models.ai.azure.com',
  },
  'us-government': {
    api: 'api.ml.azure.us',
    notebooks: 'notebooks.usgovcloudapi.net',
    inference: 'inference.ml.azure.us',
    instances: ['instances.ml.azure.us', 'instances.azureml.us'],
  },
  china: {
    api: 'api.ml.azure.cn',
    notebooks: 'notebooks.chinacloudapi.cn',
    inference: 'inference.ml.azure.cn',
    instances: ['instances.ml.azure.ms', 'instances.azureml.cn'],
  },
};

const workspaceHosts = (cloud: Cloud): readonly ServiceHost[] => {
  const { api, notebooks, inference, instances, models } = suffixes[cloud];
  const zone = apiZone[cloud];
  const workspaceRecord = '{guid}.workspace.{region}';
  return [
    { host: `${workspaceRecord}.${api}`, zone, member: 'default' },
    { host: `${workspaceRecord}.cert.${api}`, zone, member: 'default' },
    { host: `ml-{guid}.{region}.${notebooks}`, zone: notebooksZone[cloud], member: 'notebook' },
    {
      host: `{guid}.{region}.${inference}`,
      zone,
      member: 'inference',
      record: '*.{guid}.inference.{region}',
      part: 'managed-online-endpoint',
      isSeldom: true,
    },
    // The name of a compute instance leads to the workspace's endpoint, not to the instance.
    ...instances.map((suffix) => ({
      host: `{guid}.{region}.${suffix}`,
      zone,
      member: 'default',
      record: workspaceRecord,
      part: 'compute-instance' as const,
    })),
    ...(models === undefined
      ? []
      : [{ host: `{guid}.{region}.${models}`, zone, member: 'models', isSeldom: true as const }]),
  ];
};

/** Workspaces, hubs and projects. */
export const workspace = defineService({
  kind: 'workspace',
  armType: 'Microsoft.MachineLearningServices/workspaces',
  title: 'Azure Machine Learning workspace',
  serviceTag: 'AzureMachineLearning',
  constraints: [
    {
      text: 'An endpoint made before 24 May 2022 has to be made anew before managed online endpoints can be reached by it.',
    },
  ],
  subresources: byGroupId({
    groupId: 'amlworkspace',
    zones: perCloud((cloud) => [apiZone[cloud], notebooksZone[cloud]]),
    forwardedSuffixes: perCloud((cloud) => {
      const { api, notebooks, instances, inference } = suffixes[cloud];
      return [api, notebooks, ...instances, 'aznbcontent.net', inference];
    }),
    hosts: perCloud(workspaceHosts),
    addresses: 4,
    addressesWhy: 'default, notebook, inference and models; older endpoints have two or three',
    members: ['default', 'notebook', 'inference', 'models'],
    disagreements: [
      {
        value: '3 addresses',
        source: 'customDns',
        note: 'The sample shows api, notebooks and inference on three addresses; elsewhere the same page speaks of two. Four are counted.',
      },
      {
        value: '1 address',
        source: 'planning',
        note: 'The planning article counts one address for each endpoint. Four are counted.',
      },
      {
        value: 'privatelink.cert.api.azureml.ms',
        source: 'azureTre',
        note: 'A template makes a zone of its own for the cert names; no page of Azure asks for it.',
      },
      {
        value: 'instances.ml.azure.ms',
        source: 'customDns',
        note: 'Newer name of compute instances than the instances.azureml.ms of other pages; both are forwarded and either is accepted.',
      },
    ],
  }),
  sources: ['customDns', 'privateEndpointDns', 'azureVerifiedModules'],
});

/** Registries that share models and environments between workspaces. */
export const registry = defineService({
  kind: 'registry',
  armType: 'Microsoft.MachineLearningServices/registries',
  title: 'Azure Machine Learning registry',
  serviceTag: 'AzureMachineLearning',
  constraints: [
    {
      text: 'Its managed storage account and container registry need endpoints too, in the subnet of the workspace endpoint.',
    },
  ],
  subresources: byGroupId({
    groupId: 'amlregistry',
    zones: inClouds([apiZone.public], [], []),
    forwardedSuffixes: inClouds([suffixes.public.api], [], []),
    hosts: inClouds<readonly ServiceHost[]>(
      [
        {
          host: `{guid}.registry.{region}.${suffixes.public.api}`,
          zone: apiZone.public,
          member: 'amlregistry',
        },
      ],
      [],
      [],
    ),
    addresses: 1,
    addressesWhy: 'no page states the number; one is assumed',
    members: ['amlregistry'],
    unverified: ['addresses', 'members'],
  }),
  sources: ['registryIsolation', 'privateEndpointDnsCurrent'],
});

const clusterSuffixes = { public: '{region}.azmk8s.io', china: '{region}.cx.prod.service.azk8s.cn' };
const clusterHost = (suffix: string): ServiceHost => ({
  host: `{name}-{guid}.privatelink.${suffix}`,
  zone: `privatelink.${suffix}`,
  member: 'management',
});

/** The API server of AKS. */
export const kubernetesCluster = defineService({
  kind: 'kubernetes-cluster',
  armType: 'Microsoft.ContainerService/managedClusters',
  title: 'AKS API server',
  subresources: byGroupId({
    groupId: 'management',
    zones: inClouds([`privatelink.${clusterSuffixes.public}`], [], [`privatelink.${clusterSuffixes.china}`]),
    forwardedSuffixes: inClouds([clusterSuffixes.public], [], [clusterSuffixes.china]),
    hosts: inClouds<readonly ServiceHost[]>(
      [clusterHost(clusterSuffixes.public)],
      [],
      [clusterHost(clusterSuffixes.china)],
    ),
    addresses: 1,
    addressesWhy: 'one address per endpoint',
    members: ['management'],
    disagreements: [
      {
        value: '{subzone}.privatelink.{region}.azmk8s.io',
        source: 'privateEndpointDnsCurrent',
        note: 'A cluster may have a subzone of its own below the zone that is listed here.',
      },
    ],
  }),
  sources: ['privateEndpointDns', 'privateEndpointDnsChina', 'kubernetesAddresses'],
});
