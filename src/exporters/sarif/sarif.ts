import type { Log, ReportingDescriptor, Result } from 'sarif';
import { findResource, type ResourceId } from '#model';
import { type Finding, ruleSummaries } from '#rules';
import type { Exporter, ExportInput } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { nameAndKind, nameOf } from '../names.ts';
import { notesOmitted } from '../notes-omitted.ts';
import { type Place, placeFinder } from './place-finder.ts';

/** The findings for code scanning and other viewers of SARIF 2.1.0. */
export const sarifExporter: Exporter = {
  id: 'sarif',
  export: (input) => ({
    files: [fileOf('sarif', input, `${JSON.stringify(sarifLog(input), undefined, 2)}\n`)],
    omissions: [
      {
        what: 'checks that passed',
        because: 'Viewers list every result as something to look at; the Markdown checklist has them.',
      },
      {
        what: 'the drawing, the tables and the fixes',
        because: 'SARIF knows findings in files, and fixes that edit text; these edit the design.',
      },
      ...notesOmitted(input),
    ],
  }),
};

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function sarifLog(input: ExportInput): Log {
  const { design, result, notes = [] } = input;
  const find = placeFinder(input);
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Isoplan', rules: ruleSummaries.map(descriptorOf) } },
        automationDetails: { id: 'isoplan/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notes.map(({ what, because }) => ({
              level: 'note',
              message: { text: `Not understood: ${what}. ${because}` },
            })),
          },
        ],
        results: result.findings.map((finding) => resultOf(input, finding, find)),
        properties: { design: design.name, judgedOn: input.today, isComplete: design.source.complete },
      },
    ],
  };
}

function descriptorOf(rule: (typeof ruleSummaries)[number]): ReportingDescriptor {
  const [source] = rule.sources;
  const sources = rule.sources.map(({ title, url, checkedOn }) => `- [${title}](${url}), read ${checkedOn}`);
  return {
    id: rule.id,
    name: rule.id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    ...(source ? { helpUri: source.url } : {}),
    help: {
      text: `${rule.why} ${rule.remedy}`,
      markdown: [`**Why:** ${rule.why}`, `**What to do:** ${rule.remedy}`, sources.join('\n')].join('\n\n'),
    },
    defaultConfiguration: { level: levelOf(rule.severity) },
    properties: { category: rule.category, tags: ['security', 'network'] },
  };
}

/** Severities that depend on goals begin with the strictest. */
const levelOf = (severity: string): 'error' | 'warning' | 'note' =>
  severity.startsWith('error') ? 'error' : severity.startsWith('warning') ? 'warning' : 'note';

function resultOf(input: ExportInput, finding: Finding, find: (id: ResourceId | undefined) => Place): Result {
  const isOpen = finding.verdict === 'cannot-tell';
  const [first, ...others] = finding.at;
  return {
    ruleId: finding.rule,
    ruleIndex: ruleSummaries.findIndex(({ id }) => id === finding.rule),
    // The standard: a result that is not a failure has no level.
    kind: isOpen ? 'open' : 'fail',
    level: isOpen ? 'none' : finding.severity,
    message: { text: messageOf(finding) },
    locations: [locationOf(input, first, find)],
    ...(others.length === 0
      ? {}
      : {
          relatedLocations: others.map((id, at) => ({
            id: at + 1,
            ...locationOf(input, id, find),
            message: { text: nameAndKind(input, id) },
          })),
        }),
    partialFingerprints: {
      'isoplanFinding/v1': finding.fingerprint,
      primaryLocationLineHash: `${finding.fingerprint}:1`,
    },
    ...(finding.accepted ? { suppressions: [suppressionOf(finding.accepted)] } : { suppressions: [] }),
    properties: {
      category: finding.category,
      verdict: finding.verdict,
      severity: finding.severity,
      evidence: finding.evidence,
      fixes: finding.fixes.map(({ title }) => title),
    },
  };
}

const messageOf = ({ text, remedy, evidence }: Finding): string =>
  [text, ...evidence.map((one) => `Evidence: ${one}`), `What to do: ${remedy}`].join('\n');

const suppressionOf = ({ owner, reason, expires }: NonNullable<Finding['accepted']>) => ({
  kind: 'external' as const,
  status: 'accepted' as const,
  justification: `${reason} (accepted by ${owner}${expires === undefined ? ', without an end' : ` until ${expires}`})`,
});

function locationOf(
  input: ExportInput,
  id: ResourceId | undefined,
  find: (id: ResourceId | undefined) => Place,
) {
  const { uri, line } = find(id);
  const resource = findResource(input.design, id);
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: line } },
    logicalLocations: [
      {
        name: resource?.name ?? input.design.name,
        fullyQualifiedName: id === undefined ? input.design.name : nameOf(input, id),
        kind: 'resource',
      },
    ],
  };
}
