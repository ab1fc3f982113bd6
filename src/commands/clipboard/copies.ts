import {
  type Box,
  type Design,
  edits,
  enclosing,
  findResource,
  type Resource,
  type ResourceId,
  refusalIn,
  resourcesOfKind,
  subtreeOf,
  withReferences,
} from '#model';
import { type Shift, shifted, shiftsInto, withShifts } from '#network';
import { withoutForeignAddresses } from '../addresses/own-addresses.ts';
import { crowdOf, noRoom, type Outcome } from '../addresses/relocate.ts';
import { freeForNetwork, freeInNetwork } from '../free-space.ts';
import { type CopyNames, copyNamesIn } from './copy-name.ts';
import { shapesElsewhere } from './shapes-elsewhere.ts';
import { withTies } from './ties.ts';

/** What is copied, and where each of it goes. */
export interface CopyRequest {
  /** The design that the resources are in; it may be another one than they are copied to. */
  readonly source: Design;
  readonly roots: readonly { readonly id: ResourceId; readonly parent: ResourceId | undefined }[];
  readonly newId: () => ResourceId;
}

/** References to things that serve one resource alone. */
const exclusiveKeys = new Set([
  'publicIPAddress',
  'publicIPAddresses',
  'managementPublicIPAddress',
  'managementSubnet',
  'networkInterfaces',
  'virtualMachine',
]);

/** References to things of one virtual network alone. */
const networkKeys = new Set(['natGateway', 'resolver', 'subnet', 'podSubnet']);

const spaceOf = (resource: Resource): readonly string[] => {
  if (resource.kind === 'virtual-network' || resource.kind === 'on-premises-network')
    return resource.addressPrefixes;
  return resource.kind === 'virtual-wan-hub' && resource.addressPrefix !== undefined
    ? [resource.addressPrefix]
    : [];
};

/** What has been copied so far, and into what. */
interface Copying extends CopyRequest {
  readonly design: Design;
  readonly nameFor: CopyNames;
  /** By their originals. */
  readonly copies: Map<ResourceId, Resource>;
  readonly boxes: Record<string, Box>;
}

/**
 * The design with copies of resources and of all that lies in them: under new ids and free names, with ranges of
 * addresses that overlap with nothing. References among them stay among them; to others they stay where others may
 * share. Also gives the ids of the copied roots.
 */
export function withCopies(
  design: Design,
  request: CopyRequest,
): Outcome & { readonly ids?: readonly ResourceId[] } {
  const { source } = request;
  const copying: Copying = {
    ...request,
    design,
    nameFor: copyNamesIn(design),
    copies: new Map(),
    boxes: {},
  };
  const shared = new Map<ResourceId, Resource>();
  for (const { id, parent } of request.roots) {
    const root = findResource(source, id);
    const target = findResource(design, parent);
    if (!root) continue;
    const twin = twinOf(design, root);
    if (twin) {
      shared.set(id, twin);
      continue;
    }
    const refusal = refusalIn(soFar(copying), root.kind, target);
    if (refusal) return { ok: false, reason: refusal };
    const isFixed = root.kind === 'subnet' && /^[A-Z]/.test(root.name);
    const crowd = isFixed ? crowdOf(soFar(copying), root, target) : undefined;
    if (crowd) return { ok: false, reason: crowd };
    const shifts = shiftsOf(copying, root, parent);
    if (!shifts) return { ok: false, reason: noRoomFor(root, target) };
    addCopy(copying, root, parent, shifts);
  }
  const ids = new Map([...copying.copies].map(([original, { id }]) => [original, id]));
  const roots = request.roots.flatMap(({ id }) => ids.get(id) ?? []);
  const [one] = shared.values();
  if (roots.length === 0)
    return {
      ok: false,
      reason: one
        ? `There is one ${one.name}: link it, or point at it, rather than copy it.`
        : 'There is nothing to copy any more.',
    };
  const comers = request.roots.flatMap(({ id, parent }) => {
    const copy = ids.get(id);
    return copy === undefined ? [] : [{ id: copy, original: id, parent }];
  });
  const boxes = { ...copying.boxes, ...shapesElsewhere(source, comers) };
  const placed = edits.placeResources(soFar(copying), boxes);
  const referred = withInnerReferences(placed, source, ids, shared);
  return { ok: true, design: withTies(referred, source, ids, request.newId), ids: roots };
}

/** What a design has already of which it has one: the zone of a name, the internet. Copies of others refer to it. */
const twinOf = (design: Design, { kind, name }: Resource): Resource | undefined =>
  kind === 'private-dns-zone' || kind === 'internet'
    ? resourcesOfKind(design, kind).find((one) => kind === 'internet' || one.name === name)
    : undefined;

/** The design with what has been copied so far, which another copy must find room beside. */
const soFar = ({ design, copies }: Copying): Design => ({
  ...design,
  resources: [...design.resources, ...copies.values()],
});

