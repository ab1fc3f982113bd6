import { firstOf, isObject, type JsonObject, propertyOf } from '../json-object.ts';
import { parseJson } from '../json-text.ts';
import { type NoteBook, namesOf } from '../note-book.ts';
import { type ArmId, armIdOf, parseArmId, repairArmId } from './arm-id.ts';
import { propertiesOfCli } from './machine-learning-cli.ts';
import type { Row } from './row.ts';

/** An entry of a file on its way to becoming a row, with the resource it is nested in. */
interface Entry {
  readonly value: JsonObject;
  readonly parent?: ArmId | undefined;
  /** Type of entries that a resource lists in its properties. */
  readonly type?: string | undefined;
}

/** Lists inside a resource that are resources of their own. */
const listedInside: Readonly<Record<string, readonly string[]>> = {
  'microsoft.network/virtualnetworks': ['subnets', 'virtualNetworkPeerings'],
};

/** Every resource row of the files, also those nested in others; what is no resource is noted. */
export function collectRows(documents: readonly unknown[], notes: NoteBook): readonly Row[] {
  const rows: Row[] = [];
  const pages: Pages = { total: 0, strangers: [] };
  const { strangers } = pages;
  const entries: Entry[] = documents.flatMap((document) => entriesOf(document, pages));
  const counted = entries.length;
  // The list grows while it is read: children come after the resources they are nested in.
  for (const entry of entries) {
    const row = rowOf(entry);
    if (row) {
      rows.push(row);
      for (const child of childrenOf(entry.value, row, strangers)) entries.push(child);
    } else strangers.push(String(firstOf(entry.value, 'name', 'id', 'type') ?? 'an entry without a name'));
  }
  if (strangers.length > 0)
    notes.add(
      `${strangers.length === 1 ? '1 entry that is no resource' : `${strangers.length} entries that are no resources`}: ${namesOf(strangers.sort())}`,
      'Neither a resource id nor a resource type and name is given.',
    );
  if (pages.total > counted)
    notes.add(
      `${pages.total - counted} of ${pages.total} resources`,
      'The query had more pages than were given: fetch the rest with --skip-token and open all files together.',
    );
  return rows;
}

/** Whether a value looks like something Azure's tools write. */
export function isAzureExport(document: unknown): boolean {
  const entries = entriesOf(document, { total: 0, strangers: [] });
  return (isPage(document) && entries.length === 0) || entries.some(({ value }) => rowOf({ value }));
}

const isPage = (value: unknown): value is JsonObject =>
  isObject(value) && (Array.isArray(value.value) || Array.isArray(value.data) || isTable(value.data));

const isTable = (value: unknown): value is JsonObject =>
  isObject(value) && Array.isArray(value.columns) && Array.isArray(value.rows);

/** What is told of pages while they are unwrapped. */
interface Pages {
  /** How many rows the query had, where it says so. */
  total: number;
  /** What stands among rows and is none, in words. */
  readonly strangers: string[];
}

const inWords = (value: unknown): string => JSON.stringify(value)?.slice(0, 40) ?? 'nothing';

/** Unwraps pages, tables and lists of them. */
function entriesOf(document: unknown, pages: Pages): Entry[] {
  const entries: Entry[] = [];
  const waiting: unknown[] = [document];
  for (const value of waiting) {
    if (Array.isArray(value)) for (const item of value) waiting.push(item);
    else if (isTable(value)) for (const item of rowsOfTable(value, pages)) entries.push({ value: item });
    else if (isPage(value)) {
      const total = firstOf(value, 'total_records', 'totalRecords');
      if (typeof total === 'number') pages.total = Math.max(pages.total, total);
      waiting.push(value.value ?? value.data);
    } else if (isObject(value)) entries.push({ value });
    else pages.strangers.push(inWords(value));
  }
  return entries;
}

function rowsOfTable(table: JsonObject, { strangers }: Pages): JsonObject[] {
  const columns = (table.columns as readonly unknown[]).map((column) =>
    isObject(column) ? String(propertyOf(column, 'name') ?? '') : String(column),
  );
  return (table.rows as readonly unknown[]).flatMap((row) => {
    if (Array.isArray(row))
      return [Object.fromEntries(columns.map((name, at) => [name, row[at] as unknown]))];
    strangers.push(inWords(row));
    return [];
  });
}

