import { expect, test } from './journey.ts';

test.beforeEach(async ({ start, workspace }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
});

test('a right click on one of several selected things is for all of them', async ({ workspace, page }) => {
  await workspace.item('ci-engineer').press('Enter');
  await workspace.item('train-cluster').press('Shift+Enter');
  await expect(workspace.inspector.getByRole('heading', { name: '2 resources' })).toBeVisible();
  await workspace.item('train-cluster').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: '2 resources' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Move to',
    'Align and distribute',
    /^Copy/,
    /^Duplicate/,
    /^Remove 2 resources/,
  ]);
  await menu.getByRole('menuitem', { name: 'Move to' }).click();
  await page.getByRole('menuitem', { name: /^snet-jump/ }).click();
  await expect(workspace.undo).toHaveAccessibleName('Undo move 2 resources to snet-jump');
  await workspace.item('vm-jump').click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'vm-jump' })).toBeVisible();
});

test('what Azure keeps for a service is refused to others by a drag and by the palette, in the same words', async ({
  workspace,
  page,
}) => {
  const reason = 'Azure keeps AzureBastionSubnet for Bastion.';
  const cluster = workspace.item('train-cluster');
  const before = await workspace.restingBox(cluster);
  const over = await workspace.lowerMiddleOf(workspace.item('AzureBastionSubnet'));
  await page.mouse.move(before.x + 40, before.y + 20);
  await page.mouse.down();
  await page.mouse.move(over.x, over.y, { steps: 10 });
  const places = async () => [
    await workspace.item('AzureBastionSubnet').boundingBox(),
    await workspace.item('log-ml').boundingBox(),
  ];
  const still = await places();
  await page.mouse.up();
  await expect(workspace.notice).toContainText(reason);
  expect(await places(), 'nothing moves under the pointer').toEqual(still);
  await expect(workspace.undo).toBeDisabled();
  await workspace.notice.getByRole('button', { name: 'Dismiss' }).click();
  await workspace.dragKind('Compute cluster', workspace.item('AzureBastionSubnet'));
  await workspace.drop();
  await expect(workspace.notice).toContainText(reason);
  await expect(workspace.undo).toBeDisabled();
});
