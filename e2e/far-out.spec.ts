import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';

/** To where names cannot be read, and things are painted together. */
async function goFarOut(page: Page) {
  const out = page.getByRole('button', { name: 'Zoom out' });
  for (let step = 0; step < 8; step += 1) await out.click();
  await expect(page.locator('.canvas-painted')).toHaveCount(1);
}

test.beforeEach(async ({ start, workspace, page }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  await goFarOut(page);
});

test('far out, a node is chosen by a press and by keys, which lead to its neighbours', async ({
  workspace,
  page,
}) => {
  const node = workspace.item('train-cluster');
  await expect(node.locator('svg')).toHaveCount(0);
  await node.click();
  await expect(workspace.inspector).toContainText('Compute cluster');
  await page.keyboard.press('Escape');
  await node.focus();
  await page.keyboard.press('ArrowUp');
  await expect(node).not.toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.inspector).toBeVisible();
  const ring = await page.evaluate(
    () => document.activeElement && getComputedStyle(document.activeElement, '::after').outlineStyle,
  );
  expect(ring).toBe('solid');
  await page.keyboard.press('F2');
  const field = workspace.canvas.getByRole('textbox');
  await expect(field).toBeFocused();
  expect((await field.boundingBox())?.height, 'what is written can be read').toBeGreaterThan(26);
});

test('far out, a node is dragged out of what is painted and put down as one step', async ({
  workspace,
  page,
}) => {
  const node = workspace.item('mlw-isolated');
  const before = await workspace.restingBox(node);
  const x = before.x + before.width / 2;
  const y = before.y + before.height / 2;
  const painted = () => page.locator('.canvas-painted').count();
  expect(await painted()).toBe(1);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 6, y + 14, { steps: 5 });
  expect(await painted()).toBe(2);
  await page.mouse.up();
  await expect(workspace.undo).toHaveAccessibleName('Undo move mlw-isolated');
  expect(await painted()).toBe(1);
  await workspace.undo.click();
  await expect.poll(async () => (await node.boundingBox())?.y).toBe(before.y);
});

/** The box of a subnet with an error, in a design from Azure seen from far out: its sign is at its foot. */
async function farFaultyBox(workspace: WorkspacePage, page: Page) {
  await workspace.openFile({
    name: 'claims.json',
    content: readFileSync(fixture('claims-export.json'), 'utf8'),
  });
  await expect(page.getByRole('button', { name: /^rg-claims-ml, rename/ })).toBeVisible();
  await workspace.isChecked();
  await goFarOut(page);
  const faulty = workspace.canvas.getByRole('group', { name: /\b1 error\b/ }).first();
  return workspace.restingBox(faulty);
}

test('far out, the sign that a pointer comes to is a marker of full size, which opens its finding', async ({
  workspace,
  page,
}) => {
  const box = await farFaultyBox(workspace, page);
  const marker = workspace.canvas.getByRole('button', { name: /^Finding \d+: / });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 30);
  await expect(marker).toHaveCount(0);
  await page.mouse.move(box.x + box.width - 1, box.y + box.height - 2);
  await expect(marker).toHaveCount(1);
  // What comes under a pointer that rests is under it for the browser only when it moves again.
  await page.mouse.move(box.x + box.width - 2, box.y + box.height - 3);
  // As large as any marker under a pointer, which grows by an eighth.
  await expect.poll(async () => (await marker.boundingBox())?.width).toBeCloseTo(24 * 1.12, 1);
  await page.mouse.down();
  await page.mouse.up();
  await expect(workspace.findings.locator('[data-current="true"]').first()).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('far out, the sign under a finger opens its finding', async ({ workspace, page }) => {
    const box = await farFaultyBox(workspace, page);
    await page.touchscreen.tap(box.x + box.width + 4, box.y + box.height + 2);
    await expect(workspace.findings.locator('[data-current="true"]').first()).toBeVisible();
  });
});

test('coming closer gives every thing its own picture back', async ({ workspace, page }) => {
  const node = workspace.item('train-cluster');
  await page.getByRole('button', { name: 'Show the whole drawing' }).click();
  await expect(node.locator('svg').first()).toBeVisible();
  await expect(page.locator('.canvas-painted')).toHaveCount(0);
});
