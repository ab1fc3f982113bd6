import type { Resource } from '#model';
import { ids } from './ids.ts';
import { make } from './make.ts';

const closed = {
  parent: ids.region,
  publicNetworkAccess: 'Disabled',
  networkAcls: { defaultAction: 'Deny', bypass: ['AzureServices'] },
} as const;

const monitored = {
  parent: ids.region,
  publicNetworkAccessForIngestion: 'Disabled',
  publicNetworkAccessForQuery: 'Disabled',
} as const;

/** The workspace and what it depends on, none reachable from the internet. */
export const services: readonly Resource[] = [
  make('workspace', ids.workspace, 'mlw-isolated', {
    parent: ids.region,
    workspaceKind: 'Default',
    storageAccount: ids.storageAccount,
    keyVault: ids.keyVault,
    containerRegistry: ids.containerRegistry,
    applicationInsights: ids.applicationInsights,
    publicNetworkAccess: 'Disabled',
    imageBuildCompute: 'image-build',
    hbiWorkspace: false,
    v1LegacyMode: false,
    managedNetwork: { isolationMode: 'Disabled' },
  }),
  make('storage-account', ids.storageAccount, 'stmlisolated', {
    ...closed,
    sku: 'Standard_ZRS',
    accountKind: 'StorageV2',
    isHnsEnabled: false,
  }),
  make('key-vault', ids.keyVault, 'kv-ml-isolated', closed),
  make('container-registry', ids.containerRegistry, 'crmlisolated', {
    ...closed,
    sku: 'Premium',
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    dataEndpointEnabled: true,
  }),
  make('application-insights', ids.applicationInsights, 'appi-ml', {
    ...monitored,
    workspaceResource: ids.logAnalytics,
  }),
  make('log-analytics', ids.logAnalytics, 'log-ml', monitored),
  make('azure-monitor-private-link-scope', ids.monitorScope, 'ampls-ml', {
    scopedResources: [ids.applicationInsights, ids.logAnalytics],
    ingestionAccessMode: 'Open',
    queryAccessMode: 'Open',
  }),
];
