import type { Locator } from '@playwright/test';
import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';
import { CommandPalette } from './pages/command-palette.ts';
import { OutlinePanel } from './pages/outline-panel.ts';
import { tooSmallFile } from './too-small.ts';

/** A screen of 1440 by 900 at 200 %, and one of 1280 by 800. */
const sizes = [
  { width: 720, height: 450 },
  { width: 640, height: 400 },
] as const;

/** Texts of buttons in a part of the screen that reach out of it, or whose words reach out of them. */
const cutIn = (part: Locator) =>
  part.evaluate((root) => {
    const room = root.getBoundingClientRect();
    return [root, ...root.querySelectorAll('*')].flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isSeen = width > 1;
      const reachesOut = isSeen && (left < room.left - 0.5 || right > room.right + 0.5);
      const isCut = isSeen && element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1;
      const isInline = getComputedStyle(element).display === 'inline';
      return reachesOut || (isCut && !isInline) ? [element.textContent] : [];
    });
  });

for (const viewport of sizes)
  test.describe(`in ${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test.beforeEach(async ({ start, workspace }) => {
      await start.openArchitecture(/^Hub and spoke with a firewall/);
      await workspace.count('passed').waitFor();
    });

    test('the outline is shown first, which is said, and the drawing at a press', async ({
      workspace,
      page,
    }) => {
      test.slow();
      await expect(workspace.outline).toHaveCount(1);
      await expect(workspace.canvas.getByText('so the outline is shown first')).toBeInViewport({ ratio: 1 });
      await workspace.canvas.getByRole('button', { name: 'Drawing', exact: true }).click();
      await expect(workspace.item('vnet-hub')).toBeInViewport({ ratio: 0.99 });
      await expect(workspace.outline).toHaveCount(0);
      for (const name of ['Drag the view', 'Zoom in', 'Legend', 'Show the whole drawing'])
        await expect(
          workspace.canvas.getByRole('button', { name: new RegExp(`^${name}`) }),
          name,
        ).toBeInViewport({ ratio: 1 });
      await workspace.item('vnet-hub').press('Enter');
      await expect(workspace.selectedName).toHaveValue('vnet-hub');
      expect(await faultsOn(page)).toEqual([]);
      await workspace.canvas.getByRole('button', { name: 'Outline', exact: true }).click();
      await expect(workspace.outline).toHaveCount(1);
    });

    test('keys lead to the one outline there is and to the drawing, and the focus is never out of sight', async ({
      workspace,
      page,
    }) => {
      const outline = new OutlinePanel(page);
      await page.keyboard.press('ControlOrMeta+Shift+g');
      await expect(workspace.item('vnet-hub')).toBeVisible();
      await page.getByRole('button', { name: 'Add a resource' }).click();
      await expect(page.getByRole('textbox', { name: 'Search resources' })).toBeInViewport({ ratio: 1 });
      await outline.open();
      await expect(workspace.outline).toHaveCount(1);
      await expect(page.getByRole('textbox', { name: 'Search resources' })).toHaveCount(0);
      await outline.goTo('afw-hub');
      await expect(workspace.inspector).toBeVisible();
      await workspace.inspector.focus();
      await page.keyboard.press('Escape');
      await expect(outline.row('afw-hub'), 'gone on with where one was').toBeFocused();
      const isFocusSeen = () =>
        page.evaluate(() => {
          const focused = document.activeElement;
          const box = focused?.getBoundingClientRect();
          if (!focused || !box || focused === document.body) return false;
          const at = document.elementFromPoint(box.left + 8, box.top + box.height / 2);
          return at !== null && (focused.contains(at) || at.contains(focused));
        });
      for (let step = 0; step < 6; step += 1) {
        await page.keyboard.press('F6');
        expect(await isFocusSeen(), `after F6 ${step + 1} times`).toBe(true);
      }
    });

    test('what is gone to has the focus in the outline, and Delete acts on it', async ({
      workspace,
      page,
    }) => {
      const palette = new CommandPalette(page);
      await palette.open();
      await palette.field.fill('go to ampls-ml');
      await palette.options.filter({ hasText: 'Go to ampls-ml' }).first().click();
      const row = new OutlinePanel(page).row('ampls-ml');
      await expect(row).toBeFocused();
      await expect(row).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Delete');
      await page
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Remove/ })
        .press('Enter');
      await expect(row).toHaveCount(0);
      await expect(workspace.outline.locator(':focus')).toBeVisible();
    });

    test('the sheet of shortcuts scrolls down alone', async ({ page }) => {
      await page.setViewportSize({ ...viewport, width: 360 });
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await expect(dialog).toBeVisible();
      expect(await cutIn(dialog)).toEqual([]);
    });
  });

test('the words of a finding have the width of a few, however much lies beside them', async ({
  start,
  workspace,
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await start.open(tooSmallFile(3));
  await workspace.count('errors').waitFor();
  await page.getByRole('button', { name: 'Add a resource' }).click();
  const sentence = workspace
    .finding(/needs \/26 or larger/)
    .first()
    .getByRole('button')
    .first();
  await expect.poll(async () => (await sentence.boundingBox())?.width ?? 0).toBeGreaterThan(220);
});

test('a message cuts none of its words and buttons at any width, is low, and goes by itself unless it offers something', async ({
  start,
  workspace,
  page,
}) => {
  await page.clock.install();
  await start.open(tooSmallFile(3));
  await workspace.count('errors').waitFor();
  await page.getByRole('button', { name: 'Fix all 3 errors' }).click();
  const message = workspace.notice.filter({ hasText: 'Fixed 3 findings' });
  await expect(message).toBeVisible();
  await workspace.item('vnet-1').press('Enter');
  await expect(workspace.inspector).toBeVisible();
  for (const width of [1600, 1440, 1280, 1100, 899, 720, 640, 480, 360]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await cutIn(message), `at ${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 720, height: 450 });
  expect((await message.boundingBox())?.height).toBeLessThan(45);
  await page.clock.runFor(60_000);
  await expect(
    message.getByRole('button', { name: 'Arrange everything' }),
    'it is not too late',
  ).toBeVisible();

  await page.setViewportSize({ width: 1600, height: 700 });
  await workspace.kind('Workspace').press('Enter');
  // What was added has the focus before the next is reached for.
  await expect(workspace.item('mlw-1')).toBeFocused();
  await workspace.kind('Key vault').press('Enter');
  await expect(message, 'something else is done').toHaveCount(0);
  const said = workspace.notice.filter({ hasText: /^.?Added kv-/ });
  await said.hover();
  await page.clock.runFor(60_000);
  await expect(said, 'it stays under the pointer').toBeVisible();
  await page.mouse.move(4, 4);
  await page.clock.runFor(13_000);
  await expect(said).toHaveCount(0);
});

