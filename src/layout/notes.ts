import { ancestorsOf, type Box, type Design, type Note, notesOf, type ResourceId } from '#model';
import { type Drawn, internetCard, type Thing, zonesCard } from './drawn.ts';
import { fonts } from './fonts.ts';
import { measures } from './measures.ts';
import { textWidth, wrapText } from './text-width.ts';

/** Where a note is drawn. */
export interface PlacedNote {
  readonly note: Note;
  /** In the coordinates of the document: from the corner of what it is attached to, else of the drawing. */
  readonly box: Box;
  /** Top left corner on the drawing. */
  readonly x: number;
  readonly y: number;
}

const { inset, top, line, minimum, gap } = measures.note;

/** The lines of a note in a box of some width; people's own line ends stay. */
export const noteLines = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((one) => {
    const lines = wrapText(one, width - 2 * inset, fonts.note);
    return lines.length === 0 ? [''] : lines;
  });

/** The box of a note that holds its whole text: as wide as it is wanted, and at least as high as it has to be. */
export function noteSize(
  text: string,
  wanted?: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const width = Math.max(minimum, wanted?.width ?? ownWidth(text));
  return { width, height: Math.max(noteLines(text, width).length * line + 2 * top, wanted?.height ?? 0) };
}

/** Short notes are narrow. */
const ownWidth = (text: string): number =>
  Math.min(
    measures.note.width,
    Math.ceil(Math.max(...text.split('\n').map((one) => textWidth(one, fonts.note)))) + 2 * inset + 1,
  );

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
  const absolute = absoluteBoxes(drawn.roots, boxes);
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
    const size = noteSize(note.text, stored);
    const at = stored
      ? { x: stored.x + (anchor?.x ?? 0), y: stored.y + (anchor?.y ?? 0) }
      : freePlace(size, anchor, absolute, taken);
    const frame = { ...at, ...size };
    taken.push(frame);
    placed.push({
      note,
      box: { ...frame, x: at.x - (anchor?.x ?? 0), y: at.y - (anchor?.y ?? 0) },
      ...at,
    });
  }
  const order = new Map(notes.map(({ id }, at) => [id, at]));
  return placed.sort((a, b) => (order.get(a.note.id) ?? 0) - (order.get(b.note.id) ?? 0));
}

/** Boxes on the drawing; a hosted network is no origin, as the document has it. */
function absoluteBoxes(roots: readonly Thing[], boxes: Readonly<Record<string, Box>>): Map<string, Box> {
  const found = new Map<string, Box>();
  const visit = (things: readonly Thing[], x: number, y: number) => {
    for (const thing of things) {
      const box = boxes[thing.id];
      if (!box) continue;
      const frame = { ...box, x: box.x + x, y: box.y + y };
      found.set(thing.id, frame);
      visit(thing.children, thing.hosted ? x : frame.x, thing.hosted ? y : frame.y);
    }
  };
  visit(roots, 0, 0);
  return found;
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

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** Beside a box where nothing else is, else right of everything. */
function freePlace(
  size: { readonly width: number; readonly height: number },
  anchor: Box | undefined,
  absolute: ReadonlyMap<string, Box>,
  taken: readonly Box[],
): { readonly x: number; readonly y: number } {
  const boxes = [...absolute.values(), ...taken];
  const others = anchor ? boxes.filter((box) => !holds(box, anchor)) : boxes;
  const isFree = (at: { x: number; y: number }) =>
    !others.some((box) => overlaps({ ...at, ...size }, box)) &&
    !(anchor && overlaps({ ...at, ...size }, anchor));
  if (anchor) {
    const beside = [
      { x: anchor.x + anchor.width + gap, y: anchor.y },
      { x: anchor.x - size.width - gap, y: anchor.y },
      { x: anchor.x, y: anchor.y + anchor.height + gap },
      { x: anchor.x, y: anchor.y - size.height - gap },
    ].find(isFree);
    if (beside) return beside;
  }
  const x = Math.max(0, ...[...absolute.values()].map((box) => box.x + box.width)) + 2 * gap;
  let y = anchor?.y ?? Math.min(0, ...[...absolute.values()].map((box) => box.y));
  for (;;) {
    const blocking = taken.find((box) => overlaps({ x, y, ...size }, box));
    if (!blocking) return { x, y };
    y = blocking.y + blocking.height + gap;
  }
}
