import { describe, expect, it } from 'vitest';
import { createResource } from '#commands';
import {
  emptyDesign,
  kinds,
  type Resource,
  type ResourceId,
  type ResourceKind,
  resourceKinds,
  resourceSchemas,
} from '#model';
import type { Field } from './field.ts';
import { fieldsOf, fieldsShownFor } from './fields-of.ts';

const id = (text: string) => text as ResourceId;

/** Two networks, so that everything that joins two can be made. */
const design = {
  ...emptyDesign('d'),
  resources: ['one', 'two'].map((name) => ({
    id: id(name),
    kind: 'virtual-network' as const,
    name,
    addressPrefixes: ['10.0.0.0/16'],
  })),
};

const newResource = (kind: ResourceKind) => {
  const made = createResource(kind, design, kind === 'virtual-network-peering' ? id('one') : undefined, () =>
    id('new'),
  );
  if (!made.ok) throw new Error(made.reason);
  return made.resource;
};

/** Every part that a list of a kind can be given, nested ones included. */
const partsOf = (field: Field, present = []): Record<string, unknown>[] =>
  field.control.type === 'rows'
    ? field.control.additions.flatMap(({ make }) => {
        const part = make(design, present);
        return part ? [{ ...part }] : [];
      })
    : [];

describe('new resources and their fields', () => {
  it.each(resourceKinds)('a new %s is valid', (kind) => {
    const result = resourceSchemas[kind].safeParse(newResource(kind));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  const rowFields = resourceKinds.flatMap((kind) =>
    fieldsOf(kind).flatMap((field) => partsOf(field).map((part) => ({ kind, field, part }))),
  );
  it.each(rowFields)('what is added to $field.path of a $kind is valid', ({ kind, field, part }) => {
    const [top = '', inner] = field.path.split('.');
    const value =
      inner === undefined ? [part] : { isolationMode: 'AllowOnlyApprovedOutbound', [inner]: [part] };
    const result = resourceSchemas[kind].safeParse({ ...newResource(kind), [top]: value });
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it.each(resourceKinds)('every field of a %s is a property that the schema has', (kind) => {
    const known = Object.keys(resourceSchemas[kind].def.innerType.shape);
    for (const field of fieldsOf(kind)) expect(known).toContain(field.path.split('.')[0]);
  });

  it.each(resourceKinds)('references of a %s name kinds that exist', (kind) => {
    for (const { control } of fieldsOf(kind))
      if (control.type === 'reference' || control.type === 'references')
        for (const one of control.kinds) expect(kinds[one]).toBeDefined();
  });
});

describe('fields that are shown', () => {
  const firewall = newResource('azure-firewall');
  const paths = (more: object) =>
    fieldsShownFor({ ...firewall, ...more } as Resource).map(({ path }) => path);
  const decidedByPolicy = [
    'threatIntelMode',
    'dnsSettings.enableProxy',
    'dnsSettings.servers',
    'ruleCollections',
  ];

  it('leave out what the policy of a firewall decides', () => {
    expect(paths({ firewallPolicy: undefined })).toEqual(expect.arrayContaining(decidedByPolicy));
    const governed = paths({ firewallPolicy: 'afwp', ruleCollections: [] });
    for (const path of decidedByPolicy) expect(governed).not.toContain(path);
    expect(governed).toContain('publicIPAddresses');
  });

  it('keep what has a value although the policy decides', () => {
    expect(paths({ firewallPolicy: 'afwp', threatIntelMode: 'Deny' })).toContain('threatIntelMode');
  });
});
