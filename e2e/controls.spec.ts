import { expect, test } from './journey.ts';

test('a menu is walked by arrows, by its ends and by letters, and gives the focus back', async ({
  start,
  page,
}) => {
  await start.blankCanvas.click();
  const opener = page.getByRole('button', { name: 'Design menu' });
  const menu = page.getByRole('menu');
  const items = menu.getByRole('menuitem');
  await opener.press('Enter');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await page.keyboard.type('k');
  await expect(menu.getByRole('menuitem', { name: /^Keyboard/ })).toBeFocused();
  for (const way of ['Escape', 'Tab']) {
    await page.keyboard.press(way);
    await expect(menu).toBeHidden();
    await expect(opener).toBeFocused();
    await opener.press('Enter');
    await expect(items.first()).toBeFocused();
  }
});

test('a press beside a menu closes it and presses nothing else', async ({ start, page }) => {
  await start.blankCanvas.click();
  await page.getByRole('button', { name: 'Design menu' }).click();
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  const place = await page.getByRole('button', { name: /^Switch to/ }).boundingBox();
  const scheme = await page.locator('html').getAttribute('data-scheme');
  await page.mouse.click((place?.x ?? 0) + 5, (place?.y ?? 0) + 5);
  await expect(menu).toBeHidden();
  await expect(page.getByRole('button', { name: 'Design menu' })).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme ?? '');
});

test('a dialog keeps the keyboard, is left by Escape or beside it, and gives the focus back', async ({
  start,
  page,
}) => {
  await start.blankCanvas.click();
  const before = page.getByRole('button', { name: /^Switch to/ });
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await before.focus();
  await page.keyboard.press('Shift+?');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(before).toBeFocused();
  await page.keyboard.press('Shift+?');
  await expect(dialog).toBeVisible();
  await page.mouse.click(6, 6);
  await expect(dialog).toBeHidden();
  await expect(before).toBeFocused();
});

test('the scheme is that of the system until one is chosen, and the choice is kept', async ({
  start,
  page,
}) => {
  const html = page.locator('html');
  await expect(start.blankCanvas).toBeVisible();
  await expect(html).toHaveAttribute('data-scheme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(html).toHaveAttribute('data-scheme', 'dark');
  await page.getByRole('button', { name: 'Switch to light' }).click();
  await expect(html).toHaveAttribute('data-scheme', 'light');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Switch to dark' })).toBeVisible();
  await expect(html).toHaveAttribute('data-scheme', 'light');
  // What is fetched on use follows it.
  await start.blankCanvas.click();
  await page.getByRole('button', { name: 'Goals: No goals stated yet' }).click();
  await expect(page.getByRole('dialog', { name: 'Goals' })).toBeVisible();
  await expect(html).toHaveAttribute('data-scheme', 'light');
});

test('a menu in which nothing can be chosen is left as the others are', async ({
  start,
  workspace,
  page,
}) => {
  await start.blankCanvas.click();
  const row = workspace.kind('Private endpoint');
  await row.press('Enter');
  const menu = page.getByRole('menu', { name: 'Where to add Private endpoint' });
  await expect(menu).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(row).toBeFocused();
});

test('a menu leaves the button that it hangs at and the top bar in sight, however low the window', async ({
  start,
  workspace,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 620 });
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  await workspace.item('snet-training').press('Enter');
  const opener = workspace.inspector.getByRole('button', { name: 'Add inside' });
  await opener.click();
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  const menu = await page.getByRole('region', { name: 'Choices' }).boundingBox();
  const button = await opener.boundingBox();
  const bar = await page.getByRole('banner').boundingBox();
  if (!menu || !button || !bar) throw new Error('Something of it is not there');
  expect(menu.y).toBeGreaterThanOrEqual(bar.y + bar.height);
  expect(menu.y >= button.y + button.height || menu.y + menu.height <= button.y).toBe(true);
  await page.keyboard.press('Escape');
  await expect(opener).not.toHaveAttribute('aria-expanded');
});

test('a goal that nobody has stated is no choice yet, and stating the strictest is one', async ({
  start,
  page,
}) => {
  await start.blankCanvas.click();
  await page.getByRole('button', { name: 'Goals: No goals stated yet' }).click();
  const goals = page.getByRole('dialog', { name: 'Goals' });
  const priv = goals.getByRole('group', { name: 'Workspace' }).getByRole('button', { name: 'Private' });
  await expect(priv).toHaveAttribute('aria-pressed', 'false');
  await priv.click();
  await expect(priv).toHaveAttribute('aria-pressed', 'true');
  await expect(
    goals.getByRole('group', { name: 'Internet outbound' }).locator('[aria-pressed=true]'),
  ).toHaveCount(0);
});
