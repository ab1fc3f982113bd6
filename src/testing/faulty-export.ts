import { importFiles } from '#importers';
import { check } from '#rules';

const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-moor/providers';
const network = (path: string) => `${scope}/Microsoft.Network/${path}`;
const subnet = (name: string) => network(`virtualNetworks/vnet-moor/subnets/${name}`);
const workspace = `${scope}/Microsoft.MachineLearningServices/workspaces/mlw-moor`;
const storage = `${scope}/Microsoft.Storage/storageAccounts/stmoor`;
const vault = `${scope}/Microsoft.KeyVault/vaults/kv-moor`;
const registry = `${scope}/Microsoft.ContainerRegistry/registries/crmoor`;

const row = (id: string, properties: object, more: object = {}) => ({
  id,
  name: id.slice(id.lastIndexOf('/') + 1),
  location: 'northeurope',
  properties,
  ...more,
});

/** Rows of an Azure export with a fault in most of what can be read of it. */
export const faultyExport = () => [
  row(network('virtualNetworks/vnet-moor'), {
    addressSpace: { addressPrefixes: ['10.8.0.0/16'] },
    dhcpOptions: { dnsServers: [] },
    subnets: [
      row(subnet('snet-jobs'), {
        addressPrefix: '10.8.1.0/29',
        networkSecurityGroup: { id: network('networkSecurityGroups/nsg-jobs') },
        routeTable: { id: network('routeTables/rt-jobs') },
        serviceEndpoints: [{ service: 'Microsoft.Storage', locations: ['northeurope'] }],
      }),
      row(subnet('snet-ends'), { addressPrefix: '10.8.2.0/24' }),
    ],
    virtualNetworkPeerings: [],
  }),
  row(network('networkSecurityGroups/nsg-jobs'), {
    securityRules: [
      {
        name: 'no-management',
        properties: {
          priority: 100,
          direction: 'Outbound',
          access: 'Deny',
          protocol: 'Udp',
          sourceAddressPrefix: '*',
          sourcePortRange: '*',
          destinationAddressPrefix: '*',
          destinationPortRange: '5831',
        },
      },
    ],
  }),
  row(network('routeTables/rt-jobs'), {
    routes: [{ name: 'out', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' } }],
  }),
  row(storage, {
    publicNetworkAccess: 'Enabled',
    networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices' },
    privateEndpointConnections: [],
  }),
  row(vault, {
    publicNetworkAccess: 'Disabled',
    networkAcls: { defaultAction: 'Deny', bypass: 'None' },
    privateEndpointConnections: [
      {
        properties: {
          privateEndpoint: { id: network('privateEndpoints/pe-kv') },
          privateLinkServiceConnectionState: { status: 'Pending' },
        },
      },
    ],
  }),
  row(
    registry,
    {
      publicNetworkAccess: 'Enabled',
      networkRuleSet: { defaultAction: 'Allow' },
      policies: { quarantinePolicy: { status: 'enabled' } },
      privateEndpointConnections: [],
    },
    { sku: { name: 'Standard' } },
  ),
  row(workspace, {
    storageAccount: storage,
    keyVault: vault,
    containerRegistry: registry,
    publicNetworkAccess: 'Enabled',
    v1LegacyMode: true,
    privateEndpointConnections: [],
  }),
  row(
    `${workspace}/computes/cpu`,
    {
      computeType: 'AmlCompute',
      properties: {
        subnet: { id: subnet('snet-jobs') },
        enableNodePublicIp: true,
        scaleSettings: { minNodeCount: 0, maxNodeCount: 20 },
      },
    },
    { type: 'Microsoft.MachineLearningServices/workspaces/computes' },
  ),
  row(network('privateEndpoints/pe-kv'), {
    subnet: { id: subnet('snet-ends') },
    privateLinkServiceConnections: [
      {
        properties: {
          privateLinkServiceId: vault,
          groupIds: ['vault'],
          privateLinkServiceConnectionState: { status: 'Pending' },
        },
      },
    ],
  }),
];

export type ExportRows = ReturnType<typeof faultyExport>;

/** Findings of an export that is said to be whole, without their ids, and how much is noted of it. */
export function judgedExport(documents: readonly unknown[]) {
  const files = documents.map((one, at) => ({ name: `moor-${at}.json`, text: JSON.stringify(one) }));
  const result = importFiles(files, { complete: true });
  if (!result.ok) throw new Error(result.error);
  const { findings } = check(result.design, { today: '2026-11-23' });
  const nameOf = new Map(result.design.resources.map(({ id, name }) => [id, name]));
  const failed = findings.filter(({ verdict, severity }) => verdict === 'failed' && severity !== 'note');
  return {
    failed: new Set(failed.map(({ rule, at }) => `${rule} at ${nameOf.get(at[0] ?? ('' as never))}`)),
    undecided: new Set(findings.filter(({ verdict }) => verdict === 'cannot-tell').map(({ rule }) => rule)),
    notes: result.notes.map(({ what }) => what),
    told: findings
      .map(({ rule, verdict, severity, at, text }) =>
        [rule, verdict, severity, at.map((id) => nameOf.get(id)).join(), text].join(' | '),
      )
      .sort(),
  };
}

type Path = readonly (string | number)[];

/** Every place under the properties of every row. */
function pathsIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

/** Every place of the faulty export that can be damaged. */
export const placesOfExport: readonly Path[] = faultyExport().flatMap(({ properties }, at) =>
  pathsIn(properties, [at, 'properties']).slice(1),
);

/** The faulty export with one place damaged: a list is an object, and everything else a list of lists. */
export function damagedExport(path: Path): ExportRows {
  const rows = faultyExport();
  const last = path.at(-1) ?? '';
  let place = rows as unknown as Record<string, unknown>;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string, unknown>;
  place[last] = Array.isArray(place[last]) ? { a: 1 } : [[1]];
  return rows;
}

/** Findings that a damaged export lost without a word: what is neither noted nor undecided nor found elsewhere. */
export function lostInSilence(whole: JudgedExport, damaged: JudgedExport): readonly string[] {
  const gone = [...whole.failed].filter((one) => !damaged.failed.has(one));
  const isTold = damaged.undecided.size > 0 || [...damaged.failed].some((one) => !whole.failed.has(one));
  return damaged.notes.length > 0 && isTold ? [] : gone;
}

type JudgedExport = ReturnType<typeof judgedExport>;
