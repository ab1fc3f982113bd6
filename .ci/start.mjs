// npm start: installs what is missing, builds what is stale, serves the page on loopback.
import { giveUp, installPackages, isPageStale, requireNode, run, tool } from './prepare.mjs';

requireNode();
if (!installPackages()) process.exit(1);
if (isPageStale()) {
  console.log('Building the page …');
  if (!run(tool('vite'), ['build', '--logLevel', 'warn'])) giveUp('The page could not be built: see above.');
}

// `preview` sends the headers of vite.config.ts with every file, the worker's included.
const { preview } = await import('vite');
const server = await preview({ preview: { port: 4173, strictPort: false } });
const address = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/';
console.log(`\nIsoplan is served at ${address}  (Ctrl+C ends it)`);
