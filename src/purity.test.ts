import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** Rooms that derive everything from the document: what they say may depend on nothing else. */
const sources = import.meta.glob<string>('./{catalog,model,network,rules}/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const files = Object.entries(sources).filter(([path]) => !/\.test\.ts$/.test(path));

/** Names through which a clock, chance, a file, a network, a locale or another program would come in. */
const forbidden = new Set([
  ...['Date', 'performance', 'Temporal', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['crypto', 'process', 'require', 'module', 'global', 'globalThis', 'self', 'window', 'document'],
  ...[
    'navigator',
    'location',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'Worker',
    'postMessage',
  ],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'console', 'eval', 'Function', 'Intl'],
  ...['WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'Deno', 'Bun', 'Buffer'],
]);

/** Members that mean the same: chance, and what sorts or writes by the language of the machine. */
const forbiddenMembers = new Set([
  ...['random', 'getRandomValues', 'randomUUID', 'localeCompare', 'toLocaleString', 'toLocaleDateString'],
  ...['toLocaleTimeString', 'toLocaleUpperCase', 'toLocaleLowerCase', 'stack'],
]);

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const nameOf = (value: unknown): string =>
  isNode(value) && typeof value.name === 'string' ? value.name : '';

/** Forbidden names that a syntax tree refers to; keys and members of other things are not references. */
function faultsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(faultsIn);
  if (!isNode(node)) return [];
  const skipped = new Set<string>();
  const own: string[] = [];
  if (node.type === 'Identifier' && forbidden.has(nameOf(node))) own.push(nameOf(node));
  if (node.type === 'ImportExpression') own.push('import()');
  if (node.type === 'MetaProperty') own.push('import.meta');
  if (node.type === 'MemberExpression' && node.computed !== true) {
    if (forbiddenMembers.has(nameOf(node.property))) own.push(nameOf(node.property));
    skipped.add('property');
  }
  if (/Property|Signature|MethodDefinition/.test(String(node.type)) && node.computed !== true)
    skipped.add('key');
  const below = Object.entries(node).filter(([key]) => !skipped.has(key));
  return [...own, ...below.flatMap(([, value]) => faultsIn(value))];
}

const faultsOf = (path: string, source: string) => faultsIn(parseSync(path, source).program);

describe('catalogue, model, network and rules', () => {
  it('are looked at as a whole', () => expect(files.length).toBeGreaterThan(100));

  it.each(files)('%s knows no clock, no chance, no locale and nothing outside', (path, source) => {
    expect(faultsOf(path, source)).toEqual([]);
  });

  it.each([
    ['const now = Date.now();', 'Date'],
    ['const id = Math.random();', 'random'],
    ['const { random } = Math; type Day = Date;', 'Date'],
    ['const text = await fetch(url);', 'fetch'],
    ['const id = globalThis.crypto.randomUUID();', 'globalThis'],
    ['const node = await import("node:fs");', 'import()'],
    ['names.sort((a, b) => a.localeCompare(b));', 'localeCompare'],
    ['const env = process.env.HOME;', 'process'],
    ['const table = { date: 1, Date: 2 }; const one = table.Date;', undefined],
    ['// Date, fetch\nconst text = "Math.random and Date";', undefined],
  ])('would be caught at “%s”', (source, fault) => {
    const faults = faultsOf('made-up.ts', source);
    if (fault === undefined) expect(faults).toEqual([]);
    else expect(faults).toContain(fault);
  });
});
