import type { Point } from '#drawing';
import {
  type Box,
  type Design,
  edits,
  findResource,
  mayLieIn,
  outermostOf,
  type Resource,
  type ResourceId,
  subtreeOf,
} from '#model';
import { relocated, replanned } from './addresses/relocate.ts';
import { type CommandContext, namesOf } from './command.ts';
import { shiftedNotes } from './placing/place-selection.ts';

/** The containers that a resource could be moved into: legal for its kind, and not itself or in it. */
export const placesToMove = (design: Design, resource: Resource): readonly Resource[] => {
  const own = new Set(subtreeOf(design, resource.id));
  return design.resources.filter(
    (one) => one.id !== resource.parent && !own.has(one) && mayLieIn(resource.kind, one.kind),
  );
};

/**
 * Moves resources into a container (`undefined`: the open canvas) as one undo step, each drawn at its box where one is
 * given, and notes with them. Returns why it is refused, in one sentence, or `undefined` when they are there.
 */
export const moveAllTo = (
  { store }: CommandContext,
  ids: readonly ResourceId[],
  container: ResourceId | undefined,
  boxes: Readonly<Record<string, Box>> = {},
  notes: ReadonlyMap<ResourceId, Point> = new Map(),
): string | undefined => {
  const { design, result, edit, announce } = store.getState();
  const outcome = relocated(design, ids, container);
  if (!outcome.ok) return outcome.reason;
  const moved = outermostOf(design, ids);
  const target = findResource(design, container);
  const isElsewhere = moved.some(({ parent }) => parent !== container);
  const where = isElsewhere && target ? ` to ${target.name}` : '';
  const all = { ...boxes, ...shiftedNotes({ design, result }, notes) };
  edit(`move ${namesOf(moved)}${where}`, () => edits.placeResources(outcome.design, all));
  announce(`Moved ${namesOf(moved)}${where}. ${replanned(design, outcome.design)}`.trim());
  return undefined;
};

/** Moves notes by so much as one undo step. */
export const moveNotes = ({ store }: CommandContext, shifts: ReadonlyMap<ResourceId, Point>): void => {
  const boxes = shiftedNotes(store.getState(), shifts);
  const what = namesOf([], [...shifts]);
  store.getState().edit(`move ${what}`, (design) => edits.placeResources(design, boxes));
  store.getState().announce(`Moved ${what}.`);
};

/** Moves a resource into another container as one undo step, and brings it into view; tells why where it cannot. */
export const moveTo = (context: CommandContext, id: ResourceId, container: ResourceId): void => {
  const reason = moveAllTo(context, [id], container);
  const { setView, jumpTo } = context.store.getState();
  if (reason === undefined) jumpTo(id);
  else setView({ notice: { tone: 'warning', title: 'It cannot lie there', text: reason } });
};
