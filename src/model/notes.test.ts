import { describe, expect, it } from 'vitest';
import { design } from '#testing';
import { compareDesigns } from './compare.ts';
import { type Design, designSchema } from './design.ts';
import * as edits from './edits.ts';
import { type Note, noteName, notesOf, noteText } from './notes.ts';
import type { ResourceId } from './resource-base.ts';
import { succeed } from './succeed.ts';

const id = (text: string) => text as ResourceId;
const box = { x: 10, y: 20, width: 160, height: 60 };
const why: Note = { id: id('n1'), text: 'Why it is so', attachedTo: id('kv') };
const bare = design().add('region', 'westeurope').add('key-vault', 'kv', 'westeurope').build();
const noted: Design = {
  ...edits.addNote(bare, why, box),
  layout: {
    westeurope: { x: 100, y: 0, width: 400, height: 300 },
    kv: { x: 30, y: 40, width: 150, height: 44 },
    n1: box,
  },
};

describe('a note', () => {
  it('is part of the document that the schema admits', () =>
    expect(designSchema.safeParse(noted).error).toBeUndefined());

  it('is no part of what the design means', () => expect(compareDesigns(bare, noted).isEqual).toBe(true));

  it('cannot be added twice', () => expect(() => edits.addNote(noted, why)).toThrow('n1 exists already'));

  it('gets another text and tone, and is the same while nothing changes', () => {
    const after = edits.updateNote(noted, why.id, { text: 'Because', tone: 'dns' });
    expect(notesOf(after)).toEqual([{ ...why, text: 'Because', tone: 'dns' }]);
    expect(edits.updateNote(after, why.id, { tone: 'dns' })).toBe(after);
  });

  it('leaves no trace when it is removed', () => {
    expect(edits.removeNotes(edits.addNote(bare, why, box), [why.id])).toEqual(bare);
    expect(edits.removeNotes(bare, [why.id])).toBe(bare);
  });

  it('stays where it was drawn when its resource goes', () => {
    const after = edits.removeResource(noted, id('kv'));
    expect(notesOf(after)).toEqual([{ id: 'n1', text: 'Why it is so' }]);
    expect(after.layout.n1).toEqual({ ...box, x: 140, y: 60 });
  });

  it('stays when the container of its resource goes, at the place it is given', () => {
    const after = edits.removeResources(noted, [id('westeurope')], { n1: { ...box, x: 7 } });
    expect(notesOf(after)).toEqual([{ id: 'n1', text: 'Why it is so' }]);
    expect(after.layout).toEqual({ n1: { ...box, x: 7 } });
  });

  it('is attached and let go', () => {
    const free = edits.attachNote(noted, why.id, undefined, box);
    expect(notesOf(free)).toEqual([{ id: 'n1', text: 'Why it is so' }]);
    expect(notesOf(edits.attachNote(free, why.id, id('kv')))).toEqual([why]);
    expect(edits.attachNote(free, why.id, id('kv')).layout).not.toHaveProperty('n1');
  });

  it('lives on in a newer export of the same estate', () => {
    const azureId = (name: string) => ({
      azureId: `/subscriptions/s/resourceGroups/g/providers/x/y/${name}`,
    });
    const estate = (...names: readonly string[]) =>
      names
        .reduce(
          (builder, name) => builder.add('key-vault', name, undefined, azureId(name)),
          design().wholeExport(),
        )
        .build();
    const older: Design = {
      ...estate('kv', 'old'),
      notes: [why, { ...why, id: id('n2'), attachedTo: id('old') }],
      layout: { n1: box, n2: box, old: { ...box, x: 500 } },
    };
    const newer = succeed(estate('kv', 'new'), older);
    expect(newer?.notes).toEqual([why, { id: 'n2', text: 'Why it is so' }]);
    expect(newer?.layout).toEqual({ n1: box, n2: { ...box, x: 510, y: 40 } });
  });
});

describe('the text of a note', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['  a \n', 'a'],
    ['a\u0000\u001b[2Jb', 'a[2Jb'],
    ['a\ud800b', 'ab'],
    ['\ud83d\ude00', '\ud83d\ude00'],
    ['x'.repeat(3000), 'x'.repeat(2000)],
  ])('%j is kept as %j', (text, kept) => expect(noteText(text)).toBe(kept));

  it.each([
    ['Short', 'Short'],
    ['First line\nsecond', 'First line…'],
    ['y'.repeat(60), `${'y'.repeat(40)}…`],
  ])('%j is called %j', (text, name) => expect(noteName({ text })).toBe(name));
});
