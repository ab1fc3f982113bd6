import AxeBuilder from '@axe-core/playwright';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the start screen', async ({ start, page }) => {
      await expect(start.openFromAzure).toBeVisible();
      expect(await faults(new AxeBuilder({ page }))).toEqual([]);
    });

    test('axe finds nothing in the workspace', async ({ start, workspace, page }) => {
      test.slow();
      await start.open(fixture('claims-export.json'));
      await workspace.isChecked();
      await workspace.item('snet-training').press('Enter');
      await expect(workspace.inspector).toBeVisible();
      expect(await faults(new AxeBuilder({ page }))).toEqual([]);
    });
  });

async function faults(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
