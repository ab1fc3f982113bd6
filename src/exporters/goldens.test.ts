import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import type { CheckResult, Finding, Passed } from '#rules';
import type { ExportInput } from './exporter.ts';
import { exporterIds, loadExporter } from './load-exporter.ts';

/** One finding of every fate, made by hand: what a format says must not change with the list of rules. */
function resultFor({ resources }: Design): CheckResult {
  const first = (kind: string) => {
    const found = resources.find((resource) => resource.kind === kind) ?? resources[0];
    return found ? [found.id] : [];
  };
  const finding = (part: Partial<Finding>): Finding => ({
    rule: 'required-outbound-blocked',
    category: 'Outbound',
    severity: 'error',
    verdict: 'failed',
    at: first('subnet'),
    text: 'A required destination is blocked.',
    why: 'Computes cannot start without it.',
    remedy: 'Open it.',
    evidence: ['rule DenyAll drops it'],
    sources: [
      {
        title: 'Secure a workspace',
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
        checkedOn: '2026-11-23',
      },
    ],
    fixes: [],
    ghosts: [],
    fingerprint: 'f1',
    ...part,
  });
  const passed: Passed = {
    rule: 'subnet-exhausted',
    category: 'Addresses',
    title: 'Subnet has room',
    at: first('subnet'),
    evidence: '20 of 27',
  };
  return {
    findings: [
      finding({}),
      finding({ severity: 'warning', fingerprint: 'f2', category: 'DNS', at: first('virtual-network') }),
      finding({
        fingerprint: 'f3',
        accepted: { fingerprint: 'f3', reason: 'Pilot', owner: 'Ada', expires: '2027-01-31' },
      }),
      finding({
        verdict: 'cannot-tell',
        fingerprint: 'f4',
        evidence: [],
        missing: { fact: 'its records', command: 'az rest --method get' },
      }),
    ],
    passed: [passed],
    summary: { errors: 1, warnings: 1, notes: 0, passed: 1, cannotTell: 1, accepted: 1 },
  };
}

/** Formats whose bytes are the design's own or that are looked at as pictures: their shape is tested beside them. */
const withoutGolden: ReadonlySet<string> = new Set(['svg', 'json']);
const formats = exporterIds.filter((id) => !withoutGolden.has(id));

describe.each(blueprints.map((blueprint) => ({ blueprint, id: blueprint.id })))(
  '$id',
  ({ blueprint, id }) => {
    const design = blueprint.build();
    const network = deriveNetwork(design);
    const input: ExportInput = { design, network, result: resultFor(design), today: '2026-11-23' };

    it.each(formats)('as %s', async (format) => {
      const { files } = (await loadExporter(format)).export(input);
      for (const { path, content } of files) {
        const name = path.replace(/^[^.]*/, 'design');
        await expect(content).toMatchFileSnapshot(`goldens/${id}/${name}`);
      }
    });
  },
);
