import { podNetworkings } from '#catalog';
import { shownOfKind } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

const kubenet = podNetworkings.find(({ id }) => id === 'kubenet');

export const kubernetesNetworkingRetired = defineRule({
  id: 'kubernetes-networking-retired',
  category: 'Compute',
  severity: () => 'note',
  title: 'Kubernetes cluster uses networking that is retired',
  holds: 'The Kubernetes cluster does not use kubenet',
  remedy: 'Plan for Azure CNI Overlay, which takes as few addresses; an upgrade in place exists.',
  messages: {
    kubenet: (f: { cluster: string; date: string }) =>
      `${f.cluster} uses kubenet, which Azure supports until ${f.date}`,
  },

  *check({ design }) {
    for (const { id, name, networkPlugin } of shownOfKind(design, 'kubernetes-cluster')) {
      if (networkPlugin === undefined) continue;
      if (networkPlugin !== 'kubenet' || kubenet?.retiresOn === undefined)
        yield passed(id, `networkPlugin: ${networkPlugin}`);
      else
        yield {
          at: id,
          message: 'kubenet',
          facts: { cluster: name, date: kubenet.retiresOn },
          evidence: 'networkPlugin: kubenet',
        };
    }
  },
});
