import { expect, test } from './journey.ts';

test.beforeEach(async ({ start, workspace }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
});

test('with Space held, a drag over a node moves the view and not the node', async ({ workspace, page }) => {
  const node = workspace.item('snet-training');
  const before = await workspace.restingBox(node);
  await page.keyboard.down(' ');
  await page.mouse.move(before.x + 60, before.y + 12);
  await page.mouse.down();
  await page.mouse.move(before.x + 160, before.y + 62, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up(' ');
  const after = await workspace.restingBox(node);
  expect(Math.round(after.x - before.x)).toBe(100);
  expect(Math.round(after.y - before.y)).toBe(50);
  await expect(workspace.undo).toBeDisabled();
});

test('opening and closing the inspector leaves the drawing where it is', async ({ workspace, page }) => {
  const node = workspace.item('train-cluster');
  const before = await workspace.restingBox(node);
  await node.click();
  await expect(workspace.inspector).toBeVisible();
  expect(await workspace.restingBox(node)).toEqual(before);
  await expect(workspace.item('mlw-isolated')).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('Escape');
  await expect(workspace.inspector).toBeHidden();
  expect(await workspace.restingBox(node)).toEqual(before);
});

test('the findings are as high as they opened until more is to be shown, or as a person sets them', async ({
  workspace,
  page,
}) => {
  const height = async () => (await workspace.findings.boundingBox())?.height ?? 0;
  const atOpening = await height();
  // Its header, and room for two rows.
  expect(atOpening).toBeLessThan(120);
  await workspace.count('passed').click();
  await expect.poll(height).toBeGreaterThan(200);
  const byItself = await height();
  await workspace.findings.getByRole('button', { name: /^All/ }).first().click();
  expect(await height()).toBe(byItself);
  const handle = page.getByRole('separator', { name: 'Height of the findings' });
  // Where all rows are seen a step up shows no more, and is none down.
  await handle.press('ArrowUp');
  expect(await height()).toBe(byItself);
  await workspace.count('passed').click();
  await handle.press('ArrowUp');
  await expect.poll(height).toBe(byItself + 34);
  // No higher than its rows, also where a hand made it so high.
  await workspace.findings.getByRole('button', { name: /^All/ }).first().click();
  await expect.poll(height).toBeLessThan(120);
  await workspace.count('passed').click();
  await expect.poll(height).toBe(byItself + 34);
  await handle.press('Enter');
  await expect(handle).toHaveAttribute('aria-valuetext', 'as usual');
});

test('zooming out leaves names alone of all words, and the whole drawing comes back by one press', async ({
  workspace,
  page,
}) => {
  const name = workspace.canvas.getByText('train-cluster', { exact: true });
  const fact = workspace.canvas.getByText('Compute cluster, 0 to 20');
  await expect(name.or(fact).first()).toBeVisible();
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(fact).toHaveCount(0);
  await expect(name).toBeVisible();
  await page.getByRole('button', { name: 'Show the whole drawing' }).click();
  await expect(fact).toBeVisible();
});

test('keys zoom step by step however quick they are, show the whole drawing, and what is selected', async ({
  workspace,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const percent = page.getByRole('button', { name: /^\d+ %, zoom to 100 %$/ });
  const node = workspace.item('train-cluster');
  await node.click();
  await page.keyboard.press('Shift+Digit0');
  await expect(percent).toHaveText('100 %');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('-');
  await expect(percent).toHaveText('48 %');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('+');
  await expect(percent).toHaveText('144 %');
  await page.keyboard.press('Shift+Digit1');
  await expect(workspace.item('mlw-isolated')).toBeInViewport({ ratio: 0.99 });
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('+');
  await page.keyboard.press('Shift+Digit2');
  await expect(percent).toHaveText('100 %');
  await expect(node).toBeInViewport({ ratio: 1 });
});

test('with reduced motion nothing but opacity changes by and by', async ({ page }) => {
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionProperty, transitionDuration } = getComputedStyle(element);
      const isGradual = transitionDuration.split(', ').some((each) => Number.parseFloat(each) > 0);
      return isGradual && transitionProperty !== 'opacity'
        ? [`${element.tagName} ${transitionProperty}`]
        : [];
    }),
  );
  expect(moving).toEqual([]);
});

