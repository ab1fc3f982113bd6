import { edits, findResource, flatMapped } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const managedNetworkTargetDoubled = defineRule({
  id: 'managed-network-target-doubled',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Target of the managed network has a service endpoint too',
  holds: 'Targets of the managed network have private endpoints alone',
  remedy:
    'Take the virtual network rules out of the firewall of the service, and reach it by private endpoints.',
  messages: {
    both: (f: { service: string; workspace: string; subnets: readonly string[] }) =>
      `${f.service} is a private endpoint target of ${f.workspace} and admits ${listed(f.subnets)} by a service endpoint as well`,
  },

  *check({ design, network }) {
    for (const workspace of shownOfKind(design, 'workspace')) {
      const managed = network.managedNetworkOf(workspace.id);
      if (!managed || managed.workspace !== workspace.id) continue;
      const targets = new Set(
        flatMapped(managed.rules, ({ type, target }) => (type === 'PrivateEndpoint' && target ? target : [])),
      );
      for (const id of [...targets].sort()) {
        const service = findResource(design, id);
        if (!isShown(service) || !('networkAcls' in service)) continue;
        const subnets = service.networkAcls?.virtualNetworkRules ?? [];
        if (subnets.length === 0) yield passed([id, workspace.id], 'virtualNetworkRules: none');
        else
          yield {
            at: [id, workspace.id],
            message: 'both',
            facts: {
              service: service.name,
              workspace: workspace.name,
              subnets: subnets.map((subnet) => labelOf(design, subnet)).sort(inOrder),
            },
            evidence: `virtualNetworkRules: ${subnets.length}`,
            fix: {
              title: 'Take the virtual network rules out',
              changes: [`Remove the virtual network rules of ${service.name}`],
              apply: (before) =>
                edits.updateResource(before, id, service.kind, {
                  networkAcls: { ...service.networkAcls, virtualNetworkRules: [] },
                } as Partial<typeof service>),
            },
          };
      }
    }
  },
});
