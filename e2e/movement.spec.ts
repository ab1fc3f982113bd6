import type { Page } from '@playwright/test';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import { isPannedForNothing, movedForNothing, restingPlaces } from './pages/screen-places.ts';
import type { WorkspacePage } from './pages/workspace-page.ts';

type Act = readonly [name: string, act: (workspace: WorkspacePage, page: Page) => Promise<void>];

const press =
  (...keys: readonly string[]): Act[1] =>
  async (_, page) => {
    for (const key of keys) await page.keyboard.press(key);
  };

const drop =
  (kind: string, on: string): Act[1] =>
  async (workspace) => {
    await workspace.dragKind(kind, workspace.item(on));
    await workspace.drop();
  };

const add =
  (kind: string): Act[1] =>
  async (_, page) => {
    const search = page.getByRole('textbox', { name: 'Search resources' });
    await search.fill(kind);
    await search.press('Enter');
    const places = page.getByRole('menu', { name: `Where to add ${kind}` });
    if (kind === 'Compute cluster') await places.getByRole('menuitem').first().press('Enter');
    await expect(search, `${kind} is added`).toHaveValue('');
  };

const choose =
  (name: string): Act[1] =>
  (workspace) =>
    workspace.item(name).click({ position: { x: 12, y: 8 } });

const byPointer: readonly Act[] = [
  ['open the inspector', choose('train-cluster')],
  ['close it', press('Escape')],
  ['drop a cluster', drop('Compute cluster', 'snet-training')],
  ['drop a subnet', drop('Subnet', 'snet-training')],
  ['drop an instance', drop('Compute instance', 'snet-training')],
  ['undo that', (workspace) => workspace.undo.click()],
  ['drop a storage account', drop('Storage account', 'West Europe')],
  ['drop a key vault', drop('Key vault', 'West Europe')],
  ['drop a network', drop('Virtual network', 'West Europe')],
  ['fold the findings', press('ControlOrMeta+j')],
];

const byKeys: readonly Act[] = [
  ['choose a container', choose('snet-training')],
  ['duplicate it', press('ControlOrMeta+d')],
  ['undo that', press('ControlOrMeta+z')],
  ['choose a node', choose('train-cluster')],
  ['duplicate it', press('ControlOrMeta+d')],
  ['remove it', press('Delete')],
  ['undo twice', press('ControlOrMeta+z', 'ControlOrMeta+z')],
  ['redo', press('ControlOrMeta+Shift+z')],
  ['close the inspector', press('Escape')],
];

/**
 * After each act, everything lies where it lay on the screen, at the size that it had, but for what had to make room. The
 * view moves where something would be hidden that has room, and back.
 */
async function stayThrough(acts: readonly Act[], workspace: WorkspacePage, page: Page) {
  let before = await restingPlaces(page);
  const earlier = [before];
  for (const [name, act] of acts)
    await test.step(name, async () => {
      await act(workspace, page);
      const after = await restingPlaces(page);
      expect(after.zoom, name).toBe(before.zoom);
      expect(isPannedForNothing(before, after, earlier), `${name}: the view moves`).toBe(false);
      expect(movedForNothing(before, after), name).toEqual([]);
      before = after;
      earlier.push(after);
    });
}

const closer: Act[1] = async (_, page) => {
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
};
const farther: Act[1] = async (_, page) => {
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Zoom out' }).click();
};
const asOpened: Act[1] = async () => undefined;

test.describe('what is drawn stays under the hand', () => {
  test.slow();
  test.beforeEach(async ({ start, workspace }) => {
    await start.openArchitecture(/^Hub and spoke with a firewall/);
    await workspace.isChecked();
  });

  test('by pointer', async ({ workspace, page }) => {
    await stayThrough(byPointer, workspace, page);
  });

  for (const [view, look] of [
    ['as it was opened', asOpened],
    ['from closer', closer],
    ['from farther', farther],
  ] as const) {
    test(`by keyboard in a small window, ${view}`, async ({ workspace, page }) => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await look(workspace, page);
      await stayThrough(byKeys, workspace, page);
    });
  }
});

test('a design that grows from nothing stays where it began', async ({ start, workspace, page }) => {
  await start.blankCanvas.click();
  await expect(workspace.item('West Europe')).toBeVisible();
  const kinds = ['Virtual network', 'Subnet', 'Compute cluster', 'Workspace', 'Storage account', 'Key vault'];
  await stayThrough(
    kinds.map((kind) => [`add ${kind}`, add(kind)] as const),
    workspace,
    page,
  );
  await expect(page.locator('.react-flow__node[role=group]')).toHaveCount(kinds.length + 1);
});

test('a fix and its preview leave the view where it is', async ({ start, workspace, page }) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  const row = workspace.finding('File endpoint missing');
  await stayThrough(
    [
      ['read why', () => row.getByRole('button', { name: 'Why' }).click()],
      ['preview', () => row.getByRole('button', { name: 'Preview' }).click()],
      ['apply', () => row.getByRole('button', { name: 'Apply' }).click()],
      ['undo', () => workspace.undo.click()],
    ],
    workspace,
    page,
  );
});

test('what is added comes clear of a palette that lies over the drawing', async ({
  start,
  workspace,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await start.blankCanvas.click();
  await page.getByRole('button', { name: 'Add a resource' }).click();
  const palette = page.getByRole('navigation', { name: 'Add and outline' });
  const right = await palette
    .getByRole('textbox', { name: 'Search resources' })
    .evaluate((field) => field.getBoundingClientRect().right);
  for (const [kind, name] of [
    ['Virtual network', 'vnet-1'],
    ['Subnet', 'snet-1'],
    ['On-premises network', 'on-premises-1'],
  ] as const) {
    await palette.getByRole('button', { name: kind, exact: true }).click();
    await expect
      .poll(async () => (await workspace.item(name).boundingBox())?.x, { message: name })
      .toBeGreaterThan(right);
  }
});
