import { shownOfKind } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

export const kubernetesEgressPublic = defineRule({
  id: 'kubernetes-egress-public',
  category: 'Compute',
  severity: () => 'note',
  title: 'Kubernetes cluster leaves by a public load balancer',
  holds: 'The Kubernetes cluster sends nothing through a public load balancer',
  remedy:
    'Set outboundType to userDefinedRouting with a default route to the firewall; the cluster may have to be made again.',
  messages: {
    loadBalancer: (f: { cluster: string }) =>
      `${f.cluster} sends outbound traffic through a public load balancer`,
  },

  *check({ design }) {
    for (const { id, name, outboundType, workspaces = [] } of shownOfKind(design, 'kubernetes-cluster')) {
      if (workspaces.length === 0) continue;
      const evidence = `outboundType: ${outboundType ?? 'not set (loadBalancer)'}`;
      if ((outboundType ?? 'loadBalancer') === 'loadBalancer')
        yield { at: id, message: 'loadBalancer', facts: { cluster: name }, evidence };
      else yield passed(id, evidence);
    }
  },
});