function rowOf({ value, parent, type }: Entry): Row | undefined {
  const id = identify(value, parent, type);
  if (!id) return undefined;
  const properties = propertiesOfCli(value, id.type) ?? propertiesOf(value);
  return {
    id,
    body: {
      location: propertyOf(value, 'location'),
      sku: unpacked(propertyOf(value, 'sku')),
      kind: propertyOf(value, 'kind'),
      tags: propertyOf(value, 'tags'),
      ...(properties && { properties }),
      ...(!properties && !isObject(propertyOf(value, 'properties')) && { isBare: true as const }),
    },
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

function identify(value: JsonObject, parent: ArmId | undefined, listedType: string | undefined) {
  const spelled = text(firstOf(value, 'resourceId', 'id'));
  const type = listedType ?? typeOf(value, parent);
  const parsed = spelled === undefined ? undefined : parseArmId(spelled);
  const names = (text(firstOf(value, 'resourceName', 'name')) ?? '').split('/').filter((name) => name !== '');
  const last = names.at(-1);
  if (type === undefined) return parsed;
  const depth = type.split('/').length - 1;
  // What is nested in a resource is its own, whatever scope an exporter wrote into the id.
  if (parent && last !== undefined && isChildType(type, parent))
    return armIdOf(
      parent.scope,
      type,
      [...parent.names, last],
      spelled ?? [parent.spelled, type.split('/').at(-1), last].join('/'),
    );
  if (parsed?.type === type.toLowerCase()) return parsed;
  const scope = parent?.scope ?? parsed?.scope ?? scopeOf(value, spelled);
  if (names.length === depth) return armIdOf(scope, type, names, spelled);
  return (spelled === undefined ? undefined : repairArmId(spelled, type)) ?? parsed;
}

const isChildType = (type: string, parent: ArmId) =>
  type.slice(0, type.lastIndexOf('/')).toLowerCase() === parent.type;

/** The full resource type; a child may give only its last word. */
function typeOf(value: JsonObject, parent: ArmId | undefined): string | undefined {
  const type = [propertyOf(value, 'resourceType'), propertyOf(value, 'type')]
    .map(text)
    .find((candidate) => candidate !== undefined && (candidate.includes('/') || parent !== undefined));
  if (type === undefined) return undefined;
  const isFull = /^[a-z\d]+(\.[a-z\d]+)+\//i.test(type);
  return isFull ? type : parent && `${parent.type}/${type}`;
}

function scopeOf(value: JsonObject, spelled: string | undefined): string {
  const fromId = /^(\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?)/i.exec(spelled ?? '')?.[1];
  if (fromId !== undefined) return fromId;
  const subscription = text(propertyOf(value, 'subscriptionId'));
  const group = text(firstOf(value, 'resourceGroup', 'resourceGroupName'));
  const steps = [subscription && `/subscriptions/${subscription}`, group && `/resourceGroups/${group}`];
  return steps.filter((step) => step !== undefined).join('');
}

/** Keys that stand around a resource's properties. */
const envelope = new Set(
  (
    'id name type location kind sku tags properties resources plan identity managedby zones etag systemdata ' +
    'extendedlocation tenantid subscriptionid resourcegroup resourcegroupname resourceid resourcename ' +
    'resourcetype extensionresourcetype extensionresourcename parentresource apiversion changedtime createdtime ' +
    'provisioningstate scale dependson comments condition'
  ).split(' '),
);

/** An object that a tool wrote as JSON text; anything else as it is. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return value;
  const parsed = parseJson(value);
  return parsed.ok && isObject(parsed.value) ? parsed.value : value;
}

/** Azure's `properties`, also as JSON text or flattened into the resource as the Azure CLI does. */
function propertiesOf(value: JsonObject): JsonObject | undefined {
  const properties = unpacked(propertyOf(value, 'properties'));
  // Of a compute this is what a flattening tool leaves of the properties within its properties.
  if (propertyOf(value, 'computeType') !== undefined) return value;
  // A listing that holds nothing of a resource but its name says nothing about it.
  if (isObject(properties) && Object.keys(properties).length > 0) return properties;
  const isFlattened = Object.keys(value).some((key) => !envelope.has(key.toLowerCase()));
  return isFlattened ? value : undefined;
}

function childrenOf(value: JsonObject, row: Row, strangers: string[]): readonly Entry[] {
  const nested = propertyOf(value, 'resources');
  if (Array.isArray(nested))
    strangers.push(...nested.filter((child) => !isObject(child)).map((child) => inWords(child)));
  const listed = listedInside[row.id.type] ?? [];
  const properties = row.body.properties;
  return [
    ...objectsIn(nested).map((child) => ({ value: child, parent: row.id })),
    ...listed.flatMap((name) =>
      objectsIn(properties && propertyOf(properties, name)).map((child) => ({
        value: child,
        parent: row.id,
        type: `${row.id.type}/${name}`,
      })),
    ),
  ];
}

const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
