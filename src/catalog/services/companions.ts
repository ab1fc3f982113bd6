import { inClouds, type PerCloud, perCloud } from '../cloud.ts';
import type { PrivateLinkServiceFacts, Subresource } from '../private-link.ts';
import { databases } from './databases.ts';
import { byGroupId, defineService, plainService, subresource } from './service.ts';

/** The table of zones, and the newer copy that adds clouds to it. */
const zonePages = ['privateEndpointDns', 'privateEndpointDnsCurrent'] as const;

const aiSuffixes: PerCloud<readonly string[]> = inClouds(
  ['cognitiveservices.azure.com', 'openai.azure.com', 'services.ai.azure.com'],
  ['cognitiveservices.azure.us'],
  [],
);

const aiServices = defineService({
  kind: 'ai-services',
  armType: 'Microsoft.CognitiveServices/accounts',
  title: 'AI services',
  serviceTag: 'CognitiveServicesManagement',
  serviceEndpoint: 'Microsoft.CognitiveServices',
  subresources: byGroupId({
    groupId: 'account',
    zones: perCloud((cloud) => aiSuffixes[cloud].map((suffix) => `privatelink.${suffix}`)),
    forwardedSuffixes: aiSuffixes,
    hosts: perCloud((cloud) =>
      aiSuffixes[cloud].map((suffix, at) => ({
        host: `{name}.${suffix}`,
        zone: `privatelink.${suffix}`,
        member: ['default', 'secondary', 'third'][at] ?? 'default',
      })),
    ),
    addresses: 1,
    addressesWhy: 'one; an account of kind AIServices has three',
    addressesOfKind: { AIServices: 3 },
    zonesOfKind: { OpenAI: ['privatelink.openai.azure.com'] },
    members: ['default'],
  }),
  sources: [...zonePages, 'azureVerifiedModules', 'openAiBaseline'],
});

const dataFactory = defineService({
  kind: 'data-factory',
  armType: 'Microsoft.DataFactory/factories',
  title: 'Data Factory',
  serviceTag: 'DataFactory',
  subresources: byGroupId(
    subresource({
      groupId: 'dataFactory',
      suffixes: inClouds('datafactory.azure.net', 'datafactory.azure.us', 'datafactory.azure.cn'),
    }),
    subresource({ groupId: 'portal', suffixes: inClouds('adf.azure.com', 'adf.azure.us', 'adf.azure.cn') }),
  ),
  sources: zonePages,
});

const serviceBusSuffixes = inClouds(
  'servicebus.windows.net',
  'servicebus.usgovcloudapi.net',
  'servicebus.chinacloudapi.cn',
);

const databricksGroup = (groupId: string): Subresource =>
  subresource({
    groupId,
    suffixes: { public: 'azuredatabricks.net', 'us-government': 'databricks.azure.us' },
  });

const synapseGroup = (groupId: string, label: string): Subresource =>
  subresource({
    groupId,
    suffixes: {
      public: `${label}.azuresynapse.net`,
      'us-government': `${label}.azuresynapse.usgovcloudapi.net`,
    },
  });

const eventGrid = (title: string, type: string, groupId: string): PrivateLinkServiceFacts =>
  plainService({
    armType: `Microsoft.EventGrid/${type}`,
    title,
    serviceTag: 'AzureEventGrid',
    groupId,
    suffixes: inClouds('eventgrid.azure.net', 'eventgrid.azure.us', 'eventgrid.azure.cn'),
    sources: [...zonePages, 'privateEndpointDnsChina'],
  });

const batchSuffixes = inClouds('batch.azure.com', 'batch.usgovcloudapi.net', 'batch.chinacloudapi.cn');

const batchGroup = (groupId: string, infix: string): Subresource => ({
  ...subresource({ groupId, suffixes: batchSuffixes }),
  forwardedSuffixes: perCloud((cloud) => [`{region}${infix}.${batchSuffixes[cloud]}`]),
  hosts: perCloud((cloud) => [
    {
      host: `{name}.{region}${infix}.${batchSuffixes[cloud]}`,
      zone: `privatelink.${batchSuffixes[cloud]}`,
      record: `{name}.{region}${infix}`,
      member: groupId,
    },
  ]),
  disagreements: [
    {
      value: `{region}${infix}.privatelink.batch.azure.com`,
      source: 'privateEndpointDns',
      note: 'The older page has a zone for each region; the newer one, which is followed, has a single zone.',
    },
  ],
});

