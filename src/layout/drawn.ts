import {
  ancestorsOf,
  childrenOf,
  type Design,
  findResource,
  type Resource,
  type ResourceId,
  type ResourceKind,
  referencesOf,
  resourcesOfKind,
} from '#model';
import type { HostedEndpoint, HostedNetwork } from './hosted-network.ts';

/** Something missing that is to be drawn where it belongs. */
export interface LayoutGhost {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly parent?: ResourceId;
  readonly name: string;
  readonly fact: string;
  readonly target?: ResourceId;
}

/** What is drawn although no resource is it. */
export interface Derived {
  /** Things that are missing, to be given room where they belong. */
  readonly ghosts?: readonly LayoutGhost[];
  /** Networks that Microsoft runs for workspaces and endpoints of the design. */
  readonly hosted?: readonly HostedNetwork[];
}

/** A box on the drawing, with the boxes in it. */
export interface Thing {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly resource?: Resource;
  readonly ghost?: LayoutGhost;
  readonly hosted?: HostedNetwork;
  /** A private endpoint of a hosted network. */
  readonly derived?: HostedEndpoint;
  readonly children: readonly Thing[];
}

/** What of a design is drawn as a box, and what stands for the rest. */
export interface Drawn {
  readonly roots: readonly Thing[];
  /** Clients on the internet: in the internet's card. */
  readonly online: readonly Thing[];
  readonly zones: readonly Thing[];
  /** Of resources that have no box: the resource that shows them. */
  readonly shownBy: ReadonlyMap<ResourceId, ResourceId>;
}

export const internetCard = 'card:internet';
export const zonesCard = 'card:dns-zones';

/** Containers by level: one may lie in those of a lower level only. */
const levels: ReadonlyMap<ResourceKind, number> = new Map([
  ['region', 0],
  ['on-premises-network', 0],
  ['virtual-network', 1],
  ['virtual-wan-hub', 1],
  ['subnet', 2],
]);

/** Whether things of a kind are drawn as boxes that hold others. */
export const isContainerKind = (kind: ResourceKind | undefined): boolean =>
  kind !== undefined && levels.has(kind);

/** Whether a thing is drawn as a box that holds others; what is only known by name is drawn small. */
export const isContainer = (thing: Thing): boolean =>
  isContainerKind(thing.kind) &&
  thing.ghost === undefined &&
  !(thing.resource?.presence === 'not-shown' && thing.children.length === 0 && thing.kind !== 'subnet');

/** Drawn with whatever names them, where something does. */
const foldedKinds: ReadonlySet<ResourceKind> = new Set([
  'public-ip-address',
  'network-interface',
  'application-security-group',
  'ip-group',
  'firewall-policy',
  'network-security-group',
  'route-table',
  'nat-gateway',
  'service-endpoint-policy',
]);

const ghostBadges: ReadonlySet<ResourceKind> = new Set([
  'network-security-group',
  'route-table',
  'nat-gateway',
  'service-endpoint-policy',
]);

/** Whether a ghost is drawn as a badge of its subnet. */
export const isGhostBadge = (design: Design, ghost: LayoutGhost): boolean =>
  ghostBadges.has(ghost.kind) && findResource(design, ghost.parent)?.kind === 'subnet';

/** Which resources are drawn as boxes, in which box; loops and parents that do not exist end on the open canvas. */
export function drawnOf(design: Design, { ghosts = [], hosted = [] }: Derived = {}): Drawn {
  const shownBy = foldedInto(design);
  const childIds = new Map<ResourceId | undefined, Resource[]>();
  const hostedIn = new Map<ResourceId | undefined, HostedNetwork[]>();
  const membersWith = new Map<ResourceId, Resource[]>();
  const membersOf = new Map<HostedNetwork, Resource[]>();
  for (const network of hosted) {
    const holder = findResource(design, network.holder);
    if (!holder) continue;
    const around = containerOf(design, holder);
    const members: Resource[] = [];
    pushTo(hostedIn, around, network);
    membersOf.set(network, members);
    // What lies elsewhere by the document is drawn there.
    for (const id of network.members) {
      const member = findResource(design, id);
      if (member && containerOf(design, member) === around) membersWith.set(id, members);
    }
  }
  const online: Thing[] = [];
  const zones: Thing[] = [];
  for (const resource of design.resources) {
    if (shownBy.has(resource.id) || resource.kind === 'internet') continue;
    if (resource.kind === 'private-dns-zone') zones.push(thingOf(resource));
    else if (isOnline(design, resource)) online.push(thingOf(resource));
    else if (membersWith.has(resource.id)) membersWith.get(resource.id)?.push(resource);
    else pushTo(childIds, containerOf(design, resource), resource);
  }
  const ghostsIn = new Map<ResourceId | undefined, LayoutGhost[]>();
  for (const ghost of ghosts)
    if (ghost.kind === 'private-dns-zone') zones.push(ghostThing(ghost));
    else if (!isGhostBadge(design, ghost)) pushTo(ghostsIn, ghostContainer(design, ghost, shownBy), ghost);
  const build = (id: ResourceId | undefined): Thing[] => [
    ...(childIds.get(id) ?? []).map((resource) => thingOf(resource, build(resource.id))),
    ...(ghostsIn.get(id) ?? []).map(ghostThing),
    ...(hostedIn.get(id) ?? []).map((network) => hostedThing(network, membersOf.get(network) ?? [])),
  ];
  return { roots: build(undefined), online, zones, shownBy };
}

