import { readFile } from 'node:fs/promises';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';

test('an Azure export is drawn and judged, and its worst finding is fixed by one click and unfixed by undo', async ({
  start,
  workspace,
}) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await expect(workspace.item('snet-training')).toBeVisible();
  await expect(workspace.item('mlw-claims')).toBeVisible();

  const missing = workspace.finding(/file.*stclaimsml|stclaimsml.*file/i).first();
  await expect(missing).toBeVisible();
  const text = (await missing.getByRole('button').first().textContent())?.trim() ?? '';
  const marker = workspace.canvas.getByRole('button', {
    name: new RegExp(`^Finding \\d+: ${literal(text)}`),
  });
  await expect(marker.first()).toBeVisible();

  await marker.first().click();
  await expect(workspace.selectedName).toHaveValue('stclaimsml');
  await expect(missing.locator('[aria-current=true]')).toBeVisible();

  await missing.getByRole('button', { name: /^Fix/ }).click();
  await workspace.undo.hover();
  await expect(missing, 'gone once the pointer has left the list').toBeHidden();
  await expect(marker).toHaveCount(0);

  await workspace.undo.click();
  await expect(missing).toBeVisible();
});

test('what is missing stands on the canvas as a ghost, and pressing it adds it', async ({
  start,
  workspace,
}) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  const ghosts = workspace.canvas.getByRole('button', { name: /^Add .*file/i });
  await expect(ghosts.first()).toBeVisible();
  const before = await ghosts.count();
  await ghosts.first().press('Enter');
  await expect(ghosts).toHaveCount(before - 1);
  await expect(workspace.undo).toBeEnabled();
});

test('several files open as one design', async ({ start, workspace, page }) => {
  const rows = JSON.parse(await readFile(fixture('claims-export.json'), 'utf8'));
  const half = Math.ceil(rows.length / 2);
  await start.open(
    { name: 'one.json', content: JSON.stringify(rows.slice(0, half)) },
    { name: 'two.json', content: JSON.stringify(rows.slice(half)) },
  );
  await workspace.isChecked();
  await expect(workspace.item('stclaimsml')).toBeVisible();
  await expect(workspace.item('snet-endpoints')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
