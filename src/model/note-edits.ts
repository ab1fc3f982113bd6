import type { Box, Design } from './design.ts';
import { type Note, notesOf } from './notes.ts';
import { ancestorsOf, findResource } from './queries.ts';
import type { ResourceId } from './resource-base.ts';

/** Boxes in the coordinates of the drawing, by id. */
type Places = Readonly<Record<string, Box>>;

/** A design without notes has no list of them: what never had one keeps its bytes. */
const withNotes = (design: Design, notes: readonly Note[]): Design => {
  if (notes.length > 0) return { ...design, notes };
  const { notes: _, ...rest } = design;
  return rest;
};

const changed = (design: Design, id: ResourceId, change: (note: Note) => Note): Design => {
  const before = notesOf(design);
  const after = before.map((note) => (note.id === id ? change(note) : note));
  return after.every((note, at) => note === before[at]) ? design : withNotes(design, after);
};

/** Adds a note above the others, drawn at a box. Throws when its id is taken. */
export const addNote = (design: Design, note: Note, box?: Box): Design => {
  const isTaken = findResource(design, note.id) ?? notesOf(design).find(({ id }) => id === note.id);
  if (isTaken) throw new Error(`${note.id} exists already`);
  const added = withNotes(design, [...notesOf(design), note]);
  return box ? { ...added, layout: { ...added.layout, [note.id]: box } } : added;
};

/** Gives a note another text or tone. */
export const updateNote = (
  design: Design,
  id: ResourceId,
  change: Partial<Pick<Note, 'text' | 'tone'>>,
): Design =>
  changed(design, id, (note) =>
    (change.text ?? note.text) === note.text && (change.tone ?? note.tone) === note.tone
      ? note
      : { ...note, ...change },
  );

/** Makes a note move with a resource (`undefined`: with none), drawn at a box in the coordinates of that. */
export const attachNote = (
  design: Design,
  id: ResourceId,
  attachedTo: ResourceId | undefined,
  box?: Box,
): Design => {
  const after = changed(design, id, ({ attachedTo: before, ...note }) =>
    attachedTo === undefined ? note : { ...note, attachedTo },
  );
  const { [id]: _, ...layout } = after.layout;
  return { ...after, layout: box ? { ...layout, [id]: box } : layout };
};

/** Removes notes. */
export const removeNotes = (design: Design, ids: readonly ResourceId[]): Design => {
  const removed = new Set<string>(ids);
  const left = notesOf(design).filter(({ id }) => !removed.has(id));
  if (left.length === notesOf(design).length) return design;
  const layout = Object.entries(design.layout).filter(
    ([id]) => !removed.has(id) || findResource(design, id as ResourceId),
  );
  return withNotes({ ...design, layout: Object.fromEntries(layout) }, left);
};

/**
 * Keeps the notes of resources that go, on their own and where they are drawn: at `places`, else as far as the
 * document knows it.
 */
export const freeNotes = (design: Design, gone: ReadonlySet<string>, places: Places = {}): Design => {
  let current = design;
  for (const { id, attachedTo } of notesOf(design))
    if (attachedTo !== undefined && gone.has(attachedTo))
      current = attachNote(current, id, undefined, places[id] ?? placeOf(design, id, attachedTo));
  return current;
};

/** Where an attached note stands on the drawing, by the boxes that the document has; unknown where it has none. */
function placeOf({ layout, resources }: Design, id: string, attachedTo: ResourceId): Box | undefined {
  const own = layout[id];
  if (!own || !layout[attachedTo]) return undefined;
  let { x, y } = own;
  for (const around of [attachedTo, ...ancestorsOf({ resources }, attachedTo).map((one) => one.id)]) {
    x += layout[around]?.x ?? 0;
    y += layout[around]?.y ?? 0;
  }
  return { ...own, x, y };
}
