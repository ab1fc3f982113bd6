import { enclosing, findOfKind } from '#model';
import {
  hasManagedNetwork,
  holderOf,
  isShown,
  machineLearningComputes,
  missingComputes,
  subscriptionOf,
  wantsPrivate,
  workspacesWithoutComputes,
} from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const computeOutsideNetwork = defineRule({
  id: 'compute-outside-network',
  category: 'Compute',
  severity: () => 'error',
  title: 'Compute lies in the wrong network',
  holds: 'The compute lies in the network that its workspace is isolated in',
  remedy: 'Put the compute in a subnet, or give the workspace a managed network; not both.',
  messages: {
    nowhere: (f: { compute: string; workspace: string }) =>
      `${f.compute} lies in no network: it cannot reach ${f.workspace} privately`,
    apart: (f: { compute: string; workspace: string; network: string }) =>
      `${f.compute} lies in ${f.network}, which is in another subscription than ${f.workspace}`,
    both: (f: { compute: string; workspace: string; subnet: string }) =>
      `${f.compute} lies in ${f.subnet}, but ${f.workspace} has a managed network`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design } = context;
    for (const workspace of workspacesWithoutComputes(context)) yield missingComputes(workspace);
    for (const compute of machineLearningComputes(design)) {
      const workspace = holderOf(design, compute.workspace);
      if (!workspace || !isShown(workspace)) continue;
      const subnet = findOfKind(design, compute.parent, 'subnet');
      const facts = { compute: compute.name, workspace: workspace.name };
      if (hasManagedNetwork(workspace)) {
        if (!subnet) yield passed(compute.id, `${workspace.name} has a managed network`);
        else
          yield {
            at: [compute.id, workspace.id],
            message: 'both',
            facts: { ...facts, subnet: labelOf(design, subnet.id) },
            evidence: `managedNetwork: ${workspace.managedNetwork?.isolationMode}`,
          };
      } else if (subnet) {
        const network = enclosing(design, subnet.id, 'virtual-network');
        const [own, other] = [subscriptionOf(workspace), subscriptionOf(network)];
        if (network && own !== undefined && other !== undefined && own !== other)
          yield {
            at: [compute.id, workspace.id, network.id],
            message: 'apart',
            remedy: 'Put the compute in a virtual network of the subscription that holds the workspace.',
            facts: { ...facts, network: labelOf(design, network.id) },
            evidence: [workspace.azureId ?? '', network.azureId ?? ''],
          };
        else yield passed(compute.id, `subnet: ${labelOf(design, subnet.id)}`);
      } else
        yield {
          at: [compute.id, workspace.id],
          message: 'nowhere',
          facts,
          evidence: 'subnet: none; managedNetwork: none',
        };
    }
  },
});
