import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';
import { InspectorPanel } from './pages/inspector-panel.ts';

const region = { id: 'r', kind: 'region', name: 'westeurope' };
const network = {
  id: 'v',
  kind: 'virtual-network',
  name: 'vnet-ml',
  parent: 'r',
  addressPrefixes: ['10.0.0.0/24'],
};
const subnet = {
  id: 's',
  kind: 'subnet',
  name: 'snet-training',
  parent: 'v',
  addressPrefixes: ['10.0.0.0/26'],
  networkSecurityGroup: 'n',
  defaultOutboundAccess: true,
};
const denyAll = (priority: number, name: string) => ({
  name,
  priority,
  direction: 'Outbound',
  access: 'Deny',
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['Internet'],
  destinationPortRanges: ['*'],
});
const group = {
  id: 'n',
  kind: 'network-security-group',
  name: 'nsg-training',
  parent: 'r',
  securityRules: [denyAll(4000, 'deny-a'), denyAll(4010, 'deny-b')],
};
const workspace = { id: 'w', kind: 'workspace', name: 'mlw', parent: 'r' };
const cluster = {
  id: 'c',
  kind: 'compute-cluster',
  name: 'cpu-cluster',
  parent: 's',
  workspace: 'w',
  maxNodeCount: 2,
  enableNodePublicIp: false,
};

const design = JSON.stringify({
  schemaVersion: 1,
  name: 'small',
  source: { format: 'isoplan', complete: true },
  goals: {},
  resources: [region, network, subnet, group, workspace, cluster],
  layout: {},
  accepted: [],
  expectations: [],
});

test.beforeEach(async ({ start, workspace }) => {
  await start.open({ name: 'small.json', content: design });
  await workspace.isChecked();
});

test('a prefix is chosen from free space', async ({ workspace, page }) => {
  const inspector = new InspectorPanel(page);
  await workspace.item('snet-training').press('Enter');
  await inspector.button('Free prefixes for address prefixes').click();
  await page.getByRole('menuitem', { name: /^10\.0\.0\.0\/25/ }).click();
  await expect(inspector.field('Address prefixes')).toHaveValue('10.0.0.0/25');
  await expect(workspace.undo).toHaveAccessibleName('Undo change address prefixes of snet-training');
});

test('what a property names is gone to by keyboard, chosen anew and taken away', async ({
  workspace,
  page,
}) => {
  const inspector = new InspectorPanel(page);
  await workspace.item('snet-training').press('Enter');
  await inspector.button('Go to nsg-training').press('Enter');
  await expect(inspector.name).toHaveValue('nsg-training');
  await expect(workspace.inspector).toBeFocused();
  await inspector.button('snet-training').first().press('Enter');
  await expect(inspector.name).toHaveValue('snet-training');
  await inspector.choose('Network security group', 'None');
  await expect(inspector.button('Go to nsg-training')).toHaveCount(0);
  await expect(workspace.undo).toHaveAccessibleName('Undo change network security group of snet-training');
});

test('what is wrong is explained in place, and is still there after looking elsewhere', async ({
  workspace,
  page,
}) => {
  const inspector = new InspectorPanel(page);
  await workspace.item('snet-training').press('Enter');
  await inspector.field('Address prefixes').fill('10.0.0.7/26');
  await inspector.field('Address prefixes').press('Enter');
  await expect(inspector.fault).toHaveText(
    'No /26 begins at 10.0.0.7. The nearest begin at 10.0.0.0 and 10.0.0.64.',
  );
  await workspace.item('cpu-cluster').press('Enter');
  await expect(inspector.name).toHaveValue('cpu-cluster');
  await inspector.field('Maximum node count').fill('');
  await inspector.field('Maximum node count').press('Enter');
  await expect(inspector.fault).toHaveText('Maximum node count cannot be empty.');
  await workspace.item('snet-training').press('Enter');
  await expect(inspector.field('Address prefixes')).toHaveValue('10.0.0.7/26');
  await expect(inspector.fault).toContainText('No /26 begins at');
  await inspector.field('Address prefixes').press('Escape');
  await expect(inspector.field('Address prefixes')).toHaveValue('10.0.0.0/26');
  await expect(workspace.undo).toBeDisabled();
});

