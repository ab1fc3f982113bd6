// npm run bench [name …]: builds the benchmarks as the product is built, so that they time what people run, and runs them.
import { join } from 'node:path';
import { installPackages, requireNode, root, run } from './prepare.mjs';

requireNode();
if (!installPackages()) process.exit(1);

const out = join(root, 'node_modules', '.cache', 'bench');
const { build } = await import('vite');
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/workbench/bench.ts',
    target: 'node20',
    outDir: out,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'bench.mjs', codeSplitting: false } },
  },
});
process.exitCode = run(process.execPath, [join(out, 'bench.mjs'), ...process.argv.slice(2)]) ? 0 : 1;