/** Services that often stand beside a workspace. */
export const companions: readonly PrivateLinkServiceFacts[] = [
  aiServices,
  plainService({
    kind: 'ai-search',
    armType: 'Microsoft.Search/searchServices',
    title: 'AI Search',
    serviceTag: 'AzureCognitiveSearch',
    groupId: 'searchService',
    suffixes: { public: 'search.windows.net', 'us-government': 'search.azure.us' },
    disagreements: [
      {
        value: 'privatelink.search.windows.us',
        source: 'privateEndpointDns',
        note: 'The older page gives another zone for US Government than the newer one, which is followed.',
      },
      {
        value: 'privatelink.azure.cn',
        source: 'privateEndpointDnsChina',
        note: 'A page of Azure China of 2020 gives this zone for search.azure.cn; it does not fit the name, and no newer page lists any.',
      },
    ],
    sources: zonePages,
  }),
  ...databases,
  plainService({
    kind: 'event-hubs',
    armType: 'Microsoft.EventHub/namespaces',
    title: 'Event Hubs',
    serviceTag: 'EventHub',
    serviceEndpoint: 'Microsoft.EventHub',
    groupId: 'namespace',
    suffixes: serviceBusSuffixes,
  }),
  dataFactory,
  plainService({
    armType: 'Microsoft.ServiceBus/namespaces',
    title: 'Service Bus',
    serviceTag: 'ServiceBus',
    serviceEndpoint: 'Microsoft.ServiceBus',
    groupId: 'namespace',
    suffixes: serviceBusSuffixes,
  }),
  plainService({
    armType: 'Microsoft.Relay/namespaces',
    title: 'Relay',
    groupId: 'namespace',
    suffixes: serviceBusSuffixes,
  }),
  eventGrid('Event Grid topic', 'topics', 'topic'),
  eventGrid('Event Grid domain', 'domains', 'domain'),
  defineService({
    kind: 'Microsoft.Databricks/workspaces',
    armType: 'Microsoft.Databricks/workspaces',
    title: 'Databricks',
    serviceTag: 'AzureDatabricks',
    subresources: byGroupId(databricksGroup('databricks_ui_api'), databricksGroup('browser_authentication')),
    sources: zonePages,
  }),
  defineService({
    kind: 'Microsoft.Synapse/workspaces',
    armType: 'Microsoft.Synapse/workspaces',
    title: 'Synapse',
    subresources: byGroupId(
      synapseGroup('Sql', 'sql'),
      synapseGroup('SqlOnDemand', 'sql'),
      synapseGroup('Dev', 'dev'),
    ),
    sources: zonePages,
  }),
  plainService({
    armType: 'Microsoft.Web/sites',
    title: 'App Service',
    serviceTag: 'AppService',
    serviceEndpoint: 'Microsoft.Web',
    groupId: 'sites',
    suffixes: inClouds('azurewebsites.net', 'azurewebsites.us', 'chinacloudsites.cn'),
    disagreements: [
      {
        value: 'scm.privatelink.azurewebsites.net',
        source: 'privateEndpointDnsCurrent',
        note: 'Listed with the remark not to make it a zone: the scm name is a second record of privatelink.azurewebsites.net.',
      },
    ],
  }),
  plainService({
    armType: 'Microsoft.ApiManagement/service',
    title: 'API Management',
    serviceTag: 'ApiManagement',
    groupId: 'Gateway',
    suffixes: { public: 'azure-api.net' },
  }),
  plainService({
    armType: 'Microsoft.AppConfiguration/configurationStores',
    title: 'App Configuration',
    serviceTag: 'AppConfiguration',
    groupId: 'configurationStores',
    suffixes: { public: 'azconfig.io', 'us-government': 'azconfig.azure.us' },
    sources: zonePages,
  }),
  defineService({
    kind: 'Microsoft.Batch/batchAccounts',
    armType: 'Microsoft.Batch/batchAccounts',
    title: 'Batch',
    serviceTag: 'BatchNodeManagement',
    subresources: byGroupId(batchGroup('batchAccount', ''), batchGroup('nodeManagement', '.service')),
    sources: zonePages,
  }),
];
