// npm test: everything, on a fresh clone with nothing before it.
import { findChromium, installPackages, requireNode, root, run, tool } from './prepare.mjs';

requireNode();

// Colour codes in a log file are noise.
const isTerminal = Boolean(process.stdout.isTTY);
const plain = isTerminal ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };

const steps = [
  { title: 'format and lint', program: 'biome', args: ['ci', ...(isTerminal ? [] : ['--colors=off']), '.'] },
  { title: 'types', program: 'tsc', args: [] },
  { title: 'types without the DOM', program: 'tsc', args: ['-p', 'src/tsconfig.headless.json'] },
  { title: 'architecture, unit and property tests', program: 'vitest', args: ['run'] },
  { title: 'dead code', program: 'knip', args: [] },
  { title: 'generated docs are current', program: 'tsx', args: ['src/workbench/docs.ts', '--verify'] },
  { title: 'build of page and terminal program', program: 'node', args: ['.ci/build.mjs'] },
  {
    title: 'browser tests',
    program: 'playwright',
    args: ['test', '-c', 'e2e'],
    needs: async () => {
      const chromium = await findChromium();
      return chromium && { CHROMIUM_PATH: chromium };
    },
  },
];

const alone = (command) => (command.startsWith('node ') ? command : `npx ${command}`);

const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

async function passes({ program, args, needs }) {
  const env = needs ? await needs() : {};
  if (!env) return false;
  return run(program === 'node' ? process.execPath : tool(program), args, { env: { ...plain, ...env } });
}

const results = [];
console.log(`Isoplan: ${steps.length} checks in ${root}, Node ${process.versions.node}`);
const hasPackages = installPackages();

for (const [at, step] of steps.entries()) {
  const command = [step.program, ...step.args].join(' ');
  console.log(`\n=== ${at + 1}/${steps.length} ${step.title}: ${command}`);
  if (!hasPackages) console.log('Not run: the packages are not installed.');
  const start = performance.now();
  const hasPassed = hasPackages && (await passes(step));
  const time = secondsSince(start);
  console.log(`--- ${step.title}: ${hasPassed ? 'passed' : 'FAILED'} in ${time}`);
  results.push({ title: step.title, command, hasPassed, time });
}

console.log('\n=== Result');
for (const { title, command, hasPassed, time } of results)
  console.log(
    hasPassed
      ? `passed  ${title} (${time})`
      : `FAILED  ${title} (${time}): run it alone with ${alone(command)}`,
  );

const failed = results.filter(({ hasPassed }) => !hasPassed).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
