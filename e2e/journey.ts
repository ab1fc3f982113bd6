import { test as base, expect } from '@playwright/test';
import { StartPage } from './pages/start-page.ts';
import { WorkspacePage } from './pages/workspace-page.ts';

declare global {
  interface Window {
    /** What the content security policy stopped, as directive and address. */
    policyViolations: string[];
  }
}

interface Journey {
  readonly start: StartPage;
  readonly workspace: WorkspacePage;
  /** Requests made since the last call. */
  readonly requests: () => readonly string[];
}

/**
 * A journey in a fresh browser profile. Whatever it does, no script error, no dialog, no request to another origin
 * and no violation of the content security policy may happen on the way.
 */
export const test = base.extend<Journey & { guard: { requests: string[] } }>({
  guard: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const requests: string[] = [];
      page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        const url = request.url();
        requests.push(url);
        if (/^(?:https?|wss?):/.test(url) && !url.startsWith(baseURL ?? '')) faults.push(`request to ${url}`);
      });
      await page.addInitScript(() => {
        window.policyViolations = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          window.policyViolations.push(`${effectiveDirective} ${blockedURI}`),
        );
      });
      await use({ requests });
      const violations = await page.evaluate(() => window.policyViolations);
      expect([...faults, ...violations], 'nothing forbidden happens on the way').toEqual([]);
    },
    { auto: true },
  ],
  requests: async ({ guard }, use) => {
    await use(() => guard.requests.splice(0));
  },
  start: async ({ page }, use) => {
    const start = new StartPage(page);
    await start.visit();
    await use(start);
  },
  workspace: async ({ page }, use) => {
    await use(new WorkspacePage(page));
  },
});

export { expect };