test('security rules are added, put in order and removed by keyboard', async ({ workspace, page }) => {
  const inspector = new InspectorPanel(page);
  const rows = inspector.rows('Security rules');
  await workspace.item('snet-training').press('Enter');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('nsg-training');
  await page.keyboard.press('Enter');
  await expect(inspector.name).toHaveValue('nsg-training');
  await inspector.button('Add outbound rule').focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: 'VirtualNetwork' })).toBeFocused();
  await expect(rows.first()).toContainText('100');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows.nth(1)).toContainText('4000VirtualNetwork');
  await expect(rows.nth(1)).toBeFocused();
  await inspector.field('Priority').fill('100');
  await page.keyboard.press('Enter');
  await expect(inspector.fault).toHaveText('Priority 100 is taken by deny-a.');
  await page.keyboard.press('Escape');
  await rows.nth(1).focus();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toBeFocused();
  await expect(inspector.name).toHaveValue('nsg-training');
});

test('the required outbound rules are added in one step, and take effect', async ({ workspace, page }) => {
  const inspector = new InspectorPanel(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('nsg-training');
  await page.keyboard.press('Enter');
  const effect = inspector.effect('Effective outbound rules');
  await expect(effect.getByRole('row', { name: /65500 any any Deny/ })).toBeVisible();
  await inspector.button(/^Add the required outbound rules/).click();
  await expect(
    inspector.panel.getByText('All that Azure Machine Learning itself requires may pass here.'),
  ).toBeVisible();
  await expect(effect.getByRole('row', { name: /AzureActiveDirectory .*443 Allow/ }).first()).toBeVisible();
  await expect(workspace.undo).toHaveAccessibleName('Undo add the required outbound rules to nsg-training');
  await workspace.undo.click();
  await expect(inspector.rows('Security rules')).toHaveCount(2);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });
    test('axe finds nothing in an open row, a menu and a fault', async ({ page }) => {
      test.slow();
      const inspector = new InspectorPanel(page);
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('nsg-training');
      await page.keyboard.press('Enter');
      await inspector.rows('Security rules').first().click();
      await inspector.field('Priority').fill('7');
      await inspector.field('Priority').press('Enter');
      await expect(inspector.fault).toHaveText('Write a number from 100 to 4096.');
      await inspector.button('Origin and tags').click();
      expect(await faultsOn(page)).toEqual([]);
    });
  });

test('a new rule opens in view, and a verdict leaves the property that is being set in view', async ({
  workspace,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const inspector = new InspectorPanel(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('nsg-training');
  await page.keyboard.press('Enter');
  await inspector.button('Add outbound rule').press('Enter');
  await expect(inspector.button('Remove this rule')).toBeInViewport();

  await workspace.item('snet-training').press('Enter');
  const prefixes = inspector.field('Address prefixes');
  await prefixes.fill('10.9.0.0/26');
  await prefixes.press('Enter');
  await expect(workspace.inspector).toContainText('outside vnet-ml');
  await expect(prefixes).toBeFocused();
  await expect(prefixes).toBeInViewport({ ratio: 1 });
});

test('a region is called as on the canvas, and what is copied is pasted from the menu', async ({
  workspace,
  page,
}) => {
  await workspace.item('West Europe').press('Enter');
  await expect(workspace.selectedName).toHaveValue('West Europe');
  await expect(workspace.inspector).toContainText('Region westeurope');
  await workspace.selectedName.fill('North Europe');
  await workspace.selectedName.press('Enter');
  await expect(workspace.item('North Europe')).toBeVisible();
  await expect(workspace.inspector).toContainText('Region northeurope');
  const menu = (item: string) => page.getByRole('menuitem', { name: new RegExp(`^${item}`) });
  await workspace.item('snet-training').press('Shift+F10');
  await menu('Copy').press('Enter');
  await workspace.item('vnet-ml').press('Shift+F10');
  await menu('Paste').press('Enter');
  await expect(workspace.item('snet-training-2')).toBeFocused();
});