test('enlarged to twice its size, a small screen keeps every control whole and in reach', async ({
  workspace,
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await expect(workspace.canvas).toHaveCount(1);
  const cut = await page
    .getByRole('banner')
    .or(page.locator('header'))
    .first()
    .evaluate((bar) =>
      [...bar.querySelectorAll('button')].flatMap((button) => {
        const { left, right } = button.getBoundingClientRect();
        return left < 0 || right > window.innerWidth
          ? [button.getAttribute('aria-label') ?? button.textContent]
          : [];
      }),
    );
  expect(cut).toEqual([]);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const save = page.getByRole('button', { name: 'Save PNG' });
  await save.scrollIntoViewIfNeeded();
  await expect(save).toBeInViewport({ ratio: 1 });
});

test('a control says its name and keys while the pointer or the keyboard rests on it, until Escape', async ({
  page,
  workspace,
}) => {
  const tooltip = page.getByRole('tooltip');
  await workspace.undo.hover({ force: true });
  await expect(tooltip).toHaveText(/^Nothing to undo/);
  await page.keyboard.press('Escape');
  await expect(tooltip).toHaveCount(0);
  await page.getByRole('button', { name: 'Export', exact: true }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(tooltip).toBeVisible();
  await expect(tooltip).toBeInViewport({ ratio: 1 });
});

test('Arrange everything shows all of the drawing, and an undo out of sight what it brought back', async ({
  workspace,
  page,
}) => {
  const region = workspace.item('West Europe');
  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(workspace.undo).toHaveAccessibleName('Undo arrange everything');
  await expect(region).toBeInViewport({ ratio: 0.99 });
  await workspace.item('ci-engineer').press('Delete');
  // Far away from all that is drawn.
  await workspace.canvas.press('h');
  for (let at = 0; at < 4; at += 1) {
    await page.mouse.move(1200, 400);
    await page.mouse.down();
    await page.mouse.move(300, 400, { steps: 4 });
    await page.mouse.up();
  }
  await expect(region).not.toBeInViewport();
  const percent = await page.getByRole('button', { name: /^\d+ %, zoom to 100 %$/ }).textContent();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.item('ci-engineer')).toBeInViewport({ ratio: 0.99 });
  await expect(page.getByRole('button', { name: `${percent}, zoom to 100 %` })).toBeVisible();
});

test('the whole drawing is fitted anew where a window grows and the palette unfolds beside it', async ({
  workspace,
  page,
}) => {
  const node = workspace.item('snet-training');
  const before = await workspace.restingBox(node);
  // A key: from then on nothing moves by itself but with the window.
  await page.keyboard.press('Tab');
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect.poll(async () => (await workspace.restingBox(node)).width).toBeLessThan(before.width);
  await page.setViewportSize({ width: 1600, height: 1000 });
  await expect(page.getByRole('textbox', { name: 'Search resources' })).toBeVisible();
  const grown = await workspace.restingBox(node);
  await page.getByRole('button', { name: 'Show the whole drawing' }).click();
  expect(await workspace.restingBox(node)).toEqual(grown);
});

test('the view is where it was left after the page was loaded anew', async ({ workspace, page }) => {
  const node = workspace.item('snet-training');
  const box = async () => {
    const { x, y, width } = await workspace.restingBox(node);
    return [x, y, width].map(Math.round);
  };
  const fitted = await box();
  await page.keyboard.press('+');
  await expect.poll(box).not.toEqual(fitted);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  const before = await box();
  await page.reload();
  await workspace.isChecked();
  await expect.poll(box).toEqual(before);
});
