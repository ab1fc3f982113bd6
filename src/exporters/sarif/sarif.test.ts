import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check, ruleSummaries } from '#rules';
import { isolatedWorkspace, reviewEstate } from '#testing';
import type { ExportInput } from '../exporter.ts';
import { sarifExporter } from './sarif.ts';

const today = '2026-11-23';

/** The standard's own schema, which is one of draft 4. */
const ajv = new Ajv({ schemaId: 'id', meta: false, allErrors: true });
ajv.addMetaSchema(draft4);
const isValid = ajv.compile(sarifSchema);

const faultsOf = (log: unknown): readonly string[] =>
  isValid(log) ? [] : (isValid.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);

const inputOf = (design: Design, more: Partial<ExportInput> = {}): ExportInput => ({
  design,
  network: deriveNetwork(design),
  result: check(design, { today }),
  today,
  ...more,
});
const logOf = (input: ExportInput): Log =>
  JSON.parse(
    sarifExporter
      .export(input)
      .files.map(({ content }) => content)
      .join(''),
  );

const designs = [
  ['a review estate', reviewEstate().build()],
  ['an isolated workspace', isolatedWorkspace().build()],
  ...blueprints.map(({ id, build }) => [id, build()] as const),
  ...exercises.map(({ id, build }) => [`exercise ${id}`, build()] as const),
] as const;

describe('findings as SARIF', () => {
  it.each(designs)('of %s are valid by the schema of the standard', (_, design) => {
    expect(faultsOf(logOf(inputOf(design)))).toEqual([]);
  });

  it('are refused by it once they are damaged', () => {
    const log = logOf(inputOf(reviewEstate().build()));
    expect(faultsOf({ ...log, version: '2.0.0' })).not.toEqual([]);
    const [run] = log.runs;
    const [result] = run?.results ?? [];
    const damaged = { ...log, runs: [{ ...run, results: [{ ...result, level: 'fatal' }] }] };
    expect(faultsOf(damaged)).not.toEqual([]);
    expect(faultsOf({ ...log, runs: [{ ...run, tool: {} }] })).not.toEqual([]);
  });

  const design = reviewEstate().build();
  const input = inputOf(design, { notes: [{ what: 'a load test', because: 'Not a network.' }] });
  const [run] = logOf(input).runs;
  const results = run?.results ?? [];

  it('stand in the order of the list, each with the rule it comes from', () => {
    expect(results.map(({ ruleId }) => ruleId)).toEqual(input.result.findings.map(({ rule }) => rule));
    for (const { ruleId, ruleIndex = -1 } of results)
      expect(run?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    expect(run?.tool.driver.rules).toHaveLength(ruleSummaries.length);
  });

  it('have a fingerprint each, at a line of a file', () => {
    const prints = results.map(({ partialFingerprints }) => partialFingerprints?.['isoplanFinding/v1']);
    expect(prints).toEqual(input.result.findings.map(({ fingerprint }) => fingerprint));
    for (const { locations } of results)
      expect(locations?.[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
  });

  it('tell what could not be decided as open, without a level', () => {
    const [finding] = input.result.findings;
    if (!finding) throw new Error('the estate has findings');
    const result = { ...input.result, findings: [{ ...finding, verdict: 'cannot-tell' as const }] };
    const open = logOf({ ...input, result });
    expect(faultsOf(open)).toEqual([]);
    expect(open.runs[0]?.results?.[0]).toMatchObject({ kind: 'open', level: 'none', suppressions: [] });
  });

  it('tell what was accepted as suppressed, by whom, why and until when', () => {
    const [finding] = input.result.findings;
    if (!finding) throw new Error('the estate has findings');
    const accepted = {
      fingerprint: 'x',
      reason: 'Goes away in May.',
      owner: 'Platform team',
      expires: '2027-05-31',
    };
    const log = logOf({ ...input, result: { ...input.result, findings: [{ ...finding, accepted }] } });
    expect(faultsOf(log)).toEqual([]);
    expect(log.runs[0]?.results?.[0]?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Goes away in May. (accepted by Platform team until 2027-05-31)',
      },
    ]);
  });

  it('say what of the input was not understood', () => {
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      'Not understood: a load test. Not a network.',
    ]);
  });
});
