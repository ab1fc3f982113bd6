import type { ResourceKind } from '#model';
import { choice, type Field, flag, list, number, reference, references, text } from './field.ts';

const access = (path: string, label: string): Field =>
  choice(path, label, ['Enabled', 'Disabled', ['SecuredByPerimeter', 'Secured by perimeter']], 'Enabled');

const firewall: readonly Field[] = [
  access('publicNetworkAccess', 'Public network access'),
  choice('networkAcls.defaultAction', 'Other networks', ['Allow', 'Deny'], 'Allow'),
  list('networkAcls.bypass', 'Exceptions', 'any', 'AzureServices'),
  references('networkAcls.virtualNetworkRules', 'Admitted subnets', 'subnet'),
  list('networkAcls.ipRules', 'Admitted addresses'),
  list('networkAcls.resourceAccessRules', 'Admitted resources'),
];

const ingestion: readonly Field[] = [
  access('publicNetworkAccessForIngestion', 'Public ingestion'),
  access('publicNetworkAccessForQuery', 'Public queries'),
];

/** Fields of the services that private endpoints serve. */
export const serviceFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  'storage-account': [
    text('sku', 'SKU'),
    text('accountKind', 'Account kind'),
    flag('isHnsEnabled', 'Hierarchical namespace', 'Off'),
    ...firewall,
  ],
  'key-vault': firewall,
  'container-registry': [
    choice('sku', 'SKU', ['Basic', 'Standard', 'Premium'], 'Not set'),
    flag('adminUserEnabled', 'Admin user', 'Off'),
    flag('anonymousPullEnabled', 'Anonymous pull', 'Off'),
    flag('dataEndpointEnabled', 'Data endpoints', 'Off'),
    choice(
      'quarantinePolicy',
      'Quarantine',
      [
        ['enabled', 'Enabled'],
        ['disabled', 'Disabled'],
      ],
      'Disabled',
    ),
    list('replications', 'Replicas in', 'any', 'northeurope'),
    ...firewall,
  ],
  'application-insights': [reference('workspaceResource', 'Log Analytics', 'log-analytics'), ...ingestion],
  'log-analytics': ingestion,
  'ai-services': [text('accountKind', 'Account kind'), ...firewall],
  'ai-search': [text('sku', 'SKU'), ...firewall],
  'sql-server': firewall,
  'cosmos-db': [number('additionalLocationCount', 'Further regions'), ...firewall],
  'event-hubs': [text('sku', 'SKU'), ...firewall],
  'data-factory': firewall,
  'private-link-service': [text('armType', 'Resource type'), ...firewall],
};
