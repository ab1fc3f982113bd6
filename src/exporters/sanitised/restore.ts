import type { Design } from '#model';

/** The design under its own names again. Texts that the key does not know stay as they are. */
export function restore(design: Design, replaced: Readonly<Record<string, string>>): Design {
  const original = new Map(Object.entries(replaced));
  const back = (value: unknown): unknown => {
    if (typeof value === 'string') return original.get(value) ?? value;
    if (Array.isArray(value)) return value.map(back);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [original.get(key) ?? key, back(item)]),
    );
  };
  return back(design) as Design;
}

/** The key as a file holds it, or `undefined` where the text is none. */
export function readKey(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const key = JSON.parse(text) as unknown;
    if (key === null || typeof key !== 'object' || !('isoplanKey' in key) || !('replaced' in key))
      return undefined;
    const { isoplanKey, replaced } = key;
    if (isoplanKey !== 1 || replaced === null || typeof replaced !== 'object') return undefined;
    const entries = Object.entries(replaced);
    return entries.every(([, value]) => typeof value === 'string')
      ? Object.fromEntries(entries as [string, string][])
      : undefined;
  } catch {
    return undefined;
  }
}
