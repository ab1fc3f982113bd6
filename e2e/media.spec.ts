import type { Locator } from '@playwright/test';
import { expect, test } from './journey.ts';

/** The line around a thing, or around what lies over it. */
const lineOf = (thing: Locator, over?: string) =>
  thing.evaluate((element, pseudo) => {
    const { outlineStyle, outlineWidth, borderTopStyle, borderTopWidth } = getComputedStyle(element, pseudo);
    if (borderTopStyle !== 'none') return Number.parseFloat(borderTopWidth);
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  }, over);

test('colours of the system leave a line where a shadow outlined something', async ({
  start,
  workspace,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.reload();
  expect(await lineOf(page.getByRole('button', { name: /^Blank canvas/ })), 'a way in').toBe(1);
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  await workspace.item('snet-training').press('Enter');
  expect(await lineOf(workspace.item('snet-training'), '::after'), 'what is selected').toBe(3);
  await page.keyboard.press('ControlOrMeta+k');
  const found = page.getByRole('dialog', { name: 'Search' });
  await expect(found.getByRole('option').first()).toBeVisible();
  expect(await lineOf(found), 'a dialog').toBeGreaterThan(0);
  expect(await lineOf(found.getByRole('option', { selected: true })), 'the lit row').toBe(3);
  expect(await lineOf(found.getByRole('option', { selected: false }).first())).toBe(0);
});

test('more contrast draws the outlines of things darker', async ({ start, workspace, page }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  const border = workspace.item('log-ml').locator('rect').first();
  const colour = () => border.evaluate((rect) => getComputedStyle(rect).stroke);
  const usual = await colour();
  await page.emulateMedia({ contrast: 'more' });
  expect(await colour()).not.toBe(usual);
});
