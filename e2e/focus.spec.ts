import { expect, test } from './journey.ts';

test.beforeEach(async ({ start, workspace, page }) => {
  await start.blankCanvas.click();
  await workspace.canvas.waitFor();
  await page.getByRole('button', { name: 'Add a virtual network' }).click();
  await workspace.item('vnet-1').press('Insert');
  await page.getByRole('menuitem', { name: /^Azure Firewall/ }).press('Enter');
  await expect(workspace.item('afw-1')).toBeFocused();
});

test('the focus stays in its part of the screen when what had it is settled', async ({ workspace, page }) => {
  const { inspector, findings } = workspace;
  await inspector.getByRole('button', { name: /^Take .* away from Public IP addresses$/ }).press('Enter');
  const undo = async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(inspector.getByRole('button', { name: 'Fix', exact: true })).toBeVisible();
  };
  await inspector.getByRole('button', { name: 'Fix', exact: true }).press('Enter');
  await expect(inspector).toBeFocused();
  await undo();

  await workspace.fixIn(findings).press('Enter');
  await expect(findings).toBeFocused();
  await undo();

  const preview = inspector.getByRole('button', { name: 'Preview', exact: true });
  await preview.press('Enter');
  await inspector.getByRole('button', { name: 'Close the preview' }).press('Enter');
  await expect(preview, 'closed, it gives the focus back').toBeFocused();
  await preview.press('Enter');
  await inspector.getByRole('button', { name: 'Apply' }).press('Enter');
  await expect(inspector).toBeFocused();

  await inspector.getByRole('button', { name: 'Close the inspector' }).press('Enter');
  await expect(workspace.canvas).toBeFocused();
});

test('the focus on the canvas follows what a command selects', async ({ workspace, page }) => {
  await workspace.item('vnet-1').press('Insert');
  await page.getByRole('menuitem', { name: /^Compute cluster/ }).press('Enter');
  await expect(workspace.item('cpu-cluster-1')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(workspace.item('cpu-cluster-2'), 'the copy').toBeFocused();
  await page.keyboard.press('ControlOrMeta+ArrowUp');
  await expect(workspace.item('snet-compute'), 'the container').toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await workspace.item('afw-1').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(workspace.item('AzureFirewallSubnet'), 'what held the one that is gone').toBeFocused();
});

test('what is taken out of a selection keeps the focus', async ({ workspace, page }) => {
  await workspace.item('AzureFirewallSubnet').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(workspace.selectedName).toHaveCount(0);
  await page.keyboard.press('Shift+Enter');
  await expect(workspace.selectedName).toHaveValue('afw-1');
  await workspace.restingBox(workspace.item('afw-1'));
  await expect(workspace.item('AzureFirewallSubnet')).toBeFocused();
});

test('an undo that takes away what has the focus leaves it on the canvas', async ({ workspace, page }) => {
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.item('afw-1')).toHaveCount(0);
  await expect(workspace.canvas).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(workspace.item('afw-1')).toBeVisible();
});

test('keys about the selection are about what has the focus, and the way back to the canvas leads to it', async ({
  workspace,
  page,
}) => {
  const network = workspace.item('vnet-1');
  await network.focus();
  await expect(workspace.selectedName, 'the focus alone selects nothing').toHaveValue('afw-1');
  await page.keyboard.press('Insert');
  await page.getByRole('menuitem', { name: /^Subnet/ }).press('Enter');
  await expect(workspace.item('snet-1'), 'in the network that had the focus').toBeFocused();

  await workspace.item('AzureFirewallSubnet').focus();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /AzureFirewallSubnet/ })).toBeFocused();
  await page.keyboard.press('Escape');

  await workspace.item('afw-1').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F6');
  await expect(workspace.item('afw-1')).not.toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(workspace.item('afw-1'), 'what is selected').toBeFocused();
  await page.keyboard.press('Escape');
  await workspace.item('snet-1').focus();
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await expect(workspace.item('snet-1'), 'where one was').toBeFocused();
});

test('folding the findings keeps the focus in them, keys of the view work beside the drawing, and Shift on a sign adds', async ({
  workspace,
  page,
}) => {
  const { findings, inspector } = workspace;
  await inspector.getByRole('button', { name: /^Take .* away from Public IP addresses$/ }).press('Enter');
  await workspace.fixIn(findings).first().focus();
  await page.keyboard.press('ControlOrMeta+j');
  await expect(findings).toBeFocused();
  await page.keyboard.press('ControlOrMeta+j');

  await workspace.item('vnet-1').press('Enter');
  await workspace.canvas
    .getByRole('button', { name: /^Finding \d+: / })
    .first()
    .press('Shift+Enter');
  await expect(inspector.getByRole('heading', { name: '2 resources' })).toBeVisible();

  const view = () =>
    workspace.canvas
      .locator('.react-flow__viewport')
      .evaluate((element) => getComputedStyle(element).transform);
  await inspector.focus();
  await expect(inspector).toBeFocused();
  const before = await view();
  await page.keyboard.press('+');
  await expect.poll(view).not.toBe(before);
});

test('Enter on a sign leads to the card of its finding, and Escape back to the sign', async ({
  workspace,
  page,
}) => {
  await workspace.inspector
    .getByRole('button', { name: /^Take .* away from Public IP addresses$/ })
    .press('Enter');
  const sign = workspace
    .item('afw-1')
    .getByRole('button', { name: /^Finding \d+/ })
    .first();
  const said = (await sign.getAttribute('aria-label'))?.replace(/^Finding \d+: /, '') ?? '';
  await sign.press('Enter');
  const card = workspace.inspector.getByRole('article').filter({ hasText: said });
  await expect(card).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sign).toBeFocused();
  await expect(card, 'what is chosen is left by the next Escape').toBeVisible();
});
