import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';
import { InspectorPanel } from './pages/inspector-panel.ts';

test.beforeEach(async ({ start, workspace }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
});

test('several things dragged into another subnet are in that subnet, as one step of the history', async ({
  workspace,
  page,
}) => {
  await workspace.item('ci-engineer').click();
  await workspace.item('train-cluster').click({ modifiers: ['Shift'] });
  await expect(workspace.inspector.getByRole('heading', { name: '2 resources' })).toBeVisible();
  const from = await workspace.restingBox(workspace.item('ci-engineer'));
  const to = await workspace.lowerMiddleOf(workspace.item('snet-jump'));
  await page.mouse.move(from.x + 30, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await expect(workspace.canvas.getByText('Move 2 into snet-jump')).toBeVisible();
  await page.mouse.up();
  await expect(workspace.undo).toHaveAccessibleName('Undo move 2 resources to snet-jump');
  await expect(workspace.item('train-cluster')).toHaveAccessibleName(/in snet-jump/);
  await workspace.undo.click();
  await expect(workspace.item('train-cluster')).toHaveAccessibleName(/in snet-training/);
  await expect(workspace.undo).toBeDisabled();
});

test('a frame over open ground selects what it touches, and Ctrl D doubles it', async ({
  workspace,
  page,
}) => {
  const first = await workspace.restingBox(workspace.item('appi-ml'));
  const last = await workspace.restingBox(workspace.item('log-ml'));
  await page.mouse.move(first.x - 12, first.y - 6);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width + 8, last.y + last.height + 6, { steps: 6 });
  await page.mouse.up();
  await expect(workspace.inspector.getByRole('heading', { name: '2 resources' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+d');
  await expect(workspace.item('appi-ml-2')).toBeVisible();
  await expect(workspace.item('log-ml-2')).toBeVisible();
  await expect(workspace.undo).toHaveAccessibleName('Undo duplicate 2 resources');
});

test('a press on the ground whose release falls on a panel draws no frame later', async ({
  workspace,
  page,
}) => {
  const last = await workspace.restingBox(workspace.item('log-ml'));
  await page.mouse.move(last.x + last.width + 40, last.y + last.height + 20);
  await page.mouse.down();
  const findings = await workspace.findings.boundingBox();
  if (!findings) throw new Error('There are no findings');
  await page.mouse.move(findings.x + 300, findings.y + findings.height - 20, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(last.x - 200, last.y - 100, { steps: 6 });
  await expect(page.locator('.canvas-marquee')).toHaveCount(0);
});

test('what several things share is set for all of them in one step, by keyboard', async ({
  workspace,
  page,
}) => {
  await workspace.item('train-cluster').press('Enter');
  await workspace.item('image-build').press('Shift+Enter');
  await expect(workspace.inspector.getByRole('heading', { name: '2 resources' })).toBeVisible();
  const nodes = workspace.inspector.getByRole('textbox', { name: 'Maximum node count' });
  await expect(nodes).toHaveAttribute('placeholder', 'Different values');
  await nodes.fill('7');
  await nodes.press('Enter');
  await expect(workspace.undo).toHaveAccessibleName('Undo change maximum node count of 2 resources');
  for (const name of ['train-cluster', 'image-build'])
    await expect(workspace.item(name)).toHaveAccessibleName(/0 to 7/);
  expect(await faultsOn(page)).toEqual([]);
  await workspace.inspector
    .getByRole('button', { name: 'Take image-build out of the selection' })
    .press('Enter');
  await expect(workspace.selectedName).toHaveValue('train-cluster');
});

test('what depends on a removal is named first, and Escape keeps everything', async ({ workspace, page }) => {
  await workspace.item('snet-training').press('Enter');
  await page.keyboard.press('Delete');
  const card = page.getByRole('alertdialog', { name: 'Remove snet-training, and 3 things with it?' });
  await expect(card.getByRole('listitem')).toHaveText([/^ci-engineer/, /^train-cluster/, /^image-build/]);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(workspace.item('ci-engineer')).toBeVisible();
  await workspace.item('snet-training').press('Delete');
  await card.getByRole('button', { name: /^Remove/ }).press('Enter');
  await expect(workspace.item('snet-training')).toBeHidden();
  await expect(workspace.undo).toHaveAccessibleName('Undo remove snet-training');
});

test('while a removal is asked about, keys read its list, stay within it and change nothing', async ({
  workspace,
  page,
}) => {
  // So low that not all that goes has room.
  await page.setViewportSize({ width: 1280, height: 560 });
  await workspace.item('vnet-ml').press('Enter');
  const before = await workspace.undo.getAttribute('aria-label');
  await page.keyboard.press('Delete');
  const card = page.getByRole('alertdialog', { name: /^Remove vnet-ml, and \d+ things with it\?$/ });
  const list = card.getByRole('list');
  await expect(card.getByRole('button', { name: /^Remove/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => list.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(40);
  for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key);
    await expect(card.locator(':focus')).toHaveCount(1);
  }
  // Where a person goes to another part, the drawing is not changed under the question either.
  await workspace.item('vnet-ml').focus();
  for (const key of ['ArrowDown', 'Control+d', 'Insert']) await page.keyboard.press(key);
  await expect(card).toBeVisible();
  expect(await workspace.undo.getAttribute('aria-label')).toBe(before);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(workspace.item('vnet-ml')).toBeFocused();
});

test('a network is copied by keyboard alone, with addresses of its own', async ({ workspace, page }) => {
  await workspace.item('vnet-ml').press('Enter');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(workspace.item('vnet-ml-2')).toHaveAccessibleName(/10\.0\.3\.0\/24/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.item('vnet-ml-2')).toBeHidden();
});

test('a name is changed in its place, and one that is taken is refused with the reason', async ({
  workspace,
  page,
}) => {
  await workspace.item('train-cluster').press('Enter');
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Name of train-cluster' });
  await expect(field).toBeFocused();
  await page.keyboard.type('image-build');
  await expect(workspace.canvas.getByText('image-build is taken in snet-training.')).toBeVisible();
  await field.fill('gpu-cluster');
  await page.keyboard.press('Enter');
  await expect(workspace.item('gpu-cluster')).toBeFocused();
  await expect(workspace.undo).toHaveAccessibleName('Undo rename train-cluster to gpu-cluster');
});

test('arrows move what is selected, in one step of the history', async ({ workspace, page }) => {
  const node = workspace.item('log-ml');
  // Beside what stays: the view may still make room for the inspector.
  const beside = workspace.item('appi-ml');
  const distance = async () =>
    ((await node.boundingBox())?.x ?? Number.NaN) - ((await beside.boundingBox())?.x ?? Number.NaN);
  const before = await distance();
  await node.press('Enter');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(distance).toBeGreaterThan(before + 20);
  await expect(workspace.undo).toHaveAccessibleName('Undo move log-ml');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workspace.undo).toBeDisabled();
});

test('a container is made larger by its corner', async ({ workspace, page }) => {
  const subnet = workspace.item('snet-jump');
  const header = await workspace.restingBox(subnet);
  await page.mouse.click(header.x + 40, header.y + 10);
  const before = await workspace.restingBox(subnet);
  await expect(page.locator('.canvas-resize .handle').first()).toBeVisible();
  await page.mouse.move(before.x + before.width, before.y + before.height);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 40, before.y + before.height + 30, { steps: 5 });
  await page.mouse.up();
  await expect(workspace.undo).toHaveAccessibleName('Undo resize snet-jump');
  await expect.poll(async () => (await subnet.boundingBox())?.width).toBeGreaterThan(before.width + 25);
});

test('networks are peered by keyboard, from the list of what can be connected', async ({
  workspace,
  page,
}) => {
  await workspace.item('vnet-ml').press('Enter');
  await page.keyboard.press('ControlOrMeta+d');
  const copy = workspace.item('vnet-ml-2');
  await expect(copy).toBeVisible();
  await copy.press('c');
  const card = page.getByRole('region', { name: 'Connect vnet-ml-2' });
  await card.getByRole('button', { name: 'Peer vnet-ml-2 with vnet-ml, both ways' }).press('Enter');
  await expect(card).toBeHidden();
  await expect(workspace.undo).toHaveAccessibleName('Undo peer vnet-ml-2 with vnet-ml, both ways');
});

test('a route table is attached by dragging the dot of a subnet to it', async ({ workspace, page }) => {
  await workspace.dragKind('Route table', workspace.item('log-ml'));
  await workspace.drop();
  await workspace.item('snet-training').press('Enter');
  const table = await workspace.restingBox(workspace.item('rt-1'));
  const dot = await page.getByTitle('Drag to what it is to be connected to').boundingBox();
  if (!dot) throw new Error('There is no dot');
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await page.mouse.down();
  await page.mouse.move(table.x + 40, table.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect(workspace.undo).toHaveAccessibleName(
    /^Undo attach route table rt-1 to subnet snet-training, in place of rt-/,
  );
});

test('a service that is dropped is offered its endpoints and zones in one step', async ({
  workspace,
  page,
}) => {
  await workspace.dragKind('Key vault', workspace.item('log-ml'));
  await workspace.drop();
  const card = page.getByRole('region', { name: /^kv-.* has no private endpoint yet$/ });
  await expect(page.getByText(/^Added kv-\S+ .* has no private endpoint yet: Tab leads to/)).toBeAttached();
  await test.step('which come next by Tab, and lead back', async () => {
    const vault = workspace.item(await workspace.selectedName.inputValue());
    await vault.focus();
    await page.keyboard.press('Tab');
    await expect(card.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(vault).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(card.locator(':focus')).toHaveCount(0);
    await expect(workspace.canvas.locator(':focus')).toHaveCount(1);
  });
  await card.getByRole('button', { name: /^Add one in snet-/ }).click();
  await expect(workspace.undo).toHaveAccessibleName(/^Undo add private endpoints for vault/);
});

test('a property stays where it is when the finding above it is gone', async ({ workspace, page }) => {
  const inspector = new InspectorPanel(page);
  await workspace.item('kv-ml-isolated').press('Enter');
  const access = inspector.choice('Public network access');
  const place = async () => (await access.boundingBox())?.y;
  const calm = await place();
  await inspector.choose('Public network access', /^Enabled$/);
  await expect(inspector.panel.getByRole('article')).toBeVisible();
  const below = await place();
  await inspector.choose('Public network access', /^Disabled$/);
  const nothing = inspector.panel.getByText('Nothing is found here any more.');
  await expect(nothing).toBeVisible();
  expect(await place()).toBe(below);
  await workspace.item('kv-ml-isolated').focus();
  await expect(nothing).toHaveCount(0);
  expect(await place()).toBe(calm);
});
