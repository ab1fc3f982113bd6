import {
  type Design,
  edits,
  findNote,
  findResource,
  type Note,
  noteLimits,
  notesOf,
  type ResourceId,
} from '#model';

/** Offset of a copy from its original, in CSS pixels. */
const aside = 24;

/**
 * The design with copies of notes, beside their originals: on the copy of what they are attached to where that was
 * copied too, else on the same thing, else on their own. Also gives the ids of the copies.
 */
export function withCopiedNotes(
  design: Design,
  source: Design,
  ids: readonly ResourceId[],
  copyOf: ReadonlyMap<ResourceId, ResourceId>,
  newId: () => ResourceId,
): { readonly design: Design; readonly ids: readonly ResourceId[] } {
  let current = design;
  const made: ResourceId[] = [];
  for (const one of ids) {
    const note = findNote(source, one);
    if (!note || notesOf(current).length >= noteLimits.notes) continue;
    const { attachedTo, ...free } = note;
    const copied = attachedTo && copyOf.get(attachedTo);
    const about = copied ?? (findResource(current, attachedTo) ? attachedTo : undefined);
    const id = newId();
    const box = source.layout[one];
    const isLost = attachedTo !== undefined && about === undefined;
    const by = copied ? 0 : aside;
    current = edits.addNote(
      current,
      about === undefined ? { ...free, id } : { ...free, id, attachedTo: about },
      box && !isLost ? { ...box, x: box.x + by, y: box.y + by } : undefined,
    );
    made.push(id);
  }
  return { design: current, ids: made };
}

/** The design with the notes of a cut as they were: those that went come back, those that were let go are attached again. */
export function withNotesRestored(design: Design, source: Design, after: Design): Design {
  let current = design;
  for (const note of notesOf(source)) {
    const box = source.layout[note.id];
    const isThere = note.attachedTo === undefined || findResource(current, note.attachedTo) !== undefined;
    const now = findNote(current, note.id);
    if (now) {
      const isUntouched = now === findNote(after, note.id) && now !== note;
      if (isUntouched && isThere && note.attachedTo !== undefined)
        current = edits.attachNote(current, note.id, note.attachedTo, box);
    } else if (!findNote(after, note.id) && !findResource(current, note.id))
      current = edits.addNote(current, isThere ? note : onItsOwn(note), isThere ? box : undefined);
  }
  return current;
}

const onItsOwn = ({ attachedTo: _, ...note }: Note): Note => note;
