import type { PrivateLinkServiceFacts } from '../private-link.ts';
import { sources } from '../sources.ts';
import { byGroupId, defineService, plainService, subresource } from './service.ts';

const cosmosGroup = (groupId: string, prefix: string, isInEveryCloud = false) =>
  subresource({
    groupId,
    suffixes: {
      public: `${prefix}.azure.com`,
      ...(isInEveryCloud ? { 'us-government': `${prefix}.azure.us`, china: `${prefix}.azure.cn` } : {}),
    },
    addresses: 2,
    addressesWhy: 'one for the account and one for each region',
  });

const aiZones = [
  'privatelink.cognitiveservices.azure.com',
  'privatelink.openai.azure.com',
  'privatelink.services.ai.azure.com',
];

const aiServices = defineService({
  kind: 'ai-services',
  armType: 'Microsoft.CognitiveServices/accounts',
  title: 'AI services',
  serviceTag: 'CognitiveServicesManagement',
  serviceEndpoint: 'Microsoft.CognitiveServices',
  subresources: byGroupId({
    groupId: 'account',
    zones: { public: aiZones, 'us-government': ['privatelink.cognitiveservices.azure.us'], china: [] },
    forwardedSuffixes: {
      public: aiZones.map((zone) => zone.replace('privatelink.', '')),
      'us-government': ['cognitiveservices.azure.us'],
      china: [],
    },
    hosts: {
      public: aiZones.map((zone, at) => ({
        host: `{name}.${zone.replace('privatelink.', '')}`,
        zone,
        member: ['default', 'secondary', 'third'][at] ?? 'default',
      })),
      'us-government': [
        {
          host: '{name}.cognitiveservices.azure.us',
          zone: 'privatelink.cognitiveservices.azure.us',
          member: 'default',
        },
      ],
      china: [],
    },
    addresses: 1,
    addressesWhy: 'one; an account of kind AIServices has three',
    members: ['default'],
  }),
  sources: [sources.privateEndpointDns, sources.azureVerifiedModules],
});

const dataFactory = defineService({
  kind: 'data-factory',
  armType: 'Microsoft.DataFactory/factories',
  title: 'Data Factory',
  serviceTag: 'DataFactory',
  subresources: byGroupId(
    subresource({
      groupId: 'dataFactory',
      suffixes: {
        public: 'datafactory.azure.net',
        'us-government': 'datafactory.azure.us',
        china: 'datafactory.azure.cn',
      },
    }),
    subresource({
      groupId: 'portal',
      suffixes: { public: 'adf.azure.com', 'us-government': 'adf.azure.us', china: 'adf.azure.cn' },
    }),
  ),
  sources: [sources.privateEndpointDns, sources.privateEndpointDnsCurrent],
});

const serviceBusSuffixes = {
  public: 'servicebus.windows.net',
  'us-government': 'servicebus.usgovcloudapi.net',
  china: 'servicebus.chinacloudapi.cn',
};

const databricksGroup = (groupId: string) =>
  subresource({ groupId, suffixes: { public: 'azuredatabricks.net' } });

const synapseGroup = (groupId: string, suffix: string) =>
  subresource({ groupId, suffixes: { public: suffix } });

const batchGroup = (groupId: string) =>
  subresource({
    groupId,
    suffixes: {
      public: 'batch.azure.com',
      'us-government': 'batch.usgovcloudapi.net',
      china: 'batch.chinacloudapi.cn',
    },
  });

