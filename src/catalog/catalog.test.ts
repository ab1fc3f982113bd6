import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resourceKinds } from '#model';
import {
  clouds,
  defaultSecurityRules,
  delegatedSubnets,
  fetchCommandFor,
  fetchCommands,
  fixedSubnetOf,
  fixedSubnets,
  forbiddenPrefixes,
  graphQueryCommand,
  platformLimits,
  privateLinkServiceOf,
  privateLinkServices,
  requiredInbound,
  requiredOutbound,
  serviceTags,
  sources,
  subresourceOf,
  zonesOf,
} from './index.ts';

const host = z.string().regex(/^(\*\.)?[a-z0-9{}-]+(\.[a-z0-9{}-]+)+$/);
const perCloud = <T extends z.ZodType>(item: T) =>
  z.strictObject({ public: item, 'us-government': item, china: item });
const source = z.strictObject({
  title: z.string().min(5),
  url: z.url({ protocol: /^https$/ }),
  checkedOn: z.iso.date(),
  pageDate: z.iso.date().optional(),
});
const pages = z.array(source).min(1);
const flag = z.boolean().optional();

const subresource = z.strictObject({
  groupId: z.string().min(1),
  zones: perCloud(z.array(z.string().regex(/^[a-z0-9{}.-]+$/))),
  forwardedSuffixes: perCloud(z.array(z.string().regex(/^(?!privatelink\.)[a-z0-9{}.-]+$/))),
  hosts: perCloud(
    z.array(
      z.strictObject({
        host,
        zone: z.string(),
        member: z.string(),
        record: z.string().optional(),
        part: z.enum(['compute-instance', 'managed-online-endpoint']).optional(),
      }),
    ),
  ),
  addresses: z.number().int().positive(),
  addressesWhy: z.string().min(5),
  members: z.array(z.string()),
  isUnverified: flag,
});
const service = z.strictObject({
  kind: z.string(),
  armType: z.string().regex(/^Microsoft\.\w+\/\w+$/),
  title: z.string(),
  serviceTag: z.string().optional(),
  serviceEndpoint: z
    .string()
    .regex(/^Microsoft\./)
    .optional(),
  subresources: z.record(z.string(), subresource),
  sources: pages,
});
const protocol = z.enum(['Tcp', 'Udp', 'Any']);
const outbound = z.strictObject({
  id: z.string(),
  purpose: z.string(),
  serviceTag: z.string().optional(),
  isRegional: z.boolean(),
  hosts: perCloud(z.array(host).min(1)),
  protocol,
  ports: z.array(z.number().int().positive()).min(1),
  access: z.enum(['read-only', 'read-write', 'not-classified']),
  computes: z.array(z.strictObject({ kind: z.enum(resourceKinds), when: z.string().optional() })).min(1),
  isOptional: flag,
  software: z.string().optional(),
  isUnverified: flag,
  sources: pages,
});
const inbound = z.strictObject({
  id: z.string(),
  purpose: z.string(),
  kinds: z.array(z.enum(resourceKinds)).min(1),
  when: z.literal('public-ip').optional(),
  from: z.string(),
  protocol,
  ports: z.array(z.string().regex(/^\d+(-\d+)?$/)).min(1),
  isOptional: flag,
  isUnverified: flag,
  sources: pages,
});

const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);

describe('the catalogue', () => {
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

  it('cites only pages that have an address and the day they were read', () => {
    for (const page of Object.values(sources)) source.parse(page);
    const cited = [fixedSubnets, delegatedSubnets, forbiddenPrefixes, platformLimits, fetchCommands].flat();
    for (const entry of cited) pages.parse(entry.sources);
  });

  it('names nothing twice', () => {
    const names = [
      privateLinkServices.map((one) => one.kind),
      privateLinkServices.map((one) => one.armType),
      ids(requiredOutbound),
      ids(requiredInbound),
      ids(platformLimits),
      fixedSubnets.map((one) => one.name),
      fetchCommands.map((one) => one.fills),
      serviceTags.map((tag) => tag.toLowerCase()),
    ];
    for (const list of names) expect(new Set(list).size, list.join(', ')).toBe(list.length);
  });

  it('speaks of services by model kind where there is one, else by ARM type', () => {
    for (const { kind, armType } of privateLinkServices)
      expect(kind === armType || (resourceKinds as readonly string[]).includes(kind), kind).toBe(true);
  });

  it('only asks for outbound tags that are known, and a host lies in a zone of its sub-resource', () => {
    const known = serviceTags.map((tag) => tag.toLowerCase());
    for (const { serviceTag } of requiredOutbound)
      if (serviceTag !== undefined) expect(known).toContain(serviceTag.toLowerCase());
    for (const one of privateLinkServices.flatMap((entry) => Object.values(entry.subresources)))
      for (const cloud of clouds)
        for (const { zone } of one.hosts[cloud]) expect(one.zones[cloud]).toContain(zone);
  });
});

describe('zones of a sub-resource', () => {
  it.each([
    [
      'workspace',
      'amlworkspace',
      'public',
      ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'],
    ],
    ['storage-account', 'blob', 'public', ['privatelink.blob.core.windows.net']],
    ['storage-account', 'dfs', 'us-government', ['privatelink.dfs.core.usgovcloudapi.net']],
    ['Microsoft.KeyVault/vaults', 'vault', 'public', ['privatelink.vaultcore.azure.net']],
    ['key-vault', 'vault', 'china', ['privatelink.vaultcore.azure.cn']],
    ['container-registry', 'registry', 'us-government', ['privatelink.azurecr.us']],
    ['kubernetes-cluster', 'management', 'public', ['privatelink.westeurope.azmk8s.io']],
    ['microsoft.cache/redis', 'rediscache', 'public', ['privatelink.redis.cache.windows.net']],
    ['ai-search', 'searchService', 'china', []],
  ] as const)('%s, %s, %s', (kind, groupId, cloud, zones) => {
    expect(zonesOf(kind, groupId, cloud, 'WestEurope')).toEqual(zones);
  });

  it('keeps the placeholder where the region is not known', () => {
    expect(zonesOf('kubernetes-cluster', 'management', 'public')).toEqual(['privatelink.{region}.azmk8s.io']);
  });

  it('counts four addresses for a workspace and two for a container registry', () => {
    expect(subresourceOf('workspace', 'amlworkspace')?.addresses).toBe(4);
    expect(subresourceOf('container-registry', 'registry')?.addresses).toBe(2);
  });

  it('knows nothing of a service that is not there', () => {
    expect(privateLinkServiceOf('Microsoft.Nothing/things')).toBeUndefined();
    expect(subresourceOf('storage-account', 'tape')).toBeUndefined();
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

describe('subnets with a fixed name', () => {
  it('are found without regard to case, with their smallest size', () => {
    expect(fixedSubnetOf('azurebastionsubnet')?.minimumPrefixLength).toBe(26);
    expect(fixedSubnetOf('GatewaySubnet')?.mayHaveNetworkSecurityGroup).toBe(false);
    expect(fixedSubnetOf('snet-training')).toBeUndefined();
  });
});

describe('default security rules', () => {
  it('end with a denial in each direction', () => {
    for (const direction of ['Inbound', 'Outbound'] as const) {
      const rules = defaultSecurityRules.filter((rule) => rule.direction === direction);
      expect(rules.map((rule) => rule.priority)).toEqual([65_000, 65_001, 65_500]);
      expect(rules.at(-1)?.access).toBe('Deny');
    }
  });
});
