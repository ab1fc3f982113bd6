import type { Acceptance, Box, Design, StatedGoals } from './design.ts';
import { childrenOf, findResource, referenceKeys, resourceAt, subtreeOf } from './queries.ts';
import type { Resource, ResourceKind, ResourceOf } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

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

/** Moves a resource into another container (`undefined`: into none). Its position is forgotten. */
export const moveResource = (design: Design, id: ResourceId, parent: ResourceId | undefined): Design => {
  const before = resourceAt(design, id);
  if (before.parent === parent) return design;
  const { parent: _, ...rest } = before;
  const after = (parent === undefined ? rest : { ...rest, parent }) as Resource;
  const { [id]: __, ...layout } = design.layout;
  return {
    ...design,
    layout,
    resources: design.resources.map((resource) => (resource.id === id ? after : resource)),
  };
};

/** Removes a resource with everything in it, and every reference to what is removed. */
export const removeResource = (design: Design, id: ResourceId): Design => {
  const removed = new Set<string>(subtreeOf(design, id).map((resource) => resource.id));
  if (removed.size === 0) return design;
  // Half a peering, and an endpoint's or a link's other end, mean nothing without what they name.
  for (const resource of design.resources)
    if (resource.kind === 'virtual-network-peering' && removed.has(resource.remoteVirtualNetwork))
      removed.add(resource.id);
  return {
    ...design,
    resources: design.resources
      .filter((resource) => !removed.has(resource.id))
      .map((resource) => withoutReferences(resource, removed)),
    layout: Object.fromEntries(Object.entries(design.layout).filter(([key]) => !removed.has(key))),
  };
};

function withoutReferences<T>(value: T, removed: ReadonlySet<string>): T {
  const prune = (item: unknown, key: string): unknown => {
    if (typeof item === 'string') return referenceKeys.has(key) && removed.has(item) ? undefined : item;
    if (Array.isArray(item)) {
      const kept = item.map((entry) => prune(entry, key)).filter((entry) => entry !== undefined);
      return kept.length === item.length && kept.every((entry, at) => entry === item[at]) ? item : kept;
    }
    if (item === null || typeof item !== 'object') return item;
    const entries = Object.entries(item);
    const kept = entries.map(([name, entry]) => [name, prune(entry, name)] as const);
    if (kept.every(([, entry], at) => entry === entries[at]?.[1])) return item;
    // A link or an association without the thing it links is no link.
    if (kept.some(([name, entry]) => entry === undefined && requiredReferences.has(name))) return undefined;
    return Object.fromEntries(kept.filter(([, entry]) => entry !== undefined));
  };
  const pruned = prune(value, '');
  return (pruned ?? value) as T;
}

const requiredReferences = new Set(['virtualNetwork', 'remoteVirtualNetwork', 'resource']);

/** Sets where a resource is drawn. */
export const placeResource = (design: Design, id: ResourceId, box: Box): Design => ({
  ...design,
  layout: { ...design.layout, [id]: box },
});

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

/** A name that no sibling bears: `snet`, `snet-2`, `snet-3` … */
export const freeName = (design: Design, parent: ResourceId | undefined, wanted: string): string => {
  const taken = new Set(childrenOf(design, parent).map((resource) => resource.name.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}-${number}`;
  return name;
};