const database = (title: string, provider: string, groupId: string, label: string) =>
  plainService({
    armType: `Microsoft.${provider}/servers`,
    title,
    groupId,
    suffixes: { public: `${label}.database.azure.com` },
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
    sources: [sources.privateEndpointDns, sources.privateEndpointDnsCurrent],
  }),
  plainService({
    kind: 'sql-server',
    armType: 'Microsoft.Sql/servers',
    title: 'Azure SQL server',
    serviceTag: 'Sql',
    serviceEndpoint: 'Microsoft.Sql',
    groupId: 'sqlServer',
    suffixes: {
      public: 'database.windows.net',
      'us-government': 'database.usgovcloudapi.net',
      china: 'database.chinacloudapi.cn',
    },
  }),
  defineService({
    kind: 'cosmos-db',
    armType: 'Microsoft.DocumentDB/databaseAccounts',
    title: 'Cosmos DB',
    serviceTag: 'AzureCosmosDB',
    serviceEndpoint: 'Microsoft.AzureCosmosDB',
    subresources: byGroupId(
      cosmosGroup('Sql', 'documents', true),
      cosmosGroup('MongoDB', 'mongo.cosmos'),
      cosmosGroup('Cassandra', 'cassandra.cosmos'),
      cosmosGroup('Gremlin', 'gremlin.cosmos'),
      cosmosGroup('Table', 'table.cosmos'),
    ),
    sources: [sources.privateEndpointDns, sources.cosmosPrivateEndpoints],
  }),
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
  plainService({
    armType: 'Microsoft.EventGrid/topics',
    title: 'Event Grid topic',
    serviceTag: 'AzureEventGrid',
    groupId: 'topic',
    suffixes: { public: 'eventgrid.azure.net' },
  }),
  plainService({
    armType: 'Microsoft.EventGrid/domains',
    title: 'Event Grid domain',
    serviceTag: 'AzureEventGrid',
    groupId: 'domain',
    suffixes: { public: 'eventgrid.azure.net' },
  }),
  defineService({
    kind: 'Microsoft.Databricks/workspaces',
    armType: 'Microsoft.Databricks/workspaces',
    title: 'Databricks',
    serviceTag: 'AzureDatabricks',
    subresources: byGroupId(databricksGroup('databricks_ui_api'), databricksGroup('browser_authentication')),
    sources: [sources.privateEndpointDns],
  }),
  defineService({
    kind: 'Microsoft.Synapse/workspaces',
    armType: 'Microsoft.Synapse/workspaces',
    title: 'Synapse',
    subresources: byGroupId(
      synapseGroup('Sql', 'sql.azuresynapse.net'),
      synapseGroup('SqlOnDemand', 'sql.azuresynapse.net'),
      synapseGroup('Dev', 'dev.azuresynapse.net'),
    ),
    sources: [sources.privateEndpointDns],
  }),
  database('Azure Database for PostgreSQL', 'DBforPostgreSQL', 'postgresqlServer', 'postgres'),
  database('Azure Database for MySQL', 'DBforMySQL', 'mysqlServer', 'mysql'),
  database('Azure Database for MariaDB', 'DBforMariaDB', 'mariadbServer', 'mariadb'),
  plainService({
    armType: 'Microsoft.Cache/Redis',
    title: 'Azure Cache for Redis',
    groupId: 'redisCache',
    suffixes: {
      public: 'redis.cache.windows.net',
      'us-government': 'redis.cache.usgovcloudapi.net',
      china: 'redis.cache.chinacloudapi.cn',
    },
  }),
  plainService({
    armType: 'Microsoft.Web/sites',
    title: 'App Service',
    serviceTag: 'AppService',
    serviceEndpoint: 'Microsoft.Web',
    groupId: 'sites',
    suffixes: {
      public: 'azurewebsites.net',
      'us-government': 'azurewebsites.us',
      china: 'chinacloudsites.cn',
    },
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
    suffixes: { public: 'azconfig.io' },
  }),
  defineService({
    kind: 'Microsoft.Batch/batchAccounts',
    armType: 'Microsoft.Batch/batchAccounts',
    title: 'Batch',
    serviceTag: 'BatchNodeManagement',
    subresources: byGroupId(batchGroup('batchAccount'), batchGroup('nodeManagement')),
    sources: [sources.privateEndpointDns, sources.privateEndpointDnsCurrent],
  }),
];
