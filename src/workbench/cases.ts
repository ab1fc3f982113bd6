import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type InputFile, importFiles } from '#importers';
import { type Design, findResource } from '#model';
import { type CheckResult, check, type Finding } from '#rules';
import { renamed } from '#testing';
import { type Answer, caseAnswers } from './case-answers.ts';
import { table } from './timing.ts';

/** `npm run cases`: prints what is found in the real inputs beside the repository, to be read against their answers. */
const folder = fileURLToPath(new URL('../../../shared/cases/', import.meta.url));
const today = '2026-11-23';

/** What Azure Resource Graph leaves out of its answers. */
const notInGraph =
  /\/(computes|privatednszonegroups|rulecollectiongroups|forwardingrules|outboundrules|onlineendpoints|batchendpoints|deployments)$/i;

const wanted = process.argv.slice(2);

function inputs(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])resources[^\\/]*\.json$/i.test(path))
    .filter((path) => wanted.length === 0 || wanted.some((word) => path.includes(word)))
    .sort();
}

/** The text as it is, and as Resource Graph would have given it. */
function withoutGraphGaps(text: string): string {
  const rows: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!Array.isArray(rows)) return text;
  return JSON.stringify(
    rows.filter((row: unknown) => {
      const type: unknown = typeof row === 'object' && row !== null && 'type' in row ? row.type : undefined;
      return !notInGraph.test(String(type));
    }),
  );
}

/** Names as the answers write them: a subnet with its network, where it lies in one. */
function namesAt({ at }: Finding, design: Design): readonly string[] {
  return at.flatMap((id) => {
    const resource = findResource(design, id);
    if (!resource) return [];
    const parent = findResource(design, resource.parent);
    return resource.kind === 'subnet' && parent
      ? [resource.name, `${parent.name}/${resource.name}`]
      : [resource.name];
  });
}

const rank = { error: 3, warning: 2, note: 1 } as const;

/** How a design's findings stand to the answers: what was found, what not, and what was said and should not have been. */
function judge(path: string, design: Design, known: ReadonlySet<string> | undefined) {
  const { findings } = check(design, { today });
  const told = findings.map((finding) => ({ finding, names: namesAt(finding, design) }));
  const { mustFind, mustNotReport } = caseAnswers[path] ?? { mustFind: [], mustNotReport: [] };
  const about = ({ rule, at }: Answer) =>
    told.filter(
      (one) =>
        one.finding.rule === rule && one.names.map((name) => name.replaceAll(/(^|\/)q/g, '$1')).includes(at),
    );
  const states = mustFind.map((answer) => {
    const said = about(answer).map(({ finding }) => finding);
    if (
      said.some(
        ({ verdict, severity }) => verdict !== 'cannot-tell' && rank[severity] >= rank[answer.severity],
      )
    )
      return { answer, state: 'hit' as const };
    return {
      answer,
      state: known && isUndecided(answer, findings) ? ('undecided' as const) : ('miss' as const),
    };
  });
  const failed = told.filter(({ finding }) => finding.verdict !== 'cannot-tell');
  const alarms = mustNotReport.flatMap(({ alarm, rule, at }) =>
    failed.some((one) => one.finding.rule === rule && (!at || one.names.some((name) => at.test(name))))
      ? [alarm]
      : [],
  );
  // Of a poorer export nothing may be said that the whole one does not say.
  const beyond = known
    ? failed.flatMap(({ finding }) =>
        finding.severity !== 'note' && !known.has(keyOf(finding)) ? [finding.text] : [],
      )
    : [];
  return {
    hits: states.filter(({ state }) => state === 'hit').length,
    undecided: states.filter(({ state }) => state === 'undecided').length,
    misses: states.flatMap(({ state, answer }) => (state === 'miss' ? [answer.answer] : [])),
    alarms: [...alarms, ...beyond],
    keys: new Set(failed.map(({ finding }) => keyOf(finding))),
  };
}

const keyOf = ({ rule, at }: Finding): string => `${rule} ${[...at].sort().join(' ')}`;

/** Without the part that a poorer export leaves out, a rule may say that it cannot tell, and no more. */
const isUndecided = ({ rule }: Answer, findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.rule === rule && finding.verdict === 'cannot-tell');

const rowsOf = (text: string): readonly unknown[] | undefined => {
  const rows: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  return Array.isArray(rows) ? rows : undefined;
};

/** The rows in the other order, every other one in a second file. */
function scattered(path: string, text: string): readonly InputFile[] {
  const rows = rowsOf(text)?.toReversed();
  if (!rows) return [{ name: path, text }];
  return [0, 1].map((part) => ({
    name: `${part} ${path}`,
    text: JSON.stringify(rows.filter((_, at) => at % 2 === part)),
  }));
}

const opened = (files: readonly InputFile[], complete: boolean): Design | undefined => {
  const result = importFiles(files, { complete });
  return result.ok ? result.design : undefined;
};

function tableRows(path: string, text: string): readonly (readonly string[])[] {
  const whole = opened([{ name: path, text }], true);
  const answers = caseAnswers[path];
  if (!whole || !answers) return [];
  const asked = answers.mustFind.length;
  const first = judge(path, whole, undefined);
  const others: readonly (readonly [string, Design | undefined, ReadonlySet<string> | undefined])[] = [
    ['renamed', renamed(whole), undefined],
    ['reordered, in two files', opened(scattered(path, text), true), undefined],
    ['as Resource Graph gives it', opened([{ name: path, text: withoutGraphGaps(text) }], false), first.keys],
  ];
  const rowOf = (way: string, { hits, undecided, misses, alarms }: typeof first) => [
    path,
    way,
    `${hits} of ${asked}`,
    String(undecided),
    misses.join('; ') || '0',
    alarms.join('; ') || '0',
  ];
  return [
    rowOf('complete', first),
    ...others.map(([way, design, known]) =>
      design ? rowOf(way, judge(path, design, known)) : [path, way, 'does not open', '', '', ''],
    ),
  ];
}

function report(title: string, text: string, complete: boolean): void {
  const opened = importFiles([{ name: title, text }], { complete });
  console.log(`\n${title}, ${complete ? 'complete' : 'as Resource Graph gives it'}`);
  if (!opened.ok) {
    console.log(`  ${opened.error}`);
    return;
  }
  const { design, notes } = opened;
  const result: CheckResult = check(design, { today });
  console.log(`  ${JSON.stringify(result.summary)}`);
  for (const { verdict, severity, rule, at, text: sentence } of result.findings) {
    const names = at.map((id) => findResource(design, id)?.name ?? id).join(', ');
    console.log(
      `  ${verdict === 'cannot-tell' ? '?' : severity.charAt(0).toUpperCase()} ${rule} [${names}] ${sentence}`,
    );
  }
  for (const { what, because } of notes) console.log(`  · ${what}: ${because}`);
}

if (!existsSync(folder)) console.log('There are no cases: ../shared/cases is absent.');
else {
  const rows: (readonly string[])[] = [];
  for (const path of inputs()) {
    const text = readFileSync(join(folder, path), 'utf8');
    report(path, text, true);
    report(path, withoutGraphGaps(text), false);
    rows.push(...tableRows(path, text));
  }
  console.log();
  console.log(table(['input', 'as', 'hits', 'cannot tell', 'misses', 'false alarms'], rows));
}
