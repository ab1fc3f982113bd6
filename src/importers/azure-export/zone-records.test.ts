import { describe, expect, it } from 'vitest';
import { resourcesOfKind } from '#model';
import { importFiles } from '../import-files.ts';

const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-reef/providers';
const zone = `${scope}/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net`;
const endpoint = `${scope}/Microsoft.Network/privateEndpoints/pe-reef`;
const record = (type: string, name: string, properties: object) => ({
  id: `${zone}/${type}/${name}`,
  name,
  type: `Microsoft.Network/privateDnsZones/${type}`,
  properties,
});
const soa = record('SOA', '@', { soaRecord: { serialNumber: 1 } });
const at = (name: string, address: string) => record('A', name, { aRecords: [{ ipv4Address: address }] });
const estate = (status: string, addresses: readonly string[], recordSets: readonly object[]) => [
  { id: zone, location: 'global', properties: { numberOfRecordSets: 2 } },
  {
    id: endpoint,
    location: 'northeurope',
    properties: {
      privateLinkServiceConnections: [
        {
          properties: {
            privateLinkServiceId: `${scope}/Microsoft.KeyVault/vaults/kv-reef`,
            groupIds: ['vault'],
            privateLinkServiceConnectionState: { status },
          },
        },
      ],
      customDnsConfigs: [{ fqdn: 'kv-reef.vault.azure.net', ipAddresses: addresses }],
    },
  },
  {
    id: `${endpoint}/privateDnsZoneGroups/default`,
    properties: {
      privateDnsZoneConfigs: [{ name: 'vault', properties: { privateDnsZoneId: zone, recordSets } }],
    },
  },
];

/** Names of the zones of the endpoint's group that hold no record of it, and how many records the zone holds. */
const opened = (
  records: readonly object[],
  status = 'Approved',
  addresses = ['10.0.0.4'],
  told: readonly (readonly [string, string])[] = [],
) => {
  const recordSets = told.map(([recordSetName, address]) => ({
    recordType: 'A',
    recordSetName,
    ipAddresses: [address],
  }));
  const text = JSON.stringify([...estate(status, addresses, recordSets), { value: records }]);
  const result = importFiles([{ name: 'reef.json', text }], { complete: true });
  if (!result.ok) throw new Error(result.error);
  const [group] = resourcesOfKind(result.design, 'private-endpoint')[0]?.privateDnsZoneGroups ?? [];
  const [listed] = resourcesOfKind(result.design, 'private-dns-zone');
  return { without: group?.zonesWithoutRecords?.length ?? 0, records: listed?.recordSets?.length };
};

describe('a zone that a zone group names', () => {
  it.each([
    ['holds the record that the group wrote', opened([soa, at('kv-reef', '10.0.0.4')]), 0, 1],
    ['holds a record that leads elsewhere', opened([soa, at('kv-reef', '10.9.9.9')]), 1, 1],
    [
      'holds the records of one of two addresses',
      opened([soa, at('kv-reef', '10.0.0.4')], 'Approved', ['10.0.0.4', '10.0.0.5']),
      1,
      1,
    ],
    [
      'lacks one of the records that the group says it wrote',
      opened(
        [soa, at('kv-reef', '10.0.0.4')],
        'Approved',
        ['10.0.0.4'],
        [
          ['kv-reef', '10.0.0.4'],
          ['kv-reef.data', '10.0.0.4'],
        ],
      ),
      1,
      1,
    ],
    [
      'holds under another name what the group says it wrote',
      opened([soa, at('kv-cliff', '10.0.0.4')], 'Approved', ['10.0.0.4'], [['kv-reef', '10.0.0.4']]),
      1,
      1,
    ],
    [
      'holds all records that the group says it wrote',
      opened([soa, at('KV-Reef', '10.0.0.4')], 'Approved', [], [['kv-reef', '10.0.0.4']]),
      0,
      1,
    ],
    ['holds no record any more', opened([soa]), 1, 0],
    ['does not list its records', opened([]), 0, undefined],
    ['holds none while the connection waits for approval', opened([soa], 'Pending'), 0, 0],
    ['cannot be compared with an address that nobody tells', opened([soa], 'Approved', []), 0, 0],
  ])('%s', (_, found, without, records) => {
    expect(found).toEqual({ without, records });
  });
});
