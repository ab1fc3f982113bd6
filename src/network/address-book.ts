import {
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  resourcesOfKind,
  resourcesOfKinds,
} from '#model';
import { addressDemand } from './address-demand.ts';
import { formatAddress, type Prefix, parseAddress, parseLoosePrefix } from './cidr.ts';
import { type Estate, estateQuestion, subnetsTakenBy } from './estate.ts';

/** Which private address belongs to what. */
export interface AddressBook {
  /** As stated, else the first free of its subnet; of what scales, its first address only. */
  addressesOf(id: ResourceId): readonly string[];
  /** Whether the address was stated nowhere and is what deployment would give. */
  isAssumed(id: ResourceId): boolean;
  /** Everything that has this address, in whichever network. */
  ownersOf(address: number): readonly ResourceId[];
  /**
   * The addresses that it takes in its subnet, or in another that it reaches into, at its largest size, in order; only of
   * what scales and takes more than one.
   */
  takenBy(id: ResourceId, subnet?: ResourceId): readonly number[];
}

interface Holding {
  readonly texts: readonly string[];
  readonly isAssumed: boolean;
}

export const addressBookOf = (estate: Estate): AddressBook => ({
  addressesOf: (id) => holdingOf(estate, id)?.texts ?? [],
  isAssumed: (id) => holdingOf(estate, id)?.isAssumed ?? false,
  ownersOf: (address) => ownersAt(estate, address),
  takenBy: (id, subnet = estate.subnetOf(id) ?? id) => givenOutIn(estate, subnet).taken.get(id) ?? [],
});

/** Its own, or that of its interfaces where it has none. */
const holdingOf = estateQuestion((estate, id: ResourceId): Holding | undefined => {
  const own = ownHolding(estate, id);
  if (own) return own;
  const parts = flatMapped(
    interfacesOf(findResource(estate.design, id)),
    (one) => ownHolding(estate, one) ?? [],
  );
  return parts.length === 0
    ? undefined
    : {
        texts: flatMapped(parts, (part) => part.texts),
        isAssumed: parts.some((part) => part.isAssumed),
      };
});

/** What is stated, and what its subnets give it besides. */
function ownHolding(estate: Estate, id: ResourceId): Holding | undefined {
  const resource = findResource(estate.design, id);
  if (!resource) return undefined;
  const stated = statedNumbers(resource);
  const given = givenTo(estate, resource);
  if (stated.length + given.length === 0) return undefined;
  return { texts: [...stated, ...given].map(formatAddress), isAssumed: stated.length === 0 };
}

/** What its subnets give it besides what it states. */
export const givenTo = (estate: Estate, resource: Resource): readonly number[] =>
  flatMapped(
    subnetsTakenBy(estate.design, resource),
    (subnet) => givenOutIn(estate, subnet).given.get(resource.id) ?? [],
  );

const ownersByAddress = estateQuestion((estate, _: 'all'): ReadonlyMap<number, readonly ResourceId[]> => {
  const owners = new Map<number, ResourceId[]>();
  const add = (address: number, id: ResourceId) => {
    const known = owners.get(address);
    if (known) known.push(id);
    else owners.set(address, [id]);
  };
  for (const [id, addresses] of allStated(estate, 'all')) for (const address of addresses) add(address, id);
  for (const subnet of resourcesOfKind(estate.design, 'subnet'))
    for (const [id, addresses] of givenOutIn(estate, subnet.id).given)
      for (const address of addresses) add(address, id);
  return owners;
});

/** One by one, since an edit gives most addresses to whom they belonged before. */
const ownersAt = estateQuestion(
  (estate, address: number): readonly ResourceId[] => ownersByAddress(estate, 'all').get(address) ?? [],
);

/** The resources whose addresses count as a resource's own. */
function interfacesOf(resource: Resource | undefined): readonly ResourceId[] {
  switch (resource?.kind) {
    case 'virtual-machine':
    case 'network-virtual-appliance':
      return resource.networkInterfaces ?? [];
    case 'dns-server':
      return resource.virtualMachine === undefined ? [] : [resource.virtualMachine];
    case 'attached-compute':
      return resource.target === undefined ? [] : [resource.target];
    default:
      return [];
  }
}

