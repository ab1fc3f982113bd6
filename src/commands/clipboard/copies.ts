import {
  type Design,
  edits,
  enclosing,
  findResource,
  type Resource,
  type ResourceId,
  refusalOf,
  subtreeOf,
  withReferences,
} from '#model';
import { type Shift, shifted, shiftsInto, withShifts } from '#network';
import { withoutForeignAddresses } from '../addresses/own-addresses.ts';
import { crowdOf, noRoom, type Outcome } from '../addresses/relocate.ts';
import { freeForNetwork, freeInNetwork } from '../free-space.ts';
import { copyName } from './copy-name.ts';
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

/** Offset of a copy that lies beside its original, in CSS pixels. */
const aside = 24;

const spaceOf = (resource: Resource): readonly string[] => {
  if (resource.kind === 'virtual-network' || resource.kind === 'on-premises-network')
    return resource.addressPrefixes;
  return resource.kind === 'virtual-wan-hub' && resource.addressPrefix !== undefined
    ? [resource.addressPrefix]
    : [];
};

/**
 * The design with copies of resources and of all that lies in them: under new ids and free names, with ranges of
 * addresses that overlap with nothing. References among them stay among them; to others they stay where others may
 * share. Also gives the ids of the copied roots.
 */
export function withCopies(
  design: Design,
  request: CopyRequest,
): Outcome & { readonly ids?: readonly ResourceId[] } {
  let current = design;
  const ids = new Map<ResourceId, ResourceId>();
  for (const { id, parent } of request.roots) {
    const root = findResource(request.source, id);
    const target = findResource(design, parent);
    if (!root) continue;
    if (root.kind === 'private-dns-zone' || root.kind === 'internet')
      return {
        ok: false,
        reason: `There is one ${root.name}: link it, or point at it, rather than copy it.`,
      };
    const refusal = refusalOf(root.kind, target);
    if (refusal) return { ok: false, reason: refusal };
    const isFixed = root.kind === 'subnet' && /^[A-Z]/.test(root.name);
    const crowd = isFixed ? crowdOf(current, root, target) : undefined;
    if (crowd) return { ok: false, reason: crowd };
    const shifts = shiftsOf(current, request.source, root, parent);
    if (!shifts) return { ok: false, reason: noRoomFor(root, target) };
    current = withCopy(current, request, root, parent, shifts, ids);
  }
  const roots = request.roots.flatMap(({ id }) => ids.get(id) ?? []);
  if (roots.length === 0) return { ok: false, reason: 'There is nothing to copy any more.' };
  const referred = withInnerReferences(current, request.source, ids);
  return { ok: true, design: withTies(referred, request.source, ids, request.newId), ids: roots };
}

const noRoomFor = (root: Resource, target: Resource | undefined): string =>
  root.kind === 'subnet' && target
    ? noRoom(target, root.addressPrefixes)
    : 'Private address space has no room for another network of this size.';

/** New places for the ranges that a copy brings; `undefined` where there is no room. */
function shiftsOf(
  design: Design,
  source: Design,
  root: Resource,
  parent: ResourceId | undefined,
): readonly Shift[] | undefined {
  if (root.kind === 'subnet') {
    const space = freeInNetwork(design, parent);
    return space ? shiftsInto(root.addressPrefixes, space.within, space.taken) : [];
  }
  const { within, taken } = freeForNetwork(design);
  const inner = subtreeOf(source, root.id).flatMap(spaceOf);
  return shiftsInto(inner, within, taken);
}

function withCopy(
  design: Design,
  { source, newId }: CopyRequest,
  root: Resource,
  parent: ResourceId | undefined,
  shifts: readonly Shift[],
  ids: Map<ResourceId, ResourceId>,
): Design {
  let current = design;
  const inner = subtreeOf(source, root.id);
  for (const one of inner) ids.set(one.id, newId());
  for (const one of inner) {
    const id = ids.get(one.id);
    if (id === undefined) continue;
    const container = one === root ? parent : one.parent && ids.get(one.parent);
    const fresh = withNewAddresses(stripped(one), source, current, container, shifts);
    const named = { ...fresh, id, name: copyName(current, one, container) };
    const copy = (container === undefined ? named : { ...named, parent: container }) as Resource;
    current = edits.addResource(current, copy);
    const box = source.layout[one.id];
    const isBeside = one === root && one.parent === container;
    if (box && (one !== root || isBeside))
      current = edits.placeResource(
        current,
        id,
        isBeside ? { ...box, x: box.x + aside, y: box.y + aside } : box,
      );
  }
  return current;
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
  source: Design,
  design: Design,
  container: ResourceId | undefined,
  shifts: readonly Shift[],
): Resource {
  const moved = withShifts(resource, shifts);
  const subnet = findResource(design, container);
  if (subnet?.kind !== 'subnet') return moved;
  // A copy in the subnet of its original would have the very same address.
  const original = findResource(source, resource.id);
  const prefixes = subnet.addressPrefixes;
  const isShifted = prefixes.some((prefix) => shifts.some(({ to }) => isWithin(prefix, to)));
  return withoutForeignAddresses(moved, original && !isShifted ? [] : prefixes);
}

const isWithin = (prefix: string, range: Shift['to']): boolean =>
  shifted(prefix, [{ from: range, to: range }]) !== undefined;

/** References of the copies: to other copies where the original was copied, too. */
function withInnerReferences(
  design: Design,
  source: Design,
  ids: ReadonlyMap<ResourceId, ResourceId>,
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
        const copy = ids.get(id as ResourceId);
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
