import type { Page } from '@playwright/test';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import { CommandPalette } from './pages/command-palette.ts';
import { ExportDialog } from './pages/export-dialog.ts';
import { StartPage } from './pages/start-page.ts';

/** Waits until the page and its workers have asked for nothing for a while: on a busy machine workers start late. */
async function loads(page: Page, requests: () => readonly string[]) {
  do await page.waitForTimeout(2500);
  while (requests().length > 0);
}

test('once the page has loaded, work with it makes no request', async ({
  start,
  workspace,
  page,
  requests,
}) => {
  expect(requests().length).toBeGreaterThan(0);
  await loads(page, requests);
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await workspace.dragKind('Compute instance', workspace.item('snet-training'));
  await workspace.drop();
  await expect(workspace.item('ci-1')).toBeVisible();
  const remote = requests().filter((url) => /^(?:https?|wss?):/.test(url));
  expect(remote, 'requests after loading').toEqual([]);
});

test('once the page has loaded, all of it works without its server', async ({
  start,
  workspace,
  page,
  requests,
}) => {
  test.slow();
  await loads(page, requests);
  await page.context().setOffline(true);
  await start.plan.click();
  await page.getByRole('button', { name: 'Skip to the canvas' }).click();
  await workspace.isChecked();
  const palette = new CommandPalette(page);
  await palette.open();
  await page.keyboard.type('exercise');
  await expect(palette.options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  const dialog = new ExportDialog(page);
  await dialog.open();
  for (const format of ['PNG', 'SVG', 'Markdown checklist', 'draw.io diagram', 'SARIF', 'Isoplan design'])
    await dialog.save(format);
});

test('the policy is in force: script from a name or another origin cannot run', async ({
  start,
  page,
  baseURL,
}) => {
  await expect(start.openFromAzure).toBeVisible();
  const response = await page.request.get(baseURL ?? '');
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});

test('a part that is wanted while the network is away comes by itself when it is back', async ({
  browser,
  start,
}) => {
  // A page of its own: what could not be fetched stands in the console.
  const page = await browser.newPage();
  const part = '**/ShortcutsDialog-*.js';
  await page.route(part, (route) => route.abort('internetdisconnected'));
  await page.goto(start.page.url());
  await new StartPage(page).blankCanvas.click();
  await page.keyboard.press('?');
  const notice = page.getByText('A part of the page could not be loaded');
  await expect(notice).toBeVisible();
  await page.unroute(part);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(notice).toBeHidden();
  await page.close();
});

for (const [part, file] of [
  ['text-fault', { name: 'letter.txt', content: 'Dear network team, please open port 443.' }],
  ['reader', fixture('claims-export.json')],
  ['files.worker', fixture('claims-export.json')],
] as const)
  test(`a file whose reader (${part}) is not to be had is refused with the way on`, async ({
    browser,
    start,
  }) => {
    const page = await browser.newPage();
    await page.context().route(`**/${part}-*.js`, (route) => route.abort());
    await page.goto(start.page.url());
    // What has been tried ahead and did not come is tried again.
    if (part === 'files.worker') await page.waitForRequest(/files\.worker-/);
    await new StartPage(page).open(file);
    const refusal = page.getByRole('alert');
    await expect(refusal).toContainText('A part of Isoplan could not be loaded.');
    await expect(refusal).not.toContainText(/window|module|fetch|undefined/);
    await page.context().unroute(`**/${part}-*.js`);
    await refusal.getByRole('button', { name: 'Reload' }).click();
    await expect(refusal).toBeHidden();
    await page.close();
  });

test('a document whose writer is not to be had is refused in the dialog', async ({ browser, start }) => {
  const page = await browser.newPage();
  await page.context().route('**/mermaid-*.js', (route) => route.abort());
  await page.goto(start.page.url());
  await new StartPage(page).open(fixture('claims-export.json'));
  const dialog = new ExportDialog(page);
  await dialog.open();
  await dialog.choose('What to export', 'Documents and data');
  const row = dialog.dialog.getByRole('group', { name: 'Mermaid', exact: true });
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Not made');
  const reason = dialog.dialog.getByRole('region', { name: 'Mermaid' }).getByRole('alert');
  await expect(reason).toContainText('A part of Isoplan could not be loaded.');
  await expect(reason).not.toContainText(/window|module|fetch|undefined/);
  await page.close();
});
