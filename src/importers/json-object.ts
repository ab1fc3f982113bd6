/** A JSON object: own properties only. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value is, in a word for people: `a list`, `text`. */
export const wordFor = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'true or false' : 'nothing';
};

/** A property by its name without regard to case; null counts as absent. */
export function propertyOf(object: JsonObject, name: string): unknown {
  const own = Object.hasOwn(object, name) ? object[name] : undefined;
  if (own !== undefined && own !== null) return own;
  const lower = name.toLowerCase();
  for (const key of Object.keys(object)) {
    if (key.length !== name.length || key.toLowerCase() !== lower) continue;
    const value = object[key];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The first of several spellings that has a value. */
export function firstOf(object: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = propertyOf(object, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** JSON with keys in order: the same text for the same value. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    isObject(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : item,
  );
}
