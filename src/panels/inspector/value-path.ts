const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What lies at a dotted path; `undefined` where anything on the way is missing. */
export const valueAt = (holder: unknown, path: string): unknown => {
  let value: unknown = holder;
  for (const key of path.split('.')) value = isPlain(value) ? value[key] : undefined;
  return value;
};

/** A copy with another value at a dotted path. `undefined` removes the property, and what it leaves empty. */
export const withValue = <T extends object>(holder: T, path: string, value: unknown): T => {
  const [key = '', ...rest] = path.split('.');
  const record = holder as Readonly<Record<string, unknown>>;
  const inner = record[key];
  const next = rest.length === 0 ? value : withValue(isPlain(inner) ? inner : {}, rest.join('.'), value);
  const isGone = next === undefined || (rest.length > 0 && isPlain(next) && Object.keys(next).length === 0);
  const { [key]: _, ...others } = record;
  return (isGone ? others : { ...record, [key]: next }) as T;
};
