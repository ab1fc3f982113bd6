import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resourceKinds } from '#model';
import {
  catalogEntries,
  clouds,
  delegatedSubnets,
  doubtOf,
  fetchCommandFor,
  fetchCommands,
  fixedSubnets,
  graphQueryCommand,
  managedNetworkModes,
  managedNetworkTargets,
  placementRules,
  platformLimits,
  privateLinkServiceOf,
  privateLinkServices,
  requiredInbound,
  requiredOutbound,
  requiredSubnetOutbound,
  type Sourced,
  serviceEndpoints,
  serviceTags,
  settings,
  sources,
  subresourceOf,
  workspaceDependencies,
} from './index.ts';

const host = z.string().regex(/^(\*\.)?[a-z0-9{}-]+(\.[a-z0-9{}-]+)+$/);
const perCloud = <T extends z.ZodType>(item: T) =>
  z.strictObject({ public: item, 'us-government': item, china: item });
const source = z.enum(Object.keys(sources));
const page = z.strictObject({
  title: z.string().min(5),
  url: z.url({ protocol: /^https$/ }),
  checkedOn: z.iso.date(),
  pageDate: z.iso.date().optional(),
});
const sentence = z.string().regex(/^[A-Z].*\.$/);
const doubts = {
  isUnverified: z.literal(true).optional(),
  unverified: z.array(z.string()).min(1).optional(),
  disagreements: z
    .array(z.strictObject({ value: z.string().min(1), source, note: sentence }))
    .min(1)
    .optional(),
};
const provenance = { ...doubts, sources: z.array(source).min(1) };
const flag = z.boolean().optional();
const kind = z.enum(resourceKinds);
const count = z.number().int().positive();

