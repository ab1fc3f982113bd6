import { defineConfig } from '@playwright/test';
import { launchOptions } from './launch-options.ts';

/** Another where several copies of the project are tested at the same time. */
const port = Number(process.env.ISOPLAN_E2E_PORT ?? 41_739);
const origin = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  workers: 2,
  // A shared machine may stall for seconds; what passes only the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: origin,
    viewport: { width: 1600, height: 1000 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    launchOptions,
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: '..',
    url: origin,
    reuseExistingServer: false,
  },
});
