import { doubtOf, fixedSubnetOf } from '#catalog';
import { childrenOf, edits, findOfKind } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { unseen } from '../missing.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const routeTableNotAllowed = defineRule({
  id: 'route-table-not-allowed',
  category: 'Subnets',
  severity: () => 'error',
  title: 'Subnet may not have this route table',
  holds: 'The route table of the subnet is one that its service allows',
  remedy:
    'Detach the route table, or remove its default route; give a firewall that is to be tunnelled a management subnet.',
  messages: {
    none: (f: { subnet: string; table: string }) =>
      `${f.subnet} has route table ${f.table}, but may have none`,
    defaultRoute: (f: { subnet: string; table: string }) =>
      `${f.table} sends the default route of ${f.subnet} elsewhere, which cuts its service off`,
    balancer: (f: { subnet: string; table: string; balancer: string }) =>
      `${f.table} sends the default route of ${f.subnet} elsewhere, which ${f.balancer} does not support`,
    firewall: (f: { subnet: string; table: string; firewall: string }) =>
      `${f.table} tunnels ${f.subnet}, but ${f.firewall} has no management configuration`,
  },

  *check({ design }) {
    for (const subnet of shownOfKind(design, 'subnet')) {
      const { id, routeTable } = subnet;
      const fixed = fixedSubnetOf(subnet.name);
      if (routeTable === undefined) continue;
      const balancer = childrenOf(design, id).find((one) => one.kind === 'application-gateway');
      if (!fixed && !balancer) continue;
      const table = findOfKind(design, routeTable, 'route-table');
      const facts = { subnet: labelOf(design, id), table: labelOf(design, routeTable) };
      const detach = {
        title: 'Detach the route table',
        changes: [`Detach ${facts.table} from ${facts.subnet}`],
        apply: (before: typeof design) =>
          edits.updateResource(before, id, 'subnet', { routeTable: undefined }),
      };
      const found = { at: [id, routeTable], fix: detach };
      if (fixed && !fixed.mayHaveRouteTable) {
        const doubt = doubtOf(fixed, 'mayHaveRouteTable');
        yield { ...found, message: 'none', facts, evidence: `routeTable: ${facts.table}`, doubt };
        continue;
      }
      if (!isShown(table)) {
        yield cannotTell(id, unseen(design, `the routes of ${facts.table}`, routeTable));
        continue;
      }
      const route = table.routes.find(
        (one) => one.addressPrefix === '0.0.0.0/0' && one.nextHopType !== 'Internet',
      );
      const firewall = childrenOf(design, id).find((one) => one.kind === 'azure-firewall');
      const doubt = fixed && doubtOf(fixed, 'mayHaveDefaultRoute');
      const evidence = route
        ? `${route.name}: 0.0.0.0/0 to ${route.nextHopIpAddress ?? route.nextHopType}`
        : '';
      if (!route) yield passed(id, `${facts.table} has no default route`);
      else if (balancer && !fixed)
        yield { ...found, message: 'balancer', facts: { ...facts, balancer: balancer.name }, evidence };
      else if (firewall?.kind === 'azure-firewall') {
        if (firewall.managementSubnet !== undefined)
          yield passed([id, firewall.id], `${firewall.name} has a management configuration`);
        else
          yield {
            ...found,
            message: 'firewall',
            facts: { ...facts, firewall: firewall.name },
            evidence,
            doubt,
          };
      } else if (fixed && !fixed.mayHaveDefaultRoute && fixed.name !== 'AzureFirewallSubnet')
        yield { ...found, message: 'defaultRoute', facts, evidence, doubt };
    }
  },
});
