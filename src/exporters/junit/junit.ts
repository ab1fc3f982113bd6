import { type Category, categories, explained, type Finding } from '#rules';
import { escaped } from '../escaped.ts';
import type { Exporter, ExportInput } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { listOfNames, nameOf } from '../names.ts';
import { notesOmitted } from '../notes-omitted.ts';
import { oneLine } from '../one-line.ts';

/** The checks as a test report: one suite a category, one case a check. */
export const junitExporter: Exporter = {
  id: 'junit',
  export: (input) => ({
    files: [fileOf('junit', input, junitText(input))],
    omissions: [
      {
        what: 'words of its own for notes, accepted findings and checks not decided',
        because: 'JUnit has passed, failed and skipped. All three are skipped tests, and each says why.',
      },
      ...notesOmitted(input),
    ],
  }),
};

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly state: 'passed' | 'failure' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly details: string;
}

function junitText(input: ExportInput): string {
  const suites = categories.flatMap((category) => {
    const cases = casesOf(input, category);
    return cases.length === 0 ? [] : [{ category, cases }];
  });
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(input.design.name)}" ${countsOf(all)}>`,
    ...suites.flatMap(({ category, cases }) => [
      `  <testsuite name="${attribute(category)}" ${countsOf(cases)}>`,
      ...cases.map(caseText),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

const countsOf = (cases: readonly Case[]): string => {
  const of = (state: Case['state']) => cases.filter((one) => one.state === state).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="0" skipped="${of('skipped')}"`;
};

const casesOf = (input: ExportInput, category: Category): readonly Case[] => [
  ...input.result.findings.filter((finding) => finding.category === category).map(caseOfFinding),
  ...input.result.passed
    .filter((one) => one.category === category)
    .map(
      ({ rule, title, at, evidence }): Case => ({
        rule,
        name: `${title}: ${listOfNames(at.map((id) => nameOf(input, id)))}`,
        state: 'passed',
        type: '',
        message: '',
        details: evidence,
      }),
    ),
];

function caseOfFinding(finding: Finding): Case {
  const { accepted, verdict, severity } = finding;
  const details = [
    ...finding.evidence.map((one) => `Evidence: ${one}`),
    `Why: ${explained(finding).why}`,
    `What to do: ${finding.remedy}`,
  ].join('\n');
  const common = { rule: finding.rule, name: finding.text, details };
  if (verdict === 'cannot-tell')
    return {
      ...common,
      state: 'skipped',
      type: 'cannot-tell',
      message: `Cannot tell: ${finding.missing?.fact ?? 'a fact is missing'}`,
    };
  if (accepted) {
    const end = accepted.expires === undefined ? 'without an end' : `until ${accepted.expires}`;
    const message = `Accepted by ${accepted.owner} ${end}: ${accepted.reason}`;
    return { ...common, state: 'skipped', type: 'accepted', message };
  }
  if (severity === 'note')
    return { ...common, state: 'skipped', type: 'note', message: `Note: ${finding.text}` };
  return { ...common, state: 'failure', type: severity, message: finding.text };
}

const attribute = (text: string): string => escaped(oneLine(text));

/** Text in an element: lines stay lines. */
const content = (text: string): string => escaped(text.split('\n').map(oneLine).join('\n'));

function caseText({ rule, name, state, type, message, details }: Case): string {
  const start = `    <testcase classname="${attribute(rule)}" name="${attribute(name)}"`;
  if (state === 'passed') return `${start}><system-out>${content(details)}</system-out></testcase>`;
  if (state === 'skipped')
    return `${start}><skipped message="${attribute(message)}"/><system-out>${content(details)}</system-out></testcase>`;
  return `${start}><failure type="${attribute(type)}" message="${attribute(message)}">${content(details)}</failure></testcase>`;
}
