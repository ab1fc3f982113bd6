import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';

test('once the page has loaded, work with it makes no request', async ({
  start,
  workspace,
  page,
  requests,
}) => {
  await page.waitForLoadState('networkidle');
  expect(requests().length).toBeGreaterThan(0);
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await workspace.dragKind('Compute instance', workspace.item('snet-training'));
  await workspace.drop();
  await expect(workspace.item('ci-1')).toBeVisible();
  const remote = requests().filter((url) => /^(?:https?|wss?):/.test(url));
  expect(remote, 'requests after loading').toEqual([]);
});

test('the policy is in force: script from a name or another origin cannot run', async ({
  start,
  page,
  baseURL,
}) => {
  await expect(start.openFromAzure).toBeVisible();
  const response = await page.request.get(baseURL ?? '');
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});
