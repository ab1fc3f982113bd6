import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';

test.beforeEach(async ({ start, workspace }) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
});

test('a storage account dropped on a subnet is refused with the reason, and nothing changes', async ({
  workspace,
}) => {
  await workspace.dragKind('Storage account', workspace.item('snet-training'));
  await expect(workspace.canvas.getByText('Storage account is not placed in a subnet')).toBeVisible();
  await expect(workspace.canvas.getByText(/^Drop in/), 'what is refused calls for no drop').toHaveCount(0);
  await workspace.drop();
  await expect(workspace.notice).toContainText(
    'Storage account is not placed in a subnet: it lies in a region, and a private endpoint in snet-training gives it an address there.',
  );
  await expect(workspace.undo).toBeDisabled();
  await workspace.notice.getByRole('button', { name: 'Put it in Sweden Central', exact: true }).click();
  await expect(workspace.inspector).toContainText(/Storage account in\s*Sweden Central/);
  await expect(workspace.notice).toBeHidden();
  await expect(workspace.undo).toHaveAccessibleName(/^Undo add storage account \S+$/);
});

test('a service that is refused in a subnet comes with its private endpoints there at a press', async ({
  workspace,
}) => {
  await workspace.dragKind('Key vault', workspace.item('snet-training'));
  await workspace.drop();
  await workspace.notice
    .getByRole('button', { name: 'Put it in Sweden Central, with its private endpoint in snet-training' })
    .click();
  await expect(workspace.inspector).toContainText(/Key vault in\s*Sweden Central/);
  await expect(workspace.item('pe-kv-1-vault')).toBeVisible();
  await workspace.undo.click();
  await expect(workspace.undo, 'it is one step').toBeDisabled();
});

test('a compute instance dropped on a subnet is created there, selected, and one undo takes it away', async ({
  workspace,
}) => {
  await workspace.dragKind('Compute instance', workspace.item('snet-training'));
  await expect(workspace.canvas.getByText('Drop in snet-training')).toBeVisible();
  await workspace.drop();
  await expect(workspace.inspector).toContainText(/Compute instance in\s*snet-training/);
  const created = workspace.item('ci-1');
  await expect(created).toBeVisible();
  await workspace.undo.click();
  await expect(created).toBeHidden();
  await expect(workspace.undo).toBeDisabled();
});

test('signs of findings are seen as they are while places are lit around them', async ({
  workspace,
  page,
}) => {
  const subnet = workspace.item('snet-training');
  await workspace.restingBox(subnet);
  const sign = await subnet
    .getByRole('button', { name: /^Finding/ })
    .first()
    .boundingBox();
  if (!sign) throw new Error('Nothing is marked there');
  // Without its ring, which lies on the ground.
  const clip = { x: sign.x + 8, y: sign.y + 8, width: sign.width - 16, height: sign.height - 16 };
  const before = await page.screenshot({ clip });
  await workspace.dragKind('Compute instance', subnet);
  await expect(workspace.canvas.getByText('Drop in snet-training')).toBeVisible();
  expect((await page.screenshot({ clip })).equals(before)).toBe(true);
});

test('a node dragged inside its container is one step of the history', async ({ workspace, page }) => {
  const node = workspace.item('mlw-claims');
  const before = await workspace.restingBox(node);
  await page.mouse.move(before.x + 40, before.y + 20);
  await page.mouse.down();
  await page.mouse.move(before.x + 60, before.y + 90, { steps: 8 });
  await page.mouse.up();
  await expect(workspace.undo).toHaveAccessibleName('Undo move mlw-claims');
  expect((await node.boundingBox())?.y).not.toBe(before.y);
  await workspace.undo.click();
  await expect.poll(async () => (await node.boundingBox())?.y).toBe(before.y);
  await expect(workspace.undo).toBeDisabled();
});

test('a node dragged where it may not lie goes back and the reason is told', async ({ workspace, page }) => {
  const node = workspace.item('stclaimsml');
  const before = await workspace.restingBox(node);
  const over = await workspace.lowerMiddleOf(workspace.item('snet-training'));
  await page.mouse.move(before.x + 40, before.y + 20);
  await page.mouse.down();
  await page.mouse.move(over.x, over.y, { steps: 10 });
  await page.mouse.up();
  await expect(workspace.notice).toContainText('Storage account is not placed in a subnet');
  await expect(workspace.notice.getByRole('button', { name: /^Put it/ }), 'it lies there').toHaveCount(0);
  const struck = page.locator('.canvas-drop-refused');
  const [place, subnet] = await Promise.all([
    struck.boundingBox(),
    workspace.item('snet-training').boundingBox(),
  ]);
  expect(place?.x, 'the place stays outlined while it is spoken of').toBeCloseTo(subnet?.x ?? 0, 0);
  expect(place?.y).toBeCloseTo(subnet?.y ?? 0, 0);
  await workspace.notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(struck).toHaveCount(0);
  await expect(workspace.undo).toBeDisabled();
  await expect.poll(async () => (await node.boundingBox())?.x).toBe(before.x);
});

test('dragging one node among two hundred touches no other', async ({ workspace, page }) => {
  await workspace.openFile({ name: 'large.json', content: JSON.stringify(largeDesign()) });
  await expect(workspace.item('ci-199')).toBeAttached({ timeout: 30_000 });
  await workspace.isChecked();
  const box = await workspace.restingBox(workspace.item('ci-100'));
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 8, box.y + box.height / 2 + 8, { steps: 2 });
  await page.evaluate(() => {
    const touched = new Set<string>();
    const nodes = document.querySelector('.react-flow__nodes');
    if (!nodes) throw new Error('No nodes');
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        touched.add(element?.closest('.react-flow__node')?.getAttribute('aria-label') ?? 'something else');
      }
      document.body.dataset.touched = JSON.stringify([...touched]);
    }).observe(nodes, { subtree: true, attributes: true, childList: true, characterData: true });
  });
  await page.mouse.move(box.x + 30, box.y + 30, { steps: 12 });
  const touched: string[] = JSON.parse(await page.evaluate(() => document.body.dataset.touched ?? '[]'));
  await page.mouse.up();
  expect(touched).toHaveLength(1);
  expect(touched[0]).toMatch(/^ci-100/);
});

/** One subnet in which two hundred compute instances lie. */
function largeDesign() {
  const instances = Array.from({ length: 200 }, (_, at) => ({
    id: `instance-${at}`,
    kind: 'compute-instance',
    name: `ci-${at}`,
    parent: 'subnet',
  }));
  return {
    schemaVersion: 1,
    name: 'Large',
    source: { format: 'isoplan', complete: true },
    goals: {},
    resources: [
      { id: 'region', kind: 'region', name: 'westeurope' },
      {
        id: 'network',
        kind: 'virtual-network',
        name: 'vnet-large',
        parent: 'region',
        addressPrefixes: ['10.0.0.0/16'],
      },
      {
        id: 'subnet',
        kind: 'subnet',
        name: 'snet-large',
        parent: 'network',
        addressPrefixes: ['10.0.0.0/22'],
      },
      ...instances,
    ],
    layout: {},
    accepted: [],
    expectations: [],
  };
}
