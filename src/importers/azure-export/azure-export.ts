import type { Design, Resource, ResourceId, StatedGoals } from '#model';
import { mayLieIn, resourceKinds, resourceSchemas, schemaVersion } from '#model';
import { type NoteBook, namesOf } from '../note-book.ts';
import { salvage } from '../salvage.ts';
import { type ArmId, nameOf, parentOf, stableId } from './arm-id.ts';
import { isPartOfParent, kindOfType } from './arm-types.ts';
import { collectRows } from './collect-rows.ts';
import { type Draft, readingOf } from './conversion.ts';
import { serverlessCompute } from './convert/machine-learning.ts';
import { privateLinkService } from './convert/services.ts';
import { converterOf } from './converters.ts';
import { datastoreOf } from './datastores.ts';
import { Estate } from './estate.ts';
import { estateName } from './estate-name.ts';
import { mergeRows } from './merge-rows.ts';
import type { Row } from './row.ts';
import { unfinishedLists } from './unfinished-lists.ts';

export interface ExportOptions {
  /** What the file is called; nothing where there are several. */
  readonly fileName: string | undefined;
  readonly isComplete: boolean;
  readonly mostResources: number;
}

/** Reads parsed files of Azure's tools as one design, or says how many resources they hold: none, or too many. */
export function readAzureExport(
  documents: readonly unknown[],
  options: ExportOptions,
  notes: NoteBook,
): Design | { readonly resources: number } {
  const found = collectRows(documents, notes);
  const known = found.filter((row) => kindOfType(row.id.type) !== undefined).length;
  if (found.length === 0 || known > options.mostResources) return { resources: known };
  const rows = mergeRows(found, notes);
  const unfinished = unfinishedLists(documents);
  const isWhole = !noteLeftOut([...rows.values()], notes) && !noteUnfinished(unfinished, notes);
  const isComplete = isWhole && options.isComplete;
  const estate = new Estate(inOrder(withParents(rows)), isComplete, notes, unfinished);
  const resources = new Assembly(estate, notes).run();
  const isRead = !noteDamaged(estate.damaged, notes);
  return {
    schemaVersion,
    name: estateName(
      [...estate.rows.values()].map(({ id }) => id),
      options.fileName,
    ),
    source: { format: 'azure-export', complete: isComplete && isRead },
    goals: goalsOf(resources),
    resources,
    layout: {},
    accepted: [],
    expectations: [],
  };
}

/** The cloud where every region is of one of its own; the public cloud is what goals say when they say nothing. */
function goalsOf(resources: readonly Resource[]): StatedGoals {
  const regions = resources.filter(({ kind }) => kind === 'region').map(({ name }) => name);
  const isAll = (pattern: RegExp) => regions.length > 0 && regions.every((name) => pattern.test(name));
  if (isAll(/^us(gov|dod)/)) return { cloud: 'us-government' };
  return isAll(/^china/) ? { cloud: 'china' } : {};
}

/** Whether the files leave properties out: whatever else they hold, they do not tell everything then. */
function noteLeftOut(rows: readonly Row[], notes: NoteBook): boolean {
  const because = (what: string) =>
    `${what} leaves them out, as \`az resource list\` does: open the answer of \`az graph query\` instead.`;
  const telling = rows.filter(({ id }) => !kindsWithoutProperties.has(kindOfType(id.type) ?? ''));
  if (telling.length > 0 && rows.every(({ body }) => body.properties === undefined)) {
    notes.add('The properties of every resource', because('The listing'));
    return true;
  }
  const bare = telling.filter(
    ({ id, body }) => body.isBare && body.properties === undefined && converterOf(id.type) !== undefined,
  );
  if (bare.length === 0) return false;
  notes.add(`The properties of ${namesOf(bare.map(({ id }) => nameOf(id)))}`, because('A listing'));
  return true;
}

