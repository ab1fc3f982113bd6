import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { isolatedWorkspace } from '#testing';
import { drawScene } from './draw-scene.ts';

const draw = (design: Design) =>
  drawScene({ design, network: deriveNetwork(design), result: check(design, { today: '2026-11-26' }) });

const exercise = (id: string) => {
  const found = exercises.find((one) => one.id === id);
  if (!found) throw new Error(`There is no exercise ${id}`);
  return draw(found.build());
};

describe('an opening that is a fault', () => {
  it.each([
    ['stranger-calls-the-model', 'score-online'],
    ['data-in-a-strange-account', 'Any storage account'],
    ['nodes-never-report', 'Azure ML, TCP 44224'],
    ['replies-get-lost', 'Azure ML, TCP 44224'],
  ])('bears the number of its finding in place of a tick: %s', (id, text) => {
    const chip = exercise(id).items.find(
      ({ role, shapes }) =>
        role === 'chip' && shapes.some((shape) => shape.type === 'text' && shape.text === text),
    );
    expect(chip?.markers.map(({ number }) => number)).toEqual([1]);
    expect(chip?.label).toMatch(/, 1 error$/);
    expect(chip?.shapes.some(({ type }) => type === 'icon')).toBe(false);
    expect(chip?.shapes.some((shape) => shape.type === 'rect' && shape.fill === 'error-tint')).toBe(true);
  });

  it('says until when somebody answers for it', () => {
    const faulty = () => isolatedWorkspace().set('crml', { sku: 'Standard' });
    const { findings } = check(faulty().build(), { today: '2026-11-26' });
    const found = findings.find(({ at }) => at.some((id) => id === 'crml'));
    if (!found) throw new Error('Nothing is found');
    const { items } = draw(faulty().accept(found.fingerprint, '2027-02-24').build());
    const sign = items
      .flatMap(({ markers }) => markers)
      .find(({ fingerprint }) => fingerprint === found.fingerprint);
    expect(sign?.accepted).toBe('accepted until 2027-02-24');
    expect(items.find(({ id }) => id === 'crml')?.label).toContain('accepted until 2027-02-24');
  });
});

describe('chips of a way to the internet', () => {
  it.each([...blueprints, ...exercises].map(({ id, build }) => [id, build] as const))(
    'stand in columns of which none is longer than the one before it: %s',
    (_, build) => {
      const chips = draw(build()).items.filter(({ role }) => role === 'chip');
      const ways = new Map<string, Map<number, number>>();
      for (const { label, x } of chips) {
        const way = label.split(': ')[0] ?? '';
        const columns = ways.get(way) ?? new Map<number, number>();
        ways.set(way, columns.set(x, (columns.get(x) ?? 0) + 1));
      }
      for (const columns of ways.values()) {
        const lengths = [...columns].sort(([a], [b]) => a - b).map(([, length]) => length);
        expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
      }
    },
  );
});
