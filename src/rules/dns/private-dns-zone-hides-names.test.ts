import { expect, it } from 'vitest';
import { edits, findOfKind, type ResourceId } from '#model';
import { type DesignBuilder, isolatedWorkspace, type Properties, testRule } from '#testing';
import { privateDnsZoneHidesNames } from './private-dns-zone-hides-names.ts';

/** A workspace with a further zone, linked to its network. */
const withZone = (name: string, properties: Properties<'private-dns-zone'> = {}): DesignBuilder =>
  isolatedWorkspace().add('private-dns-zone', name, undefined, {
    virtualNetworkLinks: [{ name: 'link', virtualNetwork: 'vnet-ml' }],
    ...properties,
  });

const blobEndpoint = { name: 'stml', type: 'A', values: ['10.0.2.8'] };

testRule(privateDnsZoneHidesNames, {
  valid: {
    'the zones of private endpoints alone': { design: isolatedWorkspace() },
    'a zone of the company’s own': { design: withZone('corp.contoso.com') },
    'a zone of a public name that is linked nowhere': {
      design: withZone('blob.core.windows.net', { virtualNetworkLinks: [] }),
    },
    'a zone that holds each name that is asked for': {
      design: withZone('blob.core.windows.net', {
        recordSets: [blobEndpoint, { ...blobEndpoint, name: '*' }],
      }),
      passes: 1,
    },
    'a zone of compute instances by hand, whose names nobody can list': {
      design: withZone('instances.azureml.ms', {
        recordSets: [{ name: 'ci-research.westeurope', type: 'A', values: ['10.0.2.4'] }],
      }),
    },
    'a zone that the group of an endpoint names, which is a wrong one': {
      design: withZone('vault.azure.net').set('pe-kv-ml-vault', {
        privateDnsZoneGroups: [{ name: 'default', privateDnsZones: ['vault.azure.net'] }],
      }),
    },
  },
  invalid: {
    'a zone named like the public domain of blobs': {
      design: withZone('blob.core.windows.net'),
      findings: [
        {
          at: ['blob.core.windows.net', 'vnet-ml'],
          message: 'hidden',
          text: 'blob.core.windows.net hides *.blob.core.windows.net and stml.blob.core.windows.net from vnet-ml: it has no such record',
          fix: 'Unlink the zone from vnet-ml',
        },
      ],
    },
    'a zone that hides where people and computes sign in': {
      design: withZone('microsoftonline.com', {
        recordSets: [{ name: 'www', type: 'A', values: ['10.0.0.9'] }],
      }),
      findings: [
        {
          at: ['microsoftonline.com', 'vnet-ml'],
          message: 'hidden',
          text: 'microsoftonline.com hides login.microsoftonline.com from vnet-ml: it has no such record',
        },
      ],
    },
  },
  undecided: {
    'records that an export does not list': {
      design: withZone('blob.core.windows.net').incomplete(),
      missing: ['the record sets of private DNS zone blob.core.windows.net'],
    },
  },
});

it('keeps links that were made since the fix was offered', () => {
  const before = withZone('blob.core.windows.net').virtualNetwork('vnet-other', '10.9.0.0/16').build();
  const [fix] = privateDnsZoneHidesNames.check(before).failed[0]?.fixes ?? [];
  const zone = 'blob.core.windows.net' as ResourceId;
  const other = { name: 'other', virtualNetwork: 'vnet-other' as ResourceId };
  const linked = edits.updateResource(before, zone, 'private-dns-zone', {
    virtualNetworkLinks: [{ name: 'link', virtualNetwork: 'vnet-ml' as ResourceId }, other],
  });
  const after = fix?.apply(linked, () => 'new' as ResourceId) ?? before;
  expect(findOfKind(after, zone, 'private-dns-zone')?.virtualNetworkLinks).toEqual([other]);
});
