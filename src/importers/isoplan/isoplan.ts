import type { Design, Resource } from '#model';
import {
  ancestorsOf,
  designSchema,
  goalsSchema,
  kinds,
  mayLieIn,
  referencesOf,
  resourceSchemas,
  schemaVersion,
} from '#model';
import { isObject, type JsonObject } from '../json-object.ts';
import { type NoteBook, namesOf } from '../note-book.ts';
import { salvage } from '../salvage.ts';
import { readNotes } from './notes.ts';

/** Whether a value is a design of ours, of this version or another, perhaps damaged. */
export const isIsoplanDesign = (value: unknown): value is JsonObject =>
  isObject(value) &&
  !Object.hasOwn(value, '$schema') &&
  (Object.hasOwn(value, 'schemaVersion') ||
    (Array.isArray(value.resources) &&
      value.resources.some((item) => isObject(item) && isKind(item.kind) && typeof item.id === 'string')));

const isKind = (kind: unknown): kind is keyof typeof resourceSchemas =>
  typeof kind === 'string' && Object.hasOwn(resourceSchemas, kind);

const parts = designSchema.def.innerType.shape;

/** Coordinates beyond this, in CSS pixels, are damage. */
const farthest = 1e7;

/** Reads a parsed design as far as it can be read; what is lost is noted. Never fails. */
export function readIsoplan(file: JsonObject, fallbackName: string, notes: NoteBook): Design {
  if (file.schemaVersion !== schemaVersion)
    notes.add(
      'The file is of another version of Isoplan',
      `Its format is ${JSON.stringify(file.schemaVersion)?.slice(0, 40) ?? 'unknown'}, and ${schemaVersion} is read here: what is not known is left out.`,
    );
  for (const key of Object.keys(file))
    if (!Object.hasOwn(parts, key))
      notes.add(`“${key}” of the design`, 'Left out: this version does not know the property.');
  const read = <T>(name: keyof typeof parts, fallback: T, problem: string): T => {
    if (!Object.hasOwn(file, name)) {
      notes.add(name, `It was missing: ${problem}`);
      return fallback;
    }
    const found = salvage(parts[name], file[name], (path, why) => notes.add(path, why), name);
    if (found.ok) return found.value as T;
    notes.add(name, `${found.problem} ${problem}`);
    return fallback;
  };
  const { resources, isWhole } = readResources(file.resources, notes);
  const source = read<Design['source']>(
    'source',
    { format: 'isoplan', complete: false },
    'the design is taken as incomplete.',
  );
  if (source.complete && !isWhole)
    notes.add(
      'The design is taken as incomplete',
      'What was left out may exist. If nothing is lacking, say so in the goals.',
    );
  const written = readNotes(file.notes, resources, notes);
  return {
    schemaVersion,
    name: read('name', fallbackName, 'the file name is taken.'),
    source: isWhole ? source : { ...source, complete: false },
    goals: readGoals(file.goals, notes),
    resources,
    layout: withoutStale(readLayout(file.layout, notes), written.isMoved),
    accepted: read<Design['accepted']>('accepted', [], 'no finding is accepted.'),
    expectations: read<Design['expectations']>('expectations', [], 'there are none.'),
    ...(written.list.length > 0 ? { notes: written.list } : {}),
  };
}

/** Without the boxes of notes that count from what is not there. */
const withoutStale = (layout: Design['layout'], isStale: ReadonlySet<string>): Design['layout'] =>
  isStale.size === 0 ? layout : Object.fromEntries(Object.entries(layout).filter(([id]) => !isStale.has(id)));

function readGoals(value: unknown, notes: NoteBook): Design['goals'] {
  const found = salvage(goalsSchema, value ?? {}, (path, why) => notes.add(path, why), 'goals');
  if (found.ok) return found.value as Design['goals'];
  notes.add('goals', found.problem);
  return {};
}

