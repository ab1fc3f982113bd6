import { inClouds } from '../cloud.ts';
import type { PrivateLinkServiceFacts, Subresource } from '../private-link.ts';
import { byGroupId, defineService, plainService, subresource } from './service.ts';

const zonePages = ['privateEndpointDns', 'privateEndpointDnsCurrent'] as const;

const cosmosGroup = (groupId: string, label: string): Subresource =>
  subresource({
    groupId,
    suffixes: inClouds(`${label}.azure.com`, `${label}.azure.us`, `${label}.azure.cn`),
    addresses: 2,
    addressesWhy: 'one for the account and one for each region',
    addressesPer: { what: 'region', count: 1 },
  });

interface OpenSourceDatabase {
  readonly title: string;
  readonly armType: string;
  readonly groupId: string;
  readonly label: string;
  /** Single servers have a service endpoint, flexible ones do not. */
  readonly hasServiceEndpoint?: boolean;
}

const openSource = ({
  title,
  armType,
  groupId,
  label,
  hasServiceEndpoint,
}: OpenSourceDatabase): PrivateLinkServiceFacts =>
  plainService({
    armType,
    title,
    groupId,
    suffixes: inClouds(
      `${label}.database.azure.com`,
      `${label}.database.usgovcloudapi.net`,
      `${label}.database.chinacloudapi.cn`,
    ),
    ...(hasServiceEndpoint === true
      ? { serviceEndpoint: 'Microsoft.Sql', unverified: ['serviceEndpoint'] }
      : {}),
    sources: zonePages,
  });

/** Databases that jobs read from. */
export const databases: readonly PrivateLinkServiceFacts[] = [
  plainService({
    kind: 'sql-server',
    armType: 'Microsoft.Sql/servers',
    title: 'Azure SQL server',
    serviceTag: 'Sql',
    serviceEndpoint: 'Microsoft.Sql',
    groupId: 'sqlServer',
    suffixes: inClouds('database.windows.net', 'database.usgovcloudapi.net', 'database.chinacloudapi.cn'),
  }),
  defineService({
    kind: 'cosmos-db',
    armType: 'Microsoft.DocumentDB/databaseAccounts',
    title: 'Cosmos DB',
    serviceTag: 'AzureCosmosDB',
    serviceEndpoint: 'Microsoft.AzureCosmosDB',
    subresources: byGroupId(
      cosmosGroup('Sql', 'documents'),
      cosmosGroup('MongoDB', 'mongo.cosmos'),
      cosmosGroup('Cassandra', 'cassandra.cosmos'),
      cosmosGroup('Gremlin', 'gremlin.cosmos'),
      cosmosGroup('Table', 'table.cosmos'),
    ),
    disagreements: [
      {
        value: 'Microsoft.AzureCosmosDB/databaseAccounts',
        source: 'privateEndpoint',
        note: 'Printed as the resource type by one page; resources bear Microsoft.DocumentDB.',
      },
    ],
    sources: [...zonePages, 'cosmosPrivateEndpoints'],
  }),
  openSource({
    title: 'Azure Database for PostgreSQL',
    armType: 'Microsoft.DBforPostgreSQL/servers',
    groupId: 'postgresqlServer',
    label: 'postgres',
    hasServiceEndpoint: true,
  }),
  openSource({
    title: 'Azure Database for PostgreSQL flexible server',
    armType: 'Microsoft.DBforPostgreSQL/flexibleServers',
    groupId: 'postgresqlServer',
    label: 'postgres',
  }),
  openSource({
    title: 'Azure Database for MySQL',
    armType: 'Microsoft.DBforMySQL/servers',
    groupId: 'mysqlServer',
    label: 'mysql',
    hasServiceEndpoint: true,
  }),
  openSource({
    title: 'Azure Database for MySQL flexible server',
    armType: 'Microsoft.DBforMySQL/flexibleServers',
    groupId: 'mysqlServer',
    label: 'mysql',
  }),
  openSource({
    title: 'Azure Database for MariaDB',
    armType: 'Microsoft.DBforMariaDB/servers',
    groupId: 'mariadbServer',
    label: 'mariadb',
    hasServiceEndpoint: true,
  }),
  plainService({
    armType: 'Microsoft.Cache/Redis',
    title: 'Azure Cache for Redis',
    groupId: 'redisCache',
    suffixes: inClouds(
      'redis.cache.windows.net',
      'redis.cache.usgovcloudapi.net',
      'redis.cache.chinacloudapi.cn',
    ),
  }),
];
