import { expect, it } from 'vitest';
import { edits, type ResourceId } from '#model';
import { design } from '#testing';
import { changeWords } from './change-words.ts';

const before = design()
  .virtualNetwork('vnet-ml', '10.0.0.0/16')
  .inRegion('private-dns-zone', 'zone', { virtualNetworkLinks: [] })
  .inRegion('storage-account', 'stml', {})
  .build();

it('says on a thing what would be set on it', () => {
  const id = 'stml' as ResourceId;
  const after = edits.updateResource(before, id, 'storage-account', { publicNetworkAccess: 'Disabled' });
  expect(changeWords(before, after)(id)).toEqual(['Public network access: Disabled']);
  expect(changeWords(before, before)(id)).toEqual([]);
});

it('names what a list would have more', () => {
  const id = 'zone' as ResourceId;
  const after = edits.updateResource(before, id, 'private-dns-zone', {
    virtualNetworkLinks: [{ name: 'link-ml', virtualNetwork: 'vnet-ml' as ResourceId }],
  });
  expect(changeWords(before, after)(id)).toEqual(['+ link-ml']);
});
