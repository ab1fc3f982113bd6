import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../testing/fixed-seed.ts';
import { blueprints } from '#blueprints';
import { measures } from '#layout';
import { type Box, type Design, edits, type Note, noteText, type ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { drawScene } from './draw-scene.ts';
import { arrangedBoxes, drawnBoxes, drawnNotes } from './drawn-boxes.ts';
import { enters, overlap, segmentsOf } from './geometry.ts';
import type { Scene, SceneItem } from './scene.ts';
import { widthOf } from './text.ts';

const draw = (design: Design): Scene => drawScene({ design, network: deriveNetwork(design) });

const [built] = blueprints.filter(({ id }) => id === 'hub-and-spoke-firewall').map((one) => one.build());
if (!built) throw new Error('no such blueprint');
const plain: Design = edits.withLayout(built, arrangedBoxes(built));
const bare = draw(plain);

const idOf = (name: string) => {
  const found = plain.resources.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found.id;
};
const noteId = 'note-1' as ResourceId;
const withNote = (note: Partial<Note>, box?: Box, design = plain): Design =>
  edits.addNote(design, { id: noteId, text: 'Why it is so', ...note }, box);
const noteIn = ({ items }: Scene, id: string = noteId): SceneItem => {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error('the note is not drawn');
  return found;
};
const linesOf = ({ shapes }: SceneItem) => shapes.flatMap((shape) => (shape.type === 'text' ? [shape] : []));

describe('a note', () => {
  it('is drawn above everything else, with its whole text in its box', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
          fc.lorem({ maxCount: 60 }),
          fc.constantFrom(
            'x'.repeat(300),
            'a\n\n\nb',
            '<b>&amp;</b>',
            '\u202eright-to-left \u05de\u05d7\u05e7\u05e8',
          ),
        ),
        fc.integer({ min: 1, max: 500 }),
        (words, width) => {
          const text = noteText(words);
          fc.pre(text !== '');
          const scene = draw(withNote({ text }, { x: 0, y: 0, width, height: 10 }));
          const note = noteIn(scene);
          expect(scene.items.at(-1)).toBe(note);
          const lines = linesOf(note);
          const glyphs = (said: string) => said.replaceAll(/\s/g, '');
          expect(glyphs(lines.map((line) => line.text).join(''))).toBe(glyphs(text));
          for (const line of lines) {
            const isOneGlyph = [...line.text].length === 1;
            expect(isOneGlyph || line.x + widthOf(line.text, 'note') <= note.width).toBe(true);
            expect(line.y).toBeLessThan(note.height);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is named by its text, and by what it is attached to', () => {
    expect(noteIn(draw(withNote({}))).label).toBe('Note: Why it is so');
    const attached = withNote({ attachedTo: idOf('vnet-hub') });
    expect(noteIn(draw(attached)).label).toBe('Note on vnet-hub: Why it is so');
  });

  it('changes neither where anything else is drawn nor which lines there are, wherever it lies', () => {
    const place = (size: number) => fc.integer({ min: -40, max: size });
    fc.assert(
      fc.property(place(bare.width), place(bare.height), fc.integer({ min: 60, max: 400 }), (x, y, size) => {
        const scene = draw(withNote({}, { x: x + bare.x, y: y + bare.y, width: size, height: size }));
        expect(scene.items.slice(0, -1)).toEqual(bare.items);
        expect(scene.edges.map(({ id, label }) => [id, label])).toEqual(
          bare.edges.map(({ id, label }) => [id, label]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('is gone round by a line that has another way', () => {
    const crossing = bare.edges.flatMap((edge) =>
      edge.meaning === 'peering'
        ? segmentsOf(edge.points).map(([a, b]) => ({
            id: edge.id,
            x: (a.x + b.x) / 2,
            y: (a.y + b.y) / 2,
            length: Math.abs(a.x - b.x) + Math.abs(a.y - b.y),
          }))
        : [],
    );
    const [longest] = crossing.sort((a, b) => b.length - a.length);
    if (!longest) throw new Error('no peering is drawn');
    const box = { x: longest.x - 36, y: longest.y - 16, width: 72, height: 32 };
    const scene = draw(withNote({ text: 'x' }, box));
    const edge = scene.edges.find(({ id }) => id === longest.id);
    const note = noteIn(scene);
    expect(segmentsOf(edge?.points ?? []).some(([a, b]) => enters(a, b, note, 0))).toBe(false);
  });

  it('is drawn where the network was derived before it was written', () => {
    const scene = drawScene({ design: withNote({}), network: deriveNetwork(plain) });
    expect(noteIn(scene).label).toBe('Note: Why it is so');
  });

  it('lies within the bounds of the drawing', () => {
    const scene = draw(withNote({}, { x: -900, y: 5000, width: 200, height: 80 }));
    expect(scene.x).toBeLessThan(-900);
    expect(scene.y + scene.height).toBeGreaterThan(5080);
  });
});

describe('a note on a resource', () => {
  const hub = idOf('vnet-hub');

  it('moves with it, on a thread', () => {
    const box = { x: -240, y: 10, width: 160, height: 40 };
    const before = withNote({ attachedTo: hub }, box);
    const place = drawnBoxes(before, undefined)[hub];
    if (!place) throw new Error('the hub is not drawn');
    const after = edits.placeResource(before, hub, { ...place, x: place.x + 300, y: place.y + 90 });
    const [was, is] = [draw(before), draw(after)];
    const hubOf = ({ items }: Scene) => items.find((item) => item.id === hub) ?? noteIn(was);
    expect(noteIn(is).x - hubOf(is).x).toBe(noteIn(was).x - hubOf(was).x);
    expect(noteIn(is).y - hubOf(is).y).toBe(10);
    expect(is.edges.filter(({ meaning }) => meaning === 'note')).toMatchObject([
      { from: noteId, to: hub, label: 'Note on vnet-hub' },
    ]);
  });

  it('has no thread where it lies on it', () => {
    const scene = draw(withNote({ attachedTo: hub }, { x: 20, y: 20, width: 100, height: 40 }));
    expect(scene.edges.filter(({ meaning }) => meaning === 'note')).toEqual([]);
  });

  it('stands at what shows a resource that has no box of its own', () => {
    const shown = plain.resources.filter(({ kind }) =>
      ['network-security-group', 'route-table', 'private-dns-zone', 'firewall-policy'].includes(kind),
    );
    expect(shown.length).toBeGreaterThan(3);
    for (const { id, name } of shown)
      expect(
        draw(withNote({ attachedTo: id })).edges.filter(({ meaning }) => meaning === 'note'),
        name,
      ).toHaveLength(1);
  });

  it('finds a place of its own, clear of every box', () => {
    for (const resource of plain.resources) {
      const scene = draw(withNote({ attachedTo: resource.id }));
      const note = noteIn(scene);
      const under = scene.items.filter(
        (item) => item.role === 'node' && overlap(item, note, measures.note.gap / 2 - 1),
      );
      expect(
        under.map(({ label }) => label),
        resource.name,
      ).toEqual([]);
    }
  });

  it('is where it was drawn once the resource has gone', () => {
    for (const resource of plain.resources) {
      const before = withNote({ attachedTo: resource.id });
      const after = edits.removeResources(before, [resource.id], drawnNotes(before, undefined));
      const [was, is] = [noteIn(draw(before)), noteIn(draw(after))];
      expect([is.x, is.y], resource.name).toEqual([was.x, was.y]);
    }
  });
});

describe('arranging', () => {
  it('leaves notes where people put them', () => {
    const box = { x: 7, y: 8, width: 200, height: 80 };
    expect(arrangedBoxes(withNote({}, box))[noteId]).toEqual(box);
    expect(arrangedBoxes(withNote({}))).not.toHaveProperty(noteId);
  });
});
