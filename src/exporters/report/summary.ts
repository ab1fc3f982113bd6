import type { RootContent } from 'mdast';
import { counted, goalsOf, type StatedGoals } from '#model';
import type { ExportInput } from '../exporter.ts';
import { bullets, heading, item, paragraph, strong, tableOr, words } from './blocks.ts';

/** Title, counts, goals and what was assumed: what a review board reads first. */
export const summary = (input: ExportInput): RootContent[] => [
  heading(1, input.design.name || 'Design without a name'),
  paragraph(`Network isolation review of ${input.today}.`),
  ...counts(input),
  heading(2, 'Goals'),
  ...goals(input),
  heading(2, 'Assumptions'),
  bullets(assumptions(input).map((text) => item(paragraph(words(text))))),
];

function counts({ result }: ExportInput): RootContent[] {
  const { errors, warnings, notes, passed, cannotTell, accepted } = result.summary;
  const others = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    counted(notes, 'note'),
    `${passed} passed`,
    `${accepted} accepted`,
  ];
  return [paragraph(strong(`${cannotTell} not decided`), `, ${others.join(', ')}.`)];
}

interface GoalRow {
  readonly name: string;
  readonly key: keyof StatedGoals;
}

const goalRows: readonly GoalRow[] = [
  { name: 'Workspace', key: 'workspace' },
  { name: 'Exfiltration prevention', key: 'exfiltrationPrevention' },
  { name: 'Internet outbound', key: 'internetOutbound' },
  { name: 'Cloud', key: 'cloud' },
  { name: 'Software', key: 'software' },
];

function goals({ design }: ExportInput): RootContent[] {
  const judged = goalsOf(design);
  const rows = goalRows.map(({ name, key }) => {
    const value = judged[key];
    const isStated = design.goals[key] !== undefined;
    return [
      name,
      typeof value === 'string' ? value : value.join(', ') || 'none',
      isStated ? 'Stated' : 'Not stated: judged by the strictest',
    ];
  });
  return [tableOr('', ['Goal', 'Value', 'Basis'], rows)];
}

function assumptions({ design, network }: ExportInput): readonly string[] {
  const { complete } = design.source;
  const completeness = complete
    ? 'The design is complete: what is not in it does not exist.'
    : 'The source is not complete: what it does not show may exist, so its absence is no error, and checks that need it are not decided.';
  const traced = network.requiredFlows().flatMap((flow) => network.trace(flow).assumptions);
  return [completeness, ...new Set(traced)];
}
