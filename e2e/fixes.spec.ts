import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';
import type { StartPage } from './pages/start-page.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';

const sentence = /File endpoint missing/;

async function openExercise(start: StartPage, workspace: WorkspacePage) {
  await start.exercises.getByRole('button').first().click();
  await workspace.isChecked();
  const row = workspace.finding(sentence);
  await row.getByRole('button', { name: 'Why' }).click();
  return row;
}

test('a fix is previewed in words, applied and undone, by pointer', async ({ start, workspace }) => {
  const row = await openExercise(start, workspace);
  await row.getByRole('button', { name: 'Preview' }).click();
  const preview = row.getByRole('region', { name: 'Preview of the fix' });
  await expect(preview.getByRole('listitem')).toHaveText([
    /^Add a private endpoint for file of \S+ in \S+, registered in /,
    /^\+?Added: Private endpoint/,
  ]);
  await expect(workspace.count('errors'), 'the design stays as it is').toContainText('1');
  await expect(workspace.undo).toHaveAccessibleName('Nothing to undo');
  await preview.getByRole('button', { name: 'Apply' }).click();
  await expect(workspace.count('errors')).toHaveCount(0);
  await expect(workspace.undo).toHaveAccessibleName('Undo add the file endpoint');
  await workspace.undo.click();
  await expect(workspace.count('errors')).toContainText('1');
});

test('a preview is opened, left by Escape, and applied by keyboard', async ({ start, workspace, page }) => {
  const row = await openExercise(start, workspace);
  const preview = row.getByRole('region', { name: 'Preview of the fix' });
  await row.getByRole('button', { name: 'Preview' }).focus();
  await page.keyboard.press('Enter');
  await expect(preview).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await row.getByRole('button', { name: 'Preview' }).focus();
  await page.keyboard.press('Enter');
  await expect(preview).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(workspace.count('errors')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.count('errors')).toContainText('1');
});

/** Two networks, each with a subnet for Bastion that is too small. */
const twoTooSmall = JSON.stringify({
  schemaVersion: 1,
  name: 'two',
  source: { format: 'isoplan', complete: true },
  goals: {},
  resources: [
    { id: 'r', kind: 'region', name: 'westeurope' },
    ...[1, 2].flatMap((at) => [
      {
        id: `v${at}`,
        kind: 'virtual-network',
        name: `vnet-${at}`,
        parent: 'r',
        addressPrefixes: [`10.${at}.0.0/16`],
      },
      {
        id: `s${at}`,
        kind: 'subnet',
        name: 'AzureBastionSubnet',
        parent: `v${at}`,
        addressPrefixes: [`10.${at}.0.0/27`],
        defaultOutboundAccess: false,
      },
    ]),
  ],
  layout: {},
  accepted: [],
  expectations: [],
});

test('all findings of a kind are fixed in one step', async ({ start, workspace }) => {
  await start.open({ name: 'two.json', content: twoTooSmall });
  await workspace.isChecked();
  const rows = workspace.finding(/needs \/26 or larger/);
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole('button', { name: 'Why' }).click();
  await rows.first().getByRole('button', { name: 'Fix all 2 of this kind' }).click();
  await expect(rows).toHaveCount(0);
  await expect(workspace.undo).toHaveAccessibleName(/^Undo fix all: /);
  await workspace.undo.click();
  await expect(rows).toHaveCount(2);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });
    test('axe finds nothing in a preview', async ({ start, workspace, page }) => {
      test.slow();
      const row = await openExercise(start, workspace);
      await row.getByRole('button', { name: 'Preview' }).click();
      await expect(row.getByRole('region', { name: 'Preview of the fix' })).toBeVisible();
      expect(await faultsOn(page)).toEqual([]);
    });
  });
