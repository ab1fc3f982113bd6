import type { Sourced } from './source.ts';

/** How an AKS cluster gives addresses to its pods. */
export type PodNetworking = 'node-subnet' | 'pod-subnet' | 'static-block' | 'overlay' | 'kubenet';

export interface PodNetworkingFacts extends Sourced {
  readonly id: PodNetworking;
  readonly title: string;
  readonly defaultMaxPods: number;
  readonly leastMaxPods: number;
  readonly mostMaxPods: number;
  readonly mostNodes?: number;
  /** Where the addresses of pods come from. */
  readonly podsLiveIn: 'node subnet' | 'pod subnet' | 'pod range';
  /** The cluster routes its pods by a route table of the subnet. */
  readonly needsRouteTable?: boolean;
  /** ISO date after which Azure no longer supports it. */
  readonly retiresOn?: string;
}

const pages = ['kubernetesAddresses'] as const;

export const podNetworkings: readonly PodNetworkingFacts[] = [
  {
    id: 'node-subnet',
    title: 'Azure CNI with pods in the node subnet',
    defaultMaxPods: 30,
    leastMaxPods: 10,
    mostMaxPods: 250,
    podsLiveIn: 'node subnet',
    sources: pages,
  },
  {
    id: 'pod-subnet',
    title: 'Azure CNI with a pod subnet, dynamic',
    defaultMaxPods: 110,
    leastMaxPods: 10,
    mostMaxPods: 250,
    podsLiveIn: 'pod subnet',
    sources: pages,
  },
  {
    id: 'static-block',
    title: 'Azure CNI with a pod subnet, static blocks',
    defaultMaxPods: 110,
    leastMaxPods: 10,
    mostMaxPods: 250,
    podsLiveIn: 'pod subnet',
    sources: pages,
  },
  {
    id: 'overlay',
    title: 'Azure CNI Overlay',
    defaultMaxPods: 250,
    leastMaxPods: 10,
    mostMaxPods: 250,
    mostNodes: 5000,
    podsLiveIn: 'pod range',
    sources: pages,
  },
  {
    id: 'kubenet',
    title: 'kubenet',
    defaultMaxPods: 110,
    leastMaxPods: 10,
    mostMaxPods: 250,
    mostNodes: 400,
    podsLiveIn: 'pod range',
    needsRouteTable: true,
    retiresOn: '2028-03-31',
    unverified: ['leastMaxPods', 'mostMaxPods'],
    sources: pages,
  },
];

const factsOf = (networking: PodNetworking): PodNetworkingFacts => {
  const facts = podNetworkings.find(({ id }) => id === networking);
  if (!facts) throw new Error(`No pod networking “${networking}”`);
  return facts;
};

/** A node pool at its largest. */
export interface NodePool {
  readonly nodes: number;
  /** Nodes that an upgrade adds. */
  readonly surge: number;
  /** Azure's default for the networking where absent. */
  readonly maxPods?: number | undefined;
}

/** A number of addresses and how it comes about. */
export interface CountedAddresses {
  readonly count: number;
  readonly arithmetic: string;
}

/** Nodes that an upgrade adds: a number as Azure writes it, or a percentage of the pool rounded up; one by default. */
export const surgeNodes = (maxSurge: string | undefined, nodes: number): number => {
  const match = /^\s*(\d+)\s*(%?)\s*$/.exec(maxSurge ?? '');
  if (!match) return 1;
  const value = Number(match[1]);
  return match[2] === '%' ? Math.ceil((nodes * value) / 100) : value;
};

/** Addresses that a pool takes in the subnet of its nodes. */
export const nodeSubnetAddresses = (
  networking: PodNetworking,
  { nodes, surge, maxPods }: NodePool,
): CountedAddresses => {
  const { podsLiveIn, defaultMaxPods } = factsOf(networking);
  const pods = maxPods ?? defaultMaxPods;
  const all = nodes + surge;
  return podsLiveIn === 'node subnet'
    ? { count: all * (1 + pods), arithmetic: `(${nodes} + ${surge}) × (1 + ${pods})` }
    : { count: all, arithmetic: `${nodes} + ${surge}` };
};

/** A node of a pod subnet gets its addresses sixteen at a time, and sixteen more when fewer than eight are free. */
const addressesPerBatch = 16;
const fewestFree = 8;

/** Addresses that a pool takes in the subnet of its pods; none where pods have a range of their own. */
export const podSubnetAddresses = (
  networking: PodNetworking,
  { nodes, surge, maxPods }: NodePool,
): CountedAddresses => {
  const { podsLiveIn, defaultMaxPods } = factsOf(networking);
  if (podsLiveIn !== 'pod subnet') return { count: 0, arithmetic: '0' };
  const isStatic = networking === 'static-block';
  // One address of a static block is no pod's.
  const wanted = (maxPods ?? defaultMaxPods) + (isStatic ? 1 : fewestFree);
  const each = Math.ceil(wanted / addressesPerBatch) * addressesPerBatch;
  const how = isStatic ? 'pod addresses in blocks of /28' : 'pod addresses in batches of 16';
  return { count: (nodes + surge) * each, arithmetic: `(${nodes} + ${surge}) × ${each} ${how}` };
};

/** Nodes that a pod range of this length serves: each takes a /24. */
export const nodesOfPodRange = (prefixLength: number): number =>
  prefixLength > 24 ? 0 : 2 ** (24 - prefixLength);

/** What the service range of a cluster may be. */
export const kubernetesServiceRange = {
  /** It has to be smaller than a prefix of this length. */
  smallerThanPrefixLength: 12,
  mayOverlapNetworks: false,
  sources: pages,
} as const;