const subresource = z.strictObject({
  ...doubts,
  groupId: z.string().min(1),
  zones: perCloud(z.array(z.string().regex(/^[a-z0-9{}.-]+$/))),
  forwardedSuffixes: perCloud(z.array(z.string().regex(/^(?!privatelink\.)[a-z0-9{}.-]+$/))),
  hosts: perCloud(
    z.array(
      z.strictObject({
        host,
        zone: z.string(),
        member: z.string(),
        record: z.string().min(1).optional(),
        part: z.enum(['compute-instance', 'managed-online-endpoint']).optional(),
        isSeldom: z.literal(true).optional(),
      }),
    ),
  ),
  addresses: count,
  addressesWhy: z.string().min(5),
  addressesPer: z.strictObject({ what: z.enum(['replica', 'region']), count }).optional(),
  addressesOfKind: z.record(z.string(), count).optional(),
  zonesOfKind: z.record(z.string(), z.array(z.string().startsWith('privatelink.')).min(1)).optional(),
  members: z.array(z.string()),
  alsoNeeds: z.array(z.string()).min(1).optional(),
});
const service = z.strictObject({
  ...provenance,
  kind: z.string(),
  armType: z.string().regex(/^Microsoft\.\w+\/\w+$/),
  title: z.string(),
  serviceTag: z.string().optional(),
  serviceEndpoint: z
    .string()
    .regex(/^Microsoft\./)
    .optional(),
  constraints: z
    .array(
      z.strictObject({
        text: sentence,
        property: z.string().optional(),
        allowed: z.array(z.string()).optional(),
        refused: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .optional(),
  subresources: z.record(z.string(), subresource),
});
const protocol = z.enum(['Tcp', 'Udp', 'Any']);
const outbound = z.strictObject({
  ...provenance,
  id: z.string(),
  purpose: z.string(),
  serviceTag: z.string().optional(),
  isRegional: z.boolean(),
  hosts: perCloud(z.array(host).min(1)),
  protocol,
  ports: z.array(count).min(1),
  access: z.enum(['read-only', 'read-write', 'not-classified']),
  underExfiltrationPrevention: z.enum(['stays', 'filtered-by-policy', 'by-host-name']).optional(),
  computes: z.array(z.strictObject({ kind, when: z.string().optional() })).min(1),
  isOfNodes: z.literal(true).optional(),
  isOptional: flag,
  software: z.string().optional(),
});
const subnetTraffic = {
  ...provenance,
  id: z.string(),
  purpose: z.string(),
  kinds: z.array(kind).min(1),
  from: z.string(),
  to: z.string(),
  protocol,
  ports: z.array(z.string().regex(/^\d+(-\d+)?$/)).min(1),
  isOptional: flag,
};
const inbound = z.strictObject({
  ...subnetTraffic,
  when: z.enum(['public-ip', 'application-gateway-v1', 'application-gateway-v2']).optional(),
});
const prefixLength = z.number().int().min(8).max(29).optional();

const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);
const named = (table: Readonly<Record<string, readonly Sourced[]>>) =>
  Object.entries(table).flatMap(([about, entries]) => entries.map((entry) => [about, entry] as const));

describe('the catalogue', () => {
  it.each(named(catalogEntries))('says where an entry about %s comes from', (_, entry) => {
    z.looseObject(provenance).parse(entry);
  });

  it.each(privateLinkServices)('describes $title in the shape of a service', (entry) => {
    service.parse(entry);
    for (const [groupId, one] of Object.entries(entry.subresources)) expect(one.groupId).toBe(groupId);
  });

  it.each(requiredOutbound)('describes what $id needs in the shape of an outbound requirement', (entry) => {
    outbound.parse(entry);
  });

  it.each(requiredInbound)('describes what $id needs in the shape of an inbound requirement', (entry) => {
    inbound.parse(entry);
  });

  it.each(requiredSubnetOutbound)('describes what $id lets out in the shape of subnet traffic', (entry) => {
    z.strictObject(subnetTraffic).parse(entry);
  });

  it.each([...fixedSubnets, ...delegatedSubnets])('gives subnets lengths that Azure knows: %o', (entry) => {
    z.looseObject({
      minimumPrefixLength: prefixLength,
      maximumPrefixLength: prefixLength,
      advisedPrefixLength: prefixLength,
      kinds: z.array(kind),
    }).parse(entry);
    const { minimumPrefixLength = 29, advisedPrefixLength = 8 } = entry;
    expect(advisedPrefixLength).toBeLessThanOrEqual(minimumPrefixLength);
  });

  it('cites only pages that have an address and the day they were read', () => {
    for (const cited of Object.values(sources)) page.parse(cited);
  });

  it('doubts only properties that an entry has', () => {
    const holders: readonly object[] = [
      ...named(catalogEntries).map(([, entry]) => entry),
      ...privateLinkServices.flatMap((one) => Object.values(one.subresources)),
    ];
    for (const holder of holders)
      for (const path of 'unverified' in holder ? (holder.unverified as readonly string[]) : []) {
        const found = path
          .split('.')
          .reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], holder);
        expect(found, path).toBeDefined();
      }
  });

  it('names nothing twice', () => {
    const names = [
      privateLinkServices.map((one) => one.kind),
      privateLinkServices.map((one) => one.armType),
      ids(requiredOutbound),
      ids(requiredInbound),
      ids(requiredSubnetOutbound),
      ids(platformLimits),
      ids(placementRules),
      fixedSubnets.map((one) => one.name),
      serviceEndpoints.map((one) => one.service),
      managedNetworkModes.map((one) => one.mode),
      settings.map((one) => `${one.kind}.${one.property}`),
      fetchCommands.map((one) => one.fills),
      serviceTags.map((tag) => tag.toLowerCase()),
    ];
    for (const list of names) expect(new Set(list).size, list.join(', ')).toBe(list.length);
  });

  it('speaks of services by model kind where there is one, else by ARM type', () => {
    const known: readonly string[] = resourceKinds;
    for (const { kind: one, armType } of privateLinkServices)
      expect(one === armType || known.includes(one), one).toBe(true);
    for (const one of managedNetworkTargets.kinds) expect(privateLinkServiceOf(one), one).toBeDefined();
    for (const one of settings) expect(known).toContain(one.kind);
  });

  it('only asks for tags that are known, and a host lies in a zone of its sub-resource', () => {
    const known = serviceTags.map((tag) => tag.toLowerCase());
    for (const { serviceTag } of [...requiredOutbound, ...serviceEndpoints, ...privateLinkServices])
      if (serviceTag !== undefined) expect(known).toContain(serviceTag.toLowerCase());
    for (const one of privateLinkServices.flatMap((entry) => Object.values(entry.subresources)))
      for (const cloud of clouds)
        for (const { zone } of one.hosts[cloud]) expect(one.zones[cloud]).toContain(zone);
  });

  it('knows every service endpoint that a service has, and every sub-resource that a workspace needs', () => {
    const known = serviceEndpoints.map((one) => one.service);
    for (const { serviceEndpoint } of privateLinkServices)
      if (serviceEndpoint !== undefined) expect(known).toContain(serviceEndpoint);
    for (const one of workspaceDependencies)
      expect(subresourceOf(one.kind, one.groupId), one.groupId).toBeDefined();
  });

  it('knows nothing of a service that is not there', () => {
    expect(privateLinkServiceOf('Microsoft.Nothing/things')).toBeUndefined();
    expect(subresourceOf('storage-account', 'tape')).toBeUndefined();
  });
});

describe('doubt', () => {
  const doubt = 'No page that was read confirms this fact: check it before you rely on it';

  it.each([
    ['an entry that pages confirm', {}, undefined, undefined],
    ['an entry that no page confirms', { isUnverified: true }, undefined, doubt],
    ['any property of such an entry', { isUnverified: true }, 'size', doubt],
    ['a property that no page confirms', { unverified: ['size'] }, 'size', doubt],
    ['another property of the same entry', { unverified: ['size'] }, 'name', undefined],
    [
      'the entry as a whole of which one property is in doubt',
      { unverified: ['size'] },
      undefined,
      undefined,
    ],
  ] as const)('%s', (_, entry, property, expected) => {
    expect(doubtOf(entry, property)).toBe(expected);
  });
});

describe('fetch commands', () => {
  it('put the resource id into the address, or a placeholder for it', () => {
    const id = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe';
    expect(fetchCommandFor('private-endpoint.privateDnsZoneGroups', id)).toBe(
      `az rest --method get --url "https://management.azure.com${id}/privateDnsZoneGroups?api-version=2024-05-01"`,
    );
    expect(fetchCommandFor('private-endpoint.privateDnsZoneGroups')).toContain(
      '<resource id>/privateDnsZoneGroups',
    );
    expect(fetchCommandFor('moon.craters')).toBeUndefined();
  });

  it('page through the whole estate a thousand rows at a time', () => {
    expect(graphQueryCommand).toContain('--first 1000');
    expect(graphQueryCommand).toContain('--skip-token "$token"');
    expect(graphQueryCommand).toContain('order by id asc');
  });
});
