import type { PerCloud } from '../cloud.ts';
import type { ServiceHost } from '../private-link.ts';
import { sources } from '../sources.ts';
import { byGroupId, defineService } from './service.ts';

const apiZone: PerCloud<string> = {
  public: 'privatelink.api.azureml.ms',
  'us-government': 'privatelink.api.ml.azure.us',
  china: 'privatelink.api.ml.azure.cn',
};
const notebooksZone: PerCloud<string> = {
  public: 'privatelink.notebooks.azure.net',
  'us-government': 'privatelink.notebooks.usgovcloudapi.net',
  china: 'privatelink.notebooks.chinacloudapi.cn',
};

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

const perCloud = <T>(value: (cloud: keyof PerCloud<T>) => T): PerCloud<T> => ({
  public: value('public'),
  'us-government': value('us-government'),
  china: value('china'),
});

const workspaceHosts = (cloud: keyof PerCloud<unknown>): readonly ServiceHost[] => {
  const { api, notebooks, inference, instances, models } = suffixes[cloud];
  const zone = apiZone[cloud];
  return [
    { host: `{guid}.workspace.{region}.${api}`, zone, member: 'default' },
    { host: `{guid}.workspace.{region}.cert.${api}`, zone, member: 'default' },
    { host: `ml-{guid}.{region}.${notebooks}`, zone: notebooksZone[cloud], member: 'notebook' },
    {
      host: `{guid}.{region}.${inference}`,
      zone,
      member: 'inference',
      record: '*.{guid}.inference.{region}',
      part: 'managed-online-endpoint',
    },
    ...instances.map((suffix) => ({
      host: `{guid}.{region}.${suffix}`,
      zone,
      member: 'default',
      record: '{guid}.workspace.{region}',
      part: 'compute-instance' as const,
    })),
    ...(models === undefined ? [] : [{ host: `{guid}.{region}.${models}`, zone, member: 'models' }]),
  ];
};

/** Workspaces, hubs and projects. */
export const workspace = defineService({
  kind: 'workspace',
  armType: 'Microsoft.MachineLearningServices/workspaces',
  title: 'Azure Machine Learning workspace',
  serviceTag: 'AzureMachineLearning',
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
  }),
  sources: [sources.customDns, sources.privateEndpointDns, sources.azureVerifiedModules],
});

/** Registries that share models and environments between workspaces. */
export const registry = defineService({
  kind: 'registry',
  armType: 'Microsoft.MachineLearningServices/registries',
  title: 'Azure Machine Learning registry',
  serviceTag: 'AzureMachineLearning',
  subresources: byGroupId({
    groupId: 'amlregistry',
    zones: perCloud((cloud) => [apiZone[cloud]]),
    forwardedSuffixes: perCloud((cloud) => [suffixes[cloud].api]),
    hosts: perCloud((cloud) => [
      {
        host: `{guid}.registry.{region}.${suffixes[cloud].api}`,
        zone: apiZone[cloud],
        member: 'amlregistry',
      },
    ]),
    addresses: 1,
    addressesWhy: 'no page states the number; one is assumed',
    members: ['amlregistry'],
    isUnverified: true,
  }),
  sources: [sources.registryIsolation, sources.privateEndpointDns],
});

/** The API server of AKS. */
export const kubernetesCluster = defineService({
  kind: 'kubernetes-cluster',
  armType: 'Microsoft.ContainerService/managedClusters',
  title: 'AKS API server',
  subresources: byGroupId({
    groupId: 'management',
    zones: {
      public: ['privatelink.{region}.azmk8s.io'],
      'us-government': [],
      china: [],
    },
    forwardedSuffixes: { public: ['{region}.azmk8s.io'], 'us-government': [], china: [] },
    hosts: {
      public: [
        {
          host: '{name}-{guid}.privatelink.{region}.azmk8s.io',
          zone: 'privatelink.{region}.azmk8s.io',
          member: 'management',
        },
      ],
      'us-government': [],
      china: [],
    },
    addresses: 1,
    addressesWhy: 'one address per endpoint',
    members: ['management'],
  }),
  sources: [sources.privateEndpointDns, sources.kubernetesAddresses],
});
