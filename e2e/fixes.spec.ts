import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';
import type { StartPage } from './pages/start-page.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';
import { tooSmallFile } from './too-small.ts';

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
    /^\+?Added: \S+, Private link resource: /,
    /^\+?Added: \S+, Private DNS zone group: privatelink\.file\./,
  ]);
  await expect(preview).toContainText('not applied yet');
  await expect(row.getByRole('button', { name: /^Fix/ }), 'one button to apply it').toHaveCount(0);
  await expect(
    workspace.canvas
      .getByRole('button', { name: /^Finding 1, gone after the fix: File endpoint missing/ })
      .first(),
  ).toBeVisible();
  await expect(workspace.count('errors'), 'the design stays as it is').toContainText('1');
  await expect(workspace.undo).toHaveAccessibleName('Nothing to undo');
  await preview.getByRole('button', { name: 'Apply' }).click();
  await expect(workspace.count('errors')).toHaveCount(0);
  await expect(preview).toHaveCount(0);
  await expect(workspace.undo).toHaveAccessibleName(/^Undo add the file endpoint at \S+$/);
  await workspace.undo.click();
  await expect(workspace.count('errors')).toContainText('1');
});

test('a preview says what it leaves in other words, and ticks nothing of that', async ({
  start,
  workspace,
}) => {
  const design = JSON.parse(
    execFileSync(
      process.execPath,
      [
        fileURLToPath(new URL('../dist/cli/isoplan.js', import.meta.url)),
        'new',
        'hub-and-spoke-firewall',
        '-o',
        '-',
      ],
      {
        encoding: 'utf8',
      },
    ),
  );
  const shared = design.resources.find(({ name }: { name: string }) => name === 'snet-training').id;
  design.resources = design.resources
    .filter(({ name }: { name: string }) => name !== 'pep-storage-file')
    .map((one: { kind: string }) => (one.kind === 'private-endpoint' ? { ...one, parent: shared } : one));
  await start.open({ name: 'shared.json', content: JSON.stringify(design) });
  await workspace.isChecked();
  const row = workspace.finding(sentence);
  await row.getByRole('button', { name: 'Why' }).click();
  await row.getByRole('button', { name: 'Preview' }).click();
  await expect(row.getByRole('list', { name: 'What stays after the fix' })).toHaveText(
    '3 stays: snet-training holds 6 private endpoints beside ci-engineer, image-build and train-cluster.',
  );
  await expect(
    workspace.canvas
      .getByRole('button', { name: /^Finding 3, changed by the fix: snet-training holds 5 / })
      .first(),
  ).toBeVisible();
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

test('all findings of a kind are fixed in one step', async ({ start, workspace, page }) => {
  await start.open(tooSmallFile(2));
  await workspace.isChecked();
  const rows = workspace.finding(/needs \/26 or larger/);
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole('button', { name: 'Why' }).click();
  await rows.first().getByRole('button', { name: 'Fix all 2 of this kind' }).click();
  await expect(workspace.findings.getByRole('button', { name: 'Gone' }), 'under the pointer').toHaveCount(2);
  await page.mouse.move(0, 0);
  await expect(rows).toHaveCount(0);
  await expect(workspace.undo).toHaveAccessibleName(/^Undo fix each “/);
  await expect(workspace.notice).toContainText('Fixed 2 findings in 2 changes');
  await workspace.notice.getByRole('button', { name: 'Show 2 changes' }).click();
  await expect(workspace.notice.getByRole('listitem')).toHaveCount(2);
  await workspace.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
  await expect(workspace.notice).toHaveCount(0);
});

test('nothing slides under the pointer while findings are fixed one by one', async ({
  start,
  workspace,
  page,
}) => {
  await start.open(tooSmallFile(3));
  await workspace.isChecked();
  const rows = workspace.finding(/needs \/26 or larger/);
  await expect(rows).toHaveCount(3);
  const height = async () => (await workspace.findings.boundingBox())?.height;
  const before = await height();
  await rows.first().getByRole('button', { name: 'Why' }).click();
  await expect.poll(height).not.toBe(before);
  await expect(rows.first().getByText('What to do', { exact: true })).toBeVisible();
  const next = await rows.nth(1).boundingBox();
  await workspace.fixIn(rows.first()).click();
  await expect(rows.first().getByRole('button', { name: 'Gone' })).toHaveAttribute('aria-disabled', 'true');
  expect(await rows.nth(1).boundingBox()).toEqual(next);
  await page.mouse.move(0, 0);
  await expect(rows).toHaveCount(2);
  await expect.poll(height, 'as high as before anything was read').toBe(before);
});

test('many fixes tell how far they are and can be cancelled, and the page goes on meanwhile', async ({
  start,
  workspace,
  page,
}) => {
  test.slow();
  await start.open(tooSmallFile(500));
  await workspace.isChecked();
  const rows = workspace.finding(/needs \/26 or larger/);
  await rows.first().getByRole('button', { name: 'Why' }).click();
  await rows.first().getByRole('button', { name: 'Fix all 500 of this kind' }).click();
  const card = page.getByRole('status').filter({ hasText: 'Preparing to fix each' });
  // A busy machine takes long to search a page of so many rows.
  await expect(card.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^\d+$/, {
    timeout: 40_000,
  });
  await rows.nth(1).getByRole('button', { name: 'Why' }).click();
  await expect(rows.nth(1).getByRole('button', { name: 'Fix all 500 of this kind' })).toBeVisible();
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toBeHidden();
  await expect(workspace.undo).toHaveAccessibleName('Nothing to undo');
  await workspace.fixIn(rows.nth(2)).click();
  await expect(workspace.undo).toHaveAccessibleName(/^Undo /);
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

test('a finding tells the way of the packet that it traced, to what stops it', async ({
  start,
  workspace,
}) => {
  await start.exercises.getByRole('button', { name: /^Compute instances stay in Creating/ }).click();
  await workspace.isChecked();
  const row = workspace.finding(/ blocks | is blocked /).first();
  await row.getByRole('button', { name: 'Why' }).click();
  const way = row.getByRole('list').filter({ hasText: / leads to / });
  await expect(way.getByRole('listitem').first()).toContainText(/ allows | leads to /);
  await expect(way.getByRole('listitem').last()).toContainText(/ drops | denies /);
});

test('a fix says how much it comes to, with what it calls for, before it is pressed, where it is told, and done', async ({
  start,
  workspace,
}) => {
  await start.exercises.getByRole('button', { name: /^The cluster stops growing/ }).click();
  await workspace.isChecked();
  const row = workspace.finding(/needs 83 addresses/);
  await expect(workspace.fixIn(row)).toHaveText('Fix');
  await row.getByRole('button', { name: 'Why' }).click();
  await workspace.fixIn(row).hover();
  await expect(workspace.fixIn(row), 'the rules that it calls for').toHaveText('Fix, 6 changes');
  await expect(row.getByRole('listitem').filter({ hasText: /^(?:Change|Allow) / })).toHaveCount(6);
  await workspace.fixIn(row).click();
  await expect(workspace.notice).toContainText(/Change the prefix.*(?:Allow .*){5}/);
});
