import { expect, test } from './journey.ts';
import { CommandPalette } from './pages/command-palette.ts';

test.beforeEach(async ({ start, workspace }) => {
  await start.blankCanvas.click();
  await expect(workspace.item('West Europe')).toBeVisible();
});

test('a hub and a spoke grow from a blank canvas, by pointer', async ({ workspace, page }) => {
  await page.getByRole('button', { name: 'Add a virtual network' }).click();
  await expect(workspace.item('vnet-1')).toBeVisible();
  await test.step('a name is written over, not into', async () => {
    await workspace.selectedName.click();
    await page.keyboard.type('vnet-hub');
    await page.keyboard.press('Enter');
    await expect(workspace.item('vnet-hub')).toBeVisible();
  });
  await test.step('the firewall gets its subnet, of the size that Azure asks for', async () => {
    await workspace.dragKind('Azure Firewall', workspace.item('vnet-hub'));
    await workspace.drop();
    await expect(workspace.item('AzureFirewallSubnet, subnet, 10.0.0.0/26')).toBeVisible();
  });
  await test.step('a second network, with two subnets', async () => {
    const hub = await workspace.restingBox(workspace.item('vnet-hub'));
    await workspace.dragKind('Virtual network', { x: hub.x + hub.width + 200, y: hub.y + 100 });
    await workspace.drop();
    await workspace.dragKind('Subnet', workspace.item('vnet-1'));
    await workspace.drop();
    await expect(workspace.item('snet-1')).toBeVisible();
    await workspace.dragKind('Subnet', workspace.item('snet-1'));
    await workspace.drop();
    await expect(workspace.item('snet-2, subnet, 10.1.1.0/24')).toBeVisible();
  });
  await test.step('a security group dropped on a subnet is attached to it', async () => {
    await workspace.dragKind('Network security group', workspace.item('snet-1'));
    await expect(workspace.canvas.getByText('Attach to snet-1')).toBeVisible();
    await workspace.drop();
    await expect(workspace.inspector).toContainText('Network security group in West Europe');
    await expect(workspace.finding('snet-1 has no network security group')).toHaveCount(0);
  });
  await test.step('a line from the other subnet to the firewall routes and peers', async () => {
    const subnet = await workspace.restingBox(workspace.item('snet-2'));
    await page.mouse.click(subnet.x + 40, subnet.y + 10);
    const handle = await page.locator('.canvas-connect').boundingBox();
    const firewall = await workspace.restingBox(workspace.item('afw-1'));
    if (!handle) throw new Error('Nothing to drag a line from');
    await page.mouse.move(handle.x + 12, handle.y + 12);
    await page.mouse.down();
    await page.mouse.move(firewall.x + 30, firewall.y + 20, { steps: 8 });
    await page.mouse.up();
    await expect(workspace.undo).toHaveAccessibleName(
      'Undo send internet traffic of snet-2 through afw-1, and peer vnet-1 with vnet-hub',
    );
  });
  await test.step('a right click opens what can be done there', async () => {
    const subnet = await workspace.restingBox(workspace.item('snet-2'));
    await page.mouse.click(subnet.x + 40, subnet.y + 10, { button: 'right' });
    const menu = page.getByRole('menu', { name: 'snet-2' });
    await menu.getByRole('menuitem', { name: /^Add inside/ }).click();
    await page.getByRole('menuitem', { name: 'Compute cluster', exact: true }).click();
    await expect(workspace.item('cpu-cluster-1')).toBeVisible();
  });
  await test.step('a right click on open ground offers what can be added', async () => {
    const region = await workspace.restingBox(workspace.item('West Europe'));
    await page.mouse.click(region.x + region.width / 2, region.y + region.height + 30, { button: 'right' });
    const menu = page.getByRole('menu', { name: 'Drawing' });
    await expect(menu.getByRole('menuitem', { name: /^Arrange everything/ })).toBeVisible();
    await menu.getByRole('menuitem', { name: /^Add(?! a note)/ }).click();
    await page.getByRole('menuitem', { name: 'Workspace', exact: true }).click();
    await expect(workspace.item('mlw-1')).toBeVisible();
  });
});