const noRoomFor = (root: Resource, target: Resource | undefined): string =>
  root.kind === 'subnet' && target
    ? noRoom(target, root.addressPrefixes)
    : 'Private address space has no room for another network of this size.';

/** New places for the ranges that a copy brings; `undefined` where there is no room. */
function shiftsOf(
  copying: Copying,
  root: Resource,
  parent: ResourceId | undefined,
): readonly Shift[] | undefined {
  if (root.kind === 'subnet') {
    const space = freeInNetwork(soFar(copying), parent);
    return space ? shiftsInto(root.addressPrefixes, space.within, space.taken) : [];
  }
  const inner = subtreeOf(copying.source, root.id).flatMap(spaceOf);
  if (inner.length === 0) return [];
  const { within, taken } = freeForNetwork(soFar(copying));
  return shiftsInto(inner, within, taken);
}

function addCopy(
  { source, design, newId, nameFor, copies, boxes }: Copying,
  root: Resource,
  parent: ResourceId | undefined,
  shifts: readonly Shift[],
): void {
  // Containers come before what lies in them.
  for (const one of subtreeOf(source, root.id)) {
    const around = one === root ? findResource(design, parent) : one.parent && copies.get(one.parent);
    const container = one === root ? parent : around?.id;
    const id = newId();
    const fresh = withNewAddresses(stripped(one), around, shifts);
    const named = { ...fresh, id, name: nameFor(one, container) };
    copies.set(one.id, container === undefined ? named : ({ ...named, parent: container } as Resource));
    const box = source.layout[one.id];
    if (box) boxes[id] = box;
  }
}

/** What Azure gave the original, and gives to nothing else. */
function stripped(resource: Resource): Resource {
  const { azureId: _, parent: __, expectedAddresses: ____, ...rest } = resource;
  if (rest.kind === 'subnet') {
    const { ipConfigurations: ___, ...subnet } = rest;
    return subnet;
  }
  if (rest.kind === 'workspace') {
    const { workspaceId: ___, ...workspace } = rest;
    return workspace;
  }
  if (rest.kind === 'public-ip-address') {
    const { ipAddress: ___, ...address } = rest;
    return address;
  }
  return rest;
}

function withNewAddresses(
  resource: Resource,
  container: Resource | undefined,
  shifts: readonly Shift[],
): Resource {
  const moved = withShifts(resource, shifts);
  if (container?.kind !== 'subnet') return moved;
  // A copy in the subnet of its original would have the very same address.
  const prefixes = container.addressPrefixes;
  const isShifted = prefixes.some((prefix) => shifts.some(({ to }) => isWithin(prefix, to)));
  return withoutForeignAddresses(moved, isShifted ? prefixes : []);
}

const isWithin = (prefix: string, range: Shift['to']): boolean =>
  shifted(prefix, [{ from: range, to: range }]) !== undefined;

/** References of the copies: to other copies where the original was copied, too, and to what stands in its stead. */
function withInnerReferences(
  design: Design,
  source: Design,
  ids: ReadonlyMap<ResourceId, ResourceId>,
  shared: ReadonlyMap<ResourceId, Resource>,
): Design {
  // Half a peering with a network that is not here means nothing.
  const isKnown = (id: ResourceId) => ids.has(id) || findResource(design, id) !== undefined;
  const originals = new Map([...ids].map(([original, copy]) => [copy, original]));
  return {
    ...design,
    resources: design.resources.flatMap((one) => {
      const original = originals.get(one.id);
      if (original === undefined) return [one];
      if (one.kind === 'virtual-network-peering' && !isKnown(one.remoteVirtualNetwork)) return [];
      const before = findResource(source, original);
      const isOtherNetwork = networkOf(design, one.id) !== networkOf(source, original);
      const referred = withReferences(one, (id, key) => {
        const copy = ids.get(id as ResourceId) ?? shared.get(id as ResourceId)?.id;
        if (copy !== undefined) return copy;
        if (key === 'subnet' && id === before?.parent) return one.parent;
        const isLost = exclusiveKeys.has(key) || (isOtherNetwork && networkKeys.has(key));
        return isLost || !findResource(design, id as ResourceId) ? undefined : id;
      });
      return [withoutOthersConnections(referred)];
    }),
  };
}

const networkOf = (design: Design, id: ResourceId): ResourceId | undefined =>
  enclosing(design, id, 'virtual-network')?.id;

/** The endpoints of the original are not those of its copy. */
function withoutOthersConnections(resource: Resource): Resource {
  if (!('privateEndpointConnections' in resource) || !resource.privateEndpointConnections) return resource;
  const own = resource.privateEndpointConnections.filter((one) => one.privateEndpoint !== undefined);
  return { ...resource, privateEndpointConnections: own } as Resource;
}
