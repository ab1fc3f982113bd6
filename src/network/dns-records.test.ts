import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, securityRule, spoke } from '#testing';
import { deriveNetwork } from './index.ts';

const { azureDns, base, blobHost, blobZone, record, served, server } = spoke;

const resolve = (builder: DesignBuilder, from = 'ci', host = blobHost) =>
  deriveNetwork(builder.build()).resolve(from as ResourceId, host);

interface Case {
  readonly is: string;
  /** Page that it follows. */
  readonly page: string;
  readonly of: DesignBuilder;
  readonly from?: string;
  readonly host?: string;
  readonly outcome: string;
  readonly addresses?: readonly string[];
}

const check = ({ of, from, host, outcome, addresses }: Case) => {
  const answer = resolve(of, from, host);
  expect(answer.outcome, JSON.stringify(answer.hops, undefined, 1)).toBe(outcome);
  if (addresses) expect(answer.addresses).toEqual(addresses);
};

const noGroup = { privateDnsZoneGroups: [] };

const records: readonly Case[] = [
  {
    is: 'a record that a zone group wrote and somebody deleted does not exist',
    page: 'private-endpoint-dns-integration',
    of: served(['spoke'])
      .set('pe-stml-blob', {
        privateDnsZoneGroups: [
          { name: 'default', privateDnsZones: [blobZone], zonesWithoutRecords: [blobZone] },
        ],
      })
      .set(blobZone, { recordSets: [] }),
    outcome: 'no-such-name',
  },
  {
    is: 'a record by hand of the private twin answers',
    page: 'private-endpoint-dns-integration',
    of: served(['spoke'])
      .set('pe-stml-blob', noGroup)
      .set(blobZone, { recordSets: [record('stml', 'A', '10.1.2.4')] }),
    outcome: 'private-address',
    addresses: ['10.1.2.4'],
  },
  {
    is: 'an own record goes before a wildcard',
    page: 'RFC 4592',
    of: base()
      .privateDnsZone('contoso.internal', 'spoke')
      .set('contoso.internal', {
        recordSets: [
          record('*', 'A', '10.1.2.1'),
          record('*.db', 'A', '10.1.2.2'),
          record('x.db', 'A', '10.1.2.3'),
        ],
      }),
    host: 'x.db.contoso.internal',
    outcome: 'private-address',
    addresses: ['10.1.2.3'],
  },
  {
    is: 'of wildcards the longest answers',
    page: 'RFC 4592',
    of: base()
      .privateDnsZone('contoso.internal', 'spoke')
      .set('contoso.internal', {
        recordSets: [record('*', 'A', '10.1.2.1'), record('*.db', 'A', '10.1.2.2')],
      }),
    host: 'y.db.contoso.internal',
    outcome: 'private-address',
    addresses: ['10.1.2.2'],
  },
  {
    is: 'an alias in a zone leads on to the name behind it',
    page: 'private-dns-privatednszone',
    of: served(['spoke'])
      .privateDnsZone('contoso.internal', 'spoke')
      .set('contoso.internal', { recordSets: [record('data', 'CNAME', `${blobHost}.`)] }),
    host: 'data.contoso.internal',
    outcome: 'private-address',
    addresses: ['10.1.2.4'],
  },
  {
    is: 'aliases in a circle give no answer',
    page: 'private-dns-privatednszone',
    of: base()
      .privateDnsZone('contoso.internal', 'spoke')
      .set('contoso.internal', {
        recordSets: [record('a', 'CNAME', 'b.contoso.internal'), record('b', 'CNAME', 'a.contoso.internal')],
      }),
    host: 'a.contoso.internal',
    outcome: 'no-answer',
  },
  {
    is: 'the private twin’s own name has the record that its endpoint writes',
    page: 'private-endpoint-dns-integration',
    of: served(['spoke']),
    host: 'stml.privatelink.blob.core.windows.net',
    outcome: 'private-address',
    addresses: ['10.1.2.4'],
  },
  {
    is: 'an account that is not drawn is private where the zone holds its record',
    page: 'private-endpoint-dns-integration',
    of: served(['spoke']).set(blobZone, { recordSets: [record('other', 'A', '10.1.2.77')] }),
    host: 'other.blob.core.windows.net',
    outcome: 'private-address',
    addresses: ['10.1.2.77'],
  },
  {
    is: 'an account that is not drawn and has no record is taken to have no endpoint',
    page: 'private-endpoint-dns',
    of: served(['spoke']),
    host: 'other.blob.core.windows.net',
    outcome: 'public-address',
  },
  {
    is: 'the second server of a network is asked where the first does not answer',
    page: 'virtual-networks-faq',
    of: server(
      server(served(['hub'], ['10.0.1.66', '10.0.1.10']), 'dead', '10.0.1.66', { forwarders: ['10.0.1.66'] }),
      'dns',
      '10.0.1.10',
      { forwarders: [azureDns] },
    ),
    outcome: 'private-address',
  },
  {
    is: 'the second server is not asked where the first answers, be it wrongly',
    page: 'virtual-networks-faq',
    of: server(served(['hub', 'spoke'], ['10.0.1.10', azureDns]), 'dns', '10.0.1.10', {}),
    outcome: 'public-address',
  },
  {
    is: 'a security rule that denies AzurePlatformDNS takes the names away',
    page: 'network-security-groups-overview',
    of: served(['spoke']).securityGroup(
      'nsg',
      [securityRule(100, 'Deny', 'Outbound', '*', 'AzurePlatformDNS')],
      'snet',
    ),
    outcome: 'no-answer',
  },
  {
    is: 'one that denies everything does not: Azure DNS is exempt',
    page: 'network-security-groups-overview',
    of: served(['spoke']).securityGroup('nsg', [securityRule(100, 'Deny', 'Outbound', '*', '*')], 'snet'),
    outcome: 'private-address',
  },
];

describe('records and servers', () => {
  it.each(records)('$is ($page)', check);

  it('of two endpoints for one target in one zone take the last and say so', () => {
    const { addresses, endpoint, assumptions } = resolve(
      served(['spoke']).add('private-endpoint', 'pe-second', 'endpoints', {
        target: 'stml',
        groupIds: ['blob'],
        privateDnsZoneGroups: [{ name: 'default', privateDnsZones: [blobZone] }],
      }),
    );
    expect({ addresses, endpoint }).toEqual({ addresses: ['10.1.2.4'], endpoint: 'pe-second' });
    expect(assumptions).toContainEqual(expect.stringContaining('Several endpoints write'));
  });

  it('tell by which record a service’s private twin is an alias', () => {
    const { outcome, hops } = resolve(
      served(['spoke'])
        .set('pe-stml-blob', noGroup)
        .privateDnsZone('contoso.internal', 'spoke')
        .set(blobZone, { recordSets: [record('stml', 'CNAME', 'data.contoso.internal')] })
        .set('contoso.internal', { recordSets: [record('data', 'A', '10.1.2.4')] }),
    );
    expect(outcome).toBe('private-address');
    expect(hops.map(({ text }) => text)).toContain(`${blobHost} is an alias of data.contoso.internal.`);
  });

  it('are asked in turn, and each refusal is told', () => {
    const { hops } = resolve(
      server(
        server(served(['hub'], ['10.0.1.66', '10.0.1.10']), 'dead', '10.0.1.66', {
          forwarders: ['10.0.1.66'],
        }),
        'dns',
        '10.0.1.10',
        { forwarders: [azureDns] },
      ),
    );
    expect(hops.map(({ outcome }) => outcome)).not.toContain('blocks');
    expect(hops.map(({ text }) => text).join(' ')).toContain('The next server is asked');
  });
});
