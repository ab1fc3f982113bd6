import { beforeAll, describe, expect, it } from 'vitest';
import { drawnNotes } from '#drawing';
import { type Design, edits, type Note, noteLimits, notesOf, type ResourceId } from '#model';
import { commandContext, design } from '#testing';
import { copy, cut, duplicate, loadCopying, paste } from '../clipboard/clipboard.ts';
import type { CommandContext } from '../command.ts';
import { alignments } from '../placing/align.ts';
import { nudges } from '../placing/nudge.ts';
import { resizes, resizeTo } from '../placing/resize.ts';
import { removeSelection } from '../remove-selection.ts';
import { selectAll } from '../selection/select.ts';
import { undo } from '../undo.ts';
import { startNote } from './start-note.ts';
import { addNote, attachNoteTo, setNoteTone, writeNote } from './write-notes.ts';

beforeAll(loadCopying);

const id = (text: string) => text as ResourceId;
const box = { x: 20, y: 60, width: 200, height: 60 };

const start = (): Design =>
  design()
    .add('region', 'westeurope')
    .add('key-vault', 'kv', 'westeurope')
    .add('storage-account', 'stml', 'westeurope')
    .build();
const noted = (...notes: readonly Partial<Note>[]): CommandContext =>
  commandContext(
    notes.reduce<Design>(
      (before, note, at) =>
        edits.addNote(
          before,
          { id: id(`n${at + 1}`), text: `Note ${at + 1}`, ...note },
          { ...box, y: 100 * at },
        ),
      start(),
    ),
  );
const state = ({ store }: CommandContext) => store.getState();
const notesIn = (context: CommandContext) => notesOf(state(context).design);
const command = (list: readonly { readonly id: string }[], wanted: string) => {
  const found = list.find((one) => one.id === wanted);
  if (!found) throw new Error(`no command ${wanted}`);
  return found as (typeof nudges)[number];
};
const placeOf = (context: CommandContext, note: string) => drawnNotes(state(context).design, undefined)[note];

describe('adding a note', () => {
  it('is one undo step with a name, selects it and is said', () => {
    const context = commandContext(start());
    addNote(context, { text: ' Why\r\nso ', at: box });
    expect(notesIn(context)).toEqual([{ id: 'new-1', text: 'Why\nso' }]);
    expect(state(context)).toMatchObject({ selection: 'new-1', lastEdit: 'add note' });
    expect(state(context).announcement?.text).toBe('Added a note.');
    expect(state(context).design.layout['new-1']).toMatchObject({ x: 20, y: 60, height: 48 });
    void undo.run(context);
    expect(state(context).design).toEqual(start());
    expect(state(context).announcement?.text).toBe('Undone: add note.');
    expect(state(context).selected).toEqual([]);
  });

  it('puts it beside its resource', () => {
    const context = commandContext(start());
    addNote(context, { text: 'Why', attachedTo: id('kv') });
    expect(notesIn(context)).toEqual([{ id: 'new-1', text: 'Why', attachedTo: 'kv' }]);
    expect(state(context).announcement?.text).toBe('Added a note to kv.');
    expect(state(context).design.layout).toHaveProperty('new-1');
  });

  it('does nothing without words, and says so where there are too many', () => {
    const context = commandContext({
      ...start(),
      notes: Array.from({ length: noteLimits.notes }, (_, at) => ({ id: id(`n${at}`), text: 'a' })),
    });
    const before = state(context).design;
    addNote(context, { text: 'One more' });
    expect(state(context).notice?.text).toBe('A drawing holds 500 notes.');
    addNote(commandContext(start()), { text: '  ' });
    expect(state(context).design).toBe(before);
  });

  it('begins on the selection, else anywhere', () => {
    const context = commandContext(start());
    void startNote.run(context);
    expect(state(context).drafting).toEqual({});
    state(context).select(id('kv'));
    void startNote.run(context);
    expect(state(context).drafting).toEqual({ attachedTo: 'kv' });
  });
});