test('in a window of 480 pixels nothing to press is out of sight', async ({ start, workspace, page }) => {
  await page.setViewportSize({ width: 480, height: 640 });
  const isWhollySeen = (part: Locator, what: string) => expect(part, what).toBeInViewport({ ratio: 1 });
  await start.plan.click();
  const steps = page.getByRole('navigation', { name: 'Questions' }).getByRole('button');
  await isWhollySeen(steps.first(), 'the first question');
  await isWhollySeen(steps.last(), 'the review');
  await page.getByRole('button', { name: 'Leave the planner' }).click();
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.count('passed').waitFor();
  const handOff = page.getByRole('button', { name: 'Export', exact: true });
  await isWhollySeen(handOff, 'the way to the export');
  await expect
    .poll(async () => (await page.locator('[data-focus=design-name]').boundingBox())?.width ?? 0)
    .toBeGreaterThan(80);
  await new OutlinePanel(page).row('afw-hub').click();
  const middle = await workspace.canvas.boundingBox();
  expect(
    (await workspace.inspector.boundingBox())?.x,
    'no part of the outline beside it',
  ).toBeLessThanOrEqual((middle?.x ?? 0) + 1);
  await handOff.click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await isWhollySeen(dialog.getByRole('button', { name: /^Save/ }), 'the button that saves');
  expect((await dialog.getByText('Files are made in this browser').boundingBox())?.width).toBeGreaterThan(
    300,
  );
});
