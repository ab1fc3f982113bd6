import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { ExportDialog } from './pages/export-dialog.ts';

test('a reference architecture opens without errors and is fully drawn', async ({
  start,
  workspace,
  page,
}) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
  await expect(page.getByRole('banner')).toContainText('No errors');
  await expect(workspace.count('errors')).toHaveCount(0);
  await expect(workspace.item('AzureFirewallSubnet')).toBeVisible();
  await expect(workspace.canvas, 'where one goes on').toBeFocused();
  await expect(page.getByText(/^Opened Hub and spoke.+, \d+ resources\.$/)).toBeAttached();
  await expect(workspace.canvas.getByRole('button', { name: 'Show the whole drawing' })).toBeVisible();
});

test('from the start screen to a checklist of the guarded architecture, by pointer', async ({
  start,
  workspace,
  page,
}) => {
  await start.openArchitecture(/^All private, no exfiltration/);
  await workspace.isChecked();
  await expect(page.getByRole('banner')).toContainText('No errors');
  const dialog = new ExportDialog(page);
  await dialog.open();
  const { content } = await dialog.save('Markdown checklist');
  expect(content.toString()).toContain('# All private, no exfiltration');
});

/** As a person without a pointer gets there; so many keys are still bearable. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'is reached by Tab').toBeFocused();
}

test('from the start screen to a checklist of the guarded architecture, by keyboard', async ({
  start,
  workspace,
  page,
}) => {
  await tabTo(page, start.card(/^All private, no exfiltration/));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'All private, no exfiltration' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Address space' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('10.20.0.0/16');
  await page.keyboard.press('Enter');
  await workspace.isChecked();
  await expect(workspace.item('vnet-hub')).toHaveAccessibleName(/10\.20\./);
  const dialog = new ExportDialog(page);
  // From the canvas back over the palette to the bar above.
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F6');
  await tabTo(page, page.getByRole('button', { name: 'Export', exact: true }));
  await page.keyboard.press('Enter');
  await dialog.dialog.waitFor();
  const started = page.waitForEvent('download');
  await tabTo(page, dialog.dialog.getByRole('button', { name: 'Picture', exact: true }));
  await page.keyboard.press('ArrowRight');
  await expect(dialog.dialog.getByRole('button', { name: 'Documents and data', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const checklist = dialog.dialog.getByRole('group', { name: 'Markdown checklist', exact: true });
  await tabTo(page, checklist.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  expect((await started).suggestedFilename()).toMatch(/\.md$/);
});

test('an architecture is adapted in place, with the reason where it does not fit, and left by Escape', async ({
  start,
  page,
}) => {
  await start.card(/^One virtual network/).click();
  const { adaptation } = start;
  const open = adaptation.getByRole('button', { name: 'Open this design' });
  await adaptation.getByRole('textbox', { name: 'Address space' }).fill('172.17.0.0/16');
  await expect(adaptation).toContainText('kept for the Docker bridge of the nodes');
  await expect(open).toBeDisabled();
  await adaptation.getByRole('textbox', { name: 'Address space' }).fill('172.16.0.0/16');
  await expect(open).toBeEnabled();
  await adaptation.getByRole('spinbutton', { name: 'Workspaces' }).fill('3');
  await expect(page.getByRole('row', { name: /Private endpoints/ })).toContainText('16');
  await page.keyboard.press('Escape');
  await expect(start.card(/^One virtual network/)).toBeFocused();
});

test('architectures are compared for the same choices, which go along to the other one', async ({
  start,
  page,
}) => {
  await start.card(/^Hub and spoke, storage guarded/).click();
  const takes = page.getByRole('region', { name: 'What it takes' });
  await expect(takes).toContainText('1 workspace, clusters of up to 20 nodes, no on-premises site');
  await start.adaptation.getByRole('spinbutton', { name: 'Maximum nodes' }).fill('12');
  await expect(takes).toContainText('clusters of up to 12 nodes');
  const addresses = takes.getByRole('row', { name: /^Addresses/ });
  const compared = await addresses.getByRole('cell').nth(4).textContent();
  await takes.getByRole('button', { name: 'All private, no exfiltration' }).click();
  await expect(page.getByRole('heading', { name: 'All private, no exfiltration' })).toBeFocused();
  await expect(takes).toContainText('clusters of up to 12 nodes, no on-premises site');
  await expect(addresses.getByRole('cell').first()).toHaveText(compared ?? '');
});

test('a region is chosen from those of the cloud', async ({ start, page }) => {
  await start.card(/^One virtual network/).click();
  const { adaptation } = start;
  const region = adaptation.getByRole('textbox', { name: 'Region' });
  const choose = adaptation.getByRole('button', { name: 'Choose a region' });
  await choose.click();
  await expect(page.getByRole('menuitem', { name: 'West Europe' }), 'the one in force').toBeInViewport();
  await page.getByRole('menuitem', { name: /^Sweden Central/ }).click();
  await expect(region).toHaveValue('Sweden Central');
  await adaptation.getByRole('combobox', { name: 'Cloud' }).click();
  await page.getByRole('option', { name: 'Azure Government' }).click();
  await choose.press('Enter');
  await page.keyboard.type('US Gov T');
  await page.keyboard.press('Enter');
  await expect(region).toHaveValue('US Gov Texas');
  await expect(choose).toBeFocused();
  await region.fill('usgovarizona');
  await region.blur();
  await expect(region).toHaveValue('US Gov Arizona');
});

test('an exercise opens with what is wrong in it', async ({ start, workspace }) => {
  await start.exercises.getByRole('button', { name: /^Environments no longer build/ }).click();
  await workspace.isChecked();
  await expect(workspace.count('errors')).toContainText('1');
});
