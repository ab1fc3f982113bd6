import { pairResources } from './compare-pairs.ts';
import { type Design, goalsOf } from './design.ts';
import { flatMapped } from './flat-mapped.ts';
import { kinds } from './kinds.ts';
import { type Plain, plainOf } from './plain.ts';
import { findResource, pathOf } from './queries.ts';
import { type Resource, resourceKinds } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

export type { Plain } from './plain.ts';

/** One property that differs; resource ids in its values are paths of what they point at. */
export interface PropertyChange {
  /** `addressPrefixes`; parts of lists by their name: `securityRules/allow-https/access`. */
  readonly property: string;
  /** Absent where it was not set. */
  readonly before?: Plain;
  /** Absent where it is no longer set. */
  readonly after?: Plain;
}

export interface ChangedResource {
  readonly before: Resource;
  readonly after: Resource;
  readonly changes: readonly PropertyChange[];
}

/** How two designs differ in what they mean; each list by kind and path. */
export interface Comparison {
  readonly isEqual: boolean;
  /** Of the second design alone. */
  readonly added: readonly Resource[];
  /** Of the first design alone. */
  readonly removed: readonly Resource[];
  readonly changed: readonly ChangedResource[];
  /** Goals as rules judge by them, by their names in `Goals`. */
  readonly goals: readonly PropertyChange[];
}

/**
 * Compares two designs by meaning: layout, notes, names of files, accepted findings, the order of resources and of what
 * is a set, and the ids of things that are the same do not count.
 */
export function compareDesigns(before: Design, after: Design): Comparison {
  const pairs = pairResources(before, after);
  const partners = new Map([...pairs].map(([one, other]) => [other, one]));
  const nameBefore = uniqueNames(before);
  const ofBefore = (id: ResourceId) => {
    const found = findResource(before, id);
    return found ? nameBefore(found) : id;
  };
  const ofAfter = (id: ResourceId) => {
    const found = findResource(after, id);
    const partner = found && partners.get(found);
    return partner ? nameBefore(partner) : found ? pathOf(after, found) : id;
  };
  const changed = flatMapped(inOrder(before, [...pairs.keys()]), (one): readonly ChangedResource[] => {
    const other = pairs.get(one);
    if (!other) return [];
    const changes = differences(plainOf(one, ofBefore), plainOf(other, ofAfter));
    return changes.length === 0 ? [] : [{ before: one, after: other, changes }];
  });
  const added = inOrder(
    after,
    after.resources.filter((one) => !partners.has(one)),
  );
  const removed = inOrder(
    before,
    before.resources.filter((one) => !pairs.has(one)),
  );
  const goals = differences(plainGoals(before), plainGoals(after));
  const isEqual = added.length + removed.length + changed.length + goals.length === 0;
  return { isEqual, added, removed, changed, goals };
}

/** The path of a resource, with a number where others have the same. */
function uniqueNames(design: Design): (resource: Resource) => string {
  const names = new Map<Resource, string>();
  const counts = new Map<string, number>();
  for (const resource of design.resources) {
    const path = pathOf(design, resource);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    names.set(resource, count === 1 ? path : `${path} (${count})`);
  }
  return (resource) => names.get(resource) ?? resource.name;
}

const kindOrder = new Map(Object.keys(kinds).map((kind, at) => [kind, at]));

const inOrder = (design: Design, resources: readonly Resource[]): readonly Resource[] =>
  resources
    .map((resource) => {
      const place = kindOrder.get(resource.kind) ?? resourceKinds.length;
      return {
        resource,
        key: `${String(place).padStart(3, '0')} ${pathOf(design, resource)} ${resource.id}`,
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ resource }) => resource);

const plainGoals = (design: Design): { readonly [key: string]: Plain } => {
  const { software, ...goals } = goalsOf(design);
  return { ...goals, software: [...new Set(software)].sort() };
};

type PlainObject = { readonly [key: string]: Plain };

const isObject = (value: Plain | undefined): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function differences(before: PlainObject, after: PlainObject, place = ''): readonly PropertyChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return flatMapped([...keys].sort(), (key) =>
    compareValues(place + key, ownValue(before, key), ownValue(after, key)),
  );
}

/** A rule may be called `constructor`. */
const ownValue = (value: PlainObject, key: string) => (Object.hasOwn(value, key) ? value[key] : undefined);

function compareValues(
  property: string,
  before: Plain | undefined,
  after: Plain | undefined,
): readonly PropertyChange[] {
  // Azure's names differ by more than their case.
  const isName = property === 'name' || property === 'parent';
  if (textOf(before, isName) === textOf(after, isName)) return [];
  const [one, other] = [byName(before), byName(after)];
  if (one && other) return differences(one, other, `${property}/`);
  return [
    { property, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  ];
}

const textOf = (value: Plain | undefined, isName: boolean): string | undefined => {
  const text = JSON.stringify(value);
  return isName ? text?.toLowerCase() : text;
};

/** What tells parts of a list apart, the first that all of them have. */
const nameKeys = ['name', 'service', 'domainName', 'memberName'];

/** An object as it is, a list of named parts keyed by these names. */
function byName(value: Plain | undefined): PlainObject | undefined {
  if (isObject(value)) return value;
  if (!Array.isArray(value)) return undefined;
  const parts: readonly Plain[] = value;
  const key = nameKeys.find((one) => parts.every((part) => isObject(part) && typeof part[one] === 'string'));
  if (key === undefined) return undefined;
  const entries = parts.map((part) => [isObject(part) ? String(part[key]) : '', part] as const);
  const named = Object.fromEntries(entries);
  return Object.keys(named).length === parts.length ? named : undefined;
}
