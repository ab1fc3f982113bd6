import { describe, expect, it } from 'vitest';
import { emptyDesign, noteLimits } from '#model';
import { NoteBook } from '../note-book.ts';
import { readIsoplan } from './isoplan.ts';

const read = (notes: unknown, layout: object = {}) => {
  const book = new NoteBook();
  const resources = [{ id: 'r', kind: 'region', name: 'westeurope' }];
  const design = readIsoplan({ ...emptyDesign('d'), resources, layout, notes }, 'd', book);
  return { design, said: book.list().map(({ what, because }) => `${what}: ${because}`) };
};

describe('notes of a file', () => {
  it('may be missing: older files have none', () => {
    const { design, said } = read(undefined);
    expect(design).not.toHaveProperty('notes');
    expect(said).toEqual([]);
  });

  it('are read as they are', () => {
    const notes = [{ id: 'n', text: 'Why\nso', tone: 'dns', attachedTo: 'r' }];
    const { design, said } = read(notes, { n: { x: 1, y: 2, width: 3, height: 4 } });
    expect(design.notes).toEqual(notes);
    expect(design.layout).toHaveProperty('n');
    expect(said).toEqual([]);
  });

  it.each([
    [
      'an unknown tone',
      { id: 'n', text: 'a', tone: 'pink' },
      { id: 'n', text: 'a' },
      'notes.0.tone: Left out: it is “pink”, none of neutral, network, security, dns, on-premises. The note is kept, in the neutral tone.',
    ],
    [
      'a property of a later version',
      { id: 'n', text: 'a', author: 'Ada' },
      { id: 'n', text: 'a' },
      'notes.0.author: Left out: this version does not know the property.',
    ],
    [
      'a text that is too long',
      { id: 'n', text: 'a'.repeat(2001) },
      { id: 'n', text: 'a'.repeat(2000) },
      'notes.0.text: Cut: a note holds 2000 characters.',
    ],
    [
      'a resource that is not there',
      { id: 'n', text: 'a', attachedTo: 'gone' },
      { id: 'n', text: 'a' },
      'notes.0: Kept on its own: there is no resource gone that it could be attached to.',
    ],
    [
      'an id that a resource has',
      { id: 'r', text: 'a' },
      { id: 'r-2', text: 'a' },
      'notes.0: Kept under another id: something else has its own, r.',
    ],
  ])('with %s are kept, and it is said', (_, note, kept, sentence) => {
    const { design, said } = read([note], { n: { x: 1, y: 2, width: 3, height: 4 } });
    expect(design.notes).toEqual([kept]);
    expect(said).toEqual([sentence]);
    if (sentence.includes('Kept on its own')) expect(design.layout).toEqual({});
  });

  it.each([
    ['without words', { id: 'n', text: ' ' }],
    ['without an id', { text: 'a' }],
    ['that are no objects', 'a'],
  ])('%s are left out, and it is said', (_, note) => {
    const { design, said } = read([note]);
    expect(design).not.toHaveProperty('notes');
    expect(said).toHaveLength(1);
  });

  it('beyond what a drawing holds are counted', () => {
    const { design, said } = read(
      Array.from({ length: noteLimits.notes + 2 }, (_, at) => ({ id: `n${at}`, text: 'a' })),
    );
    expect(design.notes).toHaveLength(noteLimits.notes);
    expect(said).toEqual([`2 more notes: Left out: a drawing holds 500 notes.`]);
  });
});
