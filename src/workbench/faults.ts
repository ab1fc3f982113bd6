/**
 * Plants one fault after the other in a copy of the engine, runs the engine's tests and the comparison with the oracle
 * on it, each up to its first failure, and prints which of them notice. Exits 1 when a fault is noticed by none.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** Which test files of a folder fail, up to the first failure seen; none where all pass. */
function failing(folder: string): readonly string[] {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const options = ['--bail=1', '--reporter=json', `--outputFile=${report}`];
  spawnSync(process.execPath, [vitest, 'run', folder, ...options], { cwd: copy, stdio: 'ignore' });
  // A fault may bring the run itself down, which nobody overlooks.
  if (!existsSync(report)) return ['the run itself'];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly assertionResults: readonly { readonly status: string }[];
    }[];
  };
  return testResults
    .filter(({ assertionResults }) => assertionResults.some(({ status }) => status === 'failed'))
    .map(({ name }) => name.replaceAll('\\', '/').split('/').at(-1) ?? name)
    .sort();
}

const [tests, oracle] = ['src/network', 'src/testing/oracle'] as const;
const own = [...failing(tests), ...failing(oracle)];
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
  const noticed = failing(tests);
  const isByOracle = failing(oracle).length > 0;
  writeFileSync(path, sound);
  const by = [...(isByOracle ? ['the oracle'] : []), ...noticed].join(', ');
  console.error(`${title}: ${by === '' ? 'NOTICED BY NONE' : `noticed by ${by}`}`);
  return [title, isByOracle ? 'yes' : 'no', noticed.join(', ') || '-'];
});

rmSync(copy, { recursive: true, force: true });
console.log(table(['planted fault', 'oracle', 'tests'], rows));
const missed = rows.filter(([, byOracle, byTests]) => byOracle === 'no' && byTests === '-').length;
console.log(`${faults.length} faults, ${faults.length - missed} noticed`);
process.exitCode = missed > 0 ? 1 : 0;
