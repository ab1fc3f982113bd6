import { describe, expect, it } from 'vitest';
import { deriveNetwork } from '#network';
import { type CheckResult, check } from '#rules';
import { isolatedWorkspace } from '#testing';
import { drawScene } from './draw-scene.ts';

const today = '2026-11-23';
const design = isolatedWorkspace().remove('pe-stml-file').build();
const open = check(design, { today });

/** The same verdict, with an answer for everything that misses something. */
const answered: CheckResult = {
  ...open,
  findings: open.findings.map((finding) =>
    finding.ghosts.length === 0
      ? finding
      : {
          ...finding,
          accepted: {
            fingerprint: finding.fingerprint,
            reason: 'Tests only',
            owner: 'Ada',
            expires: '2027-02-24',
          },
        },
  ),
};

const drawn = (result: CheckResult) => drawScene({ design, network: deriveNetwork(design), result });
const paintsOf = (result: CheckResult) => {
  const { items, edges } = drawn(result);
  const ghosts = new Set(items.filter(({ role }) => role === 'ghost').map(({ id }) => id));
  const shapes = [
    ...items.filter(({ id }) => ghosts.has(id)),
    ...edges.filter(({ from }) => ghosts.has(from)),
  ].flatMap((one) => one.shapes);
  return shapes.flatMap((shape) =>
    shape.type === 'icon' ? [shape.paint] : shape.type === 'text' ? [shape.fill] : [shape.stroke],
  );
};

describe('what is missing and was accepted', () => {
  it('keeps its place, so that no hole is left', () => {
    const boxes = (result: CheckResult) =>
      drawn(result).items.map(({ id, x, y, width, height }) => [id, x, y, width, height]);
    expect(boxes(answered)).toEqual(boxes(open));
  });

  it('says until when, and looks like no fault', () => {
    expect(paintsOf(open)).toContain('error');
    for (const paint of paintsOf(answered)) expect(paint).not.toMatch(/^error/);
    const ghost = drawn(answered).items.find(({ role }) => role === 'ghost');
    expect(ghost?.shapes).toContainEqual(expect.objectContaining({ text: 'Until 2027-02-24' }));
  });
});
