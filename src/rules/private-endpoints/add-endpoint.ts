import { zonesOf } from '#catalog';
import {
  childrenOf,
  type Design,
  edits,
  enclosing,
  findOfKind,
  flatMapped,
  goalsOf,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
  zonesInGroups,
} from '#model';
import {
  computesOf,
  dependenciesOf,
  endpointsOf,
  isAbsent,
  isForAnything,
  isShown,
  shownOfKind,
  usersOf,
} from '../estate.ts';
import { byLabel, labelOf, listed } from '../labels.ts';
import type { Fix } from '../rule.ts';

/** The subnet that most of these stand in, the first by name among equals. */
const mostOften = (design: Design, ids: readonly (ResourceId | undefined)[]) => {
  const counts = new Map<ResourceOf<'subnet'>, number>();
  for (const id of ids) {
    const subnet = findOfKind(design, id, 'subnet');
    if (subnet) counts.set(subnet, (counts.get(subnet) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return byLabel(
    design,
    [...counts.keys()].filter((subnet) => counts.get(subnet) === most),
  )[0];
};

const shownSubnet = (one: Resource): ResourceOf<'subnet'> | readonly [] =>
  one.kind === 'subnet' && isShown(one) ? one : [];

/**
 * Where a further endpoint of a workspace's service belongs: beside the workspace's other endpoints, else in a subnet of
 * the network of its computes: one that holds endpoints alone, one named for them, an empty one, else the emptiest.
 * `undefined` where the design has no virtual network to put it in.
 */
export function subnetForEndpoints(design: Design, service: ResourceId): ResourceOf<'subnet'> | undefined {
  const workspaces = usersOf(design, service);
  const services = flatMapped(workspaces, (one) => [
    one.id,
    ...dependenciesOf(design, one).map(({ id }) => id),
  ]);
  const beside = mostOften(
    design,
    flatMapped(services, (id) => endpointsOf(design, id).map(({ parent }) => parent)),
  );
  if (beside) return beside;
  const computes = flatMapped(workspaces, ({ id }) => computesOf(design, id));
  const home = mostOften(
    design,
    computes.map(({ parent }) => parent),
  );
  const network = home && enclosing(design, home.id, 'virtual-network')?.id;
  return network === undefined
    ? emptiest(design, shownOfKind(design, 'subnet'))
    : subnetForEndpointsIn(design, network);
}

/** The subnet of a network that endpoints belong in: one that holds them alone, one named for them, an empty one, else the emptiest. */
export const subnetForEndpointsIn = (design: Design, network: ResourceId): ResourceOf<'subnet'> | undefined =>
  emptiest(design, flatMapped(childrenOf(design, network), shownSubnet));

function emptiest(
  design: Design,
  subnets: readonly ResourceOf<'subnet'>[],
): ResourceOf<'subnet'> | undefined {
  const usable = subnets.filter((subnet) => isForAnything(design, subnet));
  const strangers = ({ id }: ResourceOf<'subnet'>) =>
    childrenOf(design, id).filter(({ kind }) => kind !== 'private-endpoint').length;
  const rank = (subnet: ResourceOf<'subnet'>) => {
    if (strangers(subnet) > 0) return 3;
    if (childrenOf(design, subnet.id).length > 0) return 0;
    return isNamedForEndpoints(subnet) ? 1 : 2;
  };
  return byLabel(design, usable).toSorted(
    (one, other) => rank(one) - rank(other) || strangers(one) - strangers(other),
  )[0];
}

/** Whether the name of a subnet says that it was made for endpoints. */
export const isNamedForEndpoints = ({ name }: { readonly name: string }): boolean => endpointWords.test(name);

/** In the name of a subnet: what it was made for. */
const endpointWords = /endpoint|private-?link|(?<![a-z])pep?(?![a-z])/i;

/** Zones that an endpoint of this sub-resource needs in the design's cloud and the service's region. */
export const requiredZones = (design: Design, service: Resource, groupId: string): readonly string[] =>
  zonesOf(
    service.kind === 'private-link-service' ? service.armType : service.kind,
    groupId,
    goalsOf(design).cloud,
    enclosing(design, service.id, 'region')?.name,
    accountKindOf(service),
  );

/** Of services that come in kinds of accounts. */
export const accountKindOf = (service: Resource): string | undefined =>
  'accountKind' in service ? service.accountKind : undefined;

type Zone = ResourceOf<'private-dns-zone'>;

/**
 * A zone of that name, one that the network is linked to before others. A zone in which another endpoint of the same
 * service is registered is left alone: one would overwrite the record of the other.
 */
export const zoneNamed = (
  design: Design,
  name: string,
  network: ResourceId | undefined,
  endpoint: ResourceOf<'private-endpoint'> | undefined,
): Zone | undefined => {
  const others = endpointsOf(design, endpoint?.target ?? ('' as ResourceId)).filter(
    (one) => one.id !== endpoint?.id && one.groupIds.some((group) => endpoint?.groupIds.includes(group)),
  );
  const taken = new Set(flatMapped(others, zonesInGroups));
  const zones = byLabel(
    design,
    resourcesOfKind(design, 'private-dns-zone').filter(
      (zone) => zone.name.toLowerCase() === name.toLowerCase() && !isAbsent(design, zone.id),
    ),
  );
  return (
    zones.find((zone) => zone.virtualNetworkLinks?.some((link) => link.virtualNetwork === network)) ??
    zones.find((zone) => !taken.has(zone.id))
  );
};

/** Links a zone to a network, where its links are known and lack it. */
export function linkZone(design: Design, id: ResourceId, network: ResourceId): Design {
  const zone = findOfKind(design, id, 'private-dns-zone');
  const links = zone?.virtualNetworkLinks ?? [];
  if (!zone || zone.presence === 'not-shown' || links.some((link) => link.virtualNetwork === network))
    return design;
  const link = { name: `link-${labelOf(design, network)}`, virtualNetwork: network };
  return edits.updateResource(design, id, 'private-dns-zone', { virtualNetworkLinks: [...links, link] });
}

/** The design with zones of these names, linked to the network where they are new, and their ids. */
export function withZones(
  design: Design,
  names: readonly string[],
  network: ResourceId | undefined,
  newId: () => ResourceId,
  endpoint?: ResourceOf<'private-endpoint'>,
): { readonly design: Design; readonly zones: readonly ResourceId[] } {
  let current = design;
  const zones = names.map((name) => {
    const known = zoneNamed(current, name, network, endpoint);
    if (known) return known.id;
    const id = newId();
    current = edits.addResource(current, { id, kind: 'private-dns-zone', name, virtualNetworkLinks: [] });
    if (network !== undefined) current = linkZone(current, id, network);
    return id;
  });
  return { design: current, zones };
}

/** Networks that the zones of other endpoints in a subnet are linked to: names are resolved there. */
function networksOfNeighbours(design: Design, subnet: ResourceId): readonly ResourceId[] {
  const endpoints = childrenOf(design, subnet).filter(
    (one): one is ResourceOf<'private-endpoint'> => one.kind === 'private-endpoint' && isShown(one),
  );
  const zones = flatMapped(byLabel(design, endpoints), zonesInGroups);
  const links = flatMapped(
    zones,
    (zone) => findOfKind(design, zone, 'private-dns-zone')?.virtualNetworkLinks ?? [],
  );
  return [...new Set(links.map(({ virtualNetwork }) => virtualNetwork))];
}

/** Adds an endpoint for one sub-resource with its zone group, and the zones and links that are missing. */
export function addEndpoint(
  design: Design,
  service: Resource,
  groupId: string,
  subnet: ResourceId,
  newId: () => ResourceId,
): Design {
  const network = enclosing(design, subnet, 'virtual-network')?.id;
  const { design: prepared, zones } = withZones(
    design,
    requiredZones(design, service, groupId),
    network,
    newId,
  );
  const isNew = (zone: ResourceId) => findOfKind(design, zone, 'private-dns-zone') === undefined;
  const neighbours = networksOfNeighbours(design, subnet);
  const stem = edits.nameStem(design, 'private-endpoint', ['pe', 'pep']);
  const linked = zones.reduce(
    (current, zone) =>
      [...(network === undefined ? [] : [network]), ...(isNew(zone) ? neighbours : [])].reduce(
        (linking, one) => linkZone(linking, zone, one),
        current,
      ),
    prepared,
  );
  return edits.addResource(linked, {
    id: newId(),
    kind: 'private-endpoint',
    name: edits.freeName(linked, subnet, `${stem}-${service.name}-${groupId}`),
    parent: subnet,
    target: service.id,
    groupIds: [groupId],
    privateDnsZoneGroups: zones.length > 0 ? [{ name: 'default', privateDnsZones: zones }] : [],
  });
}

/** What an endpoint for a sub-resource brings with it for a network: zones that are there and come to be linked to it, and new ones. */
function zonesWith(design: Design, service: Resource, groupId: string, subnet: ResourceId) {
  const network = enclosing(design, subnet, 'virtual-network');
  const names = requiredZones(design, service, groupId);
  const known = flatMapped(names, (name) => zoneNamed(design, name, network?.id, undefined) ?? []);
  const linked =
    network === undefined ? [] : known.filter(({ id }) => linkZone(design, id, network.id) !== design);
  return { names, linked, isNew: known.length < names.length, network };
}

/** One step of a fix: an endpoint, where it is registered, and whom the zones come to be linked to. */
export function endpointStep(design: Design, service: Resource, groupId: string, subnet: ResourceId): string {
  const { names, linked, isNew, network } = zonesWith(design, service, groupId, subnet);
  const inZones = names.length > 0 ? `, registered in ${listed(names)}` : '';
  const others = isNew ? networksOfNeighbours(design, subnet) : [];
  const networks = [...new Set([...(network ? [network.id] : []), ...others])].map((id) =>
    labelOf(design, id),
  );
  const links =
    isNew && networks.length > 0
      ? `, which is new and linked to ${listed(networks)}`
      : linked.length > 0
        ? `, and link ${listed(linked.map(({ name }) => name))} to ${network?.name}`
        : '';
  return `Add a private endpoint for ${groupId} of ${service.name} in ${labelOf(design, subnet)}${inZones}${links}`;
}

/** Adds endpoints of a service to a subnet, and says so with all that comes with them. */
export function endpointFix(
  design: Design,
  service: Resource,
  groupIds: readonly string[],
  subnet: ResourceId,
  title = `Add the ${listed(groupIds)} endpoint${groupIds.length === 1 ? '' : 's'}`,
): Fix {
  const linked = flatMapped(groupIds, (one) => zonesWith(design, service, one, subnet).linked);
  const network = enclosing(design, subnet, 'virtual-network')?.name;
  const links =
    linked.length === 0 ? '' : `, and link ${linked.length === 1 ? 'its zone' : 'its zones'} to ${network}`;
  return {
    title: `${title}${links}`,
    changes: groupIds.map((one) => endpointStep(design, service, one, subnet)),
    apply: (before, newId) =>
      groupIds.reduce((current, one) => addEndpoint(current, service, one, subnet, newId), before),
  };
}
