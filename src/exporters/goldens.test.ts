import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import type { Design } from '#model';
import { deriveNetwork, type RequiredFlow, type Trace } from '#network';
import type { CheckResult, Finding, Passed } from '#rules';
import { reviewEstate } from '#testing';
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
    remedy: 'Open it.',
    evidence: ['rule DenyAll drops it'],
    explanation: {
      why: 'Computes cannot start without it.',
      sources: [
        {
          title: 'Secure a workspace',
          url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
          checkedOn: '2026-11-23',
        },
      ],
    },
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

const inputOf = (design: Design): ExportInput => ({
  design,
  network: deriveNetwork(design),
  result: resultFor(design),
  today: '2026-11-23',
});

/** Formats whose bytes are the design's own, or that repeat another's words around a picture. */
const withoutGolden: ReadonlySet<string> = new Set(['svg', 'json', 'html', 'drawio', 'sarif', 'sanitised']);

describe('an estate with something of everything', () => {
  const derived = inputOf(reviewEstate().build());
  // What is needed and what becomes of it is the engine's to say: here it is said once and for all.
  const [from] = derived.design.resources.flatMap(({ id, kind }) => (kind === 'compute-cluster' ? [id] : []));
  const flow: RequiredFlow = {
    id: 'entra',
    from: from ?? ('' as never),
    to: { serviceTag: 'AzureActiveDirectory', hosts: ['login.microsoftonline.com'] },
    protocol: 'Tcp',
    port: 443,
    purpose: 'sign-in with Microsoft Entra ID',
    requirement: 'microsoft-entra-id',
    access: 'read-only',
  };
  const trace: Trace = {
    verdict: 'delivered',
    hops: [{ place: 'afw', outcome: 'passes', by: 'rule entra', text: '' }],
    blockers: [],
    missing: [],
    assumptions: ['afw is taken to have 10.1.0.4.'],
  };
  const network = { ...derived.network, requiredFlows: () => [flow], trace: () => trace };
  const input: ExportInput = { ...derived, network };

  it.each(exporterIds.filter((id) => !withoutGolden.has(id)))('as %s', async (id) => {
    const { files, omissions } = (await loadExporter(id)).export(input);
    for (const { path, content } of files)
      await expect(content).toMatchFileSnapshot(`goldens/estate/${path}`);
    for (const { what, because } of omissions) expect(`${what} ${because}`).not.toMatch(/undefined|null/);
  });
});

/** What a file holds without words and counts of facts: a lost table or box shows, a better catalogue does not. */
function outlineOf(format: string, content: string): readonly string[] {
  const count = (pattern: RegExp) => [...content.matchAll(pattern)].length;
  switch (format) {
    case 'markdown':
      return content
        .split(/^(?=#)/m)
        .map((part) => `${part.split('\n')[0]}${/^\|/m.test(part) ? ': a table' : ''}`);
    case 'html':
      return [`${count(/<h\d>/g)} headings, ${count(/<svg/g)} drawing`];
    case 'drawio':
      return [`${count(/vertex="1"/g)} boxes, ${count(/edge="1"/g)} lines`];
    case 'mermaid':
      return [
        `${count(/subgraph/g)} containers, ${count(/^\s+n\d+\[/gm)} boxes, ${count(/ (<-->|---|-\.->|-\.-)/g)} lines`,
      ];
    case 'sarif':
      return [
        `${(JSON.parse(content) as { runs: [{ results: unknown[] }] }).runs[0].results.length} results`,
      ];
    case 'junit':
      return [`${count(/<testcase/g)} cases, ${count(/<failure/g)} failures, ${count(/<skipped/g)} skipped`];
    case 'json':
    case 'svg':
    case 'sanitised':
      return [];
    default:
      return [count(/\n/g) > 8 ? 'filled' : 'next to nothing'];
  }
}

/** Compared byte by byte over every blueprint. Pictures have outlines of their own, the design comes back from its files elsewhere, and SARIF lists every rule. */
const inBytes: ReadonlySet<string> = new Set(
  exporterIds.filter((id) => !['svg', 'html', 'json', 'sanitised', 'sarif'].includes(id)),
);

describe.each(blueprints.map((blueprint) => ({ blueprint, id: blueprint.id })))(
  '$id',
  ({ blueprint, id }) => {
    it('has everything in every format', async () => {
      const input = inputOf(blueprint.build());
      const outline: string[] = [];
      for (const format of exporterIds)
        for (const { path, content } of (await loadExporter(format)).export(input).files) {
          outline.push(
            path.replace(/^[^.]*/, format),
            ...outlineOf(format, content).map((line) => `  ${line}`),
          );
          const file = path.replace(/^[^.]*/, 'design');
          if (inBytes.has(format)) await expect(content).toMatchFileSnapshot(`goldens/${id}/${file}`);
        }
      await expect(`${outline.join('\n')}\n`).toMatchFileSnapshot(`goldens/${id}.txt`);
    });
  },
);
