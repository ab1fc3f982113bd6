import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });
    test('the page of a rule opens from a finding, and leads back to it', async ({
      start,
      workspace,
      page,
    }) => {
      test.slow();
      await start.exercises.getByRole('button').first().click();
      await workspace.isChecked();
      const row = workspace.finding(/File endpoint missing/);
      await row.getByRole('button', { name: 'Why' }).click();
      await row.getByRole('button', { name: 'Read the rule “Private endpoint is missing”' }).click();
      const dialog = page.getByRole('dialog', { name: 'Private endpoint is missing' });
      await expect(dialog).toContainText(/read \d{4}-\d\d-\d\d, (?:today|\d+ days? ago)/);
      await expect(dialog).toContainText(/Passed \d+ times\./);
      expect(await faultsOn(page)).toEqual([]);
      await dialog.getByRole('button', { name: /^File endpoint missing/ }).click();
      await expect(dialog).toBeHidden();
      await expect(workspace.inspector.getByRole('article')).toContainText('File endpoint missing');
    });
  });
