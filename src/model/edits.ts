import type { Acceptance, Box, Design, StatedGoals } from './design.ts';
import { flatMapped } from './flat-mapped.ts';
import { freeNotes } from './note-edits.ts';
import { childrenOf, findResource, resourceAt, resourcesOfKind, subtreeOf } from './queries.ts';
import { withReferences } from './references.ts';
import type { Resource, ResourceKind, ResourceOf } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

export { addNote, attachNote, removeNotes, updateNote } from './note-edits.ts';
export { renameResource, renameResources } from './rename-resources.ts';

/** An edit: pure, and the same object back when it changes nothing. */
export type Edit = (design: Design) => Design;

/** Adds a resource. Throws when its id is taken. */
export const addResource = (design: Design, resource: Resource): Design => {
  if (findResource(design, resource.id)) throw new Error(`Resource ${resource.id} exists already`);
  return { ...design, resources: [...design.resources, resource] };
};

/** Sets properties of a resource of a known kind; a property set to `undefined` is removed. Throws when it is missing. */
export const updateResource = <K extends ResourceKind>(
  design: Design,
  id: ResourceId,
  kind: K,
  changes: { readonly [P in keyof Omit<ResourceOf<K>, 'id' | 'kind'>]?: ResourceOf<K>[P] | undefined },
): Design => {
  const before = resourceAt(design, id);
  if (before.kind !== kind) throw new Error(`Resource ${id} is a ${before.kind}, not a ${kind}`);
  const entries = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined);
  const after = Object.fromEntries(entries) as Resource;
  return {
    ...design,
    resources: design.resources.map((resource) => (resource.id === id ? after : resource)),
  };
};

/**
 * Moves resources into another container (`undefined`: into none). What they say themselves of the subnet they left (node
 * pools, address configurations) names the new one. Their positions are forgotten.
 */
export const moveResources = (
  design: Design,
  ids: readonly ResourceId[],
  parent: ResourceId | undefined,
): Design => {
  const moving = new Set(ids.filter((id) => resourceAt(design, id).parent !== parent));
  if (moving.size === 0) return design;
  const isSubnet = findResource(design, parent)?.kind === 'subnet';
  const moved = ({ parent: from, ...rest }: Resource) => {
    const own = isSubnet && from !== undefined ? inSubnet(rest, from, parent) : rest;
    return (parent === undefined ? own : { ...own, parent }) as Resource;
  };
  return {
    ...design,
    layout: Object.fromEntries(Object.entries(design.layout).filter(([id]) => !moving.has(id as ResourceId))),
    resources: design.resources.map((one) => (moving.has(one.id) ? moved(one) : one)),
  };
};

/** Moves a resource as `moveResources` does. */
export const moveResource = (design: Design, id: ResourceId, parent: ResourceId | undefined): Design =>
  moveResources(design, [id], parent);

/** The resource with the subnet it lies in replaced in its own properties. */
function inSubnet<T>(value: T, from: string, to: string | undefined): T {
  const swap = (item: unknown, key: string): unknown => {
    if (item === from && key === 'subnet') return to;
    if (Array.isArray(item)) return item.map((entry) => swap(entry, key));
    if (item === null || typeof item !== 'object') return item;
    return Object.fromEntries(Object.entries(item).map(([name, entry]) => [name, swap(entry, name)]));
  };
  return swap(value, '') as T;
}

/**
 * Removes resources with everything in them, and every reference to what is removed. Notes that were attached to them
 * stay on their own, at `notePlaces` where these are known.
 */
export const removeResources = (
  design: Design,
  ids: readonly ResourceId[],
  notePlaces?: Readonly<Record<string, Box>>,
): Design => {
  const removed = new Set<string>(
    flatMapped(ids, (id) => subtreeOf(design, id).map((resource) => resource.id)),
  );
  if (removed.size === 0) return design;
  // Half a peering, and an endpoint's or a link's other end, mean nothing without what they name.
  for (const resource of design.resources)
    if (resource.kind === 'virtual-network-peering' && removed.has(resource.remoteVirtualNetwork))
      removed.add(resource.id);
  const freed = freeNotes(design, removed, notePlaces);
  return {
    ...freed,
    resources: design.resources
      .filter((resource) => !removed.has(resource.id))
      .map((resource) => withReferences(resource, (one) => (removed.has(one) ? undefined : one))),
    layout: Object.fromEntries(Object.entries(freed.layout).filter(([key]) => !removed.has(key))),
  };
};

/** Removes a resource as `removeResources` does. */
export const removeResource = (design: Design, id: ResourceId): Design => removeResources(design, [id]);

/** Sets where a resource is drawn. */
export const placeResource = (design: Design, id: ResourceId, box: Box): Design => ({
  ...design,
  layout: { ...design.layout, [id]: box },
});

/** Sets where several resources are drawn. */
export const placeResources = (design: Design, boxes: Readonly<Record<string, Box>>): Design => {
  const isPlaced = ([id, box]: readonly [string, Box]) => {
    const known = design.layout[id];
    return (
      known?.x === box.x && known.y === box.y && known.width === box.width && known.height === box.height
    );
  };
  return Object.entries(boxes).every(isPlaced)
    ? design
    : { ...design, layout: { ...design.layout, ...boxes } };
};

/** Replaces the whole layout, as automatic arrangement does. */
export const withLayout = (design: Design, layout: Design['layout']): Design =>
  design.layout === layout ? design : { ...design, layout };

export const renameDesign = (design: Design, name: string): Design =>
  design.name === name ? design : { ...design, name };

/** States goals; those not named stay as they are. */
export const stateGoals = (design: Design, goals: StatedGoals): Design => ({
  ...design,
  goals: { ...design.goals, ...goals },
});

/** Says whether the source holds everything there is. */
export const declareComplete = (design: Design, complete: boolean): Design =>
  design.source.complete === complete ? design : { ...design, source: { ...design.source, complete } };

/** Accepts a finding, in place of what was accepted of it before. */
export const acceptFinding = (design: Design, acceptance: Acceptance): Design => ({
  ...design,
  accepted: [...design.accepted.filter((one) => one.fingerprint !== acceptance.fingerprint), acceptance],
});

/** Takes back that a finding was accepted. */
export const revokeAcceptance = (design: Design, fingerprint: string): Design => {
  const accepted = design.accepted.filter((one) => one.fingerprint !== fingerprint);
  return accepted.length === design.accepted.length ? design : { ...design, accepted };
};

/** Of the usual beginnings of names of a kind the one that most of the design's have; the first where none has. */
export function nameStem(design: Design, kind: ResourceKind, usual: readonly [string, ...string[]]): string {
  const counts = usual.map(
    (stem) =>
      resourcesOfKind(design, kind).filter(({ name }) => name.toLowerCase().startsWith(`${stem}-`)).length,
  );
  return usual[counts.indexOf(Math.max(...counts))] ?? usual[0];
}

/** A name that no sibling bears: `snet`, `snet-2`, `snet-3` … */
export const freeName = (design: Design, parent: ResourceId | undefined, wanted: string): string => {
  const taken = new Set(childrenOf(design, parent).map((resource) => resource.name.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}-${number}`;
  return name;
};
