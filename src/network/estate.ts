import {
  allResources,
  childrenOf,
  type Design,
  enclosing,
  findOfKind,
  findResource,
  flatMapped,
  type Goals,
  goalsOf,
  mayLieIn,
  question,
  type Resource,
  type ResourceId,
  type ResourceKind,
  type ResourceOf,
  resourcesOfKinds,
} from '#model';
import { asItIs, grouped } from './memo.ts';

/** Where everything lies: the design with the questions answered that every part of the engine asks. */
export interface Estate {
  readonly design: Design;
  readonly goals: Goals;
  /** Everything there is is shown: what is absent does not exist. */
  readonly isComplete: boolean;
  /** In the design, and not merely known to exist. */
  isShown(id: ResourceId | undefined): boolean;
  /** The resource if it is shown. */
  shown(id: ResourceId | undefined): Resource | undefined;
  nameOf(id: ResourceId | undefined): string;
  /** The subnet in which the resource's network interface lies, as far as ids tell; it need not be shown. */
  subnetOf(id: ResourceId): ResourceId | undefined;
  virtualNetworkOf(id: ResourceId): ResourceId | undefined;
  /** Azure's location name in lower case. */
  regionOf(id: ResourceId): string | undefined;
  /** What takes addresses in a subnet, in document order. */
  occupantsOf(subnet: ResourceId): readonly Resource[];
}

let latest: Estate | undefined;

/** The estate of a design; nothing is looked up before it is asked for. */
export const estateOf = (design: Design): Estate => {
  if (latest?.design === design) return latest;
  latest = buildEstate(design);
  return latest;
};

/** A question about an estate: its answer is kept until something that it was read from changes. */
export const estateQuestion = <K, V>(
  derive: (estate: Estate, key: K) => V,
  textOf: (key: K) => string | number = asItIs,
) => {
  const ask = question((design, key: K) => derive(estateOf(design), key), textOf);
  return (estate: Estate, key: K): V => ask(estate.design, key);
};

function buildEstate(design: Design): Estate {
  const shown = (id: ResourceId | undefined) => {
    const found = findResource(design, id);
    return found?.presence === undefined ? found : undefined;
  };
  return {
    design,
    goals: goalsOf(design),
    isComplete: design.source.complete,
    isShown: (id) => shown(id) !== undefined,
    shown,
    nameOf: (id) => findResource(design, id)?.name ?? id ?? 'something that is not shown',
    subnetOf: (id) => subnetOf(design, id),
    virtualNetworkOf: (id) => networkAround(design, id).id,
    regionOf: (id) => regionOf(design, id),
    occupantsOf: (subnet) => occupantsOf(design, subnet),
  };
}

const subnetOf = question((design, id: ResourceId) => interfaceSubnet(design, id, []));

/** The virtual network of a resource: in the document, or only named by its subnet. */
interface NetworkAround {
  readonly id: ResourceId | undefined;
  readonly isInDocument: boolean;
}

const networkAround = question((design, id: ResourceId): NetworkAround => {
  if (findResource(design, id)?.kind === 'virtual-network') return { id, isInDocument: true };
  const inside = subnetOf(design, id) ?? id;
  const found = enclosing(design, inside, 'virtual-network');
  return {
    id: found ? found.id : danglingParent(design, findOfKind(design, inside, 'subnet')),
    isInDocument: found !== undefined,
  };
});

/** The virtual network of a resource that the document holds. */
export const drawnNetworkOf = ({ design }: Estate, id: ResourceId): ResourceId | undefined => {
  const around = networkAround(design, id);
  return around.isInDocument ? around.id : undefined;
};

/** What a resource says it lies in, where that is not in the document: it exists and is not shown. */
const danglingParent = (design: Design, resource: Resource | undefined): ResourceId | undefined =>
  findResource(design, resource?.parent) === undefined ? resource?.parent : undefined;

const regionOf = question((design, id: ResourceId): string | undefined => {
  const inPlace = enclosing(design, id, 'region') ?? enclosing(design, subnetOf(design, id) ?? id, 'region');
  return inPlace?.name.toLowerCase();
});

/** What may take addresses in other subnets than the one it lies in. */
const reachingKinds = new Set([
  'network-interface',
  'load-balancer',
  'azure-firewall',
  'kubernetes-cluster',
] as const satisfies readonly ResourceKind[]);

