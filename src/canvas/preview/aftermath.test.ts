import { describe, expect, it } from 'vitest';
import { drawScene, type Scene } from '#drawing';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { isolatedWorkspace } from '#testing';
import { withAftermath } from './aftermath.ts';
import type { PreviewMark } from './preview-marks.ts';

function drawn(design: Design): { scene: Scene; found: ReadonlySet<string> } {
  const result = check(design, { today: '2026-11-23' });
  return {
    scene: drawScene({ design, network: deriveNetwork(design), result }),
    found: new Set(result.findings.map(({ fingerprint }) => fingerprint)),
  };
}

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
      whole.found,
    );
    expect(wordsOf(marks.get('crml'))).toContain('Registry, Premium');
  });

  it('keeps the signs of the findings that stay, and no other', () => {
    const marks = withAftermath(new Map(), broken.scene, whole.scene, whole.found);
    const before = broken.scene.items.find(({ id }) => id === 'crml')?.markers ?? [];
    expect(before.length).toBeGreaterThan(0);
    const left = marks.get('crml')?.markers ?? [];
    expect(left.length).toBeLessThan(before.length);
    for (const { fingerprint } of left) expect(whole.found).toContain(fingerprint);
  });

  it('is nothing where the fix changes nothing', () => {
    expect(withAftermath(new Map(), whole.scene, whole.scene, whole.found)).toEqual(new Map());
  });
});
