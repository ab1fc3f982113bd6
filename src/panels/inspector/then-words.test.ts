import { describe, expect, it } from 'vitest';
import { edits, findResource, type ResourceId } from '#model';
import { design } from '#testing';
import { fieldsOf } from './fields/fields-of.ts';
import { thenWords } from './then-words.ts';

const before = design()
  .virtualNetwork('hub', '10.0.0.0/16')
  .subnet('snet', 'hub', '10.0.0.0/24')
  .inRegion('route-table', 'rt', { routes: [] })
  .build();
const id = 'snet' as ResourceId;
const after = edits.updateResource(before, id, 'subnet', {
  routeTable: 'rt' as ResourceId,
  defaultOutboundAccess: false,
  serviceEndpoints: [{ service: 'Microsoft.Storage' }],
});

const told = () => {
  const [was, is] = [findResource(before, id), findResource(after, id)];
  if (!was || !is) throw new Error('There is no subnet');
  return fieldsOf('subnet').flatMap((field) => {
    const words = thenWords(field, was, is, after);
    return words === undefined ? [] : [`${field.label}: ${words}`];
  });
};

describe('what a field would say after a fix', () => {
  it('is told of what changes alone, in the words of its control', () => {
    expect([...told()].sort()).toEqual([
      'Default outbound access: Off',
      'Route table: rt',
      'Service endpoints: + Microsoft.Storage',
    ]);
  });
});
