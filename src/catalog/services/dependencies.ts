import { sources } from '../sources.ts';
import { byGroupId, defineService, plainService, subresource } from './service.ts';

const storageGroup = (groupId: string) =>
  subresource({
    groupId,
    suffixes: {
      public: `${groupId}.core.windows.net`,
      'us-government': `${groupId}.core.usgovcloudapi.net`,
      china: `${groupId}.core.chinacloudapi.cn`,
    },
  });

/** A twin for the secondary region of a geo-redundant account; the same zone. */
const secondaryStorageGroup = (groupId: string) => {
  const primary = storageGroup(groupId);
  const secondary = (hosts: (typeof primary.hosts)['public']) =>
    hosts.map((one) => ({ ...one, host: one.host.replace('{name}', '{name}-secondary') }));
  return {
    ...primary,
    groupId: `${groupId}_secondary`,
    members: [`${groupId}_secondary`],
    hosts: {
      public: secondary(primary.hosts.public),
      'us-government': secondary(primary.hosts['us-government']),
      china: secondary(primary.hosts.china),
    },
  };
};

export const storageAccount = defineService({
  kind: 'storage-account',
  armType: 'Microsoft.Storage/storageAccounts',
  title: 'Storage account',
  serviceTag: 'Storage',
  serviceEndpoint: 'Microsoft.Storage',
  subresources: byGroupId(
    ...['blob', 'file', 'queue', 'table', 'dfs', 'web'].map(storageGroup),
    ...['blob', 'queue', 'table', 'dfs', 'web'].map(secondaryStorageGroup),
  ),
  sources: [sources.privateEndpointDns, sources.storagePrivateEndpoints],
});

export const keyVault = defineService({
  ...plainService({
    kind: 'key-vault',
    armType: 'Microsoft.KeyVault/vaults',
    title: 'Key vault',
    serviceTag: 'AzureKeyVault',
    serviceEndpoint: 'Microsoft.KeyVault',
    groupId: 'vault',
    suffixes: {
      public: 'vault.azure.net',
      'us-government': 'vault.usgovcloudapi.net',
      china: 'vault.azure.cn',
    },
    zones: {
      public: 'privatelink.vaultcore.azure.net',
      'us-government': 'privatelink.vaultcore.usgovcloudapi.net',
      china: 'privatelink.vaultcore.azure.cn',
    },
  }),
});

const registryZones = {
  public: 'privatelink.azurecr.io',
  'us-government': 'privatelink.azurecr.us',
  china: 'privatelink.azurecr.cn',
};
const registrySuffixes = { public: 'azurecr.io', 'us-government': 'azurecr.us', china: 'azurecr.cn' };
const registryHosts = (cloud: keyof typeof registryZones) => [
  { host: `{name}.${registrySuffixes[cloud]}`, zone: registryZones[cloud], member: 'registry' },
  {
    host: `{name}.{region}.data.${registrySuffixes[cloud]}`,
    zone: registryZones[cloud],
    member: 'registry_data_{region}',
  },
];

export const containerRegistry = defineService({
  kind: 'container-registry',
  armType: 'Microsoft.ContainerRegistry/registries',
  title: 'Container registry',
  serviceTag: 'AzureContainerRegistry',
  serviceEndpoint: 'Microsoft.ContainerRegistry',
  subresources: byGroupId({
    ...subresource({
      groupId: 'registry',
      suffixes: registrySuffixes,
      zones: registryZones,
      addresses: 2,
      addressesWhy: 'the registry and its data endpoint; one more for each replica',
      members: ['registry_data_{region}', 'registry'],
    }),
    hosts: {
      public: registryHosts('public'),
      'us-government': registryHosts('us-government'),
      china: registryHosts('china'),
    },
  }),
  sources: [
    sources.containerRegistryPrivateLink,
    sources.privateEndpointDns,
    sources.privateEndpointDnsCurrent,
  ],
});

const monitorZones = {
  public: [
    'privatelink.monitor.azure.com',
    'privatelink.oms.opinsights.azure.com',
    'privatelink.ods.opinsights.azure.com',
    'privatelink.agentsvc.azure-automation.net',
    'privatelink.blob.core.windows.net',
  ],
  'us-government': [
    'privatelink.monitor.azure.us',
    'privatelink.adx.monitor.azure.us',
    'privatelink.oms.opinsights.azure.us',
    'privatelink.ods.opinsights.azure.us',
    'privatelink.agentsvc.azure-automation.us',
    'privatelink.blob.core.usgovcloudapi.net',
  ],
  china: [],
};

export const monitorPrivateLinkScope = defineService({
  kind: 'azure-monitor-private-link-scope',
  armType: 'Microsoft.Insights/privateLinkScopes',
  title: 'Azure Monitor Private Link Scope',
  serviceTag: 'AzureMonitor',
  subresources: byGroupId({
    groupId: 'azuremonitor',
    zones: monitorZones,
    forwardedSuffixes: {
      public: monitorZones.public.map((zone) => zone.replace('privatelink.', '')),
      'us-government': monitorZones['us-government'].map((zone) => zone.replace('privatelink.', '')),
      china: [],
    },
    hosts: {
      public: [
        { host: 'api.monitor.azure.com', zone: 'privatelink.monitor.azure.com', member: 'api' },
        { host: 'dc.applicationinsights.azure.com', zone: 'privatelink.monitor.azure.com', member: 'dc' },
      ],
      'us-government': [
        { host: 'api.monitor.azure.us', zone: 'privatelink.monitor.azure.us', member: 'api' },
      ],
      china: [],
    },
    addresses: 11,
    addressesWhy: 'one for each member of the scope; more with Log Analytics workspaces of more regions',
    members: [],
    isUnverified: true,
  }),
  sources: [sources.monitorPrivateLink, sources.privateEndpointDns, sources.azureVerifiedModules],
});
