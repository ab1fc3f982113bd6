import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  damagedExport,
  type ExportRows,
  faultyExport,
  judgedExport,
  lostInSilence,
  placesOfExport,
} from '#testing';

type Form = (rows: ExportRows) => readonly unknown[];
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object anew, the innermost first. */
const rebuilt = (value: unknown, change: (fields: Fields) => Fields): unknown => {
  if (Array.isArray(value)) return value.map((item) => rebuilt(item, change));
  if (!isFields(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rebuilt(item, change)])));
};

const renamedKeys = (rename: (key: string) => string) => (rows: unknown) =>
  rebuilt(rows, (fields) =>
    Object.fromEntries(Object.entries(fields).map(([key, item]) => [rename(key), item])),
  );

/** As `az network vnet show` and its like write it: properties beside the name. */
const flattened = (rows: unknown) =>
  rebuilt(rows, ({ properties, ...rest }) =>
    isFields(properties)
      ? { ...properties, ...rest }
      : { ...rest, ...(properties !== undefined && { properties }) },
  );

const isCompute = ({ id }: ExportRows[number]) => id.includes('/computes/');
const isNetwork = ({ id }: ExportRows[number]) => /\/virtualNetworks\/[^/]+$/.test(id);
const tableColumns = ['id', 'name', 'type', 'location', 'sku', 'kind', 'properties'];

/** As `az ml compute list` writes it. */
function inWordsOfMachineLearning({ id, name, properties }: ExportRows[number]): unknown {
  const { properties: inner = {} } = properties as { properties?: Fields };
  const { subnet, enableNodePublicIp, scaleSettings } = inner as Readonly<Record<string, Fields>>;
  return {
    id,
    name,
    type: 'amlcompute',
    min_instances: scaleSettings?.minNodeCount,
    max_instances: scaleSettings?.maxNodeCount,
    enable_node_public_ip: enableNodePublicIp,
    network_settings: { subnet: subnet?.id },
  };
}

const isWorkspace = ({ id }: ExportRows[number]) => /\/workspaces\/[^/]+$/.test(id);

const inSnakeCase = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** As `az ml workspace show` writes it: v1 legacy mode and private endpoint connections are none of its words. */
function workspaceInWordsOfMachineLearning({ id, name, location, properties }: ExportRows[number]): unknown {
  const { v1LegacyMode: _, privateEndpointConnections: __, ...words } = properties as Fields;
  return {
    id,
    name,
    location,
    resource_group: 'rg-moor',
    description: name,
    display_name: name,
    hbi_workspace: false,
    ...(renamedKeys(inSnakeCase)(words) as Fields),
  };
}

/** What Azure's tools make of the same resources. */
const forms: Readonly<Record<string, Form>> = {
  'rows of a graph query': (rows) => [
    { count: rows.length, data: rows, skip_token: null, total_records: rows.length },
  ],
  'columns and rows': (rows) => [
    {
      data: {
        columns: tableColumns.map((name) => ({ name, type: 'string' })),
        rows: rows.map((row) => tableColumns.map((name) => (row as Fields)[name] ?? null)),
      },
    },
  ],
  'answers of az rest': (rows) => [{ value: rows }],
  'a file for each resource': (rows) => rows,
  'two files': (rows) => [
    rows.filter((_, at) => at % 2 === 0),
    { value: rows.filter((_, at) => at % 2 === 1) },
  ],
  'the other order': (rows) => [rows.toReversed()],
  'keys with a capital letter': (rows) => [
    renamedKeys((key) => key.charAt(0).toUpperCase() + key.slice(1))(rows),
  ],
  'keys in capital letters': (rows) => [renamedKeys((key) => key.toUpperCase())(rows)],
  'ids in lower case': (rows) => [
    JSON.parse(JSON.stringify(rows).replaceAll(/"\/subscriptions[^"]*"/g, (id) => id.toLowerCase())),
  ],
  'properties beside the name': (rows) => [rows.map((row) => (isCompute(row) ? row : flattened(row)))],
  'subnets as resources of their own': (rows) => [
    rows.flatMap((row) => {
      if (!isNetwork(row)) return [row];
      const { subnets, ...properties } = row.properties as { subnets?: unknown };
      return Array.isArray(subnets) && subnets.every(isFields) ? [{ ...row, properties }, ...subnets] : [row];
    }),
  ],
  'a listing beside it that leaves properties out': (rows) => [
    rows.filter((row) => !isCompute(row)).map((row) => ({ ...row, properties: null })),
    rows,
  ],
};

describe('the same estate in every form that Azure’s tools write', () => {
  const whole = judgedExport([faultyExport()]);

  it.each(Object.entries(forms))('has the same findings as %s, and nothing is dropped', (_, form) => {
    const { told, notes } = judgedExport(form(faultyExport()));
    expect(told).toEqual(whole.told);
    expect(notes).toEqual(whole.notes);
  });

  it('has the same findings with computes in the words of az ml', () => {
    const rows = faultyExport();
    const computes = rows.filter(isCompute).map(inWordsOfMachineLearning);
    expect(computes.length).toBeGreaterThan(0);
    const { told, notes } = judgedExport([rows.filter((row) => !isCompute(row)), computes]);
    expect(told).toEqual(whole.told);
    expect(notes).toEqual(whole.notes);
  });

  it('has the same findings with the workspace in the words of az ml, save for what these leave out', () => {
    const rows = faultyExport();
    const { told, notes } = judgedExport([
      rows.filter((row) => !isWorkspace(row)),
      rows.filter(isWorkspace).map(workspaceInWordsOfMachineLearning),
    ]);
    expect(told).toEqual(whole.told.filter((one) => !one.startsWith('workspace-legacy-mode')));
    expect(notes).toEqual(whole.notes);
  });

  it.each([
    ['a list', (rows: ExportRows) => [...rows, 42, null]],
    ['a page', (rows: ExportRows) => ({ value: [null, ...rows, 42] })],
    [
      'a table',
      (rows: ExportRows) => ({
        data: {
          columns: tableColumns.map((name) => ({ name })),
          rows: [...rows.map((row) => tableColumns.map((name) => (row as Fields)[name] ?? null)), 42, null],
        },
      }),
    ],
    [
      'the children of a resource',
      ([first, ...rows]: ExportRows) => [{ ...first, resources: [42, null] }, ...rows],
    ],
  ])('tells of a number and a null in %s', (_, form) => {
    const { told, notes } = judgedExport([form(faultyExport())]);
    expect(told).toEqual(whole.told);
    expect(notes).toContain('2 entries that are no resources: 42, null');
  });

  it('passes nothing that damage to one value hides, whatever the form', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(forms)),
        fc.constantFrom(...placesOfExport),
        ([, form], path) => {
          expect(lostInSilence(whole, judgedExport(form(damagedExport(path))))).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });
});