test('a network and what is in it grow from a blank canvas, by keyboard', async ({ workspace, page }) => {
  await page.getByRole('button', { name: 'Add a virtual network' }).press('Enter');
  await expect(workspace.item('vnet-1')).toBeFocused();
  await workspace.item('vnet-1').press('Insert');
  await expect(page.getByRole('menuitem', { name: 'Subnet', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.item('snet-1')).toBeVisible();
  await test.step('a route table is made where the subnet names one', async () => {
    await workspace.inspector.getByRole('combobox', { name: 'Route table' }).press('Enter');
    await page.getByRole('option', { name: 'New route table' }).press('Enter');
    await expect(workspace.undo).toHaveAccessibleName('Undo add route table to snet-1');
    await expect(workspace.selectedName).toHaveValue('snet-1');
  });
});

test('a hub and a spoke without an error, by keyboard alone, from the start screen on', async ({
  workspace,
  page,
}) => {
  test.slow();
  const palette = new CommandPalette(page);
  const run = async (query: string, title: string | RegExp) => {
    await palette.open();
    await palette.choose(query, title);
    await expect(palette.dialog).toHaveCount(0);
  };
  const rename = async (name: string) => {
    await page.keyboard.press('F2');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(workspace.item(name)).toBeFocused();
  };
  /** Adds what the palette names, where it comes first, and goes on with it. */
  const add = async (query: string, title: string, name: string) => {
    await run(query, title);
    await expect(workspace.item(name)).toBeFocused();
  };

  await test.step('the hub with its firewall and policy', async () => {
    await add('add virtual network', 'Add: Virtual network', 'vnet-1');
    await rename('vnet-hub');
    await page.keyboard.press('Insert');
    await page.keyboard.type('Azure');
    await expect(page.getByRole('menuitem', { name: /^Azure Firewall/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(workspace.item('afw-1')).toBeFocused();
    await run('add firewall policy', 'Add: Firewall policy');
    await expect(workspace.undo).toHaveAccessibleName(/^Undo add firewall policy \S+$/);
  });
  await test.step('the spoke, peered and routed through the firewall', async () => {
    await add('add virtual network', 'Add: Virtual network', 'vnet-1');
    await rename('vnet-ml');
    for (const name of ['snet-training', 'snet-endpoints']) {
      await run('go to vnet-ml', /^Go to vnet-ml/);
      await expect(workspace.item('vnet-ml')).toBeFocused();
      await page.keyboard.press('Insert');
      await expect(page.getByRole('menuitem', { name: 'Subnet', exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(workspace.item('snet-1')).toBeFocused();
      await rename(name);
      await run('send internet traffic', new RegExp(`^Send internet traffic of ${name} through afw-1`));
      await expect(workspace.item(name)).toBeFocused();
    }
    await expect(workspace.undo).toHaveAccessibleName(
      'Undo send internet traffic of snet-endpoints through afw-1',
    );
  });
  await test.step('the workspace with what it needs, and a cluster', async () => {
    await add('add workspace', 'Add: Workspace', 'mlw-1');
    await add('add storage', 'Add: Storage account', 'stml1');
    await add('add key vault', 'Add: Key vault', 'kv-1');
    await add('add container registry', 'Add: Container registry', 'crml1');
    await palette.open();
    await palette.choose('add compute cluster', 'Add: Compute cluster');
    await expect(palette.options.first()).toHaveAccessibleName(/^Add to snet-training/);
    await page.keyboard.press('Enter');
    await expect(workspace.item('cpu-cluster-1')).toBeFocused();
  });
  await test.step('what is missing, in one step', async () => {
    await workspace.isChecked();
    await run('fix all errors', 'Fix all errors');
    await expect(page.getByRole('banner')).toContainText('No errors');
    await expect(workspace.undo).toHaveAccessibleName('Undo fix all errors');
    await expect(workspace.finding('endpoint missing')).toHaveCount(0);
  });
});

test('a name of two words is typed in a menu', async ({ workspace, page }) => {
  await page.getByRole('button', { name: 'Add a virtual network' }).click();
  await expect(workspace.item('vnet-1')).toBeFocused();
  await page.keyboard.press('Insert');
  await expect(page.getByRole('menuitem', { name: 'Subnet', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.item('snet-1')).toBeFocused();
  await page.keyboard.press('Insert');
  await expect(page.getByRole('menuitem', { name: 'Application Gateway', exact: true })).toBeVisible();
  await page.keyboard.type('compute cl');
  await expect(page.getByRole('menuitem', { name: 'Compute cluster', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workspace.item('cpu-cluster-1')).toBeVisible();
});

test('subnets stay as they were put, whatever lies in them later', async ({ workspace, page }) => {
  const drop = async (kind: string, to: Parameters<typeof workspace.dragKind>[1]) => {
    await workspace.dragKind(kind, to);
    await workspace.drop();
  };
  await page.getByRole('button', { name: 'Add a virtual network' }).click();
  await drop('Subnet', workspace.item('vnet-1'));
  await drop('Subnet', workspace.item('vnet-1'));
  const isStacked = async () => {
    const [first, second] = await Promise.all(
      ['snet-1', 'snet-2'].map((name) => workspace.restingBox(workspace.item(name))),
    );
    if (!first || !second) return false;
    return second.y >= first.y + first.height && Math.abs(second.x - first.x) < 8;
  };
  expect(await isStacked()).toBe(true);
  // Its missing endpoint would make a column of its own for the subnet that it belongs in.
  await drop('Workspace', { x: 1100, y: 500 });
  await expect(workspace.canvas.getByText('Endpoint missing')).toBeVisible();
  expect(await isStacked()).toBe(true);
  await drop('Compute cluster', workspace.item('snet-1'));
  await expect(page.getByText('cpu-cluster-1', { exact: true }).first()).toBeVisible();
  expect(await isStacked()).toBe(true);
});
