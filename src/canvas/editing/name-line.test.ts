import { describe, expect, it } from 'vitest';
import { drawScene, type SceneItem } from '#drawing';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { design } from '#testing';
import { lineOf } from './name-line.ts';

const drawn = design()
  .virtualNetwork('a network with a long name', '10.0.0.0/16')
  .subnet('training', 'a network with a long name', '10.0.1.0/24')
  .privateEndpoints(1, 'training')
  .build();

const scene = drawScene({
  design: drawn,
  network: deriveNetwork(drawn),
  result: check(drawn, { today: '2026-11-23' }),
});

/** Where the sign before a name begins and ends. */
const signOf = ({ shapes, x }: SceneItem) => {
  const icon = shapes.find(({ type }) => type === 'icon');
  if (icon?.type !== 'icon') return undefined;
  return { start: x + icon.x, end: x + icon.x + icon.size };
};

/** How far capitals of a fact rise above its line, and how wide the ring of a field is at true size. */
const [capitals, ring] = [7.7, 2];

describe('lineOf', () => {
  it('covers nothing of the fact below a name that is read where it stands', () => {
    const endpoint = scene.items.find(({ role }) => role === 'node');
    const [name, fact] = endpoint?.shapes.filter((shape) => shape.type === 'text') ?? [];
    const line = endpoint && lineOf(endpoint, 0.5);
    if (!line || name?.type !== 'text' || fact?.type !== 'text') throw new Error('nothing is named');
    expect(fact.y).toBeGreaterThan(name.y);
    expect(line.y + line.height + ring).toBeLessThanOrEqual(endpoint.y + fact.y - capitals);
  });

  const signed = scene.items.filter((item) => signOf(item) && lineOf(item, 0.5));

  it.each([0.5, 0.7, 1])('covers the sign before a name wholly or not at all, at a step of %d', (step) => {
    expect(signed.length).toBeGreaterThan(1);
    for (const item of signed) {
      const [line, sign] = [lineOf(item, step), signOf(item)];
      if (!line || !sign) throw new Error('nothing is named');
      expect(line.x <= sign.start || line.x >= sign.end, item.id).toBe(true);
    }
  });

  it('leaves the words where they are read where it stands on the name alone', () => {
    const network = scene.items.find(({ label }) => label.startsWith('a network'));
    const name = network?.shapes.find((shape) => shape.type === 'text');
    const line = network && lineOf(network, 0.5);
    if (!network || name?.type !== 'text' || !line) throw new Error('nothing is named');
    expect(line.x + line.inset).toBeCloseTo(network.x + name.x);
  });
});
