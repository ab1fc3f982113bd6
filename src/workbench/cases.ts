import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFiles } from '#importers';
import { findResource } from '#model';
import { type CheckResult, check } from '#rules';

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
else
  for (const path of inputs()) {
    const text = readFileSync(join(folder, path), 'utf8');
    report(path, text, true);
    report(path, withoutGraphGaps(text), false);
  }