const reaching = question((design, _: 'all') =>
  grouped(resourcesOfKinds(design, reachingKinds), (one) => subnetsTakenBy(design, one)),
);

const occupantsOf = question((design, subnet: ResourceId): readonly Resource[] => {
  const inside =
    findResource(design, subnet)?.kind === 'subnet'
      ? childrenOf(design, subnet).filter(({ kind }) => kind !== 'subnet')
      : [];
  const others = (reaching(design, 'all').get(subnet) ?? []).filter(({ parent }) => parent !== subnet);
  if (others.length === 0 || inside.length === 0) return [...inside, ...others];
  const found = new Set<Resource>([...inside, ...others]);
  return allResources(design).filter((one) => found.has(one));
});

/** Some resources lie in a region or nowhere and reach into a subnet by what they own. */
function interfaceSubnet(
  design: Design,
  id: ResourceId,
  passed: readonly ResourceId[],
): ResourceId | undefined {
  if (passed.includes(id)) return undefined;
  const resource = findResource(design, id);
  if (!resource) return undefined;
  const inside = resource.kind === 'subnet' ? resource.id : enclosing(design, id, 'subnet')?.id;
  if (inside !== undefined) return inside;
  const through = (other: ResourceId | undefined) =>
    other === undefined ? undefined : interfaceSubnet(design, other, [...passed, id]);
  return (
    subnetOfParts(resource, through) ??
    (mayLieIn(resource.kind, 'subnet') ? danglingParent(design, resource) : undefined)
  );
}

function subnetOfParts(
  resource: Resource,
  through: (id: ResourceId | undefined) => ResourceId | undefined,
): ResourceId | undefined {
  switch (resource.kind) {
    case 'network-interface':
      return resource.ipConfigurations.find((one) => one.subnet)?.subnet;
    case 'virtual-machine':
    case 'network-virtual-appliance':
      return through(resource.networkInterfaces?.[0]);
    case 'load-balancer':
      return resource.frontendIPConfigurations.find((one) => one.subnet)?.subnet;
    case 'kubernetes-cluster':
      return resource.agentPoolProfiles.find((one) => one.subnet)?.subnet;
    case 'attached-compute':
      return through(resource.target);
    case 'dns-server':
      return through(resource.virtualMachine);
    default:
      return undefined;
  }
}

/** The subnets in which a resource takes addresses. */
export function subnetsTakenBy(design: Design, resource: Resource): readonly ResourceId[] {
  if (resource.kind === 'subnet') return [];
  const own = findOfKind(design, resource.parent, 'subnet')?.id;
  const inside = own === undefined ? [] : [own];
  if (!(reachingKinds as ReadonlySet<ResourceKind>).has(resource.kind)) return inside;
  const subnets = new Set(inside);
  const add = (subnet: ResourceId | undefined) => {
    if (subnet !== undefined) subnets.add(subnet);
  };
  if (resource.kind === 'network-interface') for (const one of resource.ipConfigurations) add(one.subnet);
  if (resource.kind === 'load-balancer') for (const one of resource.frontendIPConfigurations) add(one.subnet);
  if (resource.kind === 'azure-firewall') add(resource.managementSubnet);
  if (resource.kind === 'kubernetes-cluster')
    for (const pool of resource.agentPoolProfiles) {
      add(pool.subnet ?? subnetOf(design, resource.id));
      add(pool.podSubnet);
    }
  return [...subnets];
}

/** The subnets of node pools besides the first, and those that pods have to themselves. */
export const furtherSubnetsOf = (
  cluster: Pick<ResourceOf<'kubernetes-cluster'>, 'agentPoolProfiles'>,
  first: ResourceId | undefined,
): readonly ResourceId[] => [
  ...new Set([
    ...flatMapped(cluster.agentPoolProfiles, ({ subnet }) => subnet ?? []).filter((one) => one !== first),
    ...podSubnetsOf(cluster),
  ]),
];

/** The subnets that pods of a cluster have to themselves. */
export const podSubnetsOf = ({
  agentPoolProfiles,
}: Pick<ResourceOf<'kubernetes-cluster'>, 'agentPoolProfiles'>): readonly ResourceId[] => [
  ...new Set(flatMapped(agentPoolProfiles, ({ podSubnet }) => podSubnet ?? [])),
];
