import { faultsOn } from './axe.ts';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import { CommandPalette } from './pages/command-palette.ts';
import { InspectorPanel } from './pages/inspector-panel.ts';

test('architectures open from the palette, also by letters in between', async ({
  start,
  workspace,
  page,
}) => {
  const palette = new CommandPalette(page);
  await expect(start.openFromAzure).toBeVisible();
  await palette.open();
  // Nothing that needs a design, and what opens one.
  await expect(palette.options.filter({ hasText: /^(?:Undo|Cut|Add a note)/ })).toHaveCount(0);
  await expect(palette.options.filter({ hasText: 'Open Hub and spoke with a firewall' })).toBeVisible();
  await palette.choose('open hub fire', /^Open Hub and spoke with a firewall/);
  await workspace.isChecked();
  await expect(workspace.item('AzureFirewallSubnet')).toBeVisible();
});

test('resources are reached, added and exported, and what is selected is acted on, from the palette', async ({
  start,
  workspace,
  page,
}) => {
  const palette = new CommandPalette(page);
  const inspector = new InspectorPanel(page);
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();

  await palette.open();
  await palette.choose('sntrain', /^Go to snet-training/);
  await expect(inspector.name).toHaveValue('snet-training');

  await palette.open();
  await palette.choose('add compute instance', /^Add: Compute instance/);
  await expect(palette.field).toHaveAccessibleName('Add: Compute instance');
  await expect(palette.options.first()).toHaveAccessibleName(/^Add to snet-training/);
  await expect(palette.options.first()).toContainText(/addresses free/);
  await palette.dialog.getByRole('button', { name: 'Back' }).click();
  await palette.choose('add compute instance', /^Add: Compute instance/);
  await page.keyboard.press('Enter');
  await expect(inspector.panel).toContainText(/Compute instance in\s*snet-training/);

  await palette.open();
  await palette.field.fill('resize');
  await expect(palette.options.first()).toHaveAccessibleName(/^Make the container or note /);
  await palette.field.fill('move');
  await expect(palette.options.first(), 'before steps, which are for keys').toHaveAccessibleName(
    /^Move \S+ to/,
  );
  await palette.field.fill('');
  await palette.choose('move to', /^Move \S+ to/);
  await palette.choose('endpoints', /^snet-private-endpoints/);
  await expect(inspector.panel).toContainText(/Compute instance in\s*snet-private-endpoints/);

  await palette.open();
  const started = page.waitForEvent('download');
  await palette.choose('export mermaid', /^Export: Mermaid/);
  expect((await started).suggestedFilename()).toMatch(/\.mmd$/);
});

test('another design is the last to be found, and there is a way back to the one before', async ({
  start,
  workspace,
  page,
}) => {
  const palette = new CommandPalette(page);
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await palette.open();
  await page.keyboard.type('virtual network');
  await expect(palette.options.first()).toHaveAccessibleName(/^Add: Virtual network/);
  await palette.options.filter({ hasText: 'Open One virtual network' }).click();
  const kept = page.getByRole('status').filter({ hasText: 'is kept in this browser' });
  await kept.getByRole('button', { name: 'Back to it' }).click();
  await expect(workspace.item('stclaimsml')).toBeVisible();
  await expect(kept).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });
    test('axe finds nothing in the palette, a second question, and the sheet of shortcuts', async ({
      start,
      workspace,
      page,
    }) => {
      test.slow();
      const palette = new CommandPalette(page);
      await start.openArchitecture(/^Hub and spoke with a firewall/);
      await workspace.isChecked();
      await palette.open();
      expect(await faultsOn(page)).toEqual([]);
      await palette.choose('add subnet', /^Add: Subnet/);
      expect(await faultsOn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(palette.dialog).toBeHidden();
      await page.keyboard.press('Shift+?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
      expect(await faultsOn(page)).toEqual([]);
    });
  });
