import type { Locator } from '@playwright/test';
import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';
import type { StartPage } from './pages/start-page.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';
import { tooSmallFile } from './too-small.ts';

const sentence = /image/i;

async function openExercise(start: StartPage, workspace: WorkspacePage): Promise<Locator> {
  await start.exercises.getByRole('button', { name: /^Environments no longer build/ }).click();
  await workspace.isChecked();
  return workspace.finding(sentence).first();
}

test('a finding is accepted in the list, stays visible, is revoked, and undo takes both back, by pointer', async ({
  start,
  workspace,
}) => {
  const row = await openExercise(start, workspace);
  await row.getByRole('button', { name: 'Why' }).click();
  await row.getByRole('button', { name: 'Accept' }).click();
  const form = row.getByRole('form', { name: 'Accept the finding' });
  await form.getByRole('button', { name: 'Accept' }).click();
  await expect(form.getByText('Say why this is acceptable.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Reason' }).fill('Images are built elsewhere');
  await form.getByRole('textbox', { name: 'Owner' }).fill('Ada');
  await form.getByLabel('Until').fill('2099-12-31');
  await form.getByRole('button', { name: 'Accept' }).click();

  await expect(row.getByRole('img', { name: /, accepted$/ })).toBeVisible();
  await expect(row).toContainText('Accepted until 2099-12-31 by Ada: Images are built elsewhere');
  await expect(workspace.count('errors')).toHaveCount(0);
  await expect(workspace.count('accepted')).toContainText('1');
  await expect(workspace.undo).toHaveAccessibleName(/^Undo accept “/);

  await row.getByRole('button', { name: 'Revoke' }).click();
  await expect(workspace.count('errors')).toContainText('1');
  await workspace.undo.click();
  await expect(workspace.count('accepted')).toContainText('1');
  await workspace.undo.click();
  await expect(workspace.count('errors')).toContainText('1');
  await expect(row).not.toContainText('Accepted until');
});

test('a finding that is accepted among errors keeps its row under the pointer, and is not called settled', async ({
  start,
  workspace,
  page,
}) => {
  await start.open(tooSmallFile(2));
  await workspace.isChecked();
  await workspace.count('errors').click();
  const row = workspace.finding(/needs \/26 or larger/).first();
  await row.getByRole('button', { name: 'Why' }).click();
  await row.getByRole('button', { name: 'Accept', exact: true }).click();
  const form = row.getByRole('form', { name: 'Accept the finding' });
  await form.getByRole('textbox', { name: 'Reason' }).fill('It does not grow');
  await form.getByRole('textbox', { name: 'Owner' }).fill('Ada');
  await form.getByLabel('Until').fill('2099-12-31');
  await form.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(row.getByRole('img', { name: /, accepted$/ })).toBeVisible();
  await expect(row.getByRole('button', { name: 'Gone' })).toHaveCount(0);
  await page.mouse.move(0, 0);
  await expect(workspace.finding(/needs \/26 or larger/), 'it is no error any more').toHaveCount(1);
});

test('a finding is accepted and revoked by keyboard, and the focus stays where it was', async ({
  start,
  workspace,
  page,
}) => {
  const row = await openExercise(start, workspace);
  await row.getByRole('button', { name: 'Why' }).focus();
  await page.keyboard.press('Enter');
  await row.getByRole('button', { name: 'Accept' }).focus();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row.getByRole('button', { name: 'Accept' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Known');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bo');
  await page.keyboard.press('Enter');
  await expect(row).toContainText(/Accepted until .* by Bo: Known/);
  await expect(row.getByRole('button', { name: 'Revoke' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('button', { name: 'Accept' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row).toContainText('by Bo: Known');
});

test('a finding is accepted at its resource', async ({ start, workspace }) => {
  const row = await openExercise(start, workspace);
  await row.getByRole('button', { name: sentence }).first().click();
  const card = workspace.inspector.getByRole('article');
  await card.getByRole('button', { name: 'Accept' }).click();
  await card.getByRole('textbox', { name: 'Reason' }).fill('Known');
  await card.getByRole('textbox', { name: 'Owner' }).fill('Bo');
  await card.getByLabel('Until').fill('');
  await card.getByRole('form').getByRole('button', { name: 'Accept' }).click();
  await expect(card).toContainText('Accepted without an end by Bo: Known');
  await expect(row).toContainText('Accepted without an end by Bo: Known');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });
    test('axe finds nothing in the form, nor in what is accepted', async ({ start, workspace, page }) => {
      test.slow();
      const row = await openExercise(start, workspace);
      await row.getByRole('button', { name: sentence }).first().click();
      await row.getByRole('button', { name: 'Why' }).click();
      await row.getByRole('button', { name: 'Accept' }).click();
      await row.getByRole('form').getByRole('button', { name: 'Accept' }).click();
      expect(await faultsOn(page)).toEqual([]);
      await row.getByRole('textbox', { name: 'Reason' }).fill('Known');
      await row.getByRole('textbox', { name: 'Owner' }).fill('Bo');
      await row.getByRole('form').getByRole('button', { name: 'Accept' }).click();
      await expect(workspace.count('accepted')).toContainText('1');
      expect(await faultsOn(page)).toEqual([]);
    });
  });
