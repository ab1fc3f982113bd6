import { doubtOf, type FixedSubnet, fixedSubnets, platformLimits, serviceTags } from '#catalog';
import type { Design, Resource, ResourceId } from '#model';
import { parseLoosePrefix } from '#network';
import { endpointsOf, shownOfKind, virtualNetworkOf } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

/** So many of what a limit counts, at a resource. */
interface Counted {
  readonly limit: string;
  readonly at: Resource;
  readonly count: number;
}

/** A service tag without its region. */
const tagIn = (text: string) => text.toLowerCase().split('.')[0] ?? '';
const tags: ReadonlySet<string> = new Set(serviceTags.map(tagIn));
const limits = new Map(platformLimits.map((limit) => [limit.id as string, limit]));

const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);

/** How often each value occurs, the largest number. */
const mostAlike = (values: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return most([...counts.values()]);
};

function countedIn(design: Design): readonly Counted[] {
  const found: Counted[] = [];
  const put = (limit: string, at: Resource, count: number | undefined) => {
    if (count !== undefined && count > 0) found.push({ limit, at, count });
  };
  const parents = (kind: 'subnet' | 'virtual-network-peering') => {
    const counts = new Map<string | undefined, number>();
    for (const { parent } of shownOfKind(design, kind)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
    return counts;
  };
  const subnets = parents('subnet');
  const peerings = parents('virtual-network-peering');
  const registered = new Map<string, number>();
  const linked = new Map<string, number>();
  for (const { virtualNetworkLinks = [] } of shownOfKind(design, 'private-dns-zone'))
    for (const { virtualNetwork, registrationEnabled } of virtualNetworkLinks) {
      linked.set(virtualNetwork, (linked.get(virtualNetwork) ?? 0) + 1);
      if (registrationEnabled) registered.set(virtualNetwork, (registered.get(virtualNetwork) ?? 0) + 1);
    }
  for (const one of shownOfKind(design, 'virtual-network')) {
    put('subnets', one, subnets.get(one.id));
    put('peerings', one, peerings.get(one.id));
    put('dns-servers', one, one.dnsServers?.length);
    put('registration-zones', one, registered.get(one.id));
    put('linked-zones', one, linked.get(one.id));
  }
  for (const one of shownOfKind(design, 'network-security-group'))
    put('security-rules', one, one.securityRules.length);
  for (const one of shownOfKind(design, 'route-table')) {
    put('routes', one, one.routes.length);
    put(
      'service-tag-routes',
      one,
      one.routes.filter(
        ({ addressPrefix }) => !parseLoosePrefix(addressPrefix) && tags.has(tagIn(addressPrefix)),
      ).length,
    );
  }
  for (const one of shownOfKind(design, 'nat-gateway'))
    put('nat-gateway-addresses', one, one.publicIPAddresses?.length);
  for (const one of shownOfKind(design, 'application-gateway'))
    put('application-gateway-instances', one, one.capacity);
  for (const one of shownOfKind(design, 'private-endpoint')) {
    const groups = one.privateDnsZoneGroups ?? [];
    put('zone-groups', one, groups.length);
    put('zone-group-zones', one, most(groups.map(({ privateDnsZones }) => privateDnsZones.length)));
    put(
      'zone-group-namesakes',
      one,
      most(
        groups.map(({ privateDnsZones }) =>
          mostAlike([...new Set(privateDnsZones)].map((zone) => nameOf(design, zone))),
        ),
      ),
    );
  }
  for (const one of shownOfKind(design, 'private-dns-zone')) {
    put('zone-links', one, one.virtualNetworkLinks?.length);
    put('zone-record-sets', one, one.recordSets?.length);
    put('record-set-records', one, most((one.recordSets ?? []).map(({ values }) => values.length)));
  }
  for (const one of shownOfKind(design, 'dns-forwarding-ruleset'))
    put('forwarding-rules', one, one.forwardingRules?.length);
  for (const one of shownOfKind(design, 'workspace'))
    put('workspace-allowlist', one, one.ipAllowlist?.length);
  for (const one of shownOfKind(design, 'container-registry'))
    put('registry-private-endpoints', one, endpointsOf(design, one.id).length);
  for (const one of shownOfKind(design, 'subnet'))
    put('subnet-endpoint-policies', one, one.serviceEndpointPolicies?.length);
  for (const one of shownOfKind(design, 'service-endpoint-policy'))
    put(
      'endpoint-policy-resources',
      one,
      most(one.definitions.map(({ serviceResources }) => serviceResources.length)),
    );
  const scopes = new Map<string, number>();
  for (const { scopedResources = [] } of shownOfKind(design, 'azure-monitor-private-link-scope'))
    for (const id of scopedResources) scopes.set(id, (scopes.get(id) ?? 0) + 1);
  for (const one of [...shownOfKind(design, 'application-insights'), ...shownOfKind(design, 'log-analytics')])
    put('resource-scopes', one, scopes.get(one.id));
  return found;
}

/** What of one kind a network holds, of which Azure sets a number. */
interface Crowd {
  readonly network: ResourceId;
  /** In the order of their names. */
  readonly held: readonly Resource[];
  readonly title: string;
  readonly fixed: FixedSubnet;
}

const crowdKinds = ['azure-firewall', 'bastion', 'virtual-network-gateway'] as const;

const titleOf = (one: Resource): string =>
  one.kind === 'virtual-network-gateway'
    ? `${one.gatewayType === 'ExpressRoute' ? 'ExpressRoute' : 'VPN'} gateways of a virtual network`
    : one.kind === 'bastion'
      ? 'Bastions of a virtual network'
      : 'Azure Firewalls of a virtual network';

function crowdsIn(design: Design): readonly Crowd[] {
  const crowds = new Map<string, Crowd>();
  for (const kind of crowdKinds) {
    const fixed = fixedSubnets.find(({ kinds }) => kinds.includes(kind));
    for (const one of fixed ? (shownOfKind(design, kind) as readonly Resource[]) : []) {
      const network = virtualNetworkOf(design, one.id);
      if (network === undefined || !fixed) continue;
      const title = titleOf(one);
      const { held = [] } = crowds.get(`${network} ${title}`) ?? {};
      crowds.set(`${network} ${title}`, { network, held: [...held, one], title, fixed });
    }
  }
  return [...crowds.values()];
}

const nameOf = (design: Design, id: Resource['id']) =>
  labelOf(design, id).split('/').at(-1)?.toLowerCase() ?? id;

export const platformLimitExceeded = defineRule({
  id: 'platform-limit-exceeded',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Azure does not allow so many',
  holds: 'The design stays within the limits of the platform',
  remedy: 'Divide what is counted among several resources, or ask for a higher limit where one can be had.',
  messages: {
    exceeded: (f: { resource: string; title: string; count: number; most: number }) =>
      `${f.resource} goes beyond a limit: ${f.title}: ${f.count}, of which Azure allows ${f.most}`,
  },

  *check({ design }) {
    for (const { limit: id, at, count } of countedIn(design)) {
      const limit = limits.get(id);
      if (!limit) continue;
      if (count > limit.most)
        yield {
          at: at.id,
          message: 'exceeded',
          facts: { resource: labelOf(design, at.id), title: limit.title, count, most: limit.most },
          evidence: `${limit.title}: ${count} of ${limit.most}`,
          doubt: doubtOf(limit, 'most'),
        };
      else if (count > limit.most / 2) yield passed(at.id, `${limit.title}: ${count} of ${limit.most}`);
    }
    for (const { network, held, title, fixed } of crowdsIn(design)) {
      const { mostInNetwork: most = Number.POSITIVE_INFINITY } = fixed;
      if (held.length <= most) continue;
      yield {
        at: [...held.slice(most), ...held.slice(0, most), { id: network }].map(({ id }) => id),
        message: 'exceeded',
        facts: { resource: labelOf(design, network), title, count: held.length, most },
        evidence: held.map(({ name }) => name),
        doubt: doubtOf(fixed, 'mostInNetwork'),
        remedy: `Keep one of them in ${labelOf(design, network)}, or put the other into a virtual network of its own.`,
      };
    }
  },
});
