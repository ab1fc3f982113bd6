import { expect, test } from './journey.ts';
import { InspectorPanel } from './pages/inspector-panel.ts';
import { OutlinePanel } from './pages/outline-panel.ts';

test('the whole way from an empty canvas to a fixed design is walked by keyboard alone', async ({
  start,
  workspace,
  page,
}) => {
  test.slow();
  const outline = new OutlinePanel(page);
  const inspector = new InspectorPanel(page);
  await start.blankCanvas.focus();
  await page.keyboard.press('Enter');
  await workspace.canvas.waitFor();

  await test.step('create a network and its subnets', async () => {
    await outline.open();
    await outline.goTo('West Europe');
    await outline.add('Virtual network', 'vnet-1');
    await outline.add('Subnet', 'snet-1');
    await outline.goTo('vnet-1');
    await outline.add('Subnet', 'snet-2');
    await page.keyboard.press('F2');
    await page.keyboard.type('snet-endpoints');
    await page.keyboard.press('Enter');
    await expect(outline.row('snet-endpoints')).toBeFocused();
  });

  await test.step('drop services', async () => {
    await outline.goTo('West Europe');
    await outline.add('Workspace', 'mlw-1');
    await outline.goTo('West Europe');
    await outline.add('Storage account', 'stml1');
    await outline.goTo('snet-1');
    await outline.add('Compute cluster', 'cpu-cluster-1');
  });

  await test.step('connect an endpoint', async () => {
    await outline.goTo('snet-endpoints');
    await outline.add('Private endpoint', 'pep-1');
    await outline.choose('Connect to', 'stml1');
    await expect(outline.row('pep-stml1-blob')).toBeFocused();
    await expect(workspace.undo).toHaveAccessibleName('Undo connect stml1');
  });

  await test.step('read a finding', async () => {
    await workspace.isChecked();
    await outline.goTo('pep-stml1-blob');
    await expect(outline.row('pep-stml1-blob')).toHaveAccessibleName(/, Private endpoint, .*error$/);
    await outline.choose('finding', 'pep-stml1-blob', 'Read why, with the evidence');
    await expect(inspector.panel).toBeFocused();
    await expect(inspector.panel.getByRole('article')).toBeVisible();
  });

  await test.step('preview its fix and apply it', async () => {
    const before = await inspector.panel.getByRole('article').getByRole('heading').textContent();
    await inspector.panel.getByRole('article').getByRole('button', { name: 'Preview' }).focus();
    await page.keyboard.press('Enter');
    const preview = inspector.panel.getByRole('region', { name: 'Preview of the fix' });
    await expect(preview).toBeFocused();
    await preview.getByRole('button', { name: 'Apply' }).focus();
    await page.keyboard.press('Enter');
    await expect(inspector.panel.getByRole('heading', { name: before ?? '' })).toHaveCount(0);
  });

  await test.step('move a compute to another subnet', async () => {
    await outline.open();
    await outline.goTo('cpu-cluster-1');
    await outline.choose('Move to', 'snet-endpoints');
    await expect(outline.row('cpu-cluster-1')).toBeFocused();
    await expect(inspector.panel).toContainText(/Compute cluster in\s*snet-endpoints/);
  });

  await test.step('undo, redo and delete', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(inspector.panel).toContainText(/Compute cluster in\s*snet-1/);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(inspector.panel).toContainText(/Compute cluster in\s*snet-endpoints/);
    await outline.goTo('cpu-cluster-1');
    await page.keyboard.press('Delete');
    await expect(outline.row('cpu-cluster-1')).toHaveCount(0);
    await expect(outline.tree.locator('[role=treeitem]:focus')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(outline.row('cpu-cluster-1')).toBeVisible();
  });
});
