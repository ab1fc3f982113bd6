// npm run build: dist/app is the page, dist/cli a program that runs from any folder with Node alone.
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, requireNode, root } from './prepare.mjs';

requireNode();
if (!installPackages()) process.exit(1);

const out = join(root, 'dist', 'cli');
const { build } = await import('vite');

const page = { root, logLevel: 'warn' };
const program = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: out,
    emptyOutDir: true,
    rolldownOptions: {
      output: { entryFileNames: 'isoplan.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
};

/** Says which part failed and why; the other is built all the same. */
async function succeeds(title, config) {
  try {
    await build(config);
    return true;
  } catch (error) {
    console.error(`The ${title} could not be built: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

const hasPage = await succeeds('page', page);
const hasProgram = await succeeds('terminal program', program);
if (!hasProgram) process.exit(1);

// Beside the program lies what it cannot hold: the renderer and the fonts that PNG text is drawn with.
const renderer = import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm');
const families = [
  import.meta.resolve('@fontsource/inter/package.json'),
  import.meta.resolve('@fontsource/geist-mono/package.json'),
];
cpSync(fileURLToPath(renderer), join(out, 'resvg.wasm'));
mkdirSync(join(out, 'fonts'), { recursive: true });
for (const family of families) {
  const files = join(dirname(fileURLToPath(family)), 'files');
  for (const name of readdirSync(files).filter((file) =>
    /^(inter-.*-(400|500|600)|geist-mono-latin-500)-normal\.woff2$/.test(file),
  ))
    cpSync(join(files, name), join(out, 'fonts', name));
}
// Says what the program is wherever the folder is copied to.
writeFileSync(join(out, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
chmodSync(join(out, 'isoplan.js'), 0o755);
if (hasPage) console.log('Built dist/app, the page.');
console.log('Built dist/cli/isoplan.js, the terminal program.');
process.exitCode = hasPage ? 0 : 1;
