import { inClouds, type PerCloud, perCloud } from '../cloud.ts';
import type { ServiceHost, Subresource } from '../private-link.ts';
import { byGroupId, defineService, plainService, subresource } from './service.ts';

const storageGroup = (groupId: string): Subresource =>
  subresource({
    groupId,
    suffixes: {
      public: `${groupId}.core.windows.net`,
      'us-government': `${groupId}.core.usgovcloudapi.net`,
      china: `${groupId}.core.chinacloudapi.cn`,
    },
    ...(groupId === 'dfs' ? { alsoNeeds: ['blob'] } : {}),
  });

/** A twin for the secondary region of a geo-redundant account; the same zone. */
const secondaryStorageGroup = (groupId: string): Subresource => {
  const primary = storageGroup(groupId);
  return {
    ...primary,
    groupId: `${groupId}_secondary`,
    members: [`${groupId}_secondary`],
    hosts: perCloud((cloud) =>
      primary.hosts[cloud].map(
        (one): ServiceHost => ({
          ...one,
          host: one.host.replace('{name}', '{name}-secondary'),
          member: `${groupId}_secondary`,
        }),
      ),
    ),
  };
};

export const storageAccount = defineService({
  kind: 'storage-account',
  armType: 'Microsoft.Storage/storageAccounts',
  title: 'Storage account',
  serviceTag: 'Storage',
  serviceEndpoint: 'Microsoft.Storage',
  constraints: [
    {
      text: 'Only general-purpose v2 accounts offer private endpoints, not those of version 1.',
      property: 'accountKind',
      refused: ['Storage'],
    },
    { text: 'Each sub-resource needs an endpoint of its own; dfs alone is of no use without blob.' },
  ],
  subresources: byGroupId(
    ...['blob', 'file', 'queue', 'table', 'dfs', 'web'].map(storageGroup),
    ...['blob', 'queue', 'table', 'dfs', 'web'].map(secondaryStorageGroup),
  ),
  sources: ['privateEndpointDns', 'privateEndpointDnsCurrent', 'storagePrivateEndpoints'],
});

export const keyVault = plainService({
  kind: 'key-vault',
  armType: 'Microsoft.KeyVault/vaults',
  title: 'Key vault',
  serviceTag: 'AzureKeyVault',
  serviceEndpoint: 'Microsoft.KeyVault',
  groupId: 'vault',
  suffixes: inClouds('vault.azure.net', 'vault.usgovcloudapi.net', 'vault.azure.cn'),
  zones: inClouds(
    'privatelink.vaultcore.azure.net',
    'privatelink.vaultcore.usgovcloudapi.net',
    'privatelink.vaultcore.azure.cn',
  ),
  alsoForwarded: inClouds(['vaultcore.azure.net'], ['vaultcore.usgovcloudapi.net'], ['vaultcore.azure.cn']),
  disagreements: [
    {
      value: 'privatelink.vaultcore.chinacloudapi.cn',
      source: 'privateEndpointDnsChina',
      note: 'The older page of Azure China gives another zone than the newer one, which is followed.',
    },
  ],
  sources: ['privateEndpointDns', 'privateEndpointDnsCurrent', 'privateEndpointDnsChina'],
});

const registryZones = inClouds('privatelink.azurecr.io', 'privatelink.azurecr.us', 'privatelink.azurecr.cn');
const registrySuffixes = inClouds('azurecr.io', 'azurecr.us', 'azurecr.cn');

export const containerRegistry = defineService({
  kind: 'container-registry',
  armType: 'Microsoft.ContainerRegistry/registries',
  title: 'Container registry',
  serviceTag: 'AzureContainerRegistry',
  serviceEndpoint: 'Microsoft.ContainerRegistry',
  constraints: [
    {
      text: 'Only the Premium tier offers private endpoints.',
      property: 'sku',
      allowed: ['Premium'],
    },
  ],
  subresources: byGroupId({
    ...subresource({
      groupId: 'registry',
      suffixes: registrySuffixes,
      zones: registryZones,
      addresses: 2,
      addressesWhy: 'the registry and its data endpoint; one more for each replica',
      addressesPer: { what: 'replica', count: 1 },
      members: ['registry_data_{region}', 'registry'],
    }),
    hosts: perCloud((cloud): readonly ServiceHost[] => {
      const zone = registryZones[cloud];
      const suffix = registrySuffixes[cloud];
      return [
        { host: `{name}.${suffix}`, zone, member: 'registry' },
        {
          host: `{name}.{region}.data.${suffix}`,
          zone,
          member: 'registry_data_{region}',
        },
      ];
    }),
    disagreements: [
      {
        value: '{region}.data.privatelink.azurecr.io',
        source: 'privateEndpointDnsCurrent',
        note: 'Listed as a second zone with the remark not to make it: the records go to privatelink.azurecr.io.',
      },
      {
        value: '3 replicas take 7 addresses',
        source: 'containerRegistryPrivateLink',
        note: 'One more address for each replica where regional endpoints are on. Without them, which is the default, 3 replicas take 4.',
      },
    ],
  }),
  sources: [
    'containerRegistryPrivateLink',
    'privateEndpointDns',
    'privateEndpointDnsCurrent',
    'privateEndpointDnsChina',
  ],
});

const monitorSuffixes: PerCloud<readonly string[]> = inClouds(
  [
    'monitor.azure.com',
    'oms.opinsights.azure.com',
    'ods.opinsights.azure.com',
    'agentsvc.azure-automation.net',
    'blob.core.windows.net',
  ],
  [
    'monitor.azure.us',
    'adx.monitor.azure.us',
    'oms.opinsights.azure.us',
    'ods.opinsights.azure.us',
    'agentsvc.azure-automation.us',
    'blob.core.usgovcloudapi.net',
  ],
  [],
);

const monitorHost = (host: string, zone: string): ServiceHost => {
  const [member = ''] = host.split('.');
  return { host, zone, member };
};

/** Telemetry is no target of private endpoints: it is reached through one of these scopes. */
export const monitorPrivateLinkScope = defineService({
  kind: 'azure-monitor-private-link-scope',
  armType: 'Microsoft.Insights/privateLinkScopes',
  title: 'Azure Monitor Private Link Scope',
  serviceTag: 'AzureMonitor',
  constraints: [
    {
      text: 'Its names are shared by all of Azure Monitor: networks that share DNS share one scope.',
    },
  ],
  subresources: byGroupId({
    groupId: 'azuremonitor',
    zones: perCloud((cloud) => monitorSuffixes[cloud].map((suffix) => `privatelink.${suffix}`)),
    forwardedSuffixes: inClouds(
      [...monitorSuffixes.public, 'services.visualstudio.com', 'applicationinsights.azure.com'],
      monitorSuffixes['us-government'],
      [],
    ),
    hosts: inClouds<readonly ServiceHost[]>(
      [
        monitorHost('api.monitor.azure.com', 'privatelink.monitor.azure.com'),
        monitorHost('dc.applicationinsights.azure.com', 'privatelink.monitor.azure.com'),
      ],
      [monitorHost('api.monitor.azure.us', 'privatelink.monitor.azure.us')],
      [],
    ),
    addresses: 11,
    addressesWhy: 'one for each member of the scope; more with Log Analytics workspaces of more regions',
    members: [],
    unverified: ['members'],
  }),
  sources: ['monitorPrivateLink', 'privateEndpointDns', 'privateEndpointDnsCurrent', 'azureVerifiedModules'],
});
