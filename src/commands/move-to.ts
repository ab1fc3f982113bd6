import { type Point, placeName } from '#drawing';
import {
  type Box,
  type Design,
  edits,
  findResource,
  outermostOf,
  type Resource,
  type ResourceId,
  refusalIn,
  subtreeOf,
} from '#model';
import { relocated, replanned } from './addresses/relocate.ts';
import { type CommandContext, namesOf } from './command.ts';
import { shiftedNotes } from './placing/place-selection.ts';
import { refusal } from './refusal.ts';

/** The containers that several resources could be moved into together, those of the kind they lie in first. */
export const placesToMoveAll = (design: Design, resources: readonly Resource[]): readonly Resource[] => {
  const [first, ...others] = outermostOf(
    design,
    resources.map(({ id }) => id),
  );
  if (!first) return [];
  const parents = new Set([first, ...others].map(({ parent }) => parent));
  const coming = new Set<string>([first, ...others].map(({ id }) => id));
  const own = new Set([first, ...others].flatMap(({ id }) => subtreeOf(design, id)));
  const places = design.resources.filter(
    (place) =>
      !own.has(place) &&
      !(parents.size === 1 && parents.has(place.id)) &&
      [first, ...others].every(({ kind }) => refusalIn(design, kind, place, coming) === undefined),
  );
  const usual = findResource(design, first.parent)?.kind;
  const rank = ({ kind }: Resource) => (kind === usual ? 0 : 1);
  return places.toSorted((one, other) => rank(one) - rank(other));
};

/** The containers that a resource could be moved into: legal for its kind, and not itself or in it. */
export const placesToMove = (design: Design, resource: Resource): readonly Resource[] =>
  placesToMoveAll(design, [resource]);

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
  const where = isElsewhere && target ? ` to ${placeName(target)}` : '';
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
  const { design, select, look, setView } = context.store.getState();
  const reason = moveAllTo(context, [id], container);
  if (reason === undefined) {
    select(id);
    look('change', design);
  } else setView({ notice: { ...refusal, text: reason } });
};

/** Moves all that is selected into another container; it stays selected. Tells why where it cannot. */
export const moveSeveralTo = (
  context: CommandContext,
  ids: readonly ResourceId[],
  container: ResourceId,
): void => {
  const reason = moveAllTo(context, ids, container);
  if (reason !== undefined) context.store.getState().setView({ notice: { ...refusal, text: reason } });
};
