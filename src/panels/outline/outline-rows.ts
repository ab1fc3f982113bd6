import { placeName } from '#drawing';
import {
  ancestorsOf,
  childrenOf,
  type Design,
  findResource,
  type Note,
  noteName,
  notesOf,
  type Resource,
  type ResourceId,
} from '#model';
import { factInWords } from '../fact-in-words.ts';

/** One visible line of the outline. */
export interface OutlineRow {
  /** Of the resource, or of the note. */
  readonly id: ResourceId;
  readonly name: string;
  /** What tells it from its like; empty where nothing does. */
  readonly fact: string;
  readonly resource?: Resource;
  readonly note?: Note;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

/** Roots are what lies in nothing, and what would never be reached: a missing container, a loop. */
const rootsOf = (design: Design): readonly Resource[] =>
  design.resources.filter((resource) => {
    if (resource.parent === undefined || !findResource(design, resource.parent)) return true;
    const ancestors = ancestorsOf(design, resource.id);
    return (
      ancestors.at(-1)?.parent !== undefined && findResource(design, ancestors.at(-1)?.parent) !== undefined
    );
  });

const noneOf: readonly Note[] = [];

/** Notes by the resource that they are on, those on nothing by `undefined`. */
function notesByResource(design: Design): ReadonlyMap<ResourceId | undefined, readonly Note[]> {
  const found = new Map<ResourceId | undefined, Note[]>();
  for (const note of notesOf(design)) {
    const about = findResource(design, note.attachedTo)?.id;
    const others = found.get(about);
    if (others) others.push(note);
    else found.set(about, [note]);
  }
  return found;
}

/** What lies in a container before what joins it to others. */
const joiningLast = (children: readonly Resource[]): readonly Resource[] => {
  const isJoining = ({ kind }: Resource) => Number(kind === 'virtual-network-peering');
  return children.toSorted((one, other) => isJoining(one) - isJoining(other));
};

/** The lines of the tree in reading order, a resource's notes after what lies in it; what is closed hides both. */
export const outlineRows = (design: Design, closed: ReadonlySet<ResourceId>): readonly OutlineRow[] => {
  const rows: OutlineRow[] = [];
  const seen = new Set<ResourceId>();
  const notes = notesByResource(design);
  const visit = (level: number, resources: readonly Resource[], own: readonly Note[]) => {
    const fresh = resources.filter((resource) => !seen.has(resource.id));
    for (const resource of fresh) seen.add(resource.id);
    const siblings = fresh.length + own.length;
    for (const [at, resource] of fresh.entries()) {
      const children = joiningLast(childrenOf(design, resource.id));
      const about = notes.get(resource.id) ?? noneOf;
      const isOpen = !closed.has(resource.id);
      rows.push({
        id: resource.id,
        name: placeName(resource),
        fact: factInWords(design, resource),
        resource,
        level,
        position: at + 1,
        siblings,
        hasChildren: children.length + about.length > 0,
        isOpen,
      });
      if (isOpen) visit(level + 1, children, about);
    }
    for (const [at, note] of own.entries())
      rows.push({
        id: note.id,
        name: noteName(note),
        fact: '',
        note,
        level,
        position: fresh.length + at + 1,
        siblings,
        hasChildren: false,
        isOpen: true,
      });
  };
  visit(1, rootsOf(design), notes.get(undefined) ?? noneOf);
  return rows;
};
