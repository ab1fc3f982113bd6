/** `npm run look -- OUT [--only REGEX] [--variants L16,D16,L12,D12]`: a picture of every screen and state. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sizes } from './variants.ts';

const usage = 'npm run look -- OUT [--only REGEX] [--variants L16,D16,L12,D12]';

function fail(reason: string): never {
  process.stderr.write(`${reason}\n${usage}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { only: { type: 'string' }, variants: { type: 'string' } },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = readArguments();
const [out, ...others] = positionals;
if (out === undefined || others.length > 0) fail('Name one folder for the pictures.');
try {
  new RegExp(values.only ?? '');
} catch {
  fail(`--only is no regular expression: ${values.only}`);
}
const known = sizes.flatMap(({ variants }) => variants.map(({ name }): string => name));
const unknown = (values.variants ?? '').split(',').filter((name) => name !== '' && !known.includes(name));
if (unknown.length > 0) fail(`Not a variant: ${unknown.join(', ')}.`);

const { status } = spawnSync('npx', ['playwright', 'test', '-c', 'e2e/look'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ISOPLAN_LOOK_OUT: resolve(out),
    ISOPLAN_LOOK_ONLY: values.only ?? '',
    ISOPLAN_LOOK_VARIANTS: values.variants ?? '',
  },
});
process.exitCode = status ?? 1;
