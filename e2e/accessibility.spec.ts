import { faultsOn } from './axe.ts';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the start screen', async ({ start, page }) => {
      await expect(start.openFromAzure).toBeVisible();
      expect(await faultsOn(page)).toEqual([]);
    });

    test('axe finds nothing in the workspace', async ({ start, workspace, page }) => {
      test.slow();
      await start.open(fixture('claims-export.json'));
      await workspace.isChecked();
      await workspace.item('snet-training').press('Enter');
      await expect(workspace.inspector).toBeVisible();
      expect(await faultsOn(page)).toEqual([]);
    });
  });
