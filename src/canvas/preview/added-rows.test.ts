import { describe, expect, it } from 'vitest';
import { drawScene } from '#drawing';
import { zonesCard } from '#layout';
import { deriveNetwork } from '#network';
import { isolatedWorkspace } from '#testing';
import { addedRows } from './added-rows.ts';

const design = isolatedWorkspace().build();
const scene = drawScene({ design, network: deriveNetwork(design) });
const card = scene.items.find(({ id }) => id === zonesCard);
const known = scene.items.filter(({ parent }) => parent === zonesCard);

describe('the rows that a card of zones would have more', () => {
  it('are as wide as its others, clear of them and of each other', () => {
    const { rows, growth } = addedRows(scene, ['privatelink.file.core.windows.net', 'example.org']) ?? {
      rows: [],
      growth: 0,
    };
    expect(rows).toHaveLength(2);
    const [row] = known;
    if (!card || !row) throw new Error('There is no card');
    const places = [
      ...known.map(({ x, y }) => `${x - card.x} ${y - card.y}`),
      ...rows.map(({ x, y }) => `${x} ${y}`),
    ];
    expect(new Set(places).size).toBe(known.length + 2);
    for (const { x, y } of rows) {
      expect(x + row.width).toBeLessThan(card.width);
      expect(y + row.height).toBeLessThan(card.height + growth);
    }
  });

  it('say the name without what all of them have before it', () => {
    const shapes = addedRows(scene, ['privatelink.file.core.windows.net'])?.rows[0]?.shapes ?? [];
    expect(shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []))).toEqual([
      'file.core.windows.net',
    ]);
  });
});
