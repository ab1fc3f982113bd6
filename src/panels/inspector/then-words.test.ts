import { describe, expect, it } from 'vitest';
import { type Design, edits, findResource, type ResourceId } from '#model';
import { design } from '#testing';
import { fieldsOf } from './fields/fields-of.ts';
import { thenOf } from './then-words.ts';

const rule = {
  name: 'allow-web',
  priority: 3999,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
} as const;
const ends = {
  sourceAddressPrefixes: ['VirtualNetwork'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['Internet'],
  destinationPortRanges: ['443'],
};
const before = design()
  .virtualNetwork('hub', '10.0.0.0/16')
  .subnet('snet', 'hub', '10.0.0.0/24', { serviceEndpoints: [{ service: 'Microsoft.Sql' }] })
  .inRegion('route-table', 'rt', { routes: [] })
  .inRegion('network-security-group', 'nsg', { securityRules: [] })
  .inRegion('private-dns-zone', 'zone-a')
  .inRegion('private-dns-zone', 'zone-b')
  .add('private-endpoint', 'pe', 'snet', {
    privateDnsZoneGroups: [{ name: 'default', privateDnsZones: ['zone-a'] }],
  })
  .build();
const [snet, nsg] = ['snet' as ResourceId, 'nsg' as ResourceId];

function told(id: ResourceId, after: Design): readonly string[] {
  const [was, is] = [findResource(before, id), findResource(after, id)];
  if (!was || !is) throw new Error('It is not there');
  return fieldsOf(was.kind)
    .flatMap((field) =>
      thenOf(field, [was, before], [is, after]).map(
        ({ sign, words, was: past }) =>
          `${field.label}: ${past === undefined ? '' : `${past} `}${sign} ${words}`,
      ),
    )
    .sort();
}

describe('what a field would say after a fix', () => {
  it('is told of what changes alone, in the words of its control, and names what comes and goes', () => {
    const after = edits.updateResource(before, snet, 'subnet', {
      routeTable: 'rt' as ResourceId,
      defaultOutboundAccess: false,
      serviceEndpoints: [{ service: 'Microsoft.Storage' }],
    });
    expect(told(snet, after)).toEqual([
      'Default outbound access: Not set → Off',
      'Route table: Not set → rt',
      'Service endpoints: + Microsoft.Storage',
      'Service endpoints: − Microsoft.Sql',
    ]);
  });

  it('says of a rule what it does', () => {
    const after = edits.updateResource(before, nsg, 'network-security-group', {
      securityRules: [{ ...rule, ...ends }],
    });
    expect(told(nsg, after)).toEqual([
      'Security rules: + Outbound 3999: Allow TCP 443 to Internet, from VirtualNetwork',
    ]);
  });

  it('says by what a list grows that a part of another holds', () => {
    const pe = 'pe' as ResourceId;
    const zones = ['zone-a', 'zone-b'] as ResourceId[];
    const after = edits.updateResource(before, pe, 'private-endpoint', {
      privateDnsZoneGroups: [{ name: 'default', privateDnsZones: zones }],
    });
    expect(told(pe, after)).toEqual(['Private DNS zone group: + zone-b']);
  });
});
