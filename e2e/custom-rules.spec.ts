import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';

const house = {
  name: 'house.json',
  content: JSON.stringify({
    rulesVersion: 1,
    name: 'House standards',
    rules: [
      {
        id: 'house-network-names',
        check: 'name',
        kinds: ['virtual-network'],
        patterns: ['net-*'],
        title: 'Network is not named as the house names networks',
        severity: 'warning',
        why: 'Firewall requests name networks.',
        remedy: 'Rename it.',
        references: ['Handbook 4.2, https://example.org/<b>names</b>'],
      },
    ],
  }),
};

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });
    test('rules of an organisation are loaded, kept over a reload, listed and removed', async ({
      start,
      workspace,
      page,
    }) => {
      test.slow();
      await start.openArchitecture(/^One virtual network/);
      await workspace.isChecked();
      await workspace.openFile(house);
      const finding = workspace.finding('is not named net-*');
      await expect(finding).toBeVisible();
      await expect(workspace.undo).toHaveAccessibleName('Undo load the rules of House standards');
      await finding.getByRole('button', { name: 'Why' }).click();
      await expect(finding).toContainText('Handbook 4.2, https://example.org/<b>names</b>');
      await expect(finding.getByRole('link')).toHaveCount(0);

      await page.reload();
      await workspace.isChecked();
      await expect(finding).toBeVisible();
      await workspace.goals.click();
      const goals = page.getByRole('dialog', { name: 'Goals' });
      await expect(goals.getByRole('list', { name: 'Rules of your organisation' })).toContainText('1 rule');
      expect(await faultsOn(page)).toEqual([]);
      await goals.getByRole('button', { name: 'Remove the rules of House standards' }).click();
      await expect(goals.getByRole('button', { name: 'Open a file of rules' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(goals).toBeHidden();
      await expect(finding).toHaveCount(0);
      await workspace.undo.click();
      await expect(finding).toBeVisible();
    });
  });
