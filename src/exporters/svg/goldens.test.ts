import { expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { drawScene } from '#drawing';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import type { CheckResult, Finding } from '#rules';
import { drawnTexts } from '#testing';
import { sha256 } from './sha-256.ts';
import { drawSheet } from './sheet.ts';

/** By hand: a drawing must not change with the list of rules. */
function resultFor({ resources }: Design): CheckResult {
  const of = (kind: string) =>
    resources
      .filter((one) => one.kind === kind)
      .slice(0, 1)
      .map(({ id }) => id);
  const finding = (fingerprint: string, part: Partial<Finding>): Finding => ({
    rule: 'subnet-exhausted',
    category: 'Addresses',
    severity: 'error',
    verdict: 'failed',
    at: of('subnet'),
    text: 'The subnet has too few addresses.',
    remedy: 'Use a shorter prefix.',
    evidence: [],
    explanation: { why: 'Azure refuses what finds no address.', sources: [] },
    fixes: [],
    ghosts: [],
    fingerprint,
    ...part,
  });
  return {
    findings: [
      finding('error', {}),
      finding('warning', { severity: 'warning', at: of('workspace'), text: 'The workspace is open.' }),
      finding('undecided', { verdict: 'cannot-tell', at: of('storage-account'), text: 'Cannot tell.' }),
    ],
    passed: [],
    summary: { errors: 1, warnings: 1, notes: 0, passed: 120, cannotTell: 1, accepted: 0 },
  };
}

/**
 * What a reviewer reads of a drawing: where everything lies, what is joined to what, and the words of the sheet. A change that is meant is
 * written with `npx vitest run goldens -u`.
 */
function readable(design: Design): string {
  const input = { design, network: deriveNetwork(design), result: resultFor(design), today: '2026-11-23' };
  const facts = { ruleCount: 50, factsRead: '2026-11-23' };
  const { svg, omissions } = drawSheet({ ...input, picture: { holdsDesign: false } }, facts);
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const scene = drawScene(input);
  const point = ({ x, y }: { x: number; y: number }) => `${Math.round(x)},${Math.round(y)}`;
  const columnAt = Math.min(...[...svg.matchAll(/<path d="M([\d.]+) 28V/g)].map(([, x]) => Number(x)));
  return [
    `${width} × ${height}`,
    `sha256 ${sha256(svg)}`,
    ...omissions.map(({ what, because }) => `without ${what}: ${because}`),
    '',
    ...scene.items
      .filter(({ role }) => role !== 'chip' && role !== 'row')
      .map(
        (item) =>
          `${item.role} ${point(item)} ${Math.round(item.width)}×${Math.round(item.height)} ${item.label}`,
      ),
    '',
    ...scene.edges.map(({ meaning, points, label }) => `${meaning} ${points.map(point).join(' ')} ${label}`),
    '',
    ...drawnTexts(svg)
      .filter(({ x }) => x > columnAt)
      .map(({ text }) => text),
    '',
  ].join('\n');
}

it.each(blueprints.map(({ id, build }) => [id, build] as const))(
  'draws %s as its golden file says',
  async (id, build) => {
    await expect(readable(build())).toMatchFileSnapshot(`./goldens/${id}.txt`);
  },
);
