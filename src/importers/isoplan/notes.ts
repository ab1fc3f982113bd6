import { type Note, noteLimits, noteSchema, noteText, type Resource, type ResourceId } from '#model';
import { isObject } from '../json-object.ts';
import type { NoteBook } from '../note-book.ts';
import { salvage } from '../salvage.ts';

interface ReadNotes {
  readonly list: readonly Note[];
  /** Ids of notes whose boxes count from a resource that is not there. */
  readonly isMoved: ReadonlySet<string>;
}

/** Reads the notes on a drawing as far as they can be read: words of people are cut or set free, never dropped unsaid. */
export function readNotes(value: unknown, resources: readonly Resource[], book: NoteBook): ReadNotes {
  const isMoved = new Set<string>();
  if (value === undefined) return { list: [], isMoved };
  if (!Array.isArray(value)) {
    book.add('notes', 'It is not a list: the drawing has no notes.');
    return { list: [], isMoved };
  }
  const kept = new Map<string, Note>();
  const known = new Set<string>(resources.map(({ id }) => id));
  for (const [at, item] of value.slice(0, noteLimits.notes).entries()) {
    const label = `notes.${at}`;
    const found = salvage(
      noteSchema,
      cut(item, label, book),
      (path, why) => book.add(path, toneKept(path, why)),
      label,
    );
    if (!found.ok) {
      book.add(label, `Left out: ${found.problem}`);
      continue;
    }
    const note = attached(found.value as Note, known, isMoved, label, book);
    const id = freeId(note.id, (one) => kept.has(one) || known.has(one));
    if (id !== note.id) book.add(label, `Kept under another id: something else has its own, ${note.id}.`);
    kept.set(id, id === note.id ? note : { ...note, id });
  }
  if (value.length > noteLimits.notes)
    book.add(
      `${value.length - noteLimits.notes} more notes`,
      `Left out: a drawing holds ${noteLimits.notes} notes.`,
    );
  return { list: [...kept.values()], isMoved };
}

/** The note with a text within bounds. */
function cut(item: unknown, label: string, book: NoteBook): unknown {
  if (!isObject(item) || typeof item.text !== 'string') return item;
  const text = noteText(item.text);
  if (item.text.length > noteLimits.characters)
    book.add(`${label}.text`, `Cut: a note holds ${noteLimits.characters} characters.`);
  return { ...item, text };
}

const toneKept = (path: string, why: string): string =>
  path.endsWith('.tone') ? `${why} The note is kept, in the neutral tone.` : why;

function attached(
  note: Note,
  known: ReadonlySet<string>,
  isMoved: Set<string>,
  label: string,
  book: NoteBook,
): Note {
  if (note.attachedTo === undefined || known.has(note.attachedTo)) return note;
  const { attachedTo, ...free } = note;
  isMoved.add(note.id);
  book.add(label, `Kept on its own: there is no resource ${attachedTo} that it could be attached to.`);
  return free;
}

function freeId(id: ResourceId, isTaken: (id: string) => boolean): ResourceId {
  let free: string = id;
  for (let number = 2; isTaken(free); number += 1) free = `${id}-${number}`;
  return free as ResourceId;
}
