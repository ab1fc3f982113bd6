import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Design, findResource, type Resource, type ResourceId, resourceSchemas } from '#model';
import { isolatedWorkspace, securityRule } from '#testing';
import { deriveNetwork, type PacketQuery, type Trace } from './index.ts';

/** Lists that say nothing while they are absent: a file may leave them out. */
const unlisted = [
  'privateEndpointConnections',
  'privateDnsZoneGroups',
  'virtualNetworkLinks',
  'recordSets',
  'forwardingRules',
  'ruleCollectionGroups',
  'scopedResources',
] as const;

/** How a poorer file shows a resource: not at all, so that only what names it tells of it; its id alone; without a list. */
type Part = 'nothing' | 'its id' | (typeof unlisted)[number];

/**
 * What a network lists itself, and what only points at others: where nothing that is shown names it, its absence tells
 * nothing. All else is told of by ids, by addresses or by zone groups, or is what another subscription may hold.
 */
const isAlwaysShown = ({ kind }: Resource): boolean =>
  kind === 'virtual-network-peering' || kind === 'security-admin-rules' || kind === 'dns-forwarding-ruleset';

function showing(design: Design, id: ResourceId, part: Part): Design {
  const one = findResource(design, id);
  if (!one || (part === 'nothing' && isAlwaysShown(one))) return design;
  const rest = design.resources.filter((other) => other !== one);
  return {
    ...design,
    resources: part === 'nothing' ? rest : [...rest, part === 'its id' ? stub(one) : bare(one, part)],
  };
}

const bare = (one: Resource, list: string): Resource =>
  Object.fromEntries(Object.entries(one).filter(([key]) => key !== list)) as Resource;

/** A resource of which only the id is known: what its kind must have is empty, or as it was. */
function stub(one: Resource): Resource {
  const kept = new Set([
    'id',
    'kind',
    'name',
    'parent',
    'azureId',
    'remoteVirtualNetwork',
    'maxNodeCount',
    'gatewayType',
    'direction',
  ]);
  const entries = Object.entries(one).flatMap(([key, value]) => {
    if (kept.has(key)) return [[key, value]];
    const isNeeded = !resourceSchemas[one.kind].safeParse(bare(one, key)).success;
    return isNeeded && Array.isArray(value) ? [[key, []]] : [];
  });
  return { ...Object.fromEntries(entries), presence: 'not-shown' } as Resource;
}

/** One of two things that may be wrong with a resource and stop packets or names. */
function faulty(one: Resource, isFirst: boolean): Resource {
  switch (one.kind) {
    case 'network-security-group':
      return {
        ...one,
        securityRules: [securityRule(100, 'Deny', isFirst ? 'Inbound' : 'Outbound', '*', '*')],
      };
    case 'route-table':
      return {
        ...one,
        routes: isFirst ? [] : one.routes.map((route) => ({ ...route, nextHopType: 'None' })),
      };
    case 'firewall-policy':
      return {
        ...one,
        ...(isFirst ? { ruleCollectionGroups: [] } : { dnsSettings: { enableProxy: false } }),
      };
    case 'private-endpoint':
      return { ...one, ...(isFirst ? { connectionStatus: 'Rejected' } : { privateDnsZoneGroups: [] }) };
    case 'private-dns-zone':
      return { ...one, virtualNetworkLinks: [] };
    case 'virtual-network-peering':
      return { ...one, peeringState: 'Disconnected' };
    case 'virtual-network':
      return { ...one, dnsServers: isFirst ? ['10.0.0.4'] : [] };
    case 'storage-account':
    case 'key-vault':
    case 'container-registry':
      return { ...one, publicNetworkAccess: isFirst ? 'Disabled' : 'Enabled', networkAcls: {} };
    default:
      return one;
  }
}

const asExport = (design: Design): Design => ({
  ...design,
  source: { format: 'azure-export', complete: false },
});

const isolated = asExport(isolatedWorkspace().build());
const [blueprint] = blueprints.filter(({ id }) => id === 'hub-and-spoke-firewall');
if (!blueprint) throw new Error('No hub and spoke');
const hubAndSpoke = asExport(blueprint.build());

const idOf = (design: Design, name: string): ResourceId => {
  const found = design.resources.find((one) => one.name === name);
  if (!found) throw new Error(`No ${name}`);
  return found.id;
};

/** All required flows, and packets that nothing requires. */
function packetsOf(design: Design, compute: string): readonly PacketQuery[] {
  const packet = { from: idOf(design, compute), protocol: 'Tcp', port: 443 } as const;
  return [
    ...deriveNetwork(design).requiredFlows(),
    { ...packet, to: { hosts: ['www.example.org'] } },
    { ...packet, to: { address: '52.1.2.3' } },
    { ...packet, to: { address: '10.200.0.9' } },
    { ...packet, to: { serviceTag: 'Internet' } },
  ];
}

