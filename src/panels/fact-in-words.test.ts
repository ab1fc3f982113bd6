import { expect, it } from 'vitest';
import { findResource, type ResourceId } from '#model';
import { design } from '#testing';
import { factInWords } from './fact-in-words.ts';

it('tells what a resource is, where it leads and what it is attached to', () => {
  const drawn = design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('snet-a', 'spoke', '10.1.0.0/24', { networkSecurityGroup: 'nsg' as ResourceId })
    .subnet('snet-b', 'spoke', '10.1.1.0/24', { networkSecurityGroup: 'nsg' as ResourceId })
    .add('network-security-group', 'nsg', undefined, {})
    .add('route-table', 'rt', undefined, {})
    .add('virtual-network-peering', 'peer', 'spoke', { remoteVirtualNetwork: 'hub' as ResourceId })
    .add('key-vault', 'kv', undefined, {})
    .build();
  const factOf = (id: string) => {
    const resource = findResource(drawn, id as ResourceId);
    return resource && factInWords(drawn, resource);
  };
  expect(['spoke', 'snet-a', 'nsg', 'rt', 'peer', 'kv'].map(factOf)).toEqual([
    '10.1.0.0/16',
    '10.1.0.0/24',
    'attached to snet-a and snet-b',
    'attached to nothing',
    'to hub',
    '',
  ]);
});
