import { drawnNotes, type Point } from '#drawing';
import { measures, noteSize } from '#layout';
import {
  type Box,
  type Design,
  edits,
  findNote,
  findResource,
  type Note,
  type NoteTone,
  noteLimits,
  notesOf,
  noteText,
  type ResourceId,
} from '#model';
import type { State } from '#store';
import type { CommandContext } from '../command.ts';
import { undoHint } from '../undo.ts';

/** A note to be added: what it says, and where; beside what it is attached to where no place is given. */
export interface NoteDraft {
  readonly text: string;
  readonly attachedTo?: ResourceId | undefined;
  /** Top left corner on the drawing. */
  readonly at?: Point | undefined;
  /** That it was written in, and is no wider than. */
  readonly width?: number | undefined;
}

/** Why no further note can be added, in one sentence; `undefined` where it can. */
const crowdOf = (design: Design): string | undefined =>
  notesOf(design).length >= noteLimits.notes ? `A drawing holds ${noteLimits.notes} notes.` : undefined;

/** Adds a note as one undo step, and selects it; one without words is none. */
export function addNote({ store, browser }: CommandContext, draft: NoteDraft): ResourceId | undefined {
  const { design, result, edit, select, announce, setView } = store.getState();
  const text = noteText(draft.text);
  const crowd = crowdOf(design);
  if (crowd) setView({ notice: { tone: 'warning', title: 'Could not add a note', text: crowd } });
  if (text === '' || crowd) return undefined;
  const about = findResource(design, draft.attachedTo);
  const note: Note = { id: browser.newId(), text, ...(about ? { attachedTo: about.id } : {}) };
  const added = edits.addNote(design, note);
  const place = drawnNotes(added, result)[note.id];
  const box = place && {
    ...place,
    ...draft.at,
    ...noteSize(text, draft.width === undefined ? undefined : fitted(text, draft.width)),
  };
  edit('add note', () =>
    box ? edits.placeResource(added, note.id, onAnchor(added, result, note, box)) : added,
  );
  select(note.id);
  announce(`Added a note${about ? ` to ${about.name}` : ''}.`);
  return note.id;
}

/** As narrow as the text is, within a width. */
const fitted = (text: string, width: number) => ({
  width: Math.min(width, noteSize(text).width),
  height: 0,
});

/** A box on the drawing, from the corner of what a note is attached to. */
function onAnchor(design: Design, result: State['result'], { id, attachedTo }: Note, box: Box): Box {
  if (attachedTo === undefined) return rounded(box);
  const atCorner = edits.placeResource(design, id, { ...box, x: 0, y: 0 });
  const corner = drawnNotes(atCorner, result)[id] ?? { x: 0, y: 0 };
  return rounded({ ...box, x: box.x - corner.x, y: box.y - corner.y });
}

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

/** The design with the box of a note as high as another text needs, unless a person made it higher than its own. */
function fitting(design: Design, id: ResourceId, text: string): Design {
  const note = findNote(design, id);
  const box = design.layout[id];
  if (!note || !box || box.height > noteSizeFor(note.text, box).height) return design;
  return edits.placeResources(design, { [id]: { ...box, height: noteSizeFor(text, box).height } });
}

/** Gives a note another text as one undo step; without words it is removed. */
export function writeNote({ store }: CommandContext, id: ResourceId, draft: string): void {
  const { edit, announce, select } = store.getState();
  const text = noteText(draft);
  if (text !== '') {
    edit('edit note', (design) => edits.updateNote(fitting(design, id, text), id, { text }));
    return;
  }
  edit('remove note', (design) => edits.removeNotes(design, [id]));
  select(undefined);
  announce(`Removed the note: it had no words. ${undoHint}`);
}

/** Shows what a note is about by its colour. */
export const setNoteTone = ({ store }: CommandContext, id: ResourceId, tone: NoteTone): void =>
  store.getState().edit('change the tone of a note', (design) => edits.updateNote(design, id, { tone }));

/** Attaches a note to a resource (`undefined`: to none), where it is drawn already, as one undo step. */
export function attachNoteTo(
  { store }: CommandContext,
  id: ResourceId,
  resource: ResourceId | undefined,
): void {
  const { design, result, edit, announce } = store.getState();
  const note = findNote(design, id);
  const box = drawnNotes(design, result)[id];
  if (!note || !box || note.attachedTo === resource) return;
  const { attachedTo: _, ...free } = note;
  const moved: Note = resource === undefined ? free : { ...free, attachedTo: resource };
  const attached = edits.attachNote(design, id, resource);
  const about = findResource(design, resource)?.name;
  edit(about === undefined ? 'detach note' : `attach note to ${about}`, () =>
    edits.placeResource(attached, id, onAnchor(attached, result, moved, box)),
  );
  announce(about === undefined ? 'The note stands on its own.' : `The note is attached to ${about}.`);
}

/** The size of a note that says this, in a box of that width. */
export const noteSizeFor = (text: string, { width }: Pick<Box, 'width'>) =>
  noteSize(text, { width, height: 0 });

const probe = 'note being written' as ResourceId;

/** Where a note is written before it is there: beside a resource, else with its middle at a point. */
export function placeForNote(
  { design, result }: Pick<State, 'design' | 'result'>,
  attachedTo: ResourceId | undefined,
  middle: Point = { x: 0, y: 0 },
): Box {
  const { width } = measures.note;
  const size = { width, height: noteSize('', { width, height: 0 }).height };
  const withProbe = edits.addNote(design, {
    id: probe,
    // As a text of some lines: it is to grow over nothing while it is written.
    text: `${'m'.repeat(30)}\n\n`,
    ...(attachedTo === undefined ? {} : { attachedTo }),
  });
  const beside = attachedTo === undefined ? undefined : drawnNotes(withProbe, result)[probe];
  const { x, y } = beside ?? { x: middle.x - size.width / 2, y: middle.y - size.height / 2 };
  return { x, y, ...size, width: Math.min(size.width, beside?.width ?? size.width) };
}
