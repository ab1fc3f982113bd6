import type { Design, StatedGoals } from '#model';
import type { CheckResult, Finding } from '#rules';
import { namedGoals, namesAt } from './check-json.ts';
import { counted, section } from './layout.ts';
import { oneLine } from './one-line.ts';
import type { OpenedDesign } from './open-design.ts';

const headings = { error: 'Errors', warning: 'Warnings', note: 'Notes' } as const;

/** The report for people at a terminal: what is not decided is counted first, then the worst comes first. */
export function checkText(opened: OpenedDesign, result: CheckResult): string {
  const { design, notes } = opened;
  const open = result.findings.filter(({ accepted }) => !accepted);
  const failed = (severity: Finding['severity']) =>
    open.filter((finding) => finding.verdict === 'failed' && finding.severity === severity);
  const lines = [
    `${design.name} · ${sourceText(design)}`,
    `Goals: ${goalsText(design)}`,
    ...strictestText(design.goals),
    summaryText(result),
    ...(['error', 'warning', 'note'] as const).flatMap((severity) =>
      section(headings[severity], failed(severity), (finding) => findingLines(design, finding)),
    ),
    ...section(
      'Not decided',
      open.filter(({ verdict }) => verdict === 'cannot-tell'),
      (finding) => findingLines(design, finding),
    ),
    ...section(
      'Accepted',
      result.findings.filter(({ accepted }) => accepted),
      (finding) => acceptedLines(design, finding),
    ),
    ...section('Not understood', notes, ({ what, because }) => [`  ${what}`, `    ${because}`]),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}

const sourceText = ({ source }: Design): string => {
  const formats = {
    isoplan: 'Isoplan design',
    'azure-export': 'Azure resource export',
    'arm-template': 'ARM template',
    'terraform-plan': 'Terraform plan',
  };
  const extent = source.complete
    ? 'taken as complete'
    : 'not taken as complete: what is missing may exist elsewhere (--complete says it does not)';
  return `${formats[source.format]}, ${extent}`;
};

const goalsText = (design: Design): string =>
  Object.entries(namedGoals(design))
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : value.join(', ') || 'none'}`)
    .join(' · ');

/** Says which goals nobody stated. */
function strictestText(goals: StatedGoals): string[] {
  const names = [
    ['workspace', goals.workspace],
    ['exfiltration-prevention', goals.exfiltrationPrevention],
    ['internet-outbound', goals.internetOutbound],
  ] as const;
  const open = names.flatMap(([name, value]) => (value === undefined ? [name] : []));
  return open.length === 0
    ? []
    : [`Not stated, so judged by the strictest: ${open.join(', ')} (--goal NAME=VALUE changes it)`];
}

const summaryText = ({ summary }: CheckResult): string =>
  [
    `${summary.cannotTell} not decided`,
    counted(summary.errors, 'error'),
    counted(summary.warnings, 'warning'),
    counted(summary.notes, 'note'),
    `${summary.passed} passed`,
    `${summary.accepted} accepted`,
  ].join(' · ');

const placesText = (design: Design, { at }: Finding): string => {
  const names = namesAt(design, at);
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
};

const findingLines = (design: Design, finding: Finding): readonly string[] => [
  `  ${finding.rule}  ${placesText(design, finding)}`,
  `    ${finding.text}`,
  ...(finding.missing === undefined
    ? [`    To do: ${finding.remedy}`]
    : (finding.missing.command?.split('\n').map((command) => `    Fetch: ${command}`) ?? [
        `    Missing: ${finding.missing.fact}`,
      ])),
  ...finding.fixes.map(({ title }) => `    Fix: ${title}`),
  ...(finding.lapsed
    ? [
        `    Was accepted until ${finding.lapsed.expires} by ${finding.lapsed.owner}: ${finding.lapsed.reason}`,
      ]
    : []),
];

const acceptedLines = (design: Design, finding: Finding): readonly string[] => [
  `  ${finding.rule}  ${placesText(design, finding)}`,
  `    ${finding.text}`,
  `    Accepted by ${finding.accepted?.owner}: ${finding.accepted?.reason}${finding.accepted?.expires === undefined ? '' : ` (until ${finding.accepted.expires})`}`,
];
