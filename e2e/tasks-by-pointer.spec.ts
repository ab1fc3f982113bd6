import { expect, test } from './journey.ts';
import { InspectorPanel } from './pages/inspector-panel.ts';

test('the whole way from an empty canvas to a fixed design is walked by pointer alone', async ({
  start,
  workspace,
  page,
}) => {
  test.slow();
  const inspector = new InspectorPanel(page);
  await start.blankCanvas.click();
  await workspace.canvas.waitFor();

  await test.step('create a network and its subnets', async () => {
    await page.getByRole('button', { name: 'Add a virtual network' }).click();
    await expect(workspace.item('vnet-1')).toBeVisible();
    for (const subnet of ['snet-1', 'snet-2']) {
      await workspace.dragKind('Subnet', workspace.item('vnet-1'));
      await workspace.drop();
      await expect(workspace.item(subnet)).toBeVisible();
    }
  });

  await test.step('drop services', async () => {
    for (const [kind, name] of [
      ['Workspace', 'mlw-1'],
      ['Storage account', 'stml1'],
    ] as const) {
      await workspace.dragKind(kind, workspace.item('West Europe'));
      await workspace.drop();
      await expect(workspace.item(name)).toBeVisible();
    }
    await workspace.dragKind('Compute cluster', workspace.item('snet-1'));
    await workspace.drop();
    await expect(workspace.item('cpu-cluster-1')).toBeVisible();
  });

  await test.step('connect an endpoint', async () => {
    // The design has grown out of the window by now.
    await page.getByRole('button', { name: 'Show the whole drawing' }).click();
    await workspace.dragKind('Private endpoint', workspace.item('snet-2'));
    await workspace.drop();
    await inspector.button('stml1 blob').click();
    await expect(workspace.item('pep-stml1-blob')).toBeVisible();
  });

  await test.step('read a finding, preview its fix and apply it', async () => {
    await workspace.isChecked();
    const row = workspace.finding(/pep-stml1-blob/).first();
    const sentence = (await row.getByRole('button').first().textContent()) ?? '';
    await row.getByRole('button').first().click();
    const card = inspector.panel.getByRole('article');
    await expect(card).toContainText(sentence.trim());
    await card.getByRole('button', { name: 'Preview' }).click();
    await card.getByRole('button', { name: 'Apply' }).click();
    await expect(workspace.findings.getByText(sentence.trim(), { exact: true })).toHaveCount(0);
  });

  await test.step('move a compute to another subnet', async () => {
    await workspace.item('cpu-cluster-1').click();
    await inspector.button('More for cpu-cluster-1').click();
    await page.getByRole('menuitem', { name: 'Move to' }).click();
    await page.getByRole('menuitem', { name: /^snet-2/ }).click();
    await expect(inspector.panel).toContainText(/Compute cluster in\s*snet-2/);
  });

  await test.step('undo, redo and delete', async () => {
    await workspace.undo.click();
    await expect(inspector.panel).toContainText(/Compute cluster in\s*snet-1/);
    await workspace.redo.click();
    await expect(inspector.panel).toContainText(/Compute cluster in\s*snet-2/);
    await inspector.button('More for cpu-cluster-1').click();
    await page.getByRole('menuitem', { name: /^Remove cpu-cluster-1/ }).click();
    await expect(workspace.item('cpu-cluster-1')).toHaveCount(0);
    await workspace.undo.click();
    await expect(workspace.item('cpu-cluster-1')).toBeVisible();
  });
});
