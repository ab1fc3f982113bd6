import type { Resource, ResourceId } from '#model';
import { ids } from './ids.ts';
import { make } from './make.ts';

const zoneNames: readonly (readonly [id: ResourceId, name: string])[] = [
  [ids.apiZone, 'privatelink.api.azureml.ms'],
  [ids.notebooksZone, 'privatelink.notebooks.azure.net'],
  [ids.blobZone, 'privatelink.blob.core.windows.net'],
  [ids.fileZone, 'privatelink.file.core.windows.net'],
  [ids.queueZone, 'privatelink.queue.core.windows.net'],
  [ids.tableZone, 'privatelink.table.core.windows.net'],
  [ids.vaultZone, 'privatelink.vaultcore.azure.net'],
  [ids.registryZone, 'privatelink.azurecr.io'],
  [ids.monitorZone, 'privatelink.monitor.azure.com'],
  [ids.operationsZone, 'privatelink.oms.opinsights.azure.com'],
  [ids.dataSourceZone, 'privatelink.ods.opinsights.azure.com'],
  [ids.automationZone, 'privatelink.agentsvc.azure-automation.net'],
];

/** The firewall asks in the hub's name, so the hub's link answers the spoke; the spoke's own is for the day without. */
const zones: readonly Resource[] = zoneNames.map(([id, name]) =>
  make('private-dns-zone', id, name, {
    virtualNetworkLinks: [
      { name: 'to-hub', virtualNetwork: ids.hub, registrationEnabled: false },
      { name: 'to-spoke', virtualNetwork: ids.spoke, registrationEnabled: false },
    ],
    recordSets: [],
  }),
);

const endpoint = (
  id: ResourceId,
  name: string,
  target: ResourceId,
  groupId: string,
  ...privateDnsZones: readonly ResourceId[]
): Resource =>
  make('private-endpoint', id, name, {
    parent: ids.endpointSubnet,
    target,
    groupIds: [groupId],
    privateDnsZoneGroups: [{ name: 'default', privateDnsZones }],
  });

const { storageAccount } = ids;

const endpoints: readonly Resource[] = [
  endpoint(
    ids.workspaceEndpoint,
    'pep-workspace',
    ids.workspace,
    'amlworkspace',
    ids.apiZone,
    ids.notebooksZone,
  ),
  endpoint(ids.blobEndpoint, 'pep-storage-blob', storageAccount, 'blob', ids.blobZone),
  endpoint(ids.fileEndpoint, 'pep-storage-file', storageAccount, 'file', ids.fileZone),
  endpoint(ids.queueEndpoint, 'pep-storage-queue', storageAccount, 'queue', ids.queueZone),
  endpoint(ids.tableEndpoint, 'pep-storage-table', storageAccount, 'table', ids.tableZone),
  endpoint(ids.vaultEndpoint, 'pep-key-vault', ids.keyVault, 'vault', ids.vaultZone),
  endpoint(ids.registryEndpoint, 'pep-registry', ids.containerRegistry, 'registry', ids.registryZone),
  endpoint(
    ids.monitorEndpoint,
    'pep-monitor',
    ids.monitorScope,
    'azuremonitor',
    ids.monitorZone,
    ids.operationsZone,
    ids.dataSourceZone,
    ids.automationZone,
    ids.blobZone,
  ),
];

/** Private endpoints, and the zones that give their names private answers. */
export const names: readonly Resource[] = [...endpoints, ...zones];