describe('a note that is there', () => {
  it('is written, and gone without words', () => {
    const context = noted({});
    writeNote(context, id('n1'), 'Other');
    expect(state(context).lastEdit).toBe('edit note');
    expect(notesIn(context)).toMatchObject([{ text: 'Other' }]);
    writeNote(context, id('n1'), ' \n ');
    expect(notesIn(context)).toEqual([]);
    expect(state(context).lastEdit).toBe('remove note');
  });

  it('grows and shrinks with its text, unless a person made it higher', () => {
    const context = commandContext(start());
    addNote(context, { text: 'One', at: box });
    const heightAfter = (text: string) => {
      writeNote(context, id('new-1'), text);
      return state(context).design.layout['new-1']?.height;
    };
    expect([heightAfter('One\ntwo\nthree'), heightAfter('One')]).toEqual([64, 32]);
    resizeTo(context, id('new-1'), { width: 200, height: 100 });
    expect([heightAfter('One\ntwo'), heightAfter('One')]).toEqual([100, 100]);
  });

  it('shows what it is about', () => {
    const context = noted({});
    setNoteTone(context, id('n1'), 'security');
    expect(notesIn(context)).toMatchObject([{ tone: 'security' }]);
  });

  it('is attached and detached where it stands', () => {
    const context = noted({});
    const place = placeOf(context, 'n1');
    attachNoteTo(context, id('n1'), id('stml'));
    expect(state(context).lastEdit).toBe('attach note to stml');
    expect(placeOf(context, 'n1')).toEqual(place);
    attachNoteTo(context, id('n1'), undefined);
    expect(state(context).lastEdit).toBe('detach note');
    expect(placeOf(context, 'n1')).toEqual(place);
    expect(notesIn(context)).toEqual([{ id: 'n1', text: 'Note 1' }]);
  });

  it('moves by the arrow keys, one step for a held key', () => {
    const context = noted({});
    state(context).select(id('n1'));
    for (let times = 0; times < 3; times += 1) void command(nudges, 'nudge-right').run(context);
    expect(state(context).design.layout.n1).toEqual({ ...box, x: 32, y: 0 });
    expect(state(context).lastEdit).toBe('move note');
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
  });

  it('does not move twice with what it is attached to', () => {
    const context = noted({ attachedTo: id('kv') });
    const before = placeOf(context, 'n1');
    state(context).selectAll([id('kv'), id('n1')]);
    void command(nudges, 'nudge-right').run(context);
    expect(placeOf(context, 'n1')).toEqual({ ...before, x: (before?.x ?? 0) + 4 });
  });

  it('is made wider, and never lower than its text', () => {
    const context = noted({});
    state(context).select(id('n1'));
    void command(resizes, 'resize-wider').run(context);
    expect(state(context).design.layout.n1).toMatchObject({ width: 220 });
    for (let times = 0; times < 9; times += 1) void command(resizes, 'resize-lower').run(context);
    expect(placeOf(context, 'n1')?.height).toBe(32);
    expect(state(context).lastEdit).toBe('resize note');
  });

  it('is aligned with others', () => {
    const context = noted({}, {});
    state(context).selectAll([id('n1'), id('n2')]);
    void command(nudges, 'nudge-right').run(context);
    state(context).selectAll([id('n1')]);
    void command(nudges, 'nudge-right').run(context);
    state(context).selectAll([id('n1'), id('n2')]);
    void command(alignments, 'align-left').run(context);
    expect(placeOf(context, 'n1')?.x).toBe(placeOf(context, 'n2')?.x);
    expect(state(context).lastEdit).toBe('align left edges: 2 notes');
  });

  it('is removed alone, and with resources', () => {
    const context = noted({}, {});
    state(context).select(id('n1'));
    void removeSelection.run(context);
    expect(state(context).lastEdit).toBe('remove note');
    state(context).selectAll([id('n2'), id('kv')]);
    void removeSelection.run(context);
    expect(state(context).lastEdit).toBe('remove kv and a note');
    expect(notesIn(context)).toEqual([]);
  });

  it('stays where it is when its resource is removed, which is said', () => {
    const context = noted({ attachedTo: id('kv') });
    const place = placeOf(context, 'n1');
    state(context).select(id('kv'));
    void removeSelection.run(context);
    expect(placeOf(context, 'n1')).toEqual(place);
    expect(state(context).announcement?.text).toBe(
      'Removed kv. 1 note on it stayed. Undo brings everything back.',
    );
  });

  it('is selected with everything', () => {
    const context = noted({});
    void selectAll.run(context);
    expect(state(context).selected).toEqual(['kv', 'stml', 'n1']);
    expect(state(context).announcement?.text).toBe('Selected 2 resources and a note.');
  });
});

describe('copies of notes', () => {
  it('stand beside their originals', () => {
    const context = noted({ tone: 'dns' });
    state(context).select(id('n1'));
    void duplicate.run(context);
    expect(notesIn(context)).toEqual([
      { id: 'n1', text: 'Note 1', tone: 'dns' },
      { id: 'new-1', text: 'Note 1', tone: 'dns' },
    ]);
    expect(state(context).design.layout['new-1']).toEqual({ ...box, x: 44, y: 24 });
    expect(state(context)).toMatchObject({ lastEdit: 'duplicate note', selected: ['new-1'] });
  });

  it('hang on the copy of their resource', () => {
    const context = noted({ attachedTo: id('kv') });
    state(context).selectAll([id('kv'), id('n1')]);
    void copy.run(context);
    void paste.run(context);
    const [copied] = state(context).design.resources.slice(-1);
    expect(notesIn(context)[1]).toMatchObject({ text: 'Note 1', attachedTo: copied?.id });
  });

  it('come back from a cut as they were, also where only their resource was cut', () => {
    for (const chosen of [['n1'], ['kv'], ['kv', 'n1']]) {
      const context = noted({ attachedTo: id('kv') });
      const before = notesIn(context);
      state(context).selectAll(chosen.map(id));
      void cut.run(context);
      expect(notesIn(context), chosen.join()).not.toEqual(before);
      void paste.run(context);
      expect(notesIn(context), chosen.join()).toEqual(before);
      expect(state(context).design.layout.n1, chosen.join()).toEqual({ ...box, y: 0 });
    }
  });

  it('of another design stand on their own', () => {
    const context = noted({ attachedTo: id('kv') });
    state(context).select(id('n1'));
    void copy.run(context);
    const { clipboard } = state(context);
    const other = commandContext(design().add('region', 'westeurope').build());
    state(other).setView({ clipboard });
    void paste.run(other);
    expect(notesIn(other)).toEqual([{ id: 'new-1', text: 'Note 1' }]);
  });
});
