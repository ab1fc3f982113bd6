import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).check();
const next = (page: Page) => page.getByRole('button', { name: 'Next question' }).click();

test('answers lead to a design that opens without errors, with their goals', async ({
  start,
  workspace,
  page,
}) => {
  await start.plan.click();
  await choose(page, /^Approved destinations, no exfiltration/);
  await next(page);
  // What decides most of the others is asked before them.
  await expect(page.getByRole('heading', { name: 'Whose network do computes run in?' })).toBeFocused();
  await next(page);
  await expect(
    page.getByRole('heading', { name: 'Is an office or data centre joined to Azure?' }),
  ).toBeFocused();
  await choose(page, /^By ExpressRoute/);
  await expect(page.getByText('Added by this answer')).toBeVisible();
  await expect(page.getByRole('row', { name: /DNS forwarders/ })).toBeVisible();
  await page.getByRole('button', { name: 'Not sure yet' }).click();
  await expect(page.getByRole('navigation', { name: 'Questions' })).toContainText('Exfiltration prevention');
  await page.getByRole('button', { name: 'Skip to the canvas' }).click();
  await workspace.isChecked();
  await expect(page.getByRole('banner')).toContainText('No errors');
  await expect(page.getByRole('banner')).toContainText('Exfiltration prevention');
});

test('the planner is walked through without a pointer', async ({ start, workspace, page }) => {
  await start.plan.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What may leave the network?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Approved destinations (?!, no)/ })).toBeChecked();
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Your plan' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Address space' })).toBeFocused();
  await page.keyboard.press('Enter');
  await workspace.isChecked();
  await expect(page.getByRole('banner')).toContainText('No errors');
});

test('answers that contradict each other are refused with ways out', async ({ start, page }) => {
  await start.plan.click();
  const questions = page.getByRole('navigation', { name: 'Questions' });
  await questions.getByRole('button', { name: /Where does scoring run/ }).click();
  await choose(page, /^Managed online endpoint/);
  await next(page);
  await choose(page, /^Applications in the office/);
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('no private connection joins the office to Azure');
  await expect(page.getByRole('button', { name: 'Skip to the canvas' })).toBeDisabled();
  await refusal.getByRole('button', { name: 'Join the office by VPN' }).click();
  await expect(refusal).toHaveCount(0);
  await expect(questions.getByRole('button', { name: /Is an office/ })).toContainText('By VPN');
});

test('two plans stand side by side', async ({ start, page }) => {
  await start.plan.click();
  await page.getByRole('button', { name: 'Keep to compare' }).click();
  await page
    .getByRole('navigation', { name: 'Questions' })
    .getByRole('button', { name: /Whose network/ })
    .click();
  await choose(page, /^The workspace’s managed network/);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('row', { name: /Whose network/ })).toContainText('Our own virtual network');
  await expect(page.getByRole('region', { name: 'Kept plan' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the questions' }).click();
  await expect(page.getByRole('heading', { name: 'Whose network do computes run in?' })).toBeVisible();
});

test('axe finds nothing in the planner', async ({ start, page }) => {
  await start.plan.click();
  await choose(page, /^Anything/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
  ).toEqual([]);
});

test('answers are there again after leaving the planner, until one starts over', async ({
  start,
  workspace,
  page,
}) => {
  await start.plan.click();
  await choose(page, /^Anything/);
  await next(page);
  await next(page);
  await choose(page, /^By ExpressRoute/);
  await page.getByRole('button', { name: 'Leave the planner' }).click();
  await start.plan.click();
  await expect(page.getByRole('radio', { name: /^By ExpressRoute/ })).toBeChecked();
  await page.getByRole('button', { name: 'Skip to the canvas' }).click();
  await workspace.isChecked();
  await page.getByRole('button', { name: 'Isoplan, to the start screen' }).click();
  await start.plan.click();
  await expect(page.getByRole('radio', { name: /^By ExpressRoute/ })).toBeChecked();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByRole('heading', { name: 'What may leave the network?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start over' })).toHaveCount(0);
});
