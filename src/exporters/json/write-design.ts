import type { Design } from '#model';

/** Keys that come first, in this order; the rest follow by alphabet. */
const firstKeys: readonly string[] = ['id', 'kind', 'name', 'parent', 'azureId', 'presence'];

/** Canonical JSON of a design: fixed key order, two spaces, a final newline. The same design, the same bytes. */
export function writeDesign(design: Design): string {
  const document = {
    schemaVersion: design.schemaVersion,
    name: design.name,
    source: inOrder(design.source),
    goals: inOrder(design.goals),
    resources: design.resources.map(inOrder),
    layout: inOrder(design.layout),
    accepted: design.accepted.map(inOrder),
    expectations: design.expectations.map(inOrder),
    ...(design.notes ? { notes: design.notes.map(inOrder) } : {}),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** The value with the keys of every object in canonical order; what is `undefined` is not written. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => compareKeys(a, b)).map(([key, item]) => [key, inOrder(item)]),
  );
}

function compareKeys(a: string, b: string): number {
  const rank = (key: string) => (firstKeys.includes(key) ? firstKeys.indexOf(key) : firstKeys.length);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
