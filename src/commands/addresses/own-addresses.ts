import type { Resource } from '#model';
import { prefixContains } from '#network';

/** Properties that give a resource an address of its own. */
const ownKeys = new Set(['privateIPAddress', 'privateIpAddress', 'ipAddress']);

/**
 * The resource without the addresses of its own that do not lie in these prefixes: another resource has them, or they
 * belong to another subnet, and Azure gives out new ones.
 */
export function withoutForeignAddresses(resource: Resource, prefixes: readonly string[]): Resource {
  const isForeign = (value: unknown): boolean =>
    typeof value === 'string' && !prefixes.some((prefix) => prefixContains(prefix, value));
  const visit = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(visit);
    if (item === null || typeof item !== 'object') return item;
    return Object.fromEntries(
      Object.entries(item).flatMap(([key, value]) =>
        ownKeys.has(key) && isForeign(value) ? [] : [[key, visit(value)]],
      ),
    );
  };
  if (resource.kind === 'private-endpoint') {
    const { ipConfigurations, ...rest } = resource;
    const isKept = ipConfigurations?.every(({ privateIPAddress }) => !isForeign(privateIPAddress));
    return isKept ? resource : rest;
  }
  return visit(resource) as Resource;
}