/** Whether a list goes on behind what was opened of it. */
function noteUnfinished(lists: ReadonlySet<string>, notes: NoteBook): boolean {
  if (lists.size === 0) return false;
  const names = [...lists].map((parent) => parent.slice(parent.lastIndexOf('/') + 1)).sort();
  notes.add(
    `The rest of what is listed in ${namesOf(names)}`,
    'The answer has a next page (nextLink), which is not among the files: fetch it with `az rest` and open all together.',
  );
  return true;
}

/** Whether something that decides could not be read: it may be anything, so that no check can pass because of it. */
function noteDamaged(names: readonly string[], notes: NoteBook): boolean {
  if (names.length === 0) return false;
  notes.add(
    `What ${namesOf(names)} ${names.length === 1 ? 'says' : 'say'}`,
    'Something that decides could not be read: it counts as not shown, and the files not as a whole estate.',
  );
  return true;
}

/** Adds what is known by its children only: a zone whose links were fetched exists. */
function withParents(rows: ReadonlyMap<string, Row>): ReadonlyMap<string, Row> {
  const all = new Map(rows);
  for (const row of rows.values()) {
    const parent = isPartOfParent(row.id.type) ? parentOf(row.id) : undefined;
    const known = parent && all.get(parent.key);
    // Of several spellings the first by alphabet, so that the order of rows does not matter.
    if (parent && (!known || (known.isOnlyNamed && parent.spelled < known.id.spelled)))
      all.set(parent.key, { id: parent, isOnlyNamed: true, body: {} });
  }
  return all;
}

