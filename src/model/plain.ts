import { referenceKeys } from './queries.ts';
import type { Resource } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

/** Data without ids of its own: names stand for what ids point at. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Lists whose order Azure obeys; all others are sets. */
const orderedKeys: ReadonlySet<string> = new Set([
  'dnsServers',
  'servers',
  'forwarders',
  'targets',
  'targetDnsServers',
]);

/** What identifies a thing, or was foretold of it, rather than describes it. */
const identity: ReadonlySet<string> = new Set(['id', 'azureId', 'kind', 'expectedAddresses']);

/** The properties of a resource in an order of their own, each resource id replaced by `nameOf` it. */
export const plainOf = (
  resource: Resource,
  nameOf: (id: ResourceId) => string,
): { readonly [key: string]: Plain } => {
  const plain = (value: unknown, key: string): Plain => {
    if (typeof value === 'string')
      return key === 'parent' || referenceKeys.has(key) ? nameOf(value as ResourceId) : value;
    if (Array.isArray(value)) {
      const items = value.map((item) => plain(item, key));
      return orderedKeys.has(key) ? items : sorted(items);
    }
    if (value !== null && typeof value === 'object') return ofEntries(Object.entries(value));
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  };
  const ofEntries = (entries: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries(
      entries
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => [key, plain(value, key)]),
    );
  return ofEntries(Object.entries(resource).filter(([key]) => !identity.has(key)));
};

const sorted = (items: readonly Plain[]): readonly Plain[] =>
  items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
