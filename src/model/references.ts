import { referenceKeys } from './queries.ts';
import type { Resource } from './resource.ts';

/** References without which the part around them means nothing: a link, or an association, with nothing. */
const requiredReferences = new Set(['virtualNetwork', 'remoteVirtualNetwork', 'resource']);

/**
 * The resource with each id that its properties name replaced, its container excepted; `undefined` takes one out, with
 * the part around it where that is about nothing else. The same object back when nothing changes.
 */
export function withReferences<T extends Resource>(
  resource: T,
  replace: (id: string, key: string) => string | undefined,
): T {
  const visit = (item: unknown, key: string): unknown => {
    if (typeof item === 'string') return referenceKeys.has(key) ? replace(item, key) : item;
    if (Array.isArray(item)) {
      const kept = item.map((entry) => visit(entry, key)).filter((entry) => entry !== undefined);
      return kept.length === item.length && kept.every((entry, at) => entry === item[at]) ? item : kept;
    }
    // Tags are people's words under people's keys.
    if (item === null || typeof item !== 'object' || key === 'tags') return item;
    const entries = Object.entries(item);
    const kept = entries.map(([name, entry]) => [name, visit(entry, name)] as const);
    if (kept.every(([, entry], at) => entry === entries[at]?.[1])) return item;
    if (kept.some(([name, entry]) => entry === undefined && requiredReferences.has(name))) return undefined;
    return Object.fromEntries(kept.filter(([, entry]) => entry !== undefined));
  };
  return (visit(resource, '') ?? resource) as T;
}
