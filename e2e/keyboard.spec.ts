import { expect, test } from './journey.ts';

test('a virtual network and a subnet are added, undone and redone without a pointer', async ({
  start,
  workspace,
  page,
}) => {
  await start.blankCanvas.focus();
  await page.keyboard.press('Enter');
  await workspace.canvas.waitFor();

  const search = page.getByRole('textbox', { name: 'Search resources' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('virtual network');
  await workspace.kind('Virtual network').focus();
  await page.keyboard.press('Enter');
  await expect(workspace.inspector).toContainText(/Virtual network in\s*West Europe/);

  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('subnet');
  await expect(search, 'typing replaces the earlier search').toHaveValue('subnet');
  await workspace.kind('Subnet').focus();
  await page.keyboard.press('Enter');
  await expect(workspace.inspector).toContainText(/Subnet in\s*vnet-1/);
  await expect(workspace.item('snet-1')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.item('snet-1')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(workspace.item('snet-1')).toBeVisible();
});

test('Enter adds the first kind that a search finds, and the arrow leads into the list', async ({
  start,
  workspace,
  page,
}) => {
  await start.blankCanvas.focus();
  await page.keyboard.press('Enter');
  await workspace.canvas.waitFor();
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await expect(workspace.inspector, 'nothing is searched for').toBeHidden();
  await page.keyboard.type('virtual net');
  await page.keyboard.press('Enter');
  await expect(workspace.item('vnet-1'), 'keys go on with what was added').toBeFocused();
  const search = page.getByRole('textbox', { name: 'Search resources' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('virtual net');
  await page.keyboard.press('ArrowDown');
  await expect(workspace.kind('Virtual network')).toBeFocused();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(workspace.item('vnet-1'), 'the first empties the field, the second leaves it').toBeFocused();
});

test('arrow keys lead from thing to thing on the canvas, and Enter selects', async ({
  start,
  workspace,
  page,
}) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  await workspace.item('AzureFirewallSubnet').focus();
  await page.keyboard.press('ArrowDown');
  const next = workspace.canvas.locator('[role=group]:focus');
  await expect(next).not.toHaveAccessibleName(/^AzureFirewallSubnet/);
  const name = (await next.getAttribute('aria-label'))?.split(',')[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(workspace.selectedName).toHaveValue(name);
});

test('a subnet that Azure sizes lists what lies in it', async ({ start, workspace, page }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  await workspace.item('AzureFirewallSubnet').focus();
  await page.keyboard.press('Enter');
  await workspace.inspector.getByRole('button', { name: 'afw-hub' }).press('Enter');
  await expect(workspace.selectedName).toHaveValue('afw-hub');
});

test('keys lead one level down and up, to the findings, and to the places that a thing could be moved to', async ({
  start,
  workspace,
  page,
}) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  const focused = workspace.canvas.locator('[role=group]:focus');
  await workspace.item('vnet-hub').focus();
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await expect(workspace.item('AzureFirewallSubnet')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await expect(workspace.item('afw-hub'), 'one thing of a subnet').toBeFocused();
  await page.keyboard.press('ControlOrMeta+ArrowUp');
  await page.keyboard.press('ControlOrMeta+ArrowUp');
  await expect(workspace.item('vnet-hub')).toBeFocused();

  await page.keyboard.press('ControlOrMeta+Shift+f');
  const first = workspace.findings.getByRole('listitem').first().getByRole('button').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('ControlOrMeta+j');
  await workspace.findings.getByRole('button', { name: 'Show the findings' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('F6');
  await expect(first, 'not what hides them').toBeFocused();
  const text = (await first.textContent()) ?? '';
  await expect(
    workspace.findings.getByRole('button', { name: `Why: ${text}`, exact: true }),
    'a list of buttons tells them apart',
  ).toHaveCount(1);

  await workspace.item('ci-engineer').focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem').first().press('Enter');
  await expect(workspace.undo).toHaveAccessibleName(/^Undo move ci-engineer to /);
  await expect(focused).toHaveAccessibleName(/^ci-engineer/);
});