const thingOf = (resource: Resource, children: readonly Thing[] = []): Thing => ({
  id: resource.id,
  kind: resource.kind,
  name: resource.name,
  resource,
  children,
});

const ghostThing = (ghost: LayoutGhost): Thing => ({
  id: ghost.id,
  kind: ghost.kind,
  name: ghost.name,
  ghost,
  children: [],
});

const hostedThing = (hosted: HostedNetwork, members: readonly Resource[]): Thing => ({
  id: hosted.id,
  kind: 'virtual-network',
  name: hosted.title,
  hosted,
  children: [
    ...members.map((member) => thingOf(member)),
    ...hosted.endpoints.map(
      (derived): Thing => ({
        id: derived.id,
        kind: 'private-endpoint',
        name: derived.name,
        derived,
        children: [],
      }),
    ),
  ],
});

const isOnline = (design: Design, resource: Resource): boolean =>
  findResource(design, resource.parent)?.kind === 'internet';

function mayHold(container: ResourceKind, kind: ResourceKind): boolean {
  const level = levels.get(container);
  const own = levels.get(kind);
  if (level === undefined) return false;
  if (own === undefined) return true;
  return own === level + 1 && container !== 'on-premises-network';
}

/** The nearest box around a resource; none where its containers form a loop. */
function containerOf(design: Design, resource: Resource): ResourceId | undefined {
  const ancestors = ancestorsOf(design, resource.id);
  const last = ancestors.at(-1) ?? resource;
  const isLoop = last.parent !== undefined && findResource(design, last.parent) !== undefined;
  return isLoop ? undefined : ancestors.find((ancestor) => mayHold(ancestor.kind, resource.kind))?.id;
}

function ghostContainer(
  design: Design,
  ghost: LayoutGhost,
  shownBy: ReadonlyMap<ResourceId, ResourceId>,
): ResourceId | undefined {
  const beside = findResource(design, ghost.parent ?? ghost.target);
  if (!beside) return undefined;
  if (mayHold(beside.kind, 'private-endpoint') && ghost.parent === beside.id)
    return shownBy.has(beside.id) ? undefined : beside.id;
  const shown = findResource(design, shownBy.get(beside.id)) ?? beside;
  return containerOf(design, shown);
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** What has no box of its own, and the resource with a box that shows it. */
function foldedInto(design: Design): ReadonlyMap<ResourceId, ResourceId> {
  const owner = new Map<ResourceId, ResourceId>();
  for (const resource of design.resources)
    for (const id of referencesOf(resource)) {
      const named = findResource(design, id);
      if (named && foldedKinds.has(named.kind) && named.id !== resource.id && !owner.has(named.id))
        owner.set(named.id, resource.id);
    }
  for (const peering of resourcesOfKind(design, 'virtual-network-peering')) {
    const network = findResource(design, peering.parent);
    if (network) owner.set(peering.id, network.id);
  }
  for (const endpoint of resourcesOfKind(design, 'dns-resolver-endpoint')) {
    const resolver = findResource(design, endpoint.resolver);
    if (resolver && (endpoint.direction === 'inbound' || !owner.has(resolver.id)))
      owner.set(resolver.id, endpoint.id);
  }
  for (const id of owner.keys()) if (childrenOf(design, id).length > 0) owner.delete(id);
  return new Map(
    [...owner.keys()].flatMap((id) => {
      const shown = endOf(owner, id);
      return shown === undefined ? [] : [[id, shown] as const];
    }),
  );
}

/** Follows owners to one with a box; none in a loop. */
function endOf(owner: ReadonlyMap<ResourceId, ResourceId>, start: ResourceId): ResourceId | undefined {
  let id = start;
  for (let steps = 0; steps <= owner.size; steps += 1) {
    const next = owner.get(id);
    if (next === undefined) return id === start ? undefined : id;
    id = next;
  }
  return undefined;
}
