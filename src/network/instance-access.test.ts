import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { design, type Properties } from '#testing';
import { deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
const workspaceId =
  '/subscriptions/1/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw';

/** What a workspace itself, from Microsoft’s network, gets of its storage account. */
const trace = (
  storage: Properties<'storage-account'>,
  workspace: Properties<'workspace'> = { azureId: workspaceId },
) =>
  deriveNetwork(
    design().inRegion('workspace', 'mlw', workspace).inRegion('storage-account', 'st', storage).build(),
  ).trace({ from: id('mlw'), to: { resource: id('st'), groupId: 'blob' }, protocol: 'Tcp', port: 443 });
const closed = (networkAcls: Properties<'storage-account'>['networkAcls']) =>
  ({ publicNetworkAccess: 'Disabled', networkAcls }) as const;

/** https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet, trusted services */
describe('a workspace that asks a storage account itself', () => {
  const ofKind = workspaceId.replace('/rg/', '/*/').replace(/mlw$/, '*');
  it.each<[string, Properties<'storage-account'>, string]>([
    ['is let in where the account is open', {}, 'delivered'],
    ['is let in as a trusted service', closed({ bypass: ['AzureServices'] }), 'delivered'],
    ['is let in as one where nothing is stated, as by default', closed(undefined), 'delivered'],
    [
      'is let in by a rule for its instance',
      closed({ bypass: ['None'], resourceAccessRules: [workspaceId] }),
      'delivered',
    ],
    [
      'is let in by a rule with wildcards',
      closed({ bypass: [], resourceAccessRules: [ofKind] }),
      'delivered',
    ],
    [
      'is refused by a rule for another instance',
      closed({ bypass: ['None'], resourceAccessRules: [`${workspaceId}-other`] }),
      'service-refused',
    ],
    ['is refused without either', closed({ bypass: ['Logging', 'Metrics'] }), 'service-refused'],
    [
      'is refused by the default action too',
      { networkAcls: { defaultAction: 'Deny', bypass: ['None'] } },
      'service-refused',
    ],
    ['is not decided behind a perimeter', { publicNetworkAccess: 'SecuredByPerimeter' }, 'cannot-tell'],
    ['is not decided where the account is not shown', { presence: 'not-shown' }, 'cannot-tell'],
  ])('%s', (_, storage, verdict) => expect(trace(storage).verdict).toBe(verdict));

  it('is known by its name where it has no Azure resource id', () => {
    const named = closed({ bypass: [], resourceAccessRules: [workspaceId] });
    expect(trace(named, {}).verdict).toBe('delivered');
    expect(trace(closed({ bypass: [], resourceAccessRules: [ofKind] }), {}).missing).toEqual([
      { fact: 'the Azure resource id of mlw' },
    ]);
  });

  it('is taken to have an identity', () => {
    expect(trace(closed(undefined)).assumptions).toEqual([
      'mlw is taken to sign in with its managed identity.',
    ]);
  });
});
