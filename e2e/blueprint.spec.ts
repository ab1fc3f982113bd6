import { expect, test } from './journey.ts';

test('the reference architecture opens without errors and is fully drawn', async ({ start, workspace }) => {
  await start.architectures
    .filter({ hasText: /hub and spoke/i })
    .first()
    .click();
  await workspace.isChecked();
  await expect(workspace.count('errors')).toHaveAccessibleName('0 errors');
  await expect(workspace.item('AzureFirewallSubnet')).toBeVisible();
  await expect(workspace.canvas.getByRole('button', { name: 'Show the whole drawing' })).toBeVisible();
});
