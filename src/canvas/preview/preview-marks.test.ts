import { describe, expect, it } from 'vitest';
import { drawScene } from '#drawing';
import type { Design, ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { applyFix, check, type Finding } from '#rules';
import { isolatedWorkspace } from '#testing';
import { previewMarks } from './preview-marks.ts';

const today = '2026-11-23';

function marksOf(design: Design, wanted: (finding: Finding) => boolean) {
  const result = check(design, { today });
  const finding = result.findings.find(wanted);
  if (!finding) throw new Error('Nothing of that kind was found');
  let count = 0;
  const newId = () => {
    count += 1;
    return `new-${count}` as ResourceId;
  };
  const after = applyFix(design, finding.fingerprint, 0, newId, today);
  if (!after) throw new Error('It cannot be fixed');
  const scene = drawScene({ design, network: deriveNetwork(design), result });
  const preview = {
    fingerprint: finding.fingerprint,
    offer: 0,
    place: 'list',
    before: design,
    fixed: { design: after, changes: [], result, tookMs: 0 },
    heirs: new Map(),
    left: [],
  } as const;
  return previewMarks(scene, preview);
}

describe('the marks of a preview', () => {
  it('lie on the thing that is missing where it would come to be', () => {
    const marks = marksOf(
      isolatedWorkspace().remove('pe-stml-file').build(),
      ({ ghosts, fixes }) => ghosts.length > 0 && fixes.length > 0,
    );
    const added = [...marks].filter(([, { tone }]) => tone === 'added').map(([id]) => id);
    expect(added).toHaveLength(1);
    expect(added[0]).toMatch(/^ghost:private-endpoint:/);
  });

  it('lie on what would change, and on nothing else', () => {
    const marks = marksOf(
      isolatedWorkspace().set('crml', { sku: 'Standard' }).build(),
      ({ at, fixes }) => at.includes('crml' as ResourceId) && fixes.length > 0,
    );
    expect([...marks]).toEqual([['crml', { tone: 'changed', words: [] }]]);
  });
});
