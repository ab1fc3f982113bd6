import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json-object.ts';
import { NoteBook } from '../note-book.ts';
import { readIsoplan } from './isoplan.ts';

const network = { id: 'vnet', name: 'vnet', kind: 'virtual-network', addressPrefixes: ['10.0.0.0/16'] };

const opened = (resources: readonly object[]) => {
  const notes = new NoteBook();
  const file = {
    schemaVersion: 1,
    name: 'Design',
    source: { format: 'isoplan', complete: true },
    goals: {},
    resources,
    layout: {},
    accepted: [],
    expectations: [],
  } as unknown as JsonObject;
  const { source, resources: read } = readIsoplan(file, 'file', notes);
  return { isComplete: source.complete, read, notes: notes.list().map(({ what }) => what) };
};

const incomplete = 'The design is taken as incomplete';

describe('a saved design', () => {
  it('is complete where all of it can be read', () =>
    expect(opened([network])).toMatchObject({ isComplete: true, notes: [] }));

  it.each<[string, object]>([
    ['a resource of a kind that is not known', { id: 'subnet', name: 'snet', kind: 'wat' }],
    ['a resource without what makes it one', { kind: 'subnet', name: 'snet' }],
    ['a list that is none', { ...network, id: 'other', addressPrefixes: '10.1.0.0/16' }],
  ])('is no proof that things do not exist once it has lost %s', (_, resource) => {
    const { isComplete, notes } = opened([network, resource]);
    expect(isComplete).toBe(false);
    expect(notes).toContain(incomplete);
  });

  it('stays complete where what is left out is there twice', () =>
    expect(opened([network, network])).toMatchObject({ isComplete: true }));

  it('has what its container cannot hold in the nearest one around that can', () => {
    const region = { id: 'region', name: 'westeurope', kind: 'region' };
    const balancer = {
      id: 'lb',
      name: 'lb',
      kind: 'load-balancer',
      parent: 'vnet',
      frontendIPConfigurations: [],
    };
    const { read, notes } = opened([region, { ...network, parent: 'region' }, balancer]);
    expect(read.find(({ id }) => id === 'lb')?.parent).toBe('region');
    expect(notes).toEqual(['Place of lb']);
  });
});