function readLayout(value: unknown, notes: NoteBook): Design['layout'] {
  const found = salvage(parts.layout, value ?? {}, (path, why) => notes.add(path, why), 'layout');
  if (!found.ok) {
    notes.add('layout', `${found.problem} Everything is arranged anew.`);
    return {};
  }
  const boxes = Object.entries(found.value as Design['layout']).filter(([id, box]) => {
    const isSane = Object.values(box).every(
      (length) => Number.isFinite(length) && Math.abs(length) <= farthest,
    );
    if (!isSane || box.width < 0 || box.height < 0) {
      notes.add(`layout.${id}`, 'Left out: no position on the drawing is that far away or that large.');
      return false;
    }
    return true;
  });
  return Object.fromEntries(boxes);
}

/** Those that can be read; `isWhole` unless something of one is lost, which then is no proof that it does not exist. */
function readResources(
  value: unknown,
  notes: NoteBook,
): { readonly resources: readonly Resource[]; readonly isWhole: boolean } {
  if (!Array.isArray(value)) {
    notes.add('resources', 'It is not a list: the design has no resources.');
    return { resources: [], isWhole: false };
  }
  let isWhole = true;
  const lose = (what: string, because: string) => {
    isWhole = false;
    notes.add(what, because);
  };
  const resources = new Map<string, Resource>();
  const strangers: string[] = [];
  for (const [at, item] of value.entries()) {
    if (!isObject(item) || !isKind(item.kind)) {
      strangers.push(labelOf(item, at));
      continue;
    }
    const label = labelOf(item, at);
    const found = salvage(resourceSchemas[item.kind], item, (path, why) =>
      lose(`“${path}” of ${label}`, why),
    );
    if (!found.ok) lose(label, `Left out: ${found.problem}`);
    else {
      const resource = found.value as Resource;
      if (resources.has(resource.id))
        notes.add(label, `Left out: another resource has its id, ${resource.id}.`);
      else resources.set(resource.id, resource);
    }
  }
  if (strangers.length > 0)
    lose(
      `${strangers.length} ${strangers.length === 1 ? 'resource' : 'resources'} of unknown kind: ${namesOf(strangers)}`,
      'Left out: this version does not know the kind.',
    );
  noteDangling(resources, notes);
  return {
    resources: [...resources.values()].map((resource) => inLegalPlace(resource, resources, notes)),
    isWhole,
  };
}

const labelOf = (item: unknown, at: number): string => {
  const name = isObject(item) ? (item.name ?? item.id) : undefined;
  return typeof name === 'string' && name !== '' ? name : `resource ${at + 1}`;
};

/**
 * A container that cannot hold the resource gives way to the nearest around it that can; one that is missing is
 * forgotten, as is a loop, which no legal nesting has.
 */
function inLegalPlace(resource: Resource, all: ReadonlyMap<string, Resource>, notes: NoteBook): Resource {
  if (resource.parent === undefined) return resource;
  const container = all.get(resource.parent);
  if (container && mayLieIn(resource.kind, container.kind)) return resource;
  const { parent, ...rest } = resource;
  const around = ancestorsOf({ resources: [...all.values()] }, resource.id).find(({ kind }) =>
    mayLieIn(resource.kind, kind),
  );
  const titleOf = ({ kind }: Resource) => `a ${kinds[kind].title.toLowerCase()}`;
  notes.add(
    `Place of ${resource.name}`,
    container
      ? `${around ? `Put into ${around.name}` : 'Left out'}: ${titleOf(resource)} does not lie in ${container.name}, ${titleOf(container)}.`
      : `Left out: no resource has the id “${parent}”.`,
  );
  return (around ? { ...rest, parent: around.id } : rest) as Resource;
}

function noteDangling(resources: ReadonlyMap<string, Resource>, notes: NoteBook): void {
  for (const resource of resources.values())
    for (const id of referencesOf(resource))
      if (!resources.has(id))
        notes.add(`${resource.name}: ${id}`, 'Kept, though it names no resource of the design.');
}
