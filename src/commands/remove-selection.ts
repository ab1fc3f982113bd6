import { drawnNotes } from '#drawing';
import {
  ancestorsOf,
  counted,
  type Design,
  edits,
  findNote,
  findResource,
  notesOf,
  outermostOf,
  type Resource,
  type ResourceId,
  referencesOf,
} from '#model';
import { type Removal, removalOf, type State } from '#store';
import { type Command, type CommandContext, hasSelection, isAtWork, namesOf } from './command.ts';
import { otherHalfOf, withOtherHalves } from './peering-halves.ts';
import { undoHint } from './undo.ts';

/** What goes with chosen resources without being one of them, or loses what it pointed at; none where nothing does. */
function dependentsOf(design: Design, after: Design, chosen: readonly Resource[]): Removal['dependents'] {
  const goes = new Set(chosen);
  const isGone = (id: ResourceId) => !findResource(after, id);
  const because = (one: Resource): string => {
    const around = ancestorsOf(design, one.id).find((ancestor) => goes.has(ancestor));
    return around
      ? `It goes too: it lies in ${around.name}.`
      : `It goes too: a peering with ${namesOf(goneAmong(one))} means nothing without it.`;
  };
  const goneAmong = (one: Resource) =>
    referencesOf(one).flatMap((id) => (isGone(id) ? (findResource(design, id) ?? []) : []));
  return [
    ...design.resources
      .filter((one) => !goes.has(one) && isGone(one.id))
      .map((one) => ({ what: one.name, because: because(one), isRemoved: true })),
    ...design.resources
      .filter((one) => !isGone(one.id) && findResource(after, one.id) !== one)
      .map((one) => ({
        what: one.name,
        because: `It stays, and no longer refers to ${namesOf(goneAmong(one))}.`,
        isRemoved: false,
      })),
  ];
}

/** A removal as a question, and what it leaves without something, where it does. */
export function removalWords({ resources, before, dependents }: Removal): {
  readonly question: string;
  readonly rest: string | undefined;
} {
  const [first, ...others] = resources.flatMap((id) => findResource(before, id) ?? []);
  const isOne = others.length === 0;
  const what = isOne ? (first?.name ?? '') : counted(others.length + 1, 'resource');
  const gone = dependents.filter(({ isRemoved }) => isRemoved).length;
  const left = dependents.length - gone;
  const more = gone > 0 ? `, and ${counted(gone, 'thing')} with ${isOne ? 'it' : 'them'}` : '';
  const noun = gone > 0 ? 'other' : 'thing';
  return {
    question: `Remove ${what}${more}?`,
    rest:
      left > 0
        ? `${counted(left, noun)} ${left === 1 ? 'stays' : 'stay'} without ${isOne ? 'it' : 'them'}.`
        : undefined,
  };
}

/** What removing resources and notes would do, said before it is done; `result` tells where notes stand. */
export const removalFor = (
  design: Design,
  ids: readonly ResourceId[],
  result?: State['result'],
): Removal | undefined => {
  const roots = outermostOf(design, ids);
  const chosen = new Set([...roots, ...ids.flatMap((id) => findResource(design, id) ?? [])]);
  const notes = ids.filter((id) => findNote(design, id));
  if (roots.length === 0 && notes.length === 0) return undefined;
  const resources = [...chosen].map(({ id }) => id);
  const left = edits.removeResources(design, resources, drawnNotes(design, result));
  const after = edits.removeNotes(left, notes);
  return { resources, notes, before: design, after, dependents: dependentsOf(design, after, [...chosen]) };
};

/** Both halves of one peering by what they join, else as names are. */
function wordsOf(design: Design, chosen: readonly Resource[], notes: readonly unknown[]): string {
  const [first, second, ...others] = chosen;
  const isWhole =
    first?.kind === 'virtual-network-peering' &&
    second !== undefined &&
    others.length + notes.length === 0 &&
    otherHalfOf(design, first)?.id === second.id;
  if (!isWhole) return namesOf(chosen, notes);
  const [near, far] = [first, second].map(({ parent }) => findResource(design, parent)?.name);
  return `the peering of ${near} and ${far}`;
}

function carryOut({ store }: CommandContext, { before, after, resources, notes, dependents }: Removal): void {
  const { edit, select, announce } = store.getState();
  const chosen = resources.flatMap((id) => findResource(before, id) ?? []);
  const what = wordsOf(before, chosen, notes);
  edit(`remove ${what}`, () => after);
  const beside = chosen.length > 0 ? chosen[0]?.parent : findNote(before, notes[0])?.attachedTo;
  select(findResource(after, beside)?.id);
  const more = dependents.filter(({ isRemoved }) => isRemoved).length;
  const freed = notesOf(after).filter(
    ({ id, attachedTo }) => findNote(before, id)?.attachedTo !== attachedTo,
  );
  const kept = freed.length > 0 ? ` ${counted(freed.length, 'note')} on it stayed.` : '';
  announce(`Removed ${what}${more > 0 ? ` and ${more} more` : ''}.${kept} ${undoHint}`);
}

/** Removes resources and notes with everything in them; what depends on them is named first, and asked about. */
function remove(context: CommandContext, ids: readonly ResourceId[]): void {
  const state = context.store.getState();
  // A key that is pressed again, or held, is no answer.
  if (removalOf(state)) return;
  const removal = removalFor(state.design, ids, state.result);
  if (!removal) return;
  if (removal.dependents.length === 0) {
    carryOut(context, removal);
    return;
  }
  // The question is read out as it takes the focus.
  state.setView({ removal });
}

/** Removes one half of a peering, and leaves the other. */
export const removeHalf = (context: CommandContext, half: ResourceId): void => remove(context, [half]);

/** Removes what is selected, as `remove` does; a peering goes as a whole. */
export const removeSelection: Command = {
  id: 'remove',
  title: 'Remove the selection',
  shortcut: 'Delete',
  alternatives: ['Backspace'],
  isAboutSelection: true,
  isEnabled: hasSelection,
  run: (context) => {
    const { design, selected } = context.store.getState();
    remove(context, withOtherHalves(design, selected));
  },
};

/** Says yes to the removal that is asked about. */
export const confirmRemoval = (context: CommandContext): void => {
  const removal = removalOf(context.store.getState());
  if (removal && isAtWork(context.store.getState())) carryOut(context, removal);
};

export const cancelRemoval = ({ store }: CommandContext): void =>
  store.getState().setView({ removal: undefined });
