import { allResources, type Design, findResource, flatMapped, question, type ResourceId } from '#model';
import { designQuestion } from './context.ts';

/** JSON with sorted keys, so that equal facts give equal text. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let entries = '';
  for (const key of Object.keys(value).sort()) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item !== undefined)
      entries += `${entries === '' ? '' : ','}${JSON.stringify(key)}:${canonical(item)}`;
  }
  return `{${entries}}`;
};

/** FNV-1a over UTF-16 units, 32 bits. */
const hash = (text: string, seed: number): string => {
  let state = seed;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
};

/** Who bears each name; `undefined` where several do. */
type Bearers = Map<string, ResourceId | undefined>;

const addTo = (bearers: Bearers, name: string, id: ResourceId): Bearers =>
  bearers.set(name, bearers.has(name) ? undefined : id);

const bearersOf = designQuestion((design): Bearers => {
  const bearers: Bearers = new Map();
  for (const { id, name } of allResources(design)) addTo(bearers, name, id);
  return bearers;
});

/** By the name of the container, then by their own. */
const bearersInside = designQuestion((design) => {
  const all = allResources(design);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const byContainer = new Map<string, Bearers>();
  for (const { id, name, parent } of all) {
    const container = parent === undefined ? undefined : names.get(parent);
    if (container === undefined) continue;
    const inside = byContainer.get(container);
    if (inside) addTo(inside, name, id);
    else byContainer.set(container, addTo(new Map(), name, id));
  }
  return byContainer;
});

/** The one resource that a word names, alone or as `container/name`. */
const bearerOf = question((design, word: string): ResourceId | undefined => {
  const bearers = bearersOf(design);
  if (bearers.has(word)) return bearers.get(word);
  const slash = word.lastIndexOf('/');
  if (slash < 1) return undefined;
  const container = word.slice(0, slash);
  return bearersInside(design)
    .get(container)
    ?.get(word.slice(slash + 1));
});

/** `a, b and c`, in which names stand. */
const separators = /(, | and )/;

/**
 * Sixteen hexadecimal digits of rule, resource ids and facts; never of the wording. Where a fact names a resource, alone
 * or among others, its id stands for it, and the order of names does not count: renaming loses no acceptance.
 */
export const fingerprintOf = (
  design: Design,
  rule: string,
  at: readonly ResourceId[],
  facts: unknown,
): string => {
  const idOf = new Map(at.map((id) => [findResource(design, id)?.name, id] as const));
  const named = (word: string): ResourceId | undefined => idOf.get(word) ?? bearerOf(design, word);
  const ofText = (text: string): unknown => {
    const whole = named(text);
    if (whole !== undefined || !text.includes(' ')) return whole ?? text;
    const parts = text.split(separators);
    const words = parts.filter((_, index) => index % 2 === 0);
    const ids = words.map((word) => named(word) ?? word);
    if (words.length > 1 && words.every((word, index) => ids[index] !== word)) return ids.sort();
    return flatMapped(parts, (part, index) =>
      index % 2 === 1 ? part : part.split(' ').map((word) => named(word) ?? word),
    );
  };
  const byId = (value: unknown): unknown => {
    if (typeof value === 'string') return ofText(value);
    if (Array.isArray(value)) {
      const items = value.map(byId);
      return value.every((item) => typeof item === 'string') ? items.sort() : items;
    }
    if (value === null || typeof value !== 'object') return value;
    const named: Record<string, unknown> = {};
    for (const key of Object.keys(value)) named[key] = byId((value as typeof named)[key]);
    return named;
  };
  const text = canonical([rule, [...at].sort(), byId(facts)]);
  return hash(text, 0x811c9dc5) + hash(text, 0x9e3779b9);
};
