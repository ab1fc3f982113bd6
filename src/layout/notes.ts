import { ancestorsOf, type Box, type Design, type Note, notesOf, type ResourceId } from '#model';
import { boxesOnDrawing } from './boxes-on-drawing.ts';
import { type Drawn, internetCard, zonesCard } from './drawn.ts';
import { placeAtRight, placeBeside } from './note-place.ts';
import { noteSize } from './note-size.ts';

/** Where a note is drawn. */
export interface PlacedNote {
  readonly note: Note;
  /** In the coordinates of the document: from the corner of what it is attached to, else of the drawing. */
  readonly box: Box;
  /** Top left corner on the drawing. */
  readonly x: number;
  readonly y: number;
}

/**
 * Where the notes of a design are drawn, given the boxes of all else: where a person put them, else beside what they
 * are attached to, clear of every box, else at the right of the drawing.
 */
export function placedNotes(
  design: Design,
  drawn: Drawn,
  boxes: Readonly<Record<string, Box>>,
): readonly PlacedNote[] {
  const notes = notesOf(design);
  if (notes.length === 0) return [];
  const absolute = boxesOnDrawing(drawn.roots, boxes);
  for (const card of [internetCard, zonesCard]) {
    const box = boxes[card];
    if (box) absolute.set(card, box);
  }
  const anchorOf = anchorsIn(design, drawn, absolute);
  const placed: PlacedNote[] = [];
  const taken: Box[] = [];
  // What a person put somewhere is there before anything looks for room.
  const isPut = ({ id }: Note) => design.layout[id] !== undefined;
  for (const note of [...notes.filter(isPut), ...notes.filter((one) => !isPut(one))]) {
    const anchor = note.attachedTo === undefined ? undefined : anchorOf(note.attachedTo);
    const stored = design.layout[note.id];
    const origin = { x: anchor?.x ?? 0, y: anchor?.y ?? 0 };
    const frame = stored
      ? { x: stored.x + origin.x, y: stored.y + origin.y, ...noteSize(note.text, stored) }
      : ((anchor && placeBeside(note.text, anchor, absolute, taken)) ??
        placeAtRight(noteSize(note.text), anchor?.y, absolute, taken));
    taken.push(frame);
    placed.push({
      note,
      box: { ...frame, x: frame.x - origin.x, y: frame.y - origin.y },
      x: frame.x,
      y: frame.y,
    });
  }
  const order = new Map(notes.map(({ id }, at) => [id, at]));
  return placed.sort((a, b) => (order.get(a.note.id) ?? 0) - (order.get(b.note.id) ?? 0));
}

/** The box that a note of a resource stands at: its own, or that of whatever shows it. */
function anchorsIn(design: Design, drawn: Drawn, absolute: ReadonlyMap<string, Box>) {
  const onCard = new Map<string, string>([
    ...drawn.zones.map(({ id }) => [id, zonesCard] as const),
    ...drawn.online.map(({ id }) => [id, internetCard] as const),
  ]);
  return (id: ResourceId): Box | undefined => {
    const shown = drawn.shownBy.get(id) ?? id;
    const around = [shown, onCard.get(shown), ...ancestorsOf(design, shown).map((one) => one.id)];
    for (const one of around) {
      const box = one === undefined ? undefined : absolute.get(one);
      if (box) return box;
    }
    return undefined;
  };
}
