import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vitest/config';
import { stylesInFiles } from './src/workbench/styles-in-files.ts';
import { usedParts } from './src/workbench/used-parts.ts';

/**
 * Nothing leaves the machine: no other origin, no inline code, no eval. The style hash is that of the empty
 * string: emotion's style element is empty, its rules enter by CSSOM.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types isoplan',
].join('; ');

/** Hosts that cannot send headers still get the policy; what only a header can say is listed in the README. */
const policyInPage = (): Plugin => ({
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
});

const workerMark = '\0worker:';

/** Workers are chunks of the page: what both need is in files that both use, fetched once and kept once. */
const workersInPage = (): Plugin => ({
  name: 'workers-in-page',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    const [file, query] = source.split('?');
    if (file === undefined || query !== 'worker&url') return null;
    const found = await this.resolve(file, importer);
    return found && `${workerMark}${found.id}`;
  },
  load(id) {
    if (!id.startsWith(workerMark)) return null;
    const reference = this.emitFile({ type: 'chunk', id: id.slice(workerMark.length) });
    return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
  },
  generateBundle(_, bundle) {
    const importsOf = (file: string): readonly string[] => {
      const chunk = bundle[file];
      return chunk?.type === 'chunk' ? chunk.imports : [];
    };
    for (const worker of Object.keys(bundle).filter((file) => file.includes('.worker-'))) {
      const needed = new Set([worker]);
      for (const file of needed) for (const other of importsOf(file)) needed.add(other);
      for (const file of needed)
        if (bundle[file]?.type === 'chunk' && bundle[file].name === 'page')
          this.error(`${worker} would fetch the page, which needs a document`);
    }
  },
});

/** The parts of the screen that Material UI comes with. */
const usesMaterial = /^(BlueprintDetails|ExportDialog|GoalsPopover|Inspector|SeveralInspector)$/;

/** Material UI is an eighth of what the first screens would need: none of it comes with them. */
const materialOnUse = (): Plugin => ({
  name: 'material-on-use',
  apply: 'build',
  generateBundle(_, bundle) {
    for (const start of Object.values(bundle)) {
      if (start.type !== 'chunk' || !(start.isEntry || start.isDynamicEntry) || usesMaterial.test(start.name))
        continue;
      const needed = new Set([start.fileName]);
      for (const file of needed) {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk') continue;
        for (const other of chunk.imports) needed.add(other);
        if (chunk.moduleIds.some((id) => /\/node_modules\/@(mui|emotion)\//.test(id)))
          this.error(`${start.name} would fetch Material UI in ${file}`);
      }
    }
  },
});

/**
 * What is fetched before a design can be edited, in a few files: many small ones compress badly. A module goes to the
 * first that takes it, with all that it needs, so what a worker needs comes before what only the page has.
 */
const together: readonly (readonly [string, RegExp])[] = [
  [
    'engine',
    /\/src\/((model|catalog|network|rules|drawing|layout)\/|app\/(new-id|[a-z]+-delta)\.)|\/zod\/|preload-helper/,
  ],
  ['files', /\/src\/importers\//],
  [
    'page',
    /\/src\/(app\/(?!.*\.worker|fonts|decode-text)|(canvas|commands|panels|store|ui)\/)|\/node_modules\/(@xyflow|d3-|react|zustand|zundo|idb-keyval)/,
  ],
];

export default defineConfig({
  // Relative, so that the page can be served from any folder.
  base: './',
  // One page: an unknown path is not found, instead of the page under a wrong address.
  appType: 'mpa',
  plugins: [react(), stylesInFiles(), policyInPage(), workersInPage(), materialOnUse(), usedParts()],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2023',
    // What a worker loads on use it loads itself: there is no document to write a hint into.
    modulePreload: {
      // Every browser of the target has it.
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    // Kilobytes. The workspace needs all of its code at once, and formats load on use.
    chunkSizeWarningLimit: 1400,
    rolldownOptions: {
      // Written before modules could say so themselves: what nobody uses of them can be left out.
      treeshake: { moduleSideEffects: [{ test: /hoist-non-react-statics|react-is/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: together.map(([name, test]) => ({ name, test, tags: ['$initial'] })),
        },
      },
    },
  },
  worker: { format: 'es' },
  resolve: {
    alias: {
      'd3-transition': fileURLToPath(new URL('src/canvas/viewport/transition.ts', import.meta.url)),
      // Of two builds the bundler would take the one that asks a document, which a worker has not.
      'decode-named-character-reference': fileURLToPath(
        new URL('node_modules/decode-named-character-reference/index.js', import.meta.url),
      ),
    },
  },
  preview: {
    host: '127.0.0.1',
    headers: {
      'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['src/testing/fixed-seed.ts'],
    pool: 'threads',
    // Tests share no state, so each thread loads the rooms once: a third of the time.
    isolate: false,
    // No test judges speed, so a busy machine must not fail one.
    testTimeout: 60_000,
  },
});
