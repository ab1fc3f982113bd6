import type { Design, ResourceId } from '#model';
import { findResource } from '#model';

/** JSON with sorted keys, so that equal facts give equal text. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.join()}}`;
};

/** FNV-1a over UTF-16 units, 32 bits. */
const hash = (text: string, seed: number): string => {
  let state = seed;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
};

/**
 * Sixteen hexadecimal digits of rule, resource ids and facts; never of the wording. Where a fact is the name of
 * one of the resources its id stands for it, so that renaming does not lose an acceptance.
 */
export const fingerprintOf = (
  design: Design,
  rule: string,
  at: readonly ResourceId[],
  facts: unknown,
): string => {
  const idOf = new Map(at.map((id) => [findResource(design, id)?.name, id] as const));
  const byId = (value: unknown): unknown => {
    if (typeof value === 'string') return idOf.get(value) ?? value;
    if (Array.isArray(value)) return value.map(byId);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, byId(item)]));
  };
  const text = canonical([rule, [...at].sort(), byId(facts)]);
  return hash(text, 0x811c9dc5) + hash(text, 0x9e3779b9);
};
