import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
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

/** The box of what is painted, which no pointer can be over, once it stands still. */
async function stillBox(painted: Locator) {
  let [last, box] = ['', await painted.boundingBox()];
  await expect
    .poll(async () => {
      box = await painted.boundingBox();
      const isStill = last === JSON.stringify(box);
      last = JSON.stringify(box);
      return isStill;
    })
    .toBe(true);
  if (!box) throw new Error('It is not on the canvas');
  return box;
}

/** The middle of a sign in a design from Azure, seen from far out, where it is painted with all others. */
async function farSign(workspace: WorkspacePage, page: Page) {
  await workspace.openFile({
    name: 'claims.json',
    content: readFileSync(fixture('claims-export.json'), 'utf8'),
  });
  await expect(page.getByRole('button', { name: /^rg-claims-ml, rename/ })).toBeVisible();
  await workspace.isChecked();
  await goFarOut(page);
  const { x, y, width, height } = await stillBox(page.locator('.canvas-signs text').first());
  return { x: x + width / 2, y: y + height / 2, height };
}

test('far out, the number of a sign can be read', async ({ workspace, page }) => {
  const { height } = await farSign(workspace, page);
  expect(height, 'a line of letters of nine pixels').toBeGreaterThan(10.5);
});

test('far out, the sign that a pointer comes to is a marker of full size, which opens its finding', async ({
  workspace,
  page,
}) => {
  const { x, y } = await farSign(workspace, page);
  const marker = workspace.canvas.getByRole('button', { name: /^Finding \d+: / });
  await page.mouse.move(x, y + 60);
  await expect(marker).toHaveCount(0);
  await page.mouse.move(x - 1, y);
  await expect(marker).toHaveCount(1);
  // What comes under a pointer that rests is under it for the browser only when it moves again.
  await page.mouse.move(x + 1, y);
  // As large as any marker under a pointer, which grows by an eighth.
  await expect.poll(async () => (await marker.boundingBox())?.width).toBeCloseTo(24 * 1.12, 1);
  await page.mouse.down();
  await page.mouse.up();
  await expect(workspace.findings.locator('[data-current="true"]').first()).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('far out, the sign under a finger opens its finding', async ({ workspace, page }) => {
    const { x, y } = await farSign(workspace, page);
    await page.touchscreen.tap(x + 4, y + 4);
    await expect(workspace.findings.locator('[data-current="true"]').first()).toBeVisible();
  });
});

test('a little farther out, names are as large as they have to be, and each thing has one sign', async ({
  workspace,
  page,
}) => {
  await page.getByRole('button', { name: 'Show the whole drawing' }).click();
  const out = page.getByRole('button', { name: 'Zoom out' });
  for (let step = 0; step < 8 && !(await page.locator('.canvas-names').count()); step += 1) await out.click();
  const name = workspace.item('train-cluster').locator('text').first();
  expect((await stillBox(name)).height, 'a line of letters of ten pixels').toBeGreaterThan(12);
  const network = page.locator('.canvas-far-name text', { hasText: 'vnet-hub' });
  expect((await stillBox(network)).height).toBeGreaterThan(12);
});

test('coming closer gives every thing its own picture back', async ({ workspace, page }) => {
  const node = workspace.item('train-cluster');
  await page.getByRole('button', { name: 'Show the whole drawing' }).click();
  await expect(node.locator('svg').first()).toBeVisible();
  await expect(page.locator('.canvas-painted')).toHaveCount(0);
});
