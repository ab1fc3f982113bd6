/**
 * Plants one fault after the other in a copy of the engine, runs the engine's tests and the comparison with the oracle
 * on it, and prints which of them notice. Exits 1 when a fault is noticed by none.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults } from './planted-faults.ts';
import { table } from './timing.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = join(root, 'node_modules', '.cache', 'faults');

rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
for (const part of ['src', 'package.json', 'tsconfig.json', 'vite.config.ts'])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');

/** Test files that fail; none where all pass. */
function failing(): readonly string[] {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      'src/network',
      'src/testing/oracle',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { cwd: copy, stdio: 'ignore' },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly testResults: readonly { readonly name: string; readonly status: string }[];
  };
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => name.replaceAll('\\', '/').split('/').at(-1) ?? name)
    .sort();
}

const own = failing();
if (own.length > 0) {
  console.error(`Without any fault these fail: ${own.join(', ')}.`);
  process.exit(1);
}

const rows = faults.map(({ title, file, text, fault }) => {
  const path = join(copy, 'src', 'network', file);
  const sound = readFileSync(path, 'utf8');
  if (sound.split(text).length !== 2) {
    console.error(`${file} does not hold “${text}” exactly once: bring the list of faults up to date.`);
    process.exit(1);
  }
  writeFileSync(
    path,
    sound.replace(text, () => fault),
  );
  const noticed = failing();
  writeFileSync(path, sound);
  const isByOracle = noticed.includes('oracle.test.ts');
  console.error(`${title}: ${noticed.length === 0 ? 'NOTICED BY NONE' : `noticed by ${noticed.length}`}`);
  return [
    title,
    isByOracle ? 'yes' : 'no',
    noticed.filter((name) => name !== 'oracle.test.ts').join(', ') || '-',
  ];
});

rmSync(copy, { recursive: true, force: true });
console.log(table(['planted fault', 'oracle', 'tests'], rows));
const missed = rows.filter(([, byOracle, byTests]) => byOracle === 'no' && byTests === '-').length;
console.log(`${faults.length} faults, ${faults.length - missed} noticed`);
process.exitCode = missed > 0 ? 1 : 0;
