import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { type Design, designSchema, emptyDesign } from './design.ts';
import * as edits from './edits.ts';
import { ancestorsOf, childrenOf, enclosing, findResource, referenceKeys, referencesOf } from './queries.ts';
import { type Resource, resourceSchemas } from './resource.ts';
import { type ResourceId, resourceId } from './resource-base.ts';

const id = (text: string) => text as ResourceId;

const resources: readonly Resource[] = [
  { id: id('r'), kind: 'region', name: 'westeurope' },
  { id: id('hub'), kind: 'virtual-network', name: 'hub', parent: id('r'), addressPrefixes: ['10.0.0.0/16'] },
  {
    id: id('spoke'),
    kind: 'virtual-network',
    name: 'spoke',
    parent: id('r'),
    addressPrefixes: ['10.1.0.0/16'],
  },
  {
    id: id('s'),
    kind: 'subnet',
    name: 'snet',
    parent: id('spoke'),
    addressPrefixes: ['10.1.0.0/24'],
    networkSecurityGroup: id('nsg'),
    serviceEndpointPolicies: [id('sep')],
  },
  { id: id('nsg'), kind: 'network-security-group', name: 'nsg', parent: id('r'), securityRules: [] },
  { id: id('sep'), kind: 'service-endpoint-policy', name: 'sep', parent: id('r'), definitions: [] },
  {
    id: id('st'),
    kind: 'storage-account',
    name: 'st',
    parent: id('r'),
    networkAcls: { virtualNetworkRules: [id('s')] },
  },
  { id: id('e'), kind: 'private-endpoint', name: 'e', parent: id('s'), target: id('st'), groupIds: ['blob'] },
  {
    id: id('z'),
    kind: 'private-dns-zone',
    name: 'privatelink.blob.core.windows.net',
    virtualNetworkLinks: [
      { name: 'hub', virtualNetwork: id('hub') },
      { name: 'spoke', virtualNetwork: id('spoke') },
    ],
  },
  {
    id: id('p'),
    kind: 'virtual-network-peering',
    name: 'p',
    parent: id('hub'),
    remoteVirtualNetwork: id('spoke'),
  },
];

const freeze = <T>(value: T): T => {
  if (value && typeof value === 'object') for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
};

const sample = (): Design => freeze({ ...emptyDesign('sample'), resources });

