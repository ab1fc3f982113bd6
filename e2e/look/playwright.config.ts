import { defineConfig } from '@playwright/test';
import { launchOptions } from '../launch-options.ts';
import { askedOf, sizes } from './variants.ts';

/** What is pictured: the build of this tree, or what is served elsewhere. */
const elsewhere = process.env.ISOPLAN_LOOK_ORIGIN;
const port = Number(process.env.ISOPLAN_LOOK_PORT ?? 41_738);
const origin = elsewhere ?? `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.look.ts',
  outputDir: '../../test-results/look',
  fullyParallel: true,
  workers: 2,
  // Each state has a limit of its own.
  timeout: 0,
  // Even while other work has the machine.
  expect: { timeout: 20_000 },
  reporter: './reporter.ts',
  use: { baseURL: origin, actionTimeout: 20_000, reducedMotion: 'reduce', launchOptions },
  projects: sizes
    .filter(({ variants }) => askedOf(variants).length > 0)
    .map(({ viewport, variants }) => ({
      name: `${viewport.width} × ${viewport.height}`,
      use: { viewport },
      metadata: { variants: askedOf(variants) },
    })),
  ...(elsewhere === undefined
    ? {
        webServer: {
          command: `npx vite preview --port ${port} --strictPort`,
          cwd: '../..',
          url: origin,
          reuseExistingServer: false,
        },
      }
    : {}),
});
