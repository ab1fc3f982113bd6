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
import { design as builder } from '#testing';
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

describe('what can be added to a list', () => {
  const rowsOf = (kind: ResourceKind, path: string) => {
    const control = fieldsOf(kind).find((field) => field.path === path)?.control;
    if (control?.type !== 'rows') throw new Error(`${path} of a ${kind} is no list of parts`);
    return control;
  };

  it('is a route to a prefix that the table has not, which takes each once', () => {
    const { additions, faultOf } = rowsOf('route-table', 'routes');
    const first = additions[0]?.make(design, []) ?? {};
    const second = additions[0]?.make(design, [first]) ?? {};
    expect([first.addressPrefix, second.addressPrefix]).toEqual(['0.0.0.0/0', '10.0.0.0/8']);
    expect(faultOf?.([first, second])).toBeUndefined();
    expect(faultOf?.([first, { ...second, addressPrefix: '0.0.0.0/0' }])).toContain('0.0.0.0/0 already');
  });

  it('is of the type that a rule collection holds', () => {
    const [rules] = rowsOf('azure-firewall', 'ruleCollections').fields({}).slice(-1);
    if (rules?.control.type !== 'rows') throw new Error('A collection has no rules');
    const { additions } = rules.control;
    const offered = (...types: readonly string[]) =>
      additions
        .filter(({ fits }) => fits?.(types.map((ruleType) => ({ ruleType }))))
        .map(({ title }) => title);
    expect(offered()).toHaveLength(3);
    expect(offered('ApplicationRule')).toEqual(['Add application rule']);
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

  it('leave out what a managed network without the choice of a firewall has no use for', () => {
    const shown = (isolationMode: string) =>
      fieldsShownFor({ ...newResource('workspace'), managedNetwork: { isolationMode } } as Resource).map(
        ({ path }) => path,
      );
    const [sku, rules] = ['managedNetwork.firewallSku', 'managedNetwork.outboundRules'];
    expect(shown('Disabled')).not.toContain(sku);
    expect(shown('Disabled')).not.toContain(rules);
    expect(shown('AllowInternetOutbound')).not.toContain(sku);
    expect(shown('AllowInternetOutbound')).toContain(rules);
    expect(shown('AllowOnlyApprovedOutbound')).toEqual(expect.arrayContaining([sku, rules]));
  });

  it('ask a service for no more of a firewall than Azure gives it, and show what a file says nevertheless', () => {
    const rules = (kind: ResourceKind, more: object = {}) =>
      fieldsShownFor({ ...newResource(kind), ...more } as Resource).flatMap(({ path }) =>
        path.startsWith('networkAcls.') ? path.slice('networkAcls.'.length) : [],
      );
    expect(rules('data-factory')).toEqual([]);
    expect(rules('sql-server')).toEqual(['virtualNetworkRules', 'ipRules']);
    expect(rules('key-vault')).not.toContain('resourceAccessRules');
    expect(rules('storage-account')).toContain('resourceAccessRules');
    expect(rules('sql-server', { networkAcls: { defaultAction: 'Deny' } })).toContain('defaultAction');
  });

  it('keep what has a value although the policy decides', () => {
    expect(paths({ firewallPolicy: 'afwp', threatIntelMode: 'Deny' })).toContain('threatIntelMode');
  });
});

describe('the records of a zone', () => {
  const zone = 'privatelink.vaultcore.azure.net';
  const built = builder()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .inRegion('key-vault', 'kv')
    .privateEndpoint('kv', 'vault', 'snet', [zone])
    .set(zone, { recordSets: [] })
    .build();

  it('are told with whose they are, also where none was written by hand', () => {
    const holder = built.resources.find((one) => one.kind === 'private-dns-zone');
    const control = fieldsOf('private-dns-zone').find(({ path }) => path === 'recordSets')?.control;
    if (!holder || control?.type !== 'rows') throw new Error('No list of records');
    expect(control.absentOf?.(built, holder)).toEqual({
      words: '1 by a zone group',
      from: ['pe-kv-vault'],
    });
  });
});
