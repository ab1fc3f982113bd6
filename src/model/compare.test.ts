import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DesignBuilder, isolatedWorkspace, securityRule } from '#testing';
import { compareDesigns } from './compare.ts';
import type { Design } from './design.ts';
import type { Resource } from './resource.ts';

const base = isolatedWorkspace();
const design = base.build();

/** Texts that may look like an id of the builder and are none. */
const ownTexts = new Set(['name', 'kind', 'imageBuildCompute']);

/** The same design under other ids, without its layout. */
const withOtherIds = (one: Design): Design => {
  const ids = new Map(one.resources.map(({ id }, at) => [id as string, `other-${at}`]));
  const renamed = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return ownTexts.has(key) ? value : (ids.get(value) ?? value);
    if (Array.isArray(value)) return value.map((item) => renamed(item, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, renamed(item, name)]));
  };
  return { ...one, layout: {}, resources: renamed(one.resources, '') as readonly Resource[] };
};

const told = (after: DesignBuilder, before: DesignBuilder = base) => {
  const { added, removed, changed, goals } = compareDesigns(before.build(), after.build());
  const values = ({ property, before: was, after: is }: (typeof goals)[number]) =>
    `${property}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`;
  return [
    ...added.map(({ name }) => `+ ${name}`),
    ...removed.map(({ name }) => `- ${name}`),
    ...changed.flatMap((one) => one.changes.map((change) => `${one.before.name} ${values(change)}`)),
    ...goals.map(values),
  ];
};

describe('two designs', () => {
  it('are equal whatever their order, their ids, their layout and their names', () => {
    const shuffled = fc.shuffledSubarray([...design.resources], { minLength: design.resources.length });
    fc.assert(
      fc.property(shuffled, fc.boolean(), (resources, hasOtherIds) => {
        const other = { ...design, name: 'another', resources };
        const after = hasOtherIds ? withOtherIds(other) : other;
        expect(compareDesigns(design, after)).toMatchObject({
          isEqual: true,
          added: [],
          removed: [],
          changed: [],
        });
        expect(compareDesigns(after, design).isEqual).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('are never equal where one lacks a resource, and each sees the other way round', () => {
    const containers = design.resources.filter(({ id }) =>
      design.resources.some(({ parent }) => parent === id),
    );
    const contents = design.resources.filter((one) => !containers.includes(one));
    fc.assert(
      fc.property(fc.subarray(contents), fc.boolean(), (kept, hasOtherIds) => {
        const resources = [...kept, ...containers];
        const less = hasOtherIds ? withOtherIds({ ...design, resources }) : { ...design, resources };
        const one = compareDesigns(design, less);
        const other = compareDesigns(less, design);
        expect(one.isEqual).toBe(resources.length === design.resources.length);
        expect(one.removed).toHaveLength(design.resources.length - resources.length);
        expect(other.added).toEqual(one.removed);
        expect(other.isEqual).toBe(one.isEqual);
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, DesignBuilder, readonly string[]]>([
    ['an added resource', base.inRegion('key-vault', 'kv-new'), ['+ kv-new']],
    [
      'a removed resource and what loses it',
      base.remove('nat-ml').set('snet-training', { natGateway: undefined }),
      ['- nat-ml', 'snet-training natGateway: "westeurope/nat-ml" → undefined'],
    ],
    [
      'a changed property',
      base.set('vnet-ml', { addressPrefixes: ['10.0.0.0/16', '10.9.0.0/16'] }),
      ['vnet-ml addressPrefixes: ["10.0.0.0/16"] → ["10.0.0.0/16","10.9.0.0/16"]'],
    ],
    [
      'one part of one rule of a list',
      base.set('nsg-endpoints', { securityRules: [securityRule(100, 'Deny', 'Inbound', '*', '*')] }),
      [
        'nsg-endpoints securityRules/Deny-Inbound-100: undefined → {"access":"Deny","destinationAddressPrefixes":["*"],"destinationPortRanges":["*"],"direction":"Inbound","name":"Deny-Inbound-100","priority":100,"protocol":"*","sourceAddressPrefixes":["*"],"sourcePortRanges":["*"]}',
      ],
    ],
    [
      'a name that is found again by its id, with what lies in it',
      base.set('vnet-ml', { name: 'vnet-two' }),
      ['vnet-ml name: "vnet-ml" → "vnet-two"'],
    ],
    ['the spelling of a name: no difference', base.set('vnet-ml', { name: 'VNet-ML' }), []],
    [
      'the order of a set: no difference',
      base.set('mlw', { ipAllowlist: ['2.2.2.2', '1.1.1.1'] }),
      ['mlw ipAllowlist: undefined → ["1.1.1.1","2.2.2.2"]'],
    ],
    [
      'the order of DNS servers',
      base.set('vnet-ml', { dnsServers: ['10.0.2.5', '10.0.2.4'] }),
      ['vnet-ml dnsServers: undefined → ["10.0.2.5","10.0.2.4"]'],
    ],
    [
      'a part named as objects name theirs',
      base.set('crml', { tags: { constructor: 'x' } }),
      ['crml tags: undefined → {"constructor":"x"}'],
    ],
    [
      'a goal that was not the strictest',
      base.goals({ workspace: 'public' }),
      ['workspace: "private" → "public"'],
    ],
    ['a goal stated as it was taken: no difference', base.goals({ workspace: 'private' }), []],
  ])('differ by %s', (_, after, expected) => {
    expect(told(after)).toEqual(expected);
  });

  it('tell the order of servers from the order of a set', () => {
    const servers = (...dnsServers: readonly string[]) => base.set('vnet-ml', { dnsServers });
    expect(told(servers('10.0.2.5', '10.0.2.4'), servers('10.0.2.4', '10.0.2.5'))).toHaveLength(1);
    const allowed = (...ipAllowlist: readonly string[]) => base.set('mlw', { ipAllowlist });
    expect(told(allowed('1.1.1.1', '2.2.2.2'), allowed('2.2.2.2', '1.1.1.1'))).toEqual([]);
  });

  it('tell namesakes apart by what they are, and by their Azure resource ids', () => {
    const pair = (first: string, second: string) =>
      base
        .inRegion('key-vault', 'kv', { publicNetworkAccess: first === 'a' ? 'Disabled' : 'Enabled' })
        .inRegion('key-vault', 'kv', { publicNetworkAccess: second === 'a' ? 'Disabled' : 'Enabled' });
    expect(told(pair('b', 'a'), pair('a', 'b'))).toEqual([]);
    expect(told(pair('a', 'a'), pair('a', 'b'))).toEqual(['kv publicNetworkAccess: "Enabled" → "Disabled"']);
    const of = (subscription: string) =>
      base.set('kv-ml', { azureId: `/subscriptions/${subscription}/kv-ml` });
    expect(told(of('S'), of('s'))).toEqual([]);
    expect(told(of('other'), of('s'))).toEqual([]);
  });

  it('see which of two namesakes is pointed at', () => {
    const pointing = (at: string) =>
      base
        .inRegion('route-table', 'rt', { routes: [] })
        .inRegion('route-table', 'rt', { routes: [], disableBgpRoutePropagation: true })
        .set('snet-training', { routeTable: at });
    const [first, second] = ['rt', 'westeurope/rt'];
    expect(told(pointing(second), pointing(first))).toHaveLength(1);
  });
});