const fateOf = ({ verdict }: Trace) =>
  verdict === 'delivered' || verdict === 'cannot-tell' ? verdict : 'not delivered';

/** Packets of which less shown makes more known, which cannot be. */
function contradictions(packets: readonly PacketQuery[], whole: Design, less: Design): readonly string[] {
  const [before, after] = [deriveNetwork(whole), deriveNetwork(less)];
  const isThere = (id: ResourceId | undefined) => id === undefined || findResource(less, id) !== undefined;
  return packets.flatMap((packet) => {
    if (!isThere(packet.from) || !isThere(packet.to.resource)) return [];
    const [was, is] = [fateOf(before.trace(packet)), fateOf(after.trace(packet))];
    return is === 'cannot-tell' || is === was ? [] : [`${JSON.stringify(packet)}: ${was}, then ${is}`];
  });
}

interface Rest {
  readonly what: string;
  readonly base: Design;
  readonly hidden: readonly string[];
  readonly part: Part;
  /** What is faulty beforehand. */
  readonly fault?: string;
}

/** Faults that what is left of a design must not hide, nor make up. */
const rests: readonly Rest[] = [
  {
    what: 'an endpoint in a subnet that is not shown',
    base: isolated,
    hidden: ['snet-endpoints'],
    part: 'nothing',
    fault: 'pe-mlw-amlworkspace',
  },
  {
    what: 'VirtualNetwork in a network that is not shown',
    base: isolated,
    hidden: ['vnet-ml'],
    part: 'its id',
  },
  { what: 'routes of a network that is not shown', base: isolated, hidden: ['vnet-ml'], part: 'nothing' },
  {
    what: 'VirtualNetwork beside a route table that is not shown',
    base: hubAndSpoke,
    hidden: ['rt-firewall'],
    part: 'its id',
    fault: 'hub-to-vnet-ml',
  },
  {
    what: 'a peering of which only the id is known',
    base: hubAndSpoke,
    hidden: ['hub-to-vnet-ml'],
    part: 'its id',
    fault: 'hub-to-vnet-ml',
  },
  {
    what: 'a compute of which only the id is known',
    base: hubAndSpoke,
    hidden: ['train-cluster'],
    part: 'its id',
    fault: 'rt-firewall',
  },
  {
    what: 'an endpoint that a service does not list, and its zone',
    base: isolated,
    hidden: ['pe-kv-ml-vault', 'privatelink.vaultcore.azure.net'],
    part: 'nothing',
  },
  {
    what: 'a firewall in a subnet that is not shown',
    base: hubAndSpoke,
    hidden: ['AzureFirewallSubnet'],
    part: 'nothing',
    fault: 'hub-to-vnet-ml',
  },
];

describe('of what is not shown whole', () => {
  it.each([
    ['an isolated workspace', isolated, 'cpu-cluster'],
    ['a hub and spoke', hubAndSpoke, 'train-cluster'],
  ] as const)(
    '%s, sound or faulty, shows less and no verdict becomes another than cannot-tell',
    (_, base, compute) => {
      const packets = packetsOf(base, compute);
      const ids = base.resources.map(({ id }) => id);
      const faults = fc.array(fc.tuple(fc.constantFrom(...ids), fc.boolean()), { maxLength: 2 });
      const parts = fc.array(
        fc.tuple(fc.constantFrom(...ids), fc.constantFrom<Part>('nothing', 'its id', ...unlisted)),
        { minLength: 1, maxLength: 5 },
      );
      fc.assert(
        fc.property(faults, parts, (wrong, hidden) => {
          const resources = base.resources.map((one) => {
            const fault = wrong.find(([id]) => id === one.id);
            return fault ? faulty(one, fault[1]) : one;
          });
          const whole: Design = { ...base, resources };
          const less = hidden.reduce((design, [id, part]) => showing(design, id, part), whole);
          expect(contradictions(packets, whole, less)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(rests)('nothing is told of $what', ({ base, hidden, part, fault }) => {
    const resources = base.resources.map((one) => (one.name === fault ? faulty(one, true) : one));
    const whole: Design = { ...base, resources };
    const packets = packetsOf(base, base === isolated ? 'cpu-cluster' : 'train-cluster');
    const less = hidden.reduce((design, name) => showing(design, idOf(base, name), part), whole);
    expect(contradictions(packets, whole, less)).toEqual([]);
  });
});
