import type { Locator, Page } from '@playwright/test';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import { CommandPalette } from './pages/command-palette.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';

const small = { width: 1280, height: 720 };

const boxOf = async (thing: Locator) => {
  const box = await thing.boundingBox();
  if (!box) throw new Error('It is not on screen');
  return box;
};

/** Whether any of one thing lies over any of another. */
async function meet(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await boxOf(one), await boxOf(other)];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const toolsOf = ({ canvas }: WorkspacePage) => canvas.getByRole('toolbar', { name: 'Tools' });
const zoomOf = ({ canvas }: WorkspacePage) => canvas.getByRole('group', { name: 'Zoom' });

/** Names of what lies under tools or zoom. */
async function underFloats(workspace: WorkspacePage, names: readonly string[]): Promise<readonly string[]> {
  const under: string[] = [];
  for (const name of names)
    for (const float of [toolsOf(workspace), zoomOf(workspace)])
      if (await meet(workspace.item(name), float)) under.push(name);
  return under;
}

const goTo = async (page: Page, name: string) => {
  const palette = new CommandPalette(page);
  await palette.open();
  await palette.field.fill(`go to ${name}`);
  await page
    .getByRole('option', { name: `Go to ${name}` })
    .first()
    .click();
};

test.describe('in a small window', () => {
  test.use({ viewport: small });

  test.beforeEach(async ({ start, workspace }) => {
    await start.openArchitecture(/^Hub and spoke with a firewall/);
    await workspace.isChecked();
  });

  test('a design opens whole', async ({ workspace }) => {
    const names = ['vnet-hub', 'vnet-ml', 'afw-hub', 'mlw-isolated', 'log-ml', 'privatelink.api.azureml.ms'];
    await workspace.restingBox(workspace.item('vnet-hub'));
    for (const name of names) await expect(workspace.item(name)).toBeInViewport({ ratio: 0.99 });
    expect(await underFloats(workspace, names)).toEqual([]);
  });

  test('what the rail unfolds moves the drawing aside, and back when it is folded', async ({
    workspace,
    page,
  }) => {
    const network = workspace.item('vnet-hub');
    const before = await workspace.restingBox(network);
    const toggle = page.getByRole('button', { name: 'Add a resource' });
    await toggle.click();
    const search = page.getByRole('textbox', { name: 'Search resources' });
    const right = (await boxOf(search)).x + (await boxOf(search)).width;
    await expect.poll(async () => (await boxOf(network)).x).toBeGreaterThan(right);
    const beside = await workspace.restingBox(network);
    expect(beside.width).toBeCloseTo(before.width);
    expect(await underFloats(workspace, ['vnet-hub', 'afw-hub'])).toEqual([]);
    await expect(workspace.item('mlw-isolated')).toBeInViewport({ ratio: 0.99 });
    await toggle.click();
    await expect.poll(async () => (await boxOf(network)).x).toBeCloseTo(before.x);
  });

  test('the drawing stays where a hand has put it when the rail is folded again', async ({
    workspace,
    page,
  }) => {
    const toggle = page.getByRole('button', { name: 'Add a resource' });
    const network = workspace.item('vnet-hub');
    await toggle.click();
    await workspace.restingBox(network);
    await page.mouse.move(900, 300);
    await page.mouse.wheel(0, 40);
    const put = await workspace.restingBox(network);
    await toggle.click();
    expect(await workspace.restingBox(network)).toEqual(put);
  });
});

test('a thing that is gone to comes into free ground', async ({ start, workspace, page }) => {
  await page.setViewportSize(small);
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  for (const name of ['afw-hub', 'log-ml', 'bas-hub', 'mlw-isolated']) {
    await goTo(page, name);
    await expect(workspace.item(name)).toBeInViewport({ ratio: 0.99 });
    await workspace.restingBox(workspace.item(name));
    expect(await underFloats(workspace, [name]), name).toEqual([]);
  }
});

test('what has no place of its own is pointed out where it is shown', async ({ start, workspace, page }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  await goTo(page, 'pip-afw-hub');
  await expect(workspace.inspector).toContainText('Public IP address');
  await expect(workspace.item('afw-hub')).toHaveClass(/is-selected-through/);
  await page.keyboard.press('Escape');
  await expect(workspace.item('afw-hub')).not.toHaveClass(/is-selected-through/);
});

test('a message lies over neither the findings nor the drawing', async ({ start, workspace, page }) => {
  await page.setViewportSize(small);
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await workspace.openFile({ name: 'notes.json', content: '{ "name": 1 }' });
  const message = page.getByRole('alert').filter({ hasText: 'notes.json' });
  await expect(message).toBeVisible();
  expect(await meet(message, workspace.canvas)).toBe(false);
  expect(await meet(message, workspace.findings)).toBe(false);
  const first = workspace.findings.getByRole('listitem').first();
  await expect(first).toBeInViewport({ ratio: 0.99 });
  expect(await meet(message, first)).toBe(false);
});

test('a message that takes of the room for the drawing leaves all of it in sight, and as it was when it is gone', async ({
  start,
  workspace,
  page,
}) => {
  await page.setViewportSize(small);
  await start.openArchitecture(/^One virtual network/);
  await workspace.isChecked();
  const lowest = workspace.item('ampls-ml');
  const before = await workspace.restingBox(lowest);
  await workspace.openFile({ name: 'notes.json', content: '{ "name": 1 }' });
  const message = page.getByRole('alert').filter({ hasText: 'notes.json' });
  await expect(message).toBeVisible();
  await expect(lowest).toBeInViewport({ ratio: 0.99 });
  await message.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(async () => (await boxOf(lowest)).y).toBeCloseTo(before.y);
});
