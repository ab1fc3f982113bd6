import {
  childrenOf,
  type Design,
  findOfKind,
  flatMapped,
  type Resource,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { nextFreePrefix, parseLoosePrefix, prefixesOverlap } from './cidr.ts';
import { deriveNetwork } from './derive.ts';
import type { AddressUse, Network, SubnetUsage } from './network.ts';

/** A subnet with its room and what takes it. Counts are addresses. */
export interface PlannedSubnet {
  readonly name: string;
  readonly addressPrefixes: readonly string[];
  /** All addresses of the prefixes, those that Azure keeps among them. */
  readonly size: number;
  readonly capacity: number;
  /** While clusters have their smallest size. Absent where Azure sizes what is in it. */
  readonly usedNow?: number;
  /** When everything has its largest size. Absent where Azure sizes what is in it. */
  readonly planned?: number;
  readonly free?: number;
  /** How many are missing; 0 where all fits. */
  readonly short: number;
  /** Other subnets of its network that hold some of its addresses. */
  readonly overlaps: readonly string[];
  /** The next free prefix of its network that is as large, or as large as its contents need. */
  readonly nextFreePrefix?: string;
  readonly uses: readonly AddressUse[];
}

export interface PlannedNetwork {
  readonly name: string;
  readonly kind: 'virtual-network' | 'on-premises-network';
  readonly addressPrefixes: readonly string[];
  readonly size: number;
  /** Given to subnets. */
  readonly allotted: number;
  /** The next free /24, or the largest free prefix where there is none. */
  readonly nextFreePrefix?: string;
  readonly subnets: readonly PlannedSubnet[];
}

/** Addresses of every network and subnet that is shown: what there is, what is taken, what is free. */
export function addressPlan(design: Design): readonly PlannedNetwork[] {
  const network = deriveNetwork(design);
  const smallest = deriveNetwork(atSmallestSize(design));
  return [
    ...resourcesOfKind(design, 'virtual-network')
      .filter(isShown)
      .map((one) => plannedNetwork(design, one, network, smallest)),
    ...resourcesOfKind(design, 'on-premises-network')
      .filter(isShown)
      .map(({ name, kind, addressPrefixes }) => ({
        name,
        kind,
        addressPrefixes,
        size: sizeOf(addressPrefixes),
        allotted: 0,
        subnets: [],
      })),
  ];
}

const isShown = ({ presence }: Resource): boolean => presence === undefined;

/** What a use takes, in words; arithmetic that opens with its own result needs no second one. */
export const useText = ({ label, count, arithmetic }: AddressUse): string => {
  if (arithmetic === undefined) return `${label} ${count}`;
  return new RegExp(`^${count}\\b`).test(arithmetic)
    ? `${label} ${arithmetic}`
    : `${label} ${count} = ${arithmetic}`;
};

/** The design while nothing has grown: the engine's own arithmetic then counts what is used now. */
export const atSmallestSize = (design: Design): Design => ({
  ...design,
  resources: design.resources.map((one): Resource => {
    if (one.kind === 'compute-cluster') return { ...one, maxNodeCount: one.minNodeCount ?? 0 };
    if (one.kind === 'serverless-compute') return { ...one, plannedNodeCount: 0 };
    if (one.kind !== 'kubernetes-cluster') return one;
    const agentPoolProfiles = one.agentPoolProfiles.map(({ maxCount: _, ...pool }) => ({
      ...pool,
      maxSurge: '0',
    }));
    return { ...one, agentPoolProfiles };
  }),
});

const sizeOf = (prefixes: readonly string[]): number =>
  prefixes.reduce((sum, text) => {
    const prefix = parseLoosePrefix(text);
    return prefix ? sum + prefix.last - prefix.first + 1 : sum;
  }, 0);

function plannedNetwork(
  design: Design,
  { id, name, kind, addressPrefixes }: ResourceOf<'virtual-network'>,
  network: Network,
  smallest: Network,
): PlannedNetwork {
  const subnets = flatMapped(childrenOf(design, id), (one) => {
    const subnet = findOfKind(design, one.id, 'subnet');
    return subnet && subnet.presence === undefined ? [subnet] : [];
  });
  const taken = flatMapped(subnets, (subnet) => subnet.addressPrefixes);
  const free = (length: number) => nextFreePrefix(addressPrefixes, taken, length);
  return {
    name,
    kind,
    addressPrefixes,
    size: sizeOf(addressPrefixes),
    allotted: sizeOf(taken),
    ...optional('nextFreePrefix', firstOf([24, 25, 26, 27, 28, 29], free)),
    subnets: subnets.map((subnet) => ({
      ...plannedSubnet(subnet, network.addressing(subnet.id), smallest.addressing(subnet.id).used, free),
      overlaps: subnets.filter((one) => one !== subnet && overlap(one, subnet)).map((one) => one.name),
    })),
  };
}

const overlap = (one: ResourceOf<'subnet'>, other: ResourceOf<'subnet'>): boolean =>
  one.addressPrefixes.some((prefix) =>
    other.addressPrefixes.some((second) => prefixesOverlap(prefix, second)),
  );

const firstOf = (lengths: readonly number[], free: (length: number) => string | undefined) => {
  for (const length of lengths) {
    const prefix = free(length);
    if (prefix !== undefined) return prefix;
  }
  return undefined;
};

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });

function plannedSubnet(
  { name, addressPrefixes }: ResourceOf<'subnet'>,
  { capacity, used, free, uses, isSizedByAzure }: SubnetUsage,
  usedNow: number,
  freeOf: (length: number) => string | undefined,
): Omit<PlannedSubnet, 'overlaps'> {
  const size = sizeOf(addressPrefixes);
  const short = isSizedByAzure || addressPrefixes.length === 0 ? 0 : Math.max(0, -free);
  const needed = size + short;
  const length = 32 - Math.ceil(Math.log2(Math.max(8, needed)));
  return {
    name,
    addressPrefixes,
    size,
    capacity,
    ...(isSizedByAzure ? {} : { usedNow: Math.min(usedNow, used), planned: used, free: Math.max(0, free) }),
    short,
    ...(size === 0 ? {} : optional('nextFreePrefix', freeOf(length))),
    uses,
  };
}
