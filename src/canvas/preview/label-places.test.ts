import { describe, expect, it } from 'vitest';
import { drawScene, type SceneItem } from '#drawing';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { isolatedWorkspace } from '#testing';
import { signsIn, textsIn } from '../ground/words.ts';
import { type Frame, sceneFrameOf } from '../viewport/fitting.ts';
import { labelPlacing } from './label-places.ts';

const built = isolatedWorkspace().build();
const scene = drawScene({
  design: built,
  network: deriveNetwork(built),
  result: check(built, { today: '2026-11-23' }),
});
const meets = (one: Frame, other: Frame): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const words = ['Public network access: Enabled → Disabled', 'Off'] as const;
const labelled = scene.items.filter(({ role, resource }) => role !== 'badge' && resource !== undefined);

describe('the places of labels', () => {
  const place = labelPlacing(scene);
  const placed = labelled.flatMap((item) => {
    const label = words.map((text) => place(item, [text])).find((one) => one !== undefined);
    return label ? [{ item, label }] : [];
  });
  const read = [
    ...scene.items.flatMap((item) => textsIn(item.shapes, item)),
    ...scene.edges.flatMap(({ shapes }) => textsIn(shapes)),
    ...signsIn(scene),
  ];

  it('are found for many, and lie on nothing that is read, nor on each other', () => {
    expect(placed.length).toBeGreaterThan(labelled.length / 2);
    for (const [at, { label }] of placed.entries()) {
      expect(read.filter((one) => meets(one, label))).toEqual([]);
      expect(placed.slice(at + 1).filter((other) => meets(other.label, label))).toEqual([]);
    }
  });

  it('are within the drawing', () => {
    const whole = sceneFrameOf(scene.items);
    if (!whole) throw new Error('There is no drawing');
    for (const { label } of placed) {
      expect(label.x).toBeGreaterThanOrEqual(whole.x);
      expect(label.x + label.width).toBeLessThanOrEqual(whole.x + whole.width);
    }
  });

  it('lie on no other thing, and neither does the line that leads there', () => {
    const isThing = ({ role }: SceneItem) => role === 'node' || role === 'ghost' || role === 'badge';
    for (const { item, label } of placed) {
      const others = scene.items.filter((one) => isThing(one) && one.id !== item.id);
      for (const frame of [label, ...(label.leader ? [label.leader] : [])])
        expect(others.filter((one) => meets(one, frame)).map(({ id }) => id)).toEqual([]);
    }
  });
});
