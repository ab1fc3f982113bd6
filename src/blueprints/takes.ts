import { type Design, type Resource, type ResourceKind, resourcesOfKind } from '#model';
import { deriveNetwork } from '#network';

/** One thing that a design takes: addresses, resources, or work. */
export interface Take {
  readonly id: string;
  /** `Private endpoints`. */
  readonly what: string;
  readonly count: number;
  /** What the number leaves out: `with 9 addresses`. */
  readonly note: string;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const firewallRulesOf = (design: Design): number =>
  sum(
    resourcesOfKind(design, 'firewall-policy').flatMap(({ ruleCollectionGroups = [] }) =>
      ruleCollectionGroups.flatMap(({ ruleCollections }) => ruleCollections.map(({ rules }) => rules.length)),
    ),
  );

const approvedHostsOf = (design: Design): number =>
  sum(
    resourcesOfKind(design, 'workspace').map(
      ({ managedNetwork }) =>
        (managedNetwork?.outboundRules ?? []).filter(({ type }) => type === 'FQDN').length,
    ),
  );

/** What lets packets out to the internet. */
function waysOut(design: Design): string {
  const has = (kind: ResourceKind) => resourcesOfKind(design, kind).length > 0;
  const isManaged = resourcesOfKind(design, 'workspace').some(
    ({ managedNetwork }) => (managedNetwork?.isolationMode ?? 'Disabled') !== 'Disabled',
  );
  const ways = [
    ...(has('azure-firewall') ? ['a firewall'] : []),
    ...(has('nat-gateway') ? ['a NAT gateway'] : []),
    ...(isManaged ? ['the managed network'] : []),
  ];
  return ways.length === 0 ? 'no way out' : `way out: ${ways.join(' and ')}`;
}

/** What a design takes, computed from it alone; rows are the same for every design, so that two can be compared. */
export function takesOf(design: Design): readonly Take[] {
  const network = deriveNetwork(design);
  const count = (kind: ResourceKind) => resourcesOfKind(design, kind).length;
  const usages = resourcesOfKind(design, 'subnet').map(({ id }) => network.addressing(id));
  const counted = usages.filter(({ isSizedByAzure }) => !isSizedByAzure);
  const endpointIds = new Set<string>(resourcesOfKind(design, 'private-endpoint').map(({ id }) => id));
  const forEndpoints = counted.flatMap(({ uses }) =>
    uses
      .filter(({ resource }) => resource !== undefined && endpointIds.has(resource))
      .map((use) => use.count),
  );
  const zones = resourcesOfKind(design, 'private-dns-zone');
  const links = sum(zones.map(({ virtualNetworkLinks = [] }) => virtualNetworkLinks.length));
  const forwarders = sum(
    resourcesOfKind(design, 'dns-server').map(
      ({ conditionalForwarders = [] }) => conditionalForwarders.length,
    ),
  );
  const take = (id: string, what: string, number: number, note: string): Take => ({
    id,
    what,
    count: number,
    note,
  });
  return [
    take('networks', 'Virtual networks', count('virtual-network'), waysOut(design)),
    take('addresses', 'Addresses', sum(counted.map(({ used }) => used)), 'at the largest size'),
    take('endpoints', 'Private endpoints', count('private-endpoint'), `with ${sum(forEndpoints)} addresses`),
    take('zones', 'Private DNS zones', zones.length, `with ${links} links`),
    take('forwarders', 'DNS forwarders', forwarders, 'to set by hand'),
    take('firewall-rules', 'Firewall rules', firewallRulesOf(design), 'to keep current'),
    take('hosts', 'Approved host names', approvedHostsOf(design), 'in the managed network'),
    take('policies', 'Storage policies', count('service-endpoint-policy'), 'on the computes’ subnets'),
    take('public-addresses', 'Public IP addresses', count('public-ip-address'), 'billed each'),
  ];
}

/**
 * Resources of a design that another one has not, or has fewer times, by kind and name: what only lies elsewhere was there
 * before.
 */
export function addedTo(before: Design, after: Design): readonly Resource[] {
  // A region of another cloud is where everything lies, not something more.
  const markOf = ({ kind, name }: Resource) => (kind === 'region' ? kind : `${kind} ${name}`);
  const left = new Map<string, number>();
  for (const one of before.resources) left.set(markOf(one), (left.get(markOf(one)) ?? 0) + 1);
  return after.resources.filter((resource) => {
    const count = left.get(markOf(resource)) ?? 0;
    left.set(markOf(resource), count - 1);
    return count <= 0;
  });
}
