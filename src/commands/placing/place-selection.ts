import { drawnBoxes, type Point } from '#drawing';
import {
  type Box,
  edits,
  findResource,
  groupedBy,
  type Note,
  outermostOf,
  type Resource,
  type ResourceId,
  subtreeOf,
} from '#model';
import type { State } from '#store';
import { type CommandContext, hasSelection, namesOf, notesChosen } from '../command.ts';

/** Something with a box on the drawing, in the coordinates of what it lies in. */
export interface Placed {
  readonly id: ResourceId;
  /** Its container, or what a note is attached to: what its box counts from. */
  readonly frame: ResourceId | undefined;
  readonly resource?: Resource;
  readonly note?: Note;
  readonly box: Box;
}

type Movable = Omit<Placed, 'box'>;

type Selecting = Pick<State, 'design' | 'selected'>;

/** What was asked last: every command that places things asks it whenever anything changes, of thousands that are selected. */
let asked: (Selecting & { readonly movable: readonly Movable[] }) | undefined;

/** What of the selection can be moved about: that which lies in, and is attached to, nothing else that is selected. */
export function movableIn({ design, selected }: Selecting): readonly Movable[] {
  if (asked?.design !== design || asked.selected !== selected)
    asked = { design, selected, movable: movableOf({ design, selected }) };
  return asked.movable;
}

function movableOf({ design, selected }: Selecting): readonly Movable[] {
  const resources = outermostOf(design, selected);
  const moving = new Set(resources.flatMap(({ id }) => subtreeOf(design, id)));
  const isCarried = ({ attachedTo }: Note) => {
    const about = findResource(design, attachedTo);
    return about !== undefined && moving.has(about);
  };
  return [
    ...resources.map((resource) => ({ id: resource.id, frame: resource.parent, resource })),
    ...notesChosen({ design, selected })
      .filter((note) => !isCarried(note))
      .map((note) => ({ id: note.id, frame: note.attachedTo, note })),
  ];
}

const known = new WeakMap<
  State['design'],
  { readonly result: State['result']; readonly boxes: ReturnType<typeof drawnBoxes> }
>();

/** Where everything is drawn; several commands ask it of one state. */
function boxesIn({ design, result }: State) {
  const before = known.get(design);
  if (before?.result === result) return before.boxes;
  const boxes = drawnBoxes(design, result);
  known.set(design, { result, boxes });
  return boxes;
}

/** What of the selection can be moved about and has a box: not what is drawn as a badge, a line or a row. */
export function placedSelection(state: State): readonly Placed[] {
  const boxes = boxesIn(state);
  return movableIn(state).flatMap((one) => {
    const box = boxes[one.id];
    return box ? [{ ...one, box }] : [];
  });
}

/** The largest group of the selection that counts from one corner: only among these do lines and distances mean anything. */
export function siblingsIn(placed: readonly Placed[]): readonly Placed[] {
  return [...groupedBy(placed, ({ frame }) => frame).values()].reduce<readonly Placed[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
}

/** Whether at least so many things are selected that lines and distances mean anything among. */
export const hasSiblings =
  (least: number) =>
  (state: State): boolean =>
    hasSelection(state) &&
    state.selected.length >= least &&
    siblingsIn(placedSelection(state)).length >= least;

/** Puts things elsewhere as one undo step; steps of one `run` are one. */
export function putAt(
  { store }: CommandContext,
  label: string,
  moved: readonly Placed[],
  run?: string,
): void {
  const boxes = Object.fromEntries(moved.map(({ id, box }) => [id, box]));
  const resources = moved.flatMap(({ resource }) => resource ?? []);
  const notes = moved.flatMap(({ note }) => note ?? []);
  store
    .getState()
    .edit(`${label} ${namesOf(resources, notes)}`, (design) => edits.placeResources(design, boxes), run);
}

/** Boxes of notes that were moved by so much, as the document has them. */
export function shiftedNotes(
  { design, result }: Pick<State, 'design' | 'result'>,
  shifts: ReadonlyMap<ResourceId, Point>,
): Readonly<Record<string, Box>> {
  const boxes = shifts.size === 0 ? {} : drawnBoxes(design, result);
  return Object.fromEntries(
    [...shifts].flatMap(([id, by]) => {
      const box = boxes[id];
      return box ? [[id, { ...box, x: Math.round(box.x + by.x), y: Math.round(box.y + by.y) }] as const] : [];
    }),
  );
}