describe('edits', () => {
  it('start from a design that its own schema accepts', () => {
    expect(designSchema.parse(sample())).toEqual(sample());
  });

  it('removing a network removes what lies in it, its half peerings and every link to it', () => {
    const after = edits.removeResource(sample(), id('spoke'));
    expect(after.resources.map((resource) => resource.id).sort()).toEqual([
      'hub',
      'nsg',
      'r',
      'sep',
      'st',
      'z',
    ]);
    expect(findResource(after, id('z'))).toMatchObject({
      virtualNetworkLinks: [{ name: 'hub', virtualNetwork: 'hub' }],
    });
    expect(findResource(after, id('st'))).toMatchObject({ networkAcls: { virtualNetworkRules: [] } });
  });

  it('removing an attachment leaves what it was attached to', () => {
    const after = edits.removeResource(sample(), id('nsg'));
    expect(findResource(after, id('s'))).not.toHaveProperty('networkSecurityGroup');
    expect(findResource(after, id('s'))).toMatchObject({ serviceEndpointPolicies: ['sep'] });
  });

  it('removing any one resource leaves nothing that names it, and a valid design', () => {
    fc.assert(
      fc.property(fc.constantFrom(...resources.map((resource) => resource.id)), (removed) => {
        const after = edits.removeResource(sample(), removed);
        expect(findResource(after, removed)).toBeUndefined();
        for (const resource of after.resources) {
          expect(referencesOf(resource)).not.toContain(removed);
          expect(resource.parent).not.toBe(removed);
        }
        expect(designSchema.safeParse(after).success).toBe(true);
      }),
    );
  });

  it('moving a resource forgets where it was drawn, and moving it to where it lies changes nothing', () => {
    const placed = edits.placeResource(sample(), id('e'), { x: 1, y: 2, width: 3, height: 4 });
    const moved = edits.moveResource(placed, id('e'), id('hub'));
    expect(moved.layout).toEqual({});
    expect(findResource(moved, id('e'))?.parent).toBe('hub');
    expect(edits.moveResource(placed, id('e'), id('s'))).toBe(placed);
  });

  it('setting a property to undefined removes it', () => {
    const after = edits.updateResource(sample(), id('s'), 'subnet', { networkSecurityGroup: undefined });
    expect(findResource(after, id('s'))).not.toHaveProperty('networkSecurityGroup');
  });

  it('refuse an id that is taken, one that is missing and a kind that is wrong, naming it', () => {
    expect(() => edits.addResource(sample(), resources[0] as Resource)).toThrow('r exists already');
    expect(() => edits.updateResource(sample(), id('x'), 'subnet', {})).toThrow('No resource x');
    expect(() => edits.updateResource(sample(), id('r'), 'subnet', {})).toThrow('is a region, not a subnet');
  });

  it('find a name that no sibling bears', () => {
    expect(edits.freeName(sample(), id('r'), 'NSG')).toBe('NSG-2');
    expect(edits.freeName(sample(), id('r'), 'other')).toBe('other');
  });

  it('begin a name as most of its kind begin, else as is usual', () => {
    const named = (...names: string[]) => ({
      ...emptyDesign('d'),
      resources: names.map(
        (name, at): Resource => ({ id: id(`e${at}`), kind: 'private-endpoint', name, groupIds: [] }),
      ),
    });
    const stem = (...names: string[]) => edits.nameStem(named(...names), 'private-endpoint', ['pe', 'pep']);
    expect(stem()).toBe('pe');
    expect(stem('endpoint-1')).toBe('pe');
    expect(stem('PEP-kv', 'pep-st', 'pe-acr')).toBe('pep');
  });
});

describe('queries', () => {
  it('walk outwards from a resource', () => {
    expect(ancestorsOf(sample(), id('e')).map((one) => one.id)).toEqual(['s', 'spoke', 'r']);
    expect(enclosing(sample(), id('e'), 'virtual-network')?.name).toBe('spoke');
    expect(childrenOf(sample(), undefined).map((one) => one.id)).toEqual(['r', 'z']);
  });

  it('end where containers contain each other', () => {
    const loop = (own: string, parent: string): Resource => ({
      id: id(own),
      kind: 'virtual-network',
      name: own,
      parent: id(parent),
      addressPrefixes: [],
    });
    const design = { ...emptyDesign('loop'), resources: [loop('a', 'b'), loop('b', 'a')] };
    expect(ancestorsOf(design, id('a')).map((one) => one.id)).toEqual(['b']);
    expect(edits.removeResource(design, id('a')).resources).toEqual([]);
  });

  it('know every property that holds a resource id, as the schemas say', () => {
    const found = new Set<string>();
    const visit = (schema: unknown, key: string): void => {
      if (schema === resourceId) found.add(key);
      else if (schema instanceof z.ZodMiniObject)
        for (const [name, part] of Object.entries(schema.shape)) visit(part, name);
      else if (schema instanceof z.ZodMiniArray) visit(schema.def.element, key);
      else if (schema instanceof z.ZodMiniReadonly || schema instanceof z.ZodMiniOptional)
        visit(schema.def.innerType, key);
      else if (schema instanceof z.ZodMiniDiscriminatedUnion)
        for (const part of schema.def.options) visit(part, key);
    };
    for (const schema of Object.values(resourceSchemas)) visit(schema, '');
    for (const own of ['id', 'parent']) found.delete(own);
    expect([...referenceKeys].sort()).toEqual([...found].sort());
  });
});
