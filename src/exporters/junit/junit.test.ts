import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { reviewEstate, xmlFault } from '#testing';
import type { ExportInput } from '../exporter.ts';
import { junitExporter } from './junit.ts';

const today = '2026-11-23';
const inputOf = (design: Design): ExportInput => ({
  design,
  network: deriveNetwork(design),
  result: check(design, { today }),
  today,
});
const written = (input: ExportInput): string =>
  junitExporter
    .export(input)
    .files.map(({ content }) => content)
    .join('');

const count = (xml: string, pattern: RegExp): number => [...xml.matchAll(pattern)].length;
const countsIn = (tag: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...tag.matchAll(/(tests|failures|errors|skipped)="(\d+)"/g)].map(([, name, value]) => [
      name,
      Number(value),
    ]),
  );

const designs = [
  ['a review estate', reviewEstate().build()],
  ...blueprints.map(({ id, build }) => [id, build()] as const),
  ...exercises.map(({ id, build }) => [`exercise ${id}`, build()] as const),
] as const;

describe.each(designs)('the checks of %s as JUnit', (_, design) => {
  const input = inputOf(design);
  const xml = written(input);

  it('are suites of cases that each end in one way', () => {
    expect(xmlFault(xml)).toBeUndefined();
    expect(xml).toMatch(
      /^<\?xml [^>]*\?>\n<testsuites [^>]*>\n( {2}<testsuite [^>]*>\n( {4}<testcase classname="[^"]+" name="[^"]+">((<failure [^>]*>[^<]*<\/failure>)|((<skipped [^>]*\/>)?<system-out>[^<]*<\/system-out>))<\/testcase>\n)+ {2}<\/testsuite>\n)+<\/testsuites>\n$/,
    );
  });

  it('count in every suite, and in all of them, what stands in it', () => {
    const suites = xml.split('  <testsuite ').slice(1);
    for (const text of [xml.slice(xml.indexOf('<testsuites')), ...suites]) {
      const [tag = ''] = text.split('>');
      expect(countsIn(tag)).toEqual({
        tests: count(text, /<testcase /g),
        failures: count(text, /<failure /g),
        errors: 0,
        skipped: count(text, /<skipped /g),
      });
    }
  });

  it('have a case for every finding and for everything that passed', () => {
    const { findings, passed } = input.result;
    expect(count(xml, /<testcase /g)).toBe(findings.length + passed.length);
    const failed = findings.filter(
      ({ verdict, severity, accepted }) => verdict === 'failed' && severity !== 'note' && !accepted,
    );
    expect(count(xml, /<failure /g)).toBe(failed.length);
  });
});

describe('a check as JUnit', () => {
  const input = inputOf(reviewEstate().build());
  const [finding] = input.result.findings.filter(({ severity }) => severity === 'error');
  const as = (part: Partial<NonNullable<typeof finding>>): string => {
    if (!finding) throw new Error('the estate has an error');
    return written({
      ...input,
      result: { ...input.result, findings: [{ ...finding, ...part }], passed: [] },
    });
  };

  it('fails with its severity', () => {
    expect(as({ severity: 'warning', text: 'Half & half' })).toContain(
      '<failure type="warning" message="Half &amp; half">',
    );
  });

  it('is skipped where it is a note, with the note', () => {
    expect(as({ severity: 'note', text: 'Think of it.' })).toContain(
      '<skipped message="Note: Think of it."/>',
    );
  });

  it('is skipped where it could not be decided, with the fact that is missing', () => {
    expect(as({ verdict: 'cannot-tell', missing: { fact: 'the zone groups' } })).toContain(
      '<skipped message="Cannot tell: the zone groups"/>',
    );
  });

  it('is skipped where it is accepted, with owner, end and reason', () => {
    const accepted = {
      fingerprint: 'x',
      owner: 'Platform team',
      reason: 'Goes away.',
      expires: '2027-05-31',
    };
    expect(as({ accepted })).toContain(
      '<skipped message="Accepted by Platform team until 2027-05-31: Goes away."/>',
    );
  });
});
