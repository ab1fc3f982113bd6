import { findResource } from '#model';
import { isShown, shownOfKind, wantsPrivate } from '../estate.ts';
import { inOrder, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const kubernetesApiPublic = defineRule({
  id: 'kubernetes-api-public',
  category: 'Inbound',
  severity: () => 'warning',
  title: 'API server of an attached Kubernetes cluster is open to the internet',
  holds: 'The API server of the attached Kubernetes cluster is not open to the internet',
  remedy: 'Make the cluster private, or narrow the API server to authorized address ranges.',
  messages: {
    open: (f: { cluster: string; workspaces: readonly string[] }) =>
      `The API server of ${f.cluster}, attached to ${listed(f.workspaces)}, answers everybody on the internet`,
    refused: (f: { cluster: string }) =>
      `${f.cluster} is private: authorized address ranges have no meaning for it`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design } = context;
    for (const cluster of shownOfKind(design, 'kubernetes-cluster')) {
      const { id, name, enablePrivateCluster, authorizedIPRanges = [] } = cluster;
      const workspaces = (cluster.workspaces ?? []).map((one) => findResource(design, one)).filter(isShown);
      if (workspaces.length === 0) continue;
      if (enablePrivateCluster === true && authorizedIPRanges.length > 0)
        yield {
          at: id,
          message: 'refused',
          severity: 'note',
          remedy:
            'Remove the authorized ranges; only the network and what it is joined to reach the API server.',
          facts: { cluster: name },
          evidence: `enablePrivateCluster: true; authorizedIPRanges: ${authorizedIPRanges.join(', ')}`,
          doubt: 'No page that was read says what Azure does with both',
        };
      else if (enablePrivateCluster === true) yield passed(id, 'enablePrivateCluster: true');
      else if (authorizedIPRanges.length > 0)
        yield passed(
          id,
          `authorizedIPRanges: ${authorizedIPRanges.join(', ')}; they have to hold the control plane of Azure Machine Learning`,
        );
      else
        yield {
          at: id,
          message: 'open',
          facts: { cluster: name, workspaces: workspaces.map((one) => one.name).sort(inOrder) },
          evidence: 'enablePrivateCluster: not true; authorizedIPRanges: none',
        };
    }
  },
});
