import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';

test('what was drawn is there again after the page is loaded anew', async ({ start, workspace, page }) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await workspace.dragKind('Compute instance', workspace.item('snet-training'));
  await workspace.drop();
  await expect(workspace.item('ci-1')).toBeVisible();
  await expect.poll(() => page.evaluate(keptText)).toContain('"ci-1"');
  await page.reload();
  await expect(workspace.item('ci-1')).toBeVisible();
  await expect(workspace.item('stclaimsml')).toBeVisible();
});

test('edits made right before the page is loaded anew are kept', async ({ start, workspace, page }) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await workspace.item('stclaimsml').click();
  for (const name of ['stclaimsa', 'stclaimsb', 'stclaimsc']) {
    await workspace.selectedName.fill(name);
    await workspace.selectedName.press('Enter');
  }
  await page.reload();
  await expect(workspace.item('stclaimsc')).toBeVisible();
});

test('the steps of undo come back with the design, from another one and after the page was loaded anew', async ({
  start,
  workspace,
  page,
}) => {
  const undo = page.getByRole('button', { name: 'Undo' });
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await workspace.item('stclaimsml').click();
  for (const name of ['stclaimsa', 'stclaimsb']) {
    await workspace.selectedName.fill(name);
    await workspace.selectedName.press('Enter');
  }
  await expect(workspace.item('stclaimsb')).toBeVisible();
  await page.getByRole('button', { name: 'Isoplan, to the start screen' }).click();
  await start.openArchitecture(/^One virtual network/);
  await workspace.isChecked();
  await expect(undo).toBeDisabled();
  await page.getByRole('button', { name: 'Design menu' }).click();
  await page.getByRole('group', { name: 'Other designs in this browser' }).getByRole('menuitem').click();
  await expect(workspace.item('stclaimsb')).toBeVisible();
  await expect(undo).toBeEnabled();
  await undo.click();
  await expect(workspace.item('stclaimsa')).toBeVisible();

  await page.reload();
  await expect(workspace.item('stclaimsa')).toBeVisible();
  await expect(undo).toBeEnabled();
  await undo.click();
  await expect(workspace.item('stclaimsml')).toBeVisible();
  await expect(undo).toBeDisabled();
  const redo = page.getByRole('button', { name: 'Redo' });
  await redo.click();
  await redo.click();
  await expect(workspace.item('stclaimsb')).toBeVisible();
});

test('a kept design that was removed comes back to its place', async ({ start, workspace, page }) => {
  const toStart = () => page.getByRole('button', { name: 'Isoplan, to the start screen' }).click();
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await toStart();
  await start.openArchitecture(/^One virtual network/);
  await workspace.isChecked();
  await toStart();
  const names = start.recentDesigns.getByRole('listitem').getByRole('strong');
  await expect(names).toHaveCount(2);
  const before = await names.allTextContents();
  await start.recentDesigns.getByRole('button', { name: `Remove ${before[1]} from this browser` }).click();
  await expect(names).toHaveText(before.slice(0, 1));
  // In sight as a whole, not as a slice of its card.
  const card = await page.getByRole('status').filter({ hasText: 'Removed' }).boundingBox();
  const undo = page.getByRole('button', { name: 'Undo' });
  const button = await undo.boundingBox();
  expect((card?.y ?? 0) + (card?.height ?? 0)).toBeGreaterThan((button?.y ?? 0) + (button?.height ?? 0));
  await undo.click();
  await expect(names).toHaveText(before);
  await start.recentDesigns
    .getByRole('button', { name: before[1] ?? '' })
    .first()
    .click();
  await workspace.isChecked();
});

test('the page loaded anew shows the design at once, and never the start screen before it', async ({
  start,
  workspace,
  page,
}) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await expect.poll(() => page.evaluate(keptText)).toContain('stclaimsml');
  await page.addInitScript(() => {
    const look = () => {
      const headings = [...document.querySelectorAll('h1')].map(({ textContent }) => textContent);
      if (headings.some((text) => text.startsWith('Plan the network')))
        document.documentElement.dataset.sawStart = 'true';
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(workspace.item('stclaimsml')).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-saw-start');
  await page.getByRole('button', { name: 'Isoplan, to the start screen' }).click();
  await expect(page.locator('html'), 'the screen is told by this').toHaveAttribute('data-saw-start');
});

/** All that this browser keeps, as text. */
async function keptText() {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('isoplan');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const values = await new Promise<unknown[]>((resolve, reject) => {
    const request = database.transaction('designs').objectStore('designs').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return values.map((value) => (typeof value === 'object' ? Object.values(value ?? {}).join() : '')).join();
}
