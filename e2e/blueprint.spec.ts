import { expect, test } from './journey.ts';

test('the reference architecture opens without errors and is fully drawn', async ({
  start,
  workspace,
  page,
}) => {
  await start.architectures
    .filter({ hasText: /hub and spoke/i })
    .first()
    .click();
  await workspace.isChecked();
  await expect(page.getByRole('banner')).toContainText('No errors');
  await expect(workspace.count('errors')).toHaveCount(0);
  await expect(workspace.item('AzureFirewallSubnet')).toBeVisible();
  await expect(workspace.canvas.getByRole('button', { name: 'Show the whole drawing' })).toBeVisible();
});
