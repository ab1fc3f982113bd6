import type { Locator } from '@playwright/test';
import { expect, test } from './journey.ts';
import { tooSmallFile } from './too-small.ts';

test.use({ viewport: { width: 1280, height: 720 } });

/** How far the words of a row are from its upper and its lower edge, and whether the list shows all of it. */
const spacesOf = (row: Locator) =>
  row.evaluate((item) => {
    const words = item.querySelector('[aria-current] > span')?.getBoundingClientRect();
    const [{ top, bottom }, list] = [
      item.getBoundingClientRect(),
      item.closest('section')?.getBoundingClientRect(),
    ];
    if (!words || !list) throw new Error('No row of the findings');
    return {
      above: Math.round(words.top - top),
      below: Math.round(bottom - words.bottom),
      lines: Math.round(words.height / 16),
      isWhole: bottom <= list.bottom && bottom <= window.innerHeight,
    };
  });

test('a finding has its space around however many lines it takes, and the panel is as high as the only one', async ({
  start,
  workspace,
}) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  const row = workspace.finding(/lacks the queue and table endpoints/);
  const height = async () => (await workspace.findings.boundingBox())?.height ?? 0;
  const atOpening = await height();
  await workspace.item('stmlisolated').click();
  await expect(workspace.inspector).toBeVisible();
  await expect.poll(async () => (await spacesOf(row)).lines).toBe(2);
  const two = await spacesOf(row);
  expect(two.isWhole).toBe(true);
  expect(Math.min(two.above, two.below)).toBeGreaterThanOrEqual(7);
  expect(await height(), 'it was known beforehand').toBe(atOpening);

  const name = `stmlisolated${'-and-so-on'.repeat(10)}`;
  await workspace.selectedName.fill(name);
  await workspace.selectedName.press('Enter');
  await expect.poll(async () => (await spacesOf(row)).lines).toBe(3);
  await expect.poll(async () => (await spacesOf(row)).isWhole).toBe(true);
  const three = await spacesOf(row);
  expect(Math.min(three.above, three.below)).toBeGreaterThanOrEqual(7);

  const object = row.getByRole('button', { name, exact: true });
  await expect(object).toHaveAttribute('title', `${name}, Storage account`);
  expect((await object.boundingBox())?.height, 'two lines').toBeLessThanOrEqual(36);
});

test('findings that were set high by hand are no higher than the rows that a filter leaves', async ({
  start,
  workspace,
  page,
}) => {
  await start.exercises.getByRole('button', { name: /^Nodes start and never report/ }).click();
  await workspace.isChecked();
  await page.getByRole('separator', { name: 'Height of the findings' }).press('Home');
  const height = async () => (await workspace.findings.boundingBox())?.height ?? 0;
  await expect.poll(height).toBeGreaterThan(200);
  await workspace.findings.getByRole('button', { name: 'Notes 1' }).click();
  await expect.poll(height).toBeLessThanOrEqual(44 + 52);
  await workspace.findings.getByRole('button', { name: 'All 5' }).click();
  await expect.poll(height).toBeGreaterThan(200);
});

test('an error that an edit causes is seen, and takes nothing from under a pointer', async ({
  start,
  workspace,
  page,
}) => {
  await start.exercises.getByRole('button', { name: /^Nodes start and never report/ }).click();
  await workspace.isChecked();
  const caused = workspace.finding(/Blob endpoint missing/);
  const last = workspace.findings.getByRole('listitem').last();
  const removeEndpoint = async () => {
    await workspace.item('pep-storage-blob').press('Enter');
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ ratio: 0.95 });
    await page.keyboard.press('Delete');
  };
  await removeEndpoint();
  await expect(caused).toBeInViewport({ ratio: 0.95 });

  await page.keyboard.press('ControlOrMeta+z');
  await expect(caused).toHaveCount(0);
  await removeEndpoint();
  await expect(caused).toBeInViewport({ ratio: 0.95 });
});

test('what is gone gives way to keys at once, and to a pointer line by line', async ({
  start,
  workspace,
  page,
}) => {
  await start.open(tooSmallFile(3));
  await workspace.isChecked();
  const rows = workspace.finding(/needs \/26 or larger/);
  const told = workspace.findings.getByText('What to do', { exact: true });
  const gone = workspace.findings.getByRole('button', { name: 'Gone' });
  await rows.first().getByRole('button', { name: 'Why' }).click();
  await workspace.fixIn(rows.first()).click();
  await expect(gone).toHaveCount(1);
  await expect(told, 'under the pointer all stays').toBeVisible();
  await rows.nth(1).hover({ position: { x: 4, y: 4 } });
  await expect(told, 'one line is enough').toHaveCount(0);
  await expect(gone).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(gone).toHaveCount(0);
  await expect(workspace.count('errors')).toContainText('3');
});

test('a row that is pointed at or gone to by keys lights what it is about on the drawing', async ({
  start,
  workspace,
  page,
}) => {
  await start.open(tooSmallFile(1));
  await workspace.isChecked();
  const lit = page.locator('.canvas-drop-place');
  const boxOf = async (of: Locator) => {
    const { x = 0, y = 0 } = (await of.boundingBox()) ?? {};
    return [Math.round(x), Math.round(y)];
  };
  const row = workspace.finding(/needs \/26 or larger/).first();
  await row.hover();
  await expect(lit).toHaveCount(1);
  expect(await boxOf(lit)).toEqual(await boxOf(workspace.item('AzureBastionSubnet')));
  await page.mouse.move(4, 4);
  await expect(lit).toHaveCount(0);
  await row.getByRole('button').first().focus();
  await expect(lit).toHaveCount(1);
  await workspace.canvas.focus();
  await expect(lit).toHaveCount(0);
});
