import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { withPlacesKept } from '#drawing';
import { type Design, designSchema, findResource, notesOf, noteTones, resourceKinds } from '#model';
import { prefixesOverlap } from '#network';
import { commandContext, isolatedWorkspace } from '#testing';
import { addNow } from './adding.ts';
import { allCommands } from './all-commands.ts';
import { loadCopying } from './clipboard/clipboard.ts';
import type { CommandContext } from './command.ts';
import { join } from './connect/connect.ts';
import { jointsOf } from './connect/connections.ts';
import { moveTo, placesToMove } from './move-to.ts';
import { legalPlaces } from './new-resource.ts';
import { addNote, attachNoteTo, setNoteTone, writeNote } from './notes/write-notes.ts';
import { confirmRemoval } from './remove-selection.ts';
import { renameTo } from './selection/rename.ts';

beforeAll(loadCopying);

/** Commands that change the design, what is selected, or the history. */
const edits = allCommands.filter(({ id }) =>
  /^(?:undo|redo|cut|copy|paste|duplicate|remove|select-.*|arrange|align-.*|distribute-.*|nudge-.*|resize-.*|fix-all)$/.test(
    id,
  ),
);

/** One thing that a person does; numbers choose among what there is at that moment. */
interface Step {
  readonly deed: 'command' | 'select' | 'toggle' | 'add' | 'move' | 'rename' | 'join' | 'note';
  readonly which: number;
  readonly what: number;
}

const steps = fc.array(
  fc.record({
    deed: fc.constantFrom<Step['deed']>(
      'command',
      'command',
      'select',
      'select',
      'toggle',
      'add',
      'move',
      'rename',
      'join',
      'note',
    ),
    which: fc.nat(1_000),
    what: fc.nat(1_000),
  }),
  { minLength: 300, maxLength: 340, size: 'max' },
);

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** Adds a note, or does something with one that is there. */
function annotate(context: CommandContext, which: number, what: number): void {
  const { design } = context.store.getState();
  const note = pick(notesOf(design), what);
  const resource = pick(design.resources, what);
  const tone = pick(noteTones, what);
  if (!note || (which % 4 === 0 && notesOf(design).length < 20))
    addNote(context, { text: `Note ${which}`, attachedTo: which % 3 === 0 ? undefined : resource?.id });
  else if (which % 4 === 1) writeNote(context, note.id, what % 5 === 0 ? ' ' : `Again\n${what}`);
  else if (which % 4 === 2) attachNoteTo(context, note.id, what % 3 === 0 ? undefined : resource?.id);
  else if (tone) setNoteTone(context, note.id, tone);
}

/** Notes whose resource is not there, and ids that two things have. */
const faultsOfNotes = (design: Design): readonly string[] => {
  const ids = [...design.resources, ...notesOf(design)].map(({ id }) => id);
  return [
    ...notesOf(design).flatMap(({ id, attachedTo }) =>
      attachedTo === undefined || findResource(design, attachedTo) ? [] : [`${id} hangs on nothing`],
    ),
    ...ids.filter((id, at) => ids.indexOf(id) !== at),
  ];
};

function take(context: CommandContext, { deed, which, what }: Step): void {
  const state = context.store.getState();
  const resource = pick(state.design.resources, what);
  const anything = pick([...state.design.resources, ...notesOf(state.design)], what);
  switch (deed) {
    case 'command': {
      const command = pick(edits, which);
      if (command?.isEnabled?.(state) ?? true) void command?.run(context);
      confirmRemoval(context);
      break;
    }
    case 'select':
      state.select(anything?.id);
      break;
    case 'toggle':
      if (anything) state.toggleSelected(anything.id);
      break;
    case 'note':
      annotate(context, which, what);
      break;
    case 'add': {
      const kind = pick(resourceKinds, which);
      // A design that grows without end only makes the test slow.
      if (!kind || state.design.resources.length > 90) break;
      const place = pick(legalPlaces(kind, state.design), what);
      if (place) addNow(context, kind, place);
      break;
    }
    case 'move': {
      const place = resource && pick(placesToMove(state.design, resource), which);
      if (resource && place) moveTo(context, resource.id, place.id);
      break;
    }
    case 'join': {
      const joint = resource && pick(jointsOf(state.design, resource), which);
      if (joint) join(context, joint);
      break;
    }
    case 'rename':
      if (resource) renameTo(context, resource.id, `name-${which}`);
      break;
  }
}

/** Subnets of one network, and networks, that share addresses. */
function overlapsOf({ resources }: Design): readonly string[] {
  const ranges = resources.flatMap((one): { prefix: string; group: string | undefined; name: string }[] => {
    if (one.kind === 'subnet')
      return one.addressPrefixes.map((prefix) => ({ prefix, group: one.parent, name: one.name }));
    const isNetwork = one.kind === 'virtual-network' || one.kind === 'on-premises-network';
    return isNetwork
      ? one.addressPrefixes.map((prefix) => ({ prefix, group: 'networks', name: one.name }))
      : [];
  });
  return ranges.flatMap((one, at) =>
    ranges
      .slice(at + 1)
      .filter((other) => one.group === other.group && prefixesOverlap(one.prefix, other.prefix))
      .map((other) => `${one.name} ${one.prefix} and ${other.name} ${other.prefix}`),
  );
}

const danglingIn = (design: Design) =>
  design.resources.filter((one) => one.parent !== undefined && !findResource(design, one.parent));

describe('the history', () => {
  it('leads from the end of any three hundred deeds to the first bytes, and back to the last', () => {
    fc.assert(
      fc.property(steps, (deeds) => {
        const context = commandContext(isolatedWorkspace().build());
        const { store } = context;
        store.setState({ keepPlaces: withPlacesKept });
        const bytes = () => JSON.stringify(store.getState().design);
        const first = bytes();
        for (const deed of deeds) take(context, deed);
        const last = bytes();
        const { design } = store.getState();
        expect(designSchema.safeParse(design).error).toBeUndefined();
        expect(overlapsOf(design)).toEqual([]);
        expect(danglingIn(design)).toEqual([]);
        expect(faultsOfNotes(design)).toEqual([]);
        const count = store.temporal.getState().pastStates.length;
        for (let step = 0; step < count; step += 1) store.temporal.getState().undo();
        expect(bytes()).toBe(first);
        for (let step = 0; step < count; step += 1) store.temporal.getState().redo();
        expect(bytes()).toBe(last);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});
