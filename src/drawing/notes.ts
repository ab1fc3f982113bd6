import { measures, noteLines, placedNotes } from '#layout';
import { type Design, findResource, type NoteTone, toneOfNote } from '#model';
import { edgeShapes } from './edge-shapes.ts';
import type { Rect } from './geometry.ts';
import type { Point, SceneEdge, Shape } from './scene.ts';
import { type DraftItem, type Stage, shownAs } from './stage.ts';

const { inset, top, line, radius, fold } = measures.note;

/**
 * The notes of a design, above everything else, each with a thread to what it is attached to. A network may be of an
 * earlier design with the same resources: it knows nothing of notes.
 */
export function noteItems(
  design: Design,
  stage: Stage,
  items: readonly DraftItem[],
): { readonly items: readonly DraftItem[]; readonly edges: readonly SceneEdge[] } {
  const placed = placedNotes(design, stage.drawn, stage.boxes);
  if (placed.length === 0) return { items: [], edges: [] };
  const byId = new Map(items.map((item) => [item.id, item]));
  const ids = new Set(byId.keys());
  const drawn = placed.map(({ note, box, x, y }) => {
    const about = findResource(design, note.attachedTo);
    const end = about && byId.get(shownAs(stage, ids, about.id) ?? '');
    const item: DraftItem = {
      id: note.id,
      note: note.id,
      role: 'note',
      ...(end ? { parent: end.id } : {}),
      x,
      y,
      width: box.width,
      height: box.height,
      shapes: noteShapes(note.text, toneOfNote(note), box),
      label: `Note${about ? ` on ${about.name}` : ''}: ${note.text}`,
    };
    return { item, thread: about && end ? threadOf(item, end, about.name) : [] };
  });
  return { items: drawn.map(({ item }) => item), edges: drawn.flatMap(({ thread }) => thread) };
}

/** A sheet with one corner turned up, and the text on it. */
function noteShapes(text: string, tone: NoteTone, { width, height }: Rect): readonly Shape[] {
  const right = width - 0.5;
  const bottom = height - 0.5;
  const corner = `A${radius} ${radius} 0 0 1`;
  const sheet = `M0.5 ${radius}${corner} ${radius} 0.5H${right - radius + 0.5}${corner} ${right} ${radius}V${bottom - fold}L${right - fold} ${bottom}H${radius}${corner} 0.5 ${bottom - radius + 0.5}z`;
  const flap = `M${right} ${bottom - fold}H${right - fold + 3}a3 3 0 0 0 -3 3V${bottom}z`;
  return [
    { type: 'path', d: sheet, fill: `${tone}-tint`, stroke: `${tone}-line`, strokeWidth: 1 },
    { type: 'path', d: flap, fill: `${tone}-line`, stroke: `${tone}-line`, strokeWidth: 1 },
    ...noteLines(text, width).flatMap((words, at): readonly Shape[] =>
      words === ''
        ? []
        : [{ type: 'text', x: inset, y: top + at * line + 11.8, text: words, style: 'note', fill: 't1' }],
    ),
  ];
}

/** A thin line between the sides that face each other; none where the note lies on what it is attached to. */
function threadOf(note: DraftItem, end: DraftItem, name: string): readonly SceneEdge[] {
  const points = between(note, end);
  if (!points) return [];
  return [
    {
      id: `note:${note.id}`,
      meaning: 'note',
      from: note.id,
      to: end.id,
      points,
      shapes: edgeShapes({ meaning: 'note' }, points),
      label: `Note on ${name}`,
    },
  ];
}

function between(a: Rect, b: Rect): readonly Point[] | undefined {
  const x = shared(a.x, a.width, b.x, b.width);
  const y = shared(a.y, a.height, b.y, b.height);
  if (x !== undefined && y !== undefined) return undefined;
  const isRight = a.x >= b.x + b.width;
  const isBelow = a.y >= b.y + b.height;
  const sideA = isRight ? a.x : a.x + a.width;
  const sideB = isRight ? b.x + b.width : b.x;
  const edgeA = isBelow ? a.y : a.y + a.height;
  const edgeB = isBelow ? b.y + b.height : b.y;
  if (y !== undefined)
    return [
      { x: sideA, y },
      { x: sideB, y },
    ];
  if (x !== undefined)
    return [
      { x, y: edgeA },
      { x, y: edgeB },
    ];
  const middle = a.x + a.width / 2;
  const level = b.y + Math.min(b.height / 2, measures.node.height / 2);
  return [
    { x: middle, y: edgeA },
    { x: middle, y: level },
    { x: sideB, y: level },
  ];
}

/** The middle of what two stretches have in common. */
function shared(a: number, sizeOfA: number, b: number, sizeOfB: number): number | undefined {
  const start = Math.max(a, b);
  const end = Math.min(a + sizeOfA, b + sizeOfB);
  return end > start ? (start + end) / 2 : undefined;
}
