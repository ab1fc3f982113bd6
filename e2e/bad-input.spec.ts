import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';

const depth = 100_000;

const unusable = {
  'an empty file': '',
  'no JSON at all': 'Dear network team, please open port 443.',
  'truncated JSON':
    '[{"id": "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v", "na',
  'JSON of something else': '{"name": "left-pad", "version": "1.3.0", "dependencies": {}}',
  'JSON nested a hundred thousand deep': '['.repeat(depth) + ']'.repeat(depth),
};

for (const [what, content] of Object.entries(unusable))
  test(`${what} is refused with one sentence, and the design on screen stays`, async ({
    start,
    workspace,
  }) => {
    await start.open(fixture('claims-export.json'));
    await workspace.isChecked();
    await workspace.openFile({ name: 'wrong.json', content });
    await expect(workspace.fault).toContainText('wrong.json');
    const [, sentence = ''] = (await workspace.fault.allInnerTexts())
      .join()
      .split('Could not open wrong.json');
    expect(sentence.trim().split('\n'), 'what is wrong, and what to do').toEqual([
      expect.stringMatching(/\.$/),
      'Choose another',
    ]);
    await expect(workspace.item('stclaimsml')).toBeVisible();
    await expect(workspace.undo).toBeDisabled();
  });

test('names with markup are shown as they are and run nothing', async ({ start, workspace, page }) => {
  const evil = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  const design = {
    schemaVersion: 1,
    name: evil,
    source: { format: 'isoplan', complete: true },
    goals: {},
    resources: [
      { id: 'region', kind: 'region', name: evil },
      {
        id: 'network',
        kind: 'virtual-network',
        name: evil,
        parent: 'region',
        addressPrefixes: ['10.0.0.0/16'],
      },
      { id: 'subnet', kind: 'subnet', name: evil, parent: 'network', addressPrefixes: ['10.0.0.0/24'] },
      { id: 'storage', kind: 'storage-account', name: evil, parent: 'region' },
      {
        id: 'ghost',
        kind: 'private-endpoint',
        name: evil,
        parent: 'nowhere',
        target: 'storage',
        groupIds: ['blob'],
      },
      { id: 'loop', kind: 'subnet', name: 'loop', parent: 'loop', addressPrefixes: [] },
    ],
    layout: {},
    accepted: [],
    expectations: [],
  };
  await start.open({ name: 'evil.json', content: JSON.stringify(design) });
  await workspace.isChecked();
  await expect(workspace.item(evil).first()).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
});
