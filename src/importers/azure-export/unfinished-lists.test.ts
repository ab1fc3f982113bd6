import { describe, expect, it } from 'vitest';
import { resourcesOfKind } from '#model';
import { importFiles } from '../import-files.ts';
import { unfinishedLists } from './unfinished-lists.ts';

const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-reef/providers';
const zone = `${scope}/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net`;
const record = (type: string, name: string) => ({
  id: `${zone}/${type}/${name}`,
  name,
  type: `Microsoft.Network/privateDnsZones/${type}`,
  properties: { aRecords: type === 'A' ? [{ ipv4Address: '10.0.0.4' }] : [] },
});
const soa = record('SOA', '@');
const next = `https://management.azure.com${zone}/ALL?api-version=2020-06-01&$skipToken=x`;
const network = (group: string, name: string) => ({
  id: `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${name}`,
});
const link = { id: `${zone}/virtualNetworkLinks/to-hub` };

describe('lists of the REST API', () => {
  it.each([
    ['of one page', [{ value: [soa] }], []],
    [
      'whose last page is among the files',
      [{ value: [soa, record('A', 'a')], nextLink: next }, { value: [record('A', 'b')] }],
      [],
    ],
    ['whose last page is missing', [{ value: [soa, record('A', 'a')], nextLink: next }], [zone]],
    ['beside a whole list of other children', [{ value: [soa], nextLink: next }, { value: [link] }], [zone]],
    [
      'with an empty link',
      [
        { value: [soa], nextLink: null },
        { value: [soa], nextLink: '' },
      ],
      [],
    ],
    [
      'of a subscription, whose pages hold other resource groups',
      [{ value: [network('a', 'v')], nextLink: next }, { value: [network('b', 'w')] }],
      [],
    ],
    ['within a list of answers', [[{ value: [soa], nextLink: next }]], [zone]],
  ])('%s', (_, documents, expected) => {
    expect([...unfinishedLists(documents)]).toEqual(expected.map((id) => id.toLowerCase()));
  });

  it('take nothing for absent that a page which was not opened may hold', () => {
    const own = {
      id: zone,
      name: 'privatelink.vaultcore.azure.net',
      location: 'global',
      properties: { numberOfRecordSets: 9 },
    };
    const open = (page: object) => {
      const files = [{ name: 'f.json', text: JSON.stringify([{ value: [own] }, page]) }];
      const result = importFiles(files, { complete: true });
      if (!result.ok) throw new Error(result.error);
      const records = resourcesOfKind(result.design, 'private-dns-zone')[0]?.recordSets;
      return {
        records,
        complete: result.design.source.complete,
        notes: result.notes.map(({ what }) => what),
      };
    };
    const page = { value: [soa, record('A', 'kv-reef')] };
    expect(open(page)).toEqual({
      records: [{ name: 'kv-reef', type: 'A', values: ['10.0.0.4'] }],
      complete: true,
      notes: [],
    });
    expect(open({ ...page, nextLink: next })).toEqual({
      records: undefined,
      complete: false,
      notes: ['The rest of what is listed in privatelink.vaultcore.azure.net'],
    });
  });
});
