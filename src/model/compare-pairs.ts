import type { Design } from './design.ts';
import { plainOf } from './plain.ts';
import { findResource, pathOf, referencesOf } from './queries.ts';
import type { Resource } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

type KeyOf = (resource: Resource) => string | undefined;

/** A pairing in the making: what is left on each side, and what was found. */
class Pairing {
  readonly pairs = new Map<Resource, Resource>();
  readonly partners = new Map<Resource, Resource>();
  readonly #before: Set<Resource>;
  readonly #after: Set<Resource>;

  constructor(before: Design, after: Design) {
    this.#before = new Set(before.resources);
    this.#after = new Set(after.resources);
  }

  /** Pairs what is left where one on each side has the key; where several have, only if any of them will do. */
  by(keyBefore: KeyOf, keyAfter: KeyOf, willAnyDo = false): void {
    const others = grouped(this.#after, keyAfter);
    for (const [key, ones] of grouped(this.#before, keyBefore)) {
      const found = others.get(key) ?? [];
      if (!willAnyDo && (ones.length > 1 || found.length > 1)) continue;
      for (const [at, one] of ones.entries()) {
        const other = found[at];
        if (other) this.#join(one, other);
      }
    }
  }

  #join(one: Resource, other: Resource): void {
    this.#before.delete(one);
    this.#after.delete(other);
    this.pairs.set(one, other);
    this.partners.set(other, one);
  }
}

function grouped(resources: Iterable<Resource>, keyOf: KeyOf): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const key = keyOf(resource);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(resource);
    else groups.set(key, [resource]);
  }
  return groups;
}

const azureKey: KeyOf = ({ kind, azureId }) =>
  azureId === undefined ? undefined : `${kind} ${azureId.toLowerCase()}`;
const idKey: KeyOf = ({ kind, id }) => `${kind} ${id}`;

/** What a resource is told by, from where it lies to what points at it. */
function keysOf(design: Design) {
  const nameOf = (id: ResourceId) => {
    const named = findResource(design, id);
    return named ? pathOf(design, named) : id;
  };
  let users: ReadonlyMap<string, readonly string[]> | undefined;
  const usersOf = (id: ResourceId) => {
    users ??= usersIn(design);
    return (users.get(id) ?? []).toSorted().join('\n');
  };
  const path: KeyOf = (one) => `${one.kind} ${pathOf(design, one).toLowerCase()}`;
  const content: KeyOf = (one) => `${path(one)} ${JSON.stringify(plainOf(one, nameOf))}`;
  const use: KeyOf = (one) => `${content(one)} ${usersOf(one.id)}`;
  return { path, content, use };
}

function usersIn(design: Design): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const resource of design.resources)
    for (const id of referencesOf(resource)) {
      const known = users.get(id);
      if (known) known.push(pathOf(design, resource));
      else users.set(id, [pathOf(design, resource)]);
    }
  return users;
}

/**
 * Which resource of one design is which of another: the same Azure resource id, else the same kind at the same path,
 * else the same id, else the same name in a container that is the same. Namesakes are told apart by their properties,
 * by what points at them, and by their ids. Keyed by the resources of `before`.
 */
export function pairResources(before: Design, after: Design): ReadonlyMap<Resource, Resource> {
  const pairing = new Pairing(before, after);
  const [one, other] = [keysOf(before), keysOf(after)];
  const alsoId =
    (key: KeyOf): KeyOf =>
    (resource) =>
      `${key(resource)} ${resource.id}`;
  pairing.by(azureKey, azureKey);
  pairing.by(one.path, other.path);
  pairing.by(alsoId(one.content), alsoId(other.content));
  pairing.by(one.use, other.use, true);
  pairing.by(one.content, other.content, true);
  pairing.by(idKey, idKey);
  for (let known = -1; known < pairing.pairs.size; ) {
    known = pairing.pairs.size;
    pairing.by(
      ({ kind, name, parent }) => `${kind} ${name.toLowerCase()} ${parent ?? ''}`,
      ({ kind, name, parent }) => {
        const container = findResource(after, parent);
        const partner = container && pairing.partners.get(container);
        return partner && `${kind} ${name.toLowerCase()} ${partner.id}`;
      },
    );
  }
  pairing.by(one.path, other.path, true);
  return pairing.pairs;
}
