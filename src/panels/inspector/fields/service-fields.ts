import type { ResourceKind } from '#model';
import { connections } from './connection-rows.ts';
import {
  choice,
  type Field,
  flag,
  list,
  number,
  onlyWhile,
  reference,
  references,
  text,
  whileEmpty,
} from './field.ts';

const access = (path: string, label: string): Field =>
  choice(path, label, ['Enabled', 'Disabled', ['SecuredByPerimeter', 'Secured by perimeter']], 'Enabled');

const withRules: readonly ResourceKind[] = [
  'storage-account',
  'key-vault',
  'container-registry',
  'ai-services',
  'ai-search',
  'sql-server',
  'cosmos-db',
  'event-hubs',
];
const withDefaultAction = withRules.filter((kind) => kind !== 'sql-server');
const of = (kinds: readonly ResourceKind[], field: Field): Field => onlyWhile('kind', kinds, field);

/**
 * The firewall of a service. An Azure SQL server has rules of networks and addresses and neither a default action nor a
 * bypass, a data factory has public network access alone, and rules of resources are those of storage accounts: template
 * references of `Microsoft.Sql/servers`, `Microsoft.DataFactory/factories` and `Microsoft.Storage/storageAccounts`. Of a
 * service of another type nothing is known but that it has a public side.
 */
const firewall: readonly Field[] = [
  access('publicNetworkAccess', 'Public network access'),
  of(withDefaultAction, choice('networkAcls.defaultAction', 'Default action', ['Allow', 'Deny'], 'Allow')),
  of(withDefaultAction, whileEmpty('AzureServices by default', list('networkAcls.bypass', 'Bypass'))),
  of(withRules, references('networkAcls.virtualNetworkRules', 'Virtual network rules', 'subnet')),
  of(withRules, list('networkAcls.ipRules', 'IP rules', 'any')),
  of(['storage-account'], list('networkAcls.resourceAccessRules', 'Resource access rules', 'any')),
  connections,
];

const ingestion: readonly Field[] = [
  access('publicNetworkAccessForIngestion', 'Public network access for ingestion'),
  access('publicNetworkAccessForQuery', 'Public network access for query'),
];

/** Fields of the services that private endpoints serve. */
export const serviceFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  'storage-account': [
    text('sku', 'SKU'),
    whileEmpty('StorageV2 by default', text('accountKind', 'Account kind')),
    flag('isHnsEnabled', 'Hierarchical namespace', 'Off'),
    ...firewall,
  ],
  'key-vault': firewall,
  'container-registry': [
    choice('sku', 'SKU', ['Basic', 'Standard', 'Premium'], 'Not set'),
    flag('adminUserEnabled', 'Admin user', 'Off'),
    flag('anonymousPullEnabled', 'Anonymous pull access', 'Off'),
    flag('dataEndpointEnabled', 'Dedicated data endpoint', 'Off'),
    choice(
      'quarantinePolicy',
      'Quarantine policy',
      [
        ['enabled', 'Enabled'],
        ['disabled', 'Disabled'],
      ],
      'Disabled',
    ),
    list('replications', 'Replications'),
    ...firewall,
  ],
  'application-insights': [
    reference('workspaceResource', 'Log Analytics workspace', 'log-analytics'),
    ...ingestion,
  ],
  'log-analytics': ingestion,
  'ai-services': [text('accountKind', 'Account kind'), ...firewall],
  'ai-search': [text('sku', 'SKU'), ...firewall],
  'sql-server': firewall,
  'cosmos-db': [number('additionalLocationCount', 'Additional locations'), ...firewall],
  'event-hubs': [text('sku', 'SKU'), ...firewall],
  'data-factory': firewall,
  'private-link-service': [text('armType', 'Resource type'), ...firewall],
};
