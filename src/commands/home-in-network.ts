import { delegatedSubnets } from '#catalog';
import {
  childrenOf,
  type Design,
  edits,
  findResource,
  fullRefusal,
  kinds,
  type Resource,
  type ResourceId,
  type ResourceKind,
  type ResourceOf,
  refusalOf,
  resourcesOfKind,
} from '#model';
import { podSubnetsOf } from '#network';
import { isNamedForEndpoints } from '#rules';
import { subnetPrefixes } from './default-properties.ts';

/** Where something lies in a network: in a subnet of it, or in one that has to be made in it first. */
export interface Home {
  readonly parent: ResourceId;
  readonly newSubnetName?: string;
}

type Subnet = ResourceOf<'subnet'>;

/** Kinds that share a subnet; any other has one with its like alone. */
const families: readonly (readonly ResourceKind[])[] = [
  ['compute-cluster', 'compute-instance', 'serverless-compute', 'attached-compute'],
  ['virtual-machine', 'network-interface', 'client', 'dns-server'],
];
const familyOf = (kind: ResourceKind) => families.find((family) => family.includes(kind)) ?? [kind];

/** What a subnet is called that is made for a kind. */
const purposes: Partial<Record<ResourceKind, string>> = {
  'compute-cluster': 'compute',
  'virtual-machine': 'vm',
  'private-endpoint': 'endpoints',
  'kubernetes-cluster': 'aks',
  'application-gateway': 'agw',
  'network-virtual-appliance': 'nva',
  'dns-resolver-endpoint': 'resolver',
};

const servingOf = (kind: ResourceKind) => delegatedSubnets.find((one) => one.kinds.includes(kind));

/** Whether a kind lies in subnets, and in a network only by one of them. */
export const liesInSubnets = (kind: ResourceKind): boolean =>
  kinds[kind].parents.includes('subnet') && !kinds[kind].parents.includes('virtual-network');

/** What a subnet made a moment ago is for, before anything lies in it. */
export type Planned = ReadonlyMap<ResourceId, ResourceKind>;

/** 0 beside its like, 1 where nothing lies, 2 among others; `undefined` where it may not or should not lie. */
function fitOf(design: Design, kind: ResourceKind, subnet: Subnet, planned: Planned): number | undefined {
  if (refusalOf(kind, subnet) !== undefined) return undefined;
  if (kinds[kind].subnetName !== undefined) return 0;
  const serving = servingOf(kind);
  const isDelegated = subnet.delegations?.length;
  if (serving?.delegation === undefined ? isDelegated : !subnet.delegations?.includes(serving.delegation))
    return undefined;
  const plan = planned.get(subnet.id);
  const contents = [...childrenOf(design, subnet.id).map((one) => one.kind), ...(plan ? [plan] : [])];
  if (contents.length >= (serving?.mostResources ?? Number.POSITIVE_INFINITY)) return undefined;
  const family = familyOf(kind);
  if (contents.length > 0 && contents.every((one) => family.includes(one))) return 0;
  if (contents.length === 0 && isNamedForEndpoints(subnet) !== (kind === 'private-endpoint'))
    return kind === 'private-endpoint' ? 1 : undefined;
  if (contents.length === 0) return 1;
  const isApart = [kind, ...contents].some((one) => servingOf(one) || one === 'private-endpoint');
  return isApart ? undefined : 2;
}

/**
 * Where a kind that lies in subnets belongs in a network, several where they are equally good: beside its like, in a subnet
 * that is empty, in a new one, or among others where there is no room for that. Empty where the network has none of them.
 */
export function homesIn(
  design: Design,
  kind: ResourceKind,
  network: Resource | undefined,
  planned: Planned = new Map(),
  comers?: ReadonlySet<string>,
): readonly Home[] {
  if (network?.kind !== 'virtual-network' || !liesInSubnets(kind)) return [];
  if (fullRefusal(design, kind, network.id, comers) !== undefined) return [];
  const ofPods = new Set(resourcesOfKind(design, 'kubernetes-cluster').flatMap(podSubnetsOf));
  const fits = childrenOf(design, network.id).flatMap((subnet) => {
    const fit = subnet.kind === 'subnet' && !ofPods.has(subnet.id) && fitOf(design, kind, subnet, planned);
    return typeof fit === 'number' ? [{ parent: subnet.id, fit }] : [];
  });
  const least = Math.min(...fits.map(({ fit }) => fit));
  const best = fits.filter(({ fit }) => fit === least).map(({ parent }) => ({ parent }));
  if (least < 2) return best;
  const [first = kind] = familyOf(kind);
  const { subnetName } = kinds[kind];
  const name = subnetName ?? `snet-${purposes[kind] ?? purposes[first] ?? 'new'}`;
  const parent = network.id;
  // What Azure has a name for lies nowhere else: where there is no room, a check says so of the subnet.
  const isToBeMade = subnetName !== undefined || subnetPrefixes({ design, parent }, name).length > 0;
  return isToBeMade ? [{ parent, newSubnetName: edits.freeName(design, parent, name) }] : best;
}

/** The first of them. */
export const homeIn = (...given: Parameters<typeof homesIn>): Home | undefined => homesIn(...given)[0];

/** The design with the subnet that a home asks for, and what is then the place; the home itself where that is one. */
export function withHome(
  design: Design,
  kind: ResourceKind,
  { parent, newSubnetName }: { readonly parent: ResourceId | undefined; readonly newSubnetName?: string },
  newId: () => ResourceId,
): { readonly design: Design; readonly parent: ResourceId | undefined } {
  if (newSubnetName === undefined || !findResource(design, parent)) return { design, parent };
  const delegation = servingOf(kind)?.delegation;
  const subnet = {
    id: newId(),
    kind: 'subnet',
    name: newSubnetName,
    ...(parent === undefined ? {} : { parent }),
    addressPrefixes: subnetPrefixes({ design, parent }, newSubnetName),
    defaultOutboundAccess: false,
    ...(delegation === undefined ? {} : { delegations: [delegation] }),
  } as const;
  return { design: edits.addResource(design, subnet), parent: subnet.id };
}
