import { hasManagedNetwork, holderOf, isShown, shownOfKind, wantsPrivate } from '../estate.ts';
import { listed } from '../labels.ts';
import { missing } from '../missing.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const onlineDeploymentEgress = defineRule({
  id: 'online-deployment-egress',
  category: 'Endpoints',
  severity: () => 'warning',
  title: 'Deployment of an online endpoint leaves by a way that is open or no longer recommended',
  holds: 'Deployments of the online endpoint leave through the workspace’s managed network',
  remedy:
    'Let the workspace have a managed virtual network, then deploy again: the setting cannot be changed later.',
  messages: {
    open: (f: { endpoint: string; deployments: readonly string[] }) =>
      `${f.endpoint} lets ${listed(f.deployments)} send data anywhere on the internet`,
    legacy: (f: { endpoint: string; deployments: readonly string[] }) =>
      `${f.endpoint} uses the per-deployment egress that Microsoft no longer recommends`,
  },

  *check(context) {
    const { design, goals, isComplete } = context;
    if (!wantsPrivate(context) && goals.exfiltrationPrevention === 'off') return;
    for (const endpoint of shownOfKind(design, 'managed-online-endpoint')) {
      const workspace = holderOf(design, endpoint.workspace);
      if (!workspace || !isShown(workspace)) continue;
      const { id, name, deployments } = endpoint;
      if (hasManagedNetwork(workspace)) {
        yield passed(id, `${workspace.name} has a managed network`);
        continue;
      }
      if (deployments === undefined && !isComplete) {
        yield cannotTell(
          id,
          missing('the deployments of online endpoints', 'managed-online-endpoint.deployments', endpoint),
        );
        continue;
      }
      const all = deployments ?? [];
      const open = all
        .filter((one) => one.egressPublicNetworkAccess !== 'Disabled')
        .map((one) => one.name)
        .sort();
      const legacy = all
        .filter((one) => one.egressPublicNetworkAccess === 'Disabled')
        .map((one) => one.name)
        .sort();
      const evidence = all.map(
        (one) =>
          `${one.name}: egressPublicNetworkAccess ${one.egressPublicNetworkAccess ?? 'not set (Enabled)'}`,
      );
      if (open.length > 0)
        yield {
          at: id,
          message: 'open',
          severity: goals.exfiltrationPrevention === 'on' ? 'error' : 'warning',
          facts: { endpoint: name, deployments: open },
          evidence,
        };
      // The older setting is no more than out of date: a public workspace has no better one to lose.
      if (legacy.length > 0 && wantsPrivate(context))
        yield { at: id, message: 'legacy', facts: { endpoint: name, deployments: legacy }, evidence };
    }
  },
});
