import type { List, ListItem, RootContent } from 'mdast';
import { counted } from '#model';
import type { Hop } from '#network';
import { type Category, explained, type Finding, type Passed } from '#rules';
import type { ExportInput } from '../exporter.ts';
import { listOfNames, nameAndKind, nameOf } from '../names.ts';
import { articleSections } from './article-sections.ts';
import { bullets, code, heading, item, paragraph, strong, tableOr, words } from './blocks.ts';

/** Every check by section of the planning article: first what asks for attention, then what holds. */
export function checklist(input: ExportInput): RootContent[] {
  const sections = articleSections.flatMap(({ title, categories }) => {
    const parts = categories.flatMap((category) => section(input, category));
    return parts.length === 0 ? [] : [heading(3, title), ...parts];
  });
  return [
    heading(2, 'Checklist'),
    ...(sections.length > 0 ? sections : [paragraph('No check applies to this design.')]),
  ];
}

function section(input: ExportInput, category: Category): RootContent[] {
  const findings = input.result.findings.filter((finding) => finding.category === category);
  const passed = input.result.passed.filter((one) => one.category === category);
  if (findings.length + passed.length === 0) return [];
  return [
    heading(4, category),
    paragraph(countsOf(findings, passed)),
    ...(findings.length > 0 ? [bullets(findings.map((finding) => findingItem(input, finding)))] : []),
    ...(passed.length > 0 ? [passedTable(input, passed)] : []),
  ];
}

const countsOf = (findings: readonly Finding[], passed: readonly Passed[]): string => {
  const of = (wanted: string) => findings.filter((finding) => verdictOf(finding) === wanted).length;
  return `${of('Cannot tell')} not decided, ${of('Failed')} failed, ${of('Accepted')} accepted, ${passed.length} passed.`;
};

const verdictOf = ({ verdict, accepted }: Finding) =>
  accepted ? 'Accepted' : verdict === 'cannot-tell' ? 'Cannot tell' : 'Failed';

function findingItem(input: ExportInput, finding: Finding): ListItem {
  const verdict = verdictOf(finding);
  const label = verdict === 'Cannot tell' ? verdict : `${verdict}, ${finding.severity}`;
  const details = [...detailsOf(input, finding)];
  return item(paragraph(strong(`${label}:`), ' ', words(finding.text)), bullets(details));
}

function* detailsOf(input: ExportInput, finding: Finding): Iterable<ListItem> {
  const line = (title: string, text: string) => item(paragraph(`${title}: `, words(text)));
  if (finding.at.length > 0)
    yield line('Objects', listOfNames(finding.at.map((id) => nameAndKind(input, id))));
  if (finding.accepted) yield line('Accepted', acceptanceText(finding.accepted));
  if (finding.lapsed) yield line('Was accepted', acceptanceText(finding.lapsed));
  const { why, references } = explained(finding);
  yield line('Why', why);
  if (finding.evidence.length === 1) yield line('Evidence', finding.evidence.join());
  if (finding.evidence.length > 1) yield item(paragraph('Evidence:'), lines(finding.evidence));
  if (finding.hops && finding.hops.length > 0)
    yield item(paragraph('Path:'), lines(finding.hops.map(hopText)));
  const command = finding.missing?.command;
  if (command !== undefined)
    yield item(paragraph('What to do: fetch it and open it with the rest: ', code(command)));
  else yield line('What to do', finding.remedy);
  for (const fix of finding.fixes)
    yield line('Fix offered', [fix.title, fix.changes.join('; ')].filter(Boolean).join(': '));
  if (references) yield line('Cites', references.join('; '));
  yield item(paragraph('Rule: ', code(finding.rule)));
}

const hopText = ({ place, outcome, text, by }: Hop): string =>
  `${place}, ${outcome === 'unknown' ? 'not known' : outcome}: ${text || by}`;

const lines = (texts: readonly string[]): List =>
  bullets(texts.map((text): ListItem => item(paragraph(words(text)))));

const acceptanceText = ({ owner, reason, expires }: NonNullable<Finding['accepted']>) =>
  `by ${owner}${expires === undefined ? ', without an end' : ` until ${expires}`}: ${reason}`;

const passedTable = (input: ExportInput, passed: readonly Passed[]) =>
  tableOr(
    '',
    [`Passed (${counted(passed.length, 'check')})`, 'Objects', 'Evidence', 'Rule'],
    passed.map(({ title, at, evidence, rule }) => [
      title,
      listOfNames(at.map((id) => nameOf(input, id))),
      evidence,
      code(rule),
    ]),
  );
