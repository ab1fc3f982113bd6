import { faultsOn } from './axe.ts';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import { CommandPalette } from './pages/command-palette.ts';

test.describe('what is attached to a subnet', () => {
  test.beforeEach(async ({ start, workspace }) => {
    await start.open(fixture('claims-export.json'));
    await workspace.isChecked();
  });

  for (const [title, property] of [
    ['Network security group', 'Network security group'],
    ['Route table', 'Route table'],
  ] as const)
    test(`a ${title.toLowerCase()} dropped on a subnet is attached to it in one step`, async ({
      workspace,
    }) => {
      await workspace.dragKind(title, workspace.item('snet-endpoints'));
      await workspace.drop();
      const name = await workspace.selectedName.inputValue();
      await expect(workspace.undo).toHaveAccessibleName(`Undo add ${title.toLowerCase()} ${name}`);
      await workspace.item('snet-endpoints').press('Enter');
      await expect(workspace.inspector.getByRole('combobox', { name: property, exact: true })).toHaveText(
        name,
      );
      await workspace.undo.click();
      await expect(workspace.undo).toBeDisabled();
    });

  test('a refusal, and the height of the findings, are clear to people who do not see them; an act takes the refusal away', async ({
    workspace,
    page,
  }) => {
    await workspace.dragKind('Storage account', workspace.item('snet-training'));
    await workspace.drop();
    await expect(workspace.notice).toContainText('Storage account is not placed in a subnet');
    await page.getByRole('separator', { name: 'Height of the findings' }).focus();
    expect(await faultsOn(page)).toEqual([]);
    await workspace.dragKind('Compute instance', workspace.item('snet-training'));
    await workspace.drop();
    await expect(workspace.item('ci-1')).toBeVisible();
    await expect(workspace.notice).toBeHidden();
  });
});

test.describe('what has no box of its own', () => {
  test.beforeEach(async ({ start, workspace }) => {
    await start.openArchitecture(/^Hub and spoke, storage guarded/);
    await workspace.isChecked();
  });

  test('a peering is reached by name and by Tab, and its halves by Enter', async ({ workspace, page }) => {
    const palette = new CommandPalette(page);
    await palette.open();
    await palette.choose('go to hub-to', /^Go to hub-to-vnet-ml/);
    const pipe = workspace.canvas.getByRole('button', { name: /^Peering of vnet-hub and vnet-ml/ });
    await expect(pipe).toBeFocused();
    await expect(pipe).toHaveAttribute('aria-pressed', 'true');
    await expect(workspace.selectedName).toHaveValue('hub-to-vnet-ml');
    await page.keyboard.press('Enter');
    await expect(workspace.selectedName).toHaveValue('vnet-ml-to-hub');
    await page.keyboard.press('Escape');
    await expect(workspace.inspector).toBeHidden();
    await pipe.click({ button: 'right' });
    await page
      .getByRole('menu', { name: 'hub-to-vnet-ml' })
      .getByRole('menuitem', { name: /^Rename/ })
      .click();
    await expect(workspace.inspector, 'which has the name of what is drawn by a line').toBeFocused();
  });

  test('a policy of the firewall is in the inspector, and so is the focus', async ({ workspace, page }) => {
    const palette = new CommandPalette(page);
    await palette.open();
    await palette.choose('go to afwp', /^Go to afwp/);
    const panel = page.getByRole('complementary', { name: /^Inspector of afwp/ });
    await expect(panel).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(panel.locator(':focus')).toHaveCount(1);
    await expect(workspace.selectedName).toHaveValue(/^afwp/);
  });
});

test('the design is renamed by a command', async ({ start, workspace, page }) => {
  await start.blankCanvas.click();
  await workspace.canvas.waitFor();
  const palette = new CommandPalette(page);
  await palette.open();
  await palette.choose('rename the design', 'Rename the design');
  await expect(page.getByRole('textbox', { name: 'Name of the design' })).toBeFocused();
  await page.keyboard.type('Fraud models');
  await page.keyboard.press('Enter');
  const name = page.getByRole('button', { name: 'Fraud models, rename the design' });
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Not this');
  await page.keyboard.press('Escape');
  await expect(name).toBeFocused();
});

test('what a fix made comes into view', async ({ start, workspace, page }) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  const canvas = await workspace.canvas.boundingBox();
  const middle = { x: (canvas?.x ?? 0) + 400, y: (canvas?.y ?? 0) + 200 };
  await page.mouse.move(middle.x, middle.y);
  for (let step = 0; step < 8; step += 1) await page.mouse.wheel(300, 300);
  const ghost = workspace.item('file');
  await expect(ghost).not.toBeInViewport();
  await workspace.finding('File endpoint missing').getByRole('button', { name: /^Fix/ }).click();
  const made = workspace.canvas.getByRole('group', { name: /^pe-\S*file/ });
  await expect(made).toBeInViewport({ ratio: 0.9 });
});