/** Addresses that the document states, by resource. */
function statedAddresses(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'network-interface':
      return flatMapped(resource.ipConfigurations, (one) => one.privateIPAddress ?? []);
    case 'private-endpoint':
      return (resource.ipConfigurations ?? []).map((one) => one.privateIPAddress);
    case 'load-balancer':
      return flatMapped(resource.frontendIPConfigurations, (one) => one.privateIPAddress ?? []);
    case 'azure-firewall':
    case 'network-virtual-appliance':
    case 'application-gateway':
      return resource.privateIPAddress === undefined ? [] : [resource.privateIPAddress];
    case 'dns-server':
      return resource.ipAddress === undefined ? [] : [resource.ipAddress];
    case 'dns-resolver-endpoint':
      return resource.privateIpAddress === undefined ? [] : [resource.privateIpAddress];
    default:
      return [];
  }
}

const statedNumbers = (resource: Resource): readonly number[] =>
  flatMapped(statedAddresses(resource), (text) => parseAddress(text) ?? []);

/** Those that can state an address. */
const stating = new Set([
  'network-interface',
  'private-endpoint',
  'load-balancer',
  'azure-firewall',
  'network-virtual-appliance',
  'application-gateway',
  'dns-server',
  'dns-resolver-endpoint',
] as const);

/** By resource, in document order. */
const allStated = estateQuestion((estate, _: 'all') => {
  const stated = new Map<ResourceId, readonly number[]>();
  for (const resource of resourcesOfKinds(estate.design, stating)) {
    const addresses = statedNumbers(resource);
    if (addresses.length > 0) stated.set(resource.id, addresses);
  }
  return stated;
});

const taken = estateQuestion(
  (estate, _: 'all'): ReadonlySet<number> => new Set([...allStated(estate, 'all').values()].flat()),
);

/** What has as many addresses as it has nodes. */
export const scales = new Set<string>([
  'compute-cluster',
  'serverless-compute',
  'kubernetes-cluster',
  'application-gateway',
]);

/** What a subnet can give, prefix by prefix: all but the first four and the last. */
const rangesOf = (estate: Estate, subnet: ResourceId): readonly Pick<Prefix, 'first' | 'last'>[] =>
  flatMapped(findOfKind(estate.design, subnet, 'subnet')?.addressPrefixes ?? [], (text) => {
    const prefix = parseLoosePrefix(text);
    return prefix ? { first: prefix.first + 4, last: prefix.last - 1 } : [];
  });

/** Whatever the order of the document, which an export's query decides. */
const byName = (one: Resource, other: Resource): number =>
  inOrder(one.name, other.name) ||
  inOrder(one.azureId ?? '', other.azureId ?? '') ||
  inOrder(one.id, other.id);

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

interface GivenOut {
  readonly given: ReadonlyMap<ResourceId, readonly number[]>;
  /** Of what scales, all that it takes. */
  readonly taken: ReadonlyMap<ResourceId, readonly number[]>;
}

/**
 * Addresses that deployment would give to what states none, or too few: those it was shown with, as far as they fit,
 * else the first free ones of the subnet.
 */
export const givenOutIn = estateQuestion((estate, subnet: ResourceId): GivenOut => {
  const given = new Map<ResourceId, readonly number[]>();
  const all = new Map<ResourceId, readonly number[]>();
  const ranges = rangesOf(estate, subnet);
  const stated = taken(estate, 'all');
  const gone = new Set<number>();
  const take = (address: number): boolean =>
    !stated.has(address) && !gone.has(address) && gone.add(address) !== undefined;
  const waiting = flatMapped(estate.occupantsOf(subnet).toSorted(byName), (resource) => {
    // The management subnet's address is no next hop.
    if (resource.kind === 'azure-firewall' && resource.managementSubnet === subnet) return [];
    const count = addressDemand(estate, resource, subnet).count - statedNumbers(resource).length;
    const kept = flatMapped(resource.expectedAddresses ?? [], (text) => parseAddress(text) ?? [])
      .filter((own) => ranges.some(({ first, last }) => first <= own && own <= last))
      .slice(0, Math.max(count, 0))
      .filter(take);
    return { resource, count, kept };
  });
  const free = freeAddresses(ranges, take);
  for (const { resource, count, kept } of waiting) {
    while (kept.length < count) {
      const next = free.next().value;
      if (next === undefined) break;
      kept.push(next);
    }
    const isScaling = scales.has(resource.kind);
    if (kept.length > 0) given.set(resource.id, isScaling ? kept.slice(0, 1) : kept);
    if (isScaling && kept.length > 1) all.set(resource.id, kept);
  }
  return { given, taken: all };
});

function* freeAddresses(
  ranges: ReturnType<typeof rangesOf>,
  take: (address: number) => boolean,
): Generator<number, undefined> {
  for (const { first, last } of ranges)
    for (let next = first; next <= last; next += 1) if (take(next)) yield next;
  return undefined;
}
