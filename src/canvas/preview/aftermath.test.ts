import { describe, expect, it } from 'vitest';
import { drawScene, type Scene } from '#drawing';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { isolatedWorkspace } from '#testing';
import { withAftermath } from './aftermath.ts';
import { goneShapes } from './gone-shapes.ts';
import type { PreviewMark } from './preview-marks.ts';
import type { Words } from './words-for.ts';

function drawn(design: Design): { scene: Scene; found: ReadonlySet<string> } {
  const result = check(design, { today: '2026-11-23' });
  return {
    scene: drawScene({ design, network: deriveNetwork(design), result }),
    found: new Set(result.findings.map(({ fingerprint }) => fingerprint)),
  };
}

const leaving = ({ found }: { found: ReadonlySet<string> }) => ({ staying: found, heirs: new Map() });

const wordsOf = (mark: PreviewMark | undefined) =>
  mark?.shapes?.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []));

describe('what a previewed fix leaves behind', () => {
  const broken = drawn(isolatedWorkspace().set('crml', { sku: 'Standard' }).build());
  const whole = drawn(isolatedWorkspace().build());

  it('is told by what changes, in the words that it would have', () => {
    const marks = withAftermath(
      new Map([['crml', { tone: 'changed', words: [] }]]),
      broken.scene,
      whole.scene,
      leaving(whole),
    );
    expect(wordsOf(marks.get('crml'))).toContain('Registry, Premium');
  });

  it('ticks the signs of the findings that go, and no other', () => {
    const marks = withAftermath(new Map(), broken.scene, whole.scene, leaving(whole));
    const signs = broken.scene.items.find(({ id }) => id === 'crml')?.markers ?? [];
    expect(signs.length).toBeGreaterThan(0);
    const settled = signs.filter(
      (sign) => marks.get('crml')?.fateOf?.(sign, [sign.fingerprint]) !== undefined,
    );
    expect(settled).toEqual(signs.filter(({ fingerprint }) => !whole.found.has(fingerprint)));
    expect(settled.length).toBeGreaterThan(0);
  });

  it('says in words what its own drawing does not show', () => {
    const open = drawn(isolatedWorkspace().set('mlw', { v1LegacyMode: true }).build());
    const wordsAt = (marks: ReadonlyMap<string, PreviewMark>) => marks.get('mlw')?.words;
    const changed = new Map([['mlw', { tone: 'changed', words: [] }]] as const);
    const words = (): readonly Words[] => [{ named: ['V1 legacy mode: Off'], short: [] }];
    expect(
      wordsAt(withAftermath(changed, open.scene, whole.scene, leaving(whole), new Set(), words)),
    ).toEqual(words());
    const shown = new Set(['mlw']);
    expect(wordsAt(withAftermath(changed, open.scene, whole.scene, leaving(whole), shown, words))).toEqual(
      [],
    );
  });

  it('tells what would get another box in the places that it has', () => {
    const [subnet] = broken.scene.items.filter(({ shapes }) =>
      shapes.some((shape) => shape.type === 'text' && shape.style === 'subnet-name'),
    );
    if (!subnet) throw new Error('There is no subnet');
    const moved = whole.scene.items.map((item) =>
      item.id === subnet.id
        ? {
            ...item,
            height: item.height + 12,
            shapes: item.shapes.map((shape) =>
              shape.type === 'text' && /^\d/.test(shape.text) ? { ...shape, text: '198.18.0.0/27' } : shape,
            ),
          }
        : item,
    );
    const marks = withAftermath(
      new Map([[subnet.id, { tone: 'changed', words: [] }]]),
      broken.scene,
      { ...whole.scene, items: moved },
      leaving(whole),
    );
    const { words, shapes } = marks.get(subnet.id) ?? {};
    expect(words).toEqual([]);
    expect(shapes).toHaveLength(subnet.shapes.length);
    expect(shapes).toContainEqual(expect.objectContaining({ text: '198.18.0.0/27', fill: 'you' }));
  });

  it('draws what goes without the look of a fault or of a tick', () => {
    const chip = (paint: 'passed' | 'error', icon: string) =>
      [
        {
          type: 'rect',
          x: 0,
          y: 0,
          width: 9,
          height: 9,
          fill: 'error-tint',
          stroke: 'error-line',
          dash: '3 3',
        },
        { type: 'icon', icon, x: 0, y: 0, size: 12, paint },
      ] as const;
    for (const shapes of [chip('passed', 'check'), chip('error', 'blocked')])
      expect(goneShapes(shapes)).toEqual([
        { type: 'rect', x: 0, y: 0, width: 9, height: 9, fill: 'panel', stroke: 'line3' },
        { type: 'icon', icon: 'minus', x: 0, y: 0, size: 12, paint: 't2' },
      ]);
  });

  it('is nothing where the fix changes nothing', () => {
    expect(withAftermath(new Map(), whole.scene, whole.scene, leaving(whole))).toEqual(new Map());
  });
});
