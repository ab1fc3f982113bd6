import { admitsByRulesAlone, serviceFirewalls } from '#catalog';
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

const withRules = serviceFirewalls.map(({ kind }) => kind);
const withDefaultAction = withRules.filter((kind) => !admitsByRulesAlone(kind));
const withResources = serviceFirewalls.filter((one) => one.admitsResources).map(({ kind }) => kind);
const of = (kinds: readonly string[], field: Field): Field => onlyWhile('kind', kinds, field);

/** The firewall of a service, as much of it as Azure gives one of its kind. */
const firewall: readonly Field[] = [
  access('publicNetworkAccess', 'Public network access'),
  of(withDefaultAction, choice('networkAcls.defaultAction', 'Default action', ['Allow', 'Deny'], 'Allow')),
  of(withDefaultAction, whileEmpty('AzureServices by default', list('networkAcls.bypass', 'Bypass'))),
  of(withRules, references('networkAcls.virtualNetworkRules', 'Virtual network rules', 'subnet')),
  of(withRules, list('networkAcls.ipRules', 'IP rules', 'any')),
  of(withResources, list('networkAcls.resourceAccessRules', 'Resource access rules', 'any')),
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
