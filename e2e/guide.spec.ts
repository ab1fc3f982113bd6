import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });
    test('a newcomer mends a design in four steps, and axe finds nothing on the way', async ({
      start,
      workspace,
      page,
    }) => {
      test.slow();
      await start.visit();
      expect(await faultsOn(page)).toEqual([]);
      await page
        .getByRole('region', { name: 'First steps' })
        .getByRole('button', { name: 'Show me' })
        .click();
      await workspace.isChecked();
      const guide = page.getByRole('region', { name: 'Guide' });
      await guide.getByRole('button', { name: 'Read the worst finding' }).click();
      await expect(guide).toContainText('2 of 4');
      await expect(workspace.inspector.getByRole('article')).toBeVisible();
      expect(await faultsOn(page)).toEqual([]);
      await guide.getByRole('button', { name: 'Preview the fix' }).click();
      await expect(page.getByRole('region', { name: 'Preview of the fix' })).toBeVisible();
      await guide.getByRole('button', { name: 'Apply the fix' }).click();
      await expect(guide).toContainText('See the proof');
      await guide.getByRole('button', { name: 'Show the proof' }).click();
      await expect(guide).toContainText('4 of 4');
      await workspace.undo.click();
      await expect(guide).not.toContainText('4 of 4');
      await guide.getByRole('button', { name: 'Close the guide' }).click();
      await expect(guide).toHaveCount(0);
    });
  });
