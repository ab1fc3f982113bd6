import {
  type Comparison,
  compareDesigns,
  type Design,
  kinds,
  type PropertyChange,
  pathOf,
  type Resource,
  wordsOf,
} from '#model';
import { fileOptions, parse, readFileOptions, readWord } from './arguments.ts';
import { goalNames } from './check-json.ts';
import type { ExitStatus, Io } from './io.ts';
import { section, wrapped } from './layout.ts';
import { oneLine } from './one-line.ts';
import { type OpenedDesign, openDesign } from './open-design.ts';
import { refuseRules } from './open-rules.ts';
import { UsageFault } from './usage-fault.ts';

/** `isoplan compare A B`: two designs by meaning. */
export async function compareCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, fileOptions);
  const options = readFileOptions(values);
  refuseRules(options);
  const format = readWord('--format', options.format ?? 'text', ['text', 'json']);
  const [first, second, ...more] = positionals;
  if (first === undefined || second === undefined) throw new UsageFault('two FILEs are compared: A and B.');
  if (more.length > 0) throw new UsageFault(`${more[0]}: two FILEs are compared, no more.`);
  const before = await openDesign([first], options, io);
  const after = first === second ? before : await openDesign([second], options, io);
  const comparison = compareDesigns(before.design, after.design);
  io.print(
    format === 'json'
      ? comparisonJson(before.design, after.design, comparison)
      : comparisonText([first, before], [second, after], comparison),
  );
  return comparison.isEqual ? 0 : 1;
}

const goalChanges = ({ goals }: Comparison): readonly PropertyChange[] =>
  goals.map((change) => ({ ...change, property: goalNames[change.property] ?? change.property }));

function comparisonJson(before: Design, after: Design, comparison: Comparison): string {
  const named = (design: Design, one: Resource) => ({
    kind: one.kind,
    name: one.name,
    path: pathOf(design, one),
  });
  const report = {
    equal: comparison.isEqual,
    added: comparison.added.map((one) => named(after, one)),
    removed: comparison.removed.map((one) => named(before, one)),
    changed: comparison.changed.map((one) => ({ ...named(before, one.before), changes: one.changes })),
    goals: goalChanges(comparison),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

type NamedDesign = readonly [file: string, opened: OpenedDesign];

function comparisonText([a, before]: NamedDesign, [b, after]: NamedDesign, comparison: Comparison): string {
  const { added, removed, changed, isEqual } = comparison;
  const goals = goalChanges(comparison);
  const counts = [
    `${added.length} added`,
    `${removed.length} removed`,
    `${changed.length} changed`,
    ...(goals.length > 0 ? [`${goals.length} goals changed`] : []),
  ];
  const place = (design: Design, one: Resource) => `${kinds[one.kind].title} ${pathOf(design, one)}`;
  const lines = [
    isEqual ? `Equal: ${a} and ${b} mean the same.` : `Different: from ${a} to ${b}, ${counts.join(', ')}.`,
    ...extentText(before.design, after.design),
    ...section('Added', added, (one) => [`  + ${place(after.design, one)}`]),
    ...section('Removed', removed, (one) => [`  - ${place(before.design, one)}`]),
    ...section('Changed', changed, (one) => [
      `  ~ ${place(before.design, one.before)}`,
      ...one.changes.flatMap(changeLines),
    ]),
    ...section('Goals', goals, changeLines),
    ...(isEqual ? understoodText([before, after]) : []),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}

/** Whether what is absent counts as absent is said of a file, not of what it holds. */
const extentText = (before: Design, after: Design): readonly string[] =>
  before.source.complete === after.source.complete
    ? []
    : wrapped(
        `The ${before.source.complete ? 'first' : 'second'} is taken as complete and the other is not: what is absent means less there.`,
        '',
      );

/** Parts that were not understood were not compared. */
const understoodText = (opened: readonly OpenedDesign[]): readonly string[] =>
  opened.some(({ notes }) => notes.length > 0)
    ? ['What was not understood is not compared; isoplan check lists it.']
    : [];

const changeLines = ({ property, before, after }: PropertyChange): readonly string[] =>
  wrapped(`${property}: ${wordsOf(before)} → ${wordsOf(after)}`, '      ');
