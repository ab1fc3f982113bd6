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
