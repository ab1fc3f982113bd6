import { faultsOn } from './axe.ts';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import { ExportDialog } from './pages/export-dialog.ts';

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

    test('axe finds nothing in the export dialog, its documents, and the menus of the top bar', async ({
      start,
      workspace,
      page,
    }) => {
      test.slow();
      await start.openArchitecture(/^Hub and spoke with a firewall/);
      await workspace.isChecked();
      await page.getByRole('button', { name: 'Design menu' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await faultsOn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      const dialog = new ExportDialog(page);
      await dialog.open();
      await dialog.isDrawn();
      expect(await faultsOn(page)).toEqual([]);
      await dialog.choose('What to export', 'Documents and data');
      expect(await faultsOn(page)).toEqual([]);
    });

    test('axe finds nothing on a blank canvas, and in what passed', async ({ start, workspace, page }) => {
      test.slow();
      await start.blankCanvas.click();
      await workspace.canvas.waitFor();
      expect(await faultsOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Isoplan, to the start screen' }).click();
      await start.openArchitecture(/^One virtual network/);
      await workspace.isChecked();
      await workspace.count('passed').click();
      expect(await faultsOn(page)).toEqual([]);
    });

    test('axe finds nothing in the planner', async ({ start, page }) => {
      await start.plan.click();
      await page.getByRole('radio', { name: /^Anything/ }).check();
      expect(await faultsOn(page)).toEqual([]);
    });
  });
