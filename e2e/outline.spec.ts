import { readFile } from 'node:fs/promises';
import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';
import { type OutlineEntry, OutlinePanel } from './pages/outline-panel.ts';

interface Saved {
  readonly resources: readonly { readonly id: string; readonly name: string; readonly parent?: string }[];
}

/** Regions go by the name that Azure shows. */
const shownName = (name: string) => (name === 'westeurope' ? 'West Europe' : name);

/** The tree that a document says. */
const treeOf = ({ resources }: Saved): readonly OutlineEntry[] => {
  const below = (parent: string | undefined, level: number): OutlineEntry[] =>
    resources
      .filter((one) => one.parent === parent)
      .flatMap(({ id, name }) => [{ level, name: shownName(name) }, ...below(id, level + 1)]);
  return below(undefined, 1);
};

test.beforeEach(async ({ start, workspace }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
});

test('the outline reads the same tree as the document, also after a move', async ({ page }) => {
  const outline = new OutlinePanel(page);
  const saved = async () => {
    const started = page.waitForEvent('download');
    await page.keyboard.press('ControlOrMeta+s');
    return JSON.parse(await readFile(await (await started).path(), 'utf8')) as Saved;
  };
  await outline.open();
  expect(await outline.entries()).toEqual(treeOf(await saved()));
  await outline.goTo('train-cluster');
  await outline.choose('Move to', 'snet-private-endpoints');
  await expect(outline.row('train-cluster')).toBeFocused();
  expect(await outline.entries()).toEqual(treeOf(await saved()));
});

test('keys fold and walk the tree, and Escape leaves a name as it was', async ({ page }) => {
  const outline = new OutlinePanel(page);
  await outline.open();
  await outline.goTo('snet-training');
  await page.keyboard.press('ArrowLeft');
  await expect(outline.row('snet-training')).toHaveAttribute('aria-expanded', 'false');
  await expect(outline.row('train-cluster')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(outline.row('snet-training')).not.toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(outline.row('snet-training')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('another');
  await page.keyboard.press('Escape');
  await expect(outline.row('snet-training')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });
    test('axe finds nothing in the outline, its menu, and a name being written', async ({ page }) => {
      test.slow();
      const outline = new OutlinePanel(page);
      await outline.open();
      await outline.goTo('snet-training');
      expect(await faultsOn(page)).toEqual([]);
      await page.keyboard.press('Shift+F10');
      await expect(outline.menu).toBeVisible();
      expect(await faultsOn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('F2');
      expect(await faultsOn(page)).toEqual([]);
    });
  });

test('a menu that is opened at once after another has the focus, and keeps it', async ({ page }) => {
  const outline = new OutlinePanel(page);
  await outline.open();
  await page.keyboard.press('Shift+F10');
  await expect(outline.menu.locator(':focus')).toBeVisible();
  // Quicker than the focus comes back to the row.
  await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('Shift+F10')]);
  await page.evaluate('new Promise((done) => setTimeout(done, 300))');
  await expect(outline.menu.locator(':focus')).toBeVisible();
});

test('what is selected elsewhere comes into sight in the outline, which leaves the focus where it is', async ({
  workspace,
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 640 });
  const outline = new OutlinePanel(page);
  await outline.open();
  await page.keyboard.press('End');
  await expect(outline.row('vnet-hub')).not.toBeInViewport();
  const node = workspace.item('vnet-hub');
  await node.press('Enter');
  await expect(outline.row('vnet-hub')).toBeInViewport({ ratio: 1 });
  await expect(node).toBeFocused();
});
