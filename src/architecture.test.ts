import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** The house from the ground up: a room may enter every room below its own floor, types included. */
const floors: readonly (readonly string[])[] = [
  ['catalog'],
  ['model'],
  ['layout', 'network'],
  ['rules'],
  ['drawing', 'blueprints'],
  ['exporters', 'importers'],
  ['store', 'cli'],
  ['commands'],
  ['ui'],
  ['material'],
  ['canvas', 'panels'],
  ['app'],
];

/** Files and formats are reached through commands alone, but for those that do the reading and writing. */
const formats = new Set(['exporters', 'importers']);
const mayUseFormats = new Set(['commands', 'app', 'cli']);

const roomsBelow = (floor: number, room: string): readonly string[] =>
  floors
    .slice(0, floor)
    .flat()
    .filter((below) => below !== 'cli' && (!formats.has(below) || mayUseFormats.has(room)));

/** Rooms each room may enter. */
const mayEnter: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  floors.flatMap((rooms, floor) => rooms.map((room) => [room, roomsBelow(floor, room)])),
);

/** npm packages a room may use; `*` stands for any. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  catalog: ['zod'],
  model: ['zod'],
  layout: [],
  network: [],
  rules: [],
  drawing: [],
  blueprints: [],
  exporters: ['mdast', 'mdast-util-to-markdown', 'mdast-util-gfm-table', 'sarif', 'fflate'],
  importers: ['zod', 'fflate'],
  store: ['zustand', 'zundo'],
  commands: ['tinykeys'],
  ui: ['react', 'react-dom', 'zustand'],
  material: ['react', '@mui/material'],
  panels: ['react', 'zustand'],
  canvas: ['react', 'react-dom', 'zustand', '@xyflow/react', 'd3-selection'],
  app: ['*'],
  cli: ['node', '@resvg/resvg-wasm'],
};

/** Tools and testers: they may enter every room, and nothing may enter them. */
const outside = new Set(['testing', 'workbench']);

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

function importsOf(path: string, source: string): string[] {
  const { module } = parseSync(path, source);
  return [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1)),
  ];
}

const packageOf = (specifier: string) => {
  if (specifier.startsWith('node:')) return 'node';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
};

/** Why an import is not allowed, or `undefined` when it is. */
function fault(path: string, specifier: string): string | undefined {
  const [, room = '', ...rest] = path.split('/');
  const allowed = mayEnter[room];
  if (!allowed) return `${room} is not a room of the house`;
  if (specifier.startsWith('#')) {
    const target = specifier.slice(1);
    return allowed.includes(target) ? undefined : `${room} may not enter ${target}`;
  }
  if (specifier.startsWith('.')) {
    const depth = specifier.split('/').filter((step) => step === '..').length;
    return depth < rest.length ? undefined : `${specifier} leaves ${room}: enter rooms by their door`;
  }
  const packages = packagesOf[room] ?? [];
  return packages.includes('*') || packages.includes(packageOf(specifier))
    ? undefined
    : `${room} may not use ${packageOf(specifier)}`;
}

const files = Object.entries(sources).filter(
  ([path]) => path.split('/').length > 2 && !isTest(path) && !outside.has(path.split('/')[1] ?? ''),
);

describe('the house', () => {
  it('has files in it', () => expect(files.length).toBeGreaterThan(20));

  it.each(files)(
    '%s imports only rooms below its own, by their doors, and its own packages',
    (path, source) => {
      const faults = importsOf(path, source).flatMap((specifier) => fault(path, specifier) ?? []);
      expect(faults).toEqual([]);
    },
  );

  it('every room opens by an index.ts that says what it may not do', () => {
    for (const room of Object.keys(mayEnter)) {
      if (room === 'cli') continue;
      const door = sources[`./${room}/index.ts`];
      expect(door, `${room} has no door`).toBeDefined();
      expect(door, `${room}'s door does not say what it may not do`).toMatch(/May not: /);
    }
  });

  it('reads resources by the queries of the model where answers are kept: they note what an answer rests on', () => {
    // It makes another design, of which it then asks.
    const maker = './network/address-plan.ts';
    const readers = files.filter(
      ([path, source]) =>
        /^\.\/(network|rules)\//.test(path) && path !== maker && /\bdesign\.resources\b/.test(source),
    );
    expect(readers.map(([path]) => path)).toEqual([]);
  });

  it('refuses what the table does not allow', () => {
    expect(fault('./rules/check.ts', '#store')).toBe('rules may not enter store');
    expect(fault('./rules/check.ts', '../store/store.ts')).toContain('leaves rules');
    expect(fault('./rules/dns/zone.ts', '../rule.ts')).toBeUndefined();
    expect(fault('./rules/check.ts', '@xyflow/react')).toBe('rules may not use @xyflow/react');
    expect(fault('./panels/Panel.tsx', '@xyflow/react')).toBe('panels may not use @xyflow/react');
    expect(fault('./attic/thing.ts', '#model')).toBe('attic is not a room of the house');
  });
});