const inOrder = (rows: ReadonlyMap<string, Row>): ReadonlyMap<string, Row> =>
  new Map([...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Kinds of which a name says all that there is to say. */
const kindsWithoutProperties: ReadonlySet<string> = new Set([
  'private-dns-zone',
  'application-security-group',
]);

/** What is left unjudged without types that are not modelled, by how these begin. */
const effects: readonly (readonly [type: string, effect: string])[] = [
  [
    'microsoft.network/networkmanagers',
    'its security admin rules stand before security groups, and what they deny or always allow is not judged',
  ],
  [
    'microsoft.machinelearningservices/workspaces/datastores',
    'whether computes reach their data is judged for storage accounts that are shown alone',
  ],
];

const effectOf = (type: string): string => {
  const effect = effects.find(([start]) => `${type}/`.startsWith(`${start}/`))?.[1];
  return effect === undefined ? '' : `: ${effect}`;
};

/** Turns rows into resources, then what they refer to, until nothing that is named is missing. */
class Assembly {
  readonly #estate: Estate;
  readonly #notes: NoteBook;
  readonly #resources = new Map<string, Resource>();
  readonly #order = new Map<Resource, string>();
  readonly #strangers = new Map<string, string[]>();

  constructor(estate: Estate, notes: NoteBook) {
    this.#estate = estate;
    this.#notes = notes;
  }

  run(): readonly Resource[] {
    for (const row of this.#estate.rows.values()) this.#convert(row);
    this.#followNeeds();
    for (const [type, names] of [...this.#strangers].sort())
      this.#notes.add(
        `${names.length} ${names.length === 1 ? 'resource' : 'resources'} of ${type}: ${namesOf(names)}`,
        `Isoplan does not model this type${effectOf(type)}.`,
      );
    const rank = new Map(resourceKinds.map((kind, at) => [kind, at]));
    return [...this.#resources.values()].sort(
      (a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || (this.#key(a) < this.#key(b) ? -1 : 1),
    );
  }

  #key(resource: Resource): string {
    return this.#order.get(resource) ?? '';
  }

  /** Needs grow while they are followed: a subnet that is only named needs its virtual network. */
  #followNeeds(): void {
    for (const { id, location } of this.#estate.needs) {
      if (this.#resources.has(stableId(id.key))) continue;
      const row = this.#estate.rows.get(id.key);
      const stub: Row = row ?? { id, isOnlyNamed: true, body: { location } };
      const isStranger = converterOf(id.type) === undefined;
      if (isStranger && row) this.#forget(row);
      this.#add(
        stub,
        isStranger ? privateLinkService(readingOf(stub, this.#estate)) : this.#draft(stub),
        location,
      );
    }
  }

  #convert(row: Row): void {
    const { type } = row.id;
    if (isPartOfParent(type) || this.#estate.isEndpointInterface(row)) return;
    if (datastoreOf(this.#estate, row)) return;
    if (!converterOf(type)) {
      const names = this.#strangers.get(type) ?? [];
      this.#strangers.set(type, [...names, nameOf(row.id)]);
      return;
    }
    this.#add(row, this.#draft(row), undefined);
    if (type === 'microsoft.machinelearningservices/workspaces') this.#addServerless(row);
  }

  #draft(row: Row): Draft | undefined {
    return converterOf(row.id.type)?.(readingOf(row, this.#estate));
  }

  #forget(row: Row): void {
    const names = (this.#strangers.get(row.id.type) ?? []).filter((name) => name !== nameOf(row.id));
    if (names.length > 0) this.#strangers.set(row.id.type, names);
    else this.#strangers.delete(row.id.type);
  }

  #addServerless(row: Row): void {
    const reading = readingOf(row, this.#estate);
    const settings = reading.properties.part('serverlessComputeSettings');
    // Azure writes the settings without values where nobody chose a subnet: every workspace has serverless compute.
    const isChosen = ['serverlessComputeCustomSubnet', 'serverlessComputeNoPublicIP'].some((one) =>
      settings.has(one),
    );
    if (!isChosen) return;
    const key = `${row.id.key}/serverlesscompute`;
    this.#store(key, serverlessCompute(reading), {
      name: 'serverless',
      location: this.#estate.locationOf(row),
    });
  }

  #add(row: Row, draft: Draft | undefined, neededFrom: string | undefined): void {
    if (!draft) return;
    const isShown = row.body.properties !== undefined || kindsWithoutProperties.has(draft.kind);
    const tags = tagsOf(row.body.tags);
    this.#store(row.id.key, draft, {
      name: nameOf(row.id),
      azureId: spelledOf(row.id),
      location: this.#estate.locationOf(row) ?? neededFrom,
      ...((row.isOnlyNamed ||
        this.#estate.isDamaged(row) ||
        !(isShown || (this.#estate.isComplete && !row.body.isBare))) && {
        presence: 'not-shown' as const,
      }),
      ...(tags && { tags }),
    });
  }

  #store(key: string, { parent, ...properties }: Draft, about: About): void {
    const { location, ...rest } = about;
    const region = mayLieIn(properties.kind, 'region') ? this.#region(location) : undefined;
    const place = parent ?? region;
    const found = salvage(
      resourceSchemas[properties.kind],
      { id: stableId(key), ...rest, parent: place, ...properties },
      (property, problem) => this.#notes.add(`${about.name}: ${property}`, problem),
    );
    if (!found.ok) {
      this.#notes.add(about.name, found.problem);
      return;
    }
    const resource = found.value as Resource;
    this.#resources.set(resource.id, resource);
    this.#order.set(resource, key);
  }

  #region(location: string | undefined): ResourceId | undefined {
    const name = location?.toLowerCase().replace(/\s+/g, '') ?? '';
    if (name === '' || name === 'global') return undefined;
    const id = stableId(`region/${name}`);
    if (!this.#resources.has(id)) {
      const region: Resource = { id, kind: 'region', name };
      this.#resources.set(id, region);
      this.#order.set(region, name);
    }
    return id;
  }
}

interface About {
  readonly name: string;
  readonly azureId?: string;
  readonly location: string | undefined;
  readonly presence?: 'not-shown';
  readonly tags?: Readonly<Record<string, string>>;
}

const spelledOf = (id: ArmId): string => (id.spelled.startsWith('/') ? id.spelled : `/${id.spelled}`);

function tagsOf(tags: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) return undefined;
  const entries = Object.entries(tags).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '__proto__',
  );
  return entries.length > 0 ? Object.fromEntries(entries.sort()) : undefined;
}
