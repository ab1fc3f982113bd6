import { edits, findOfKind, type ResourceId } from '#model';
import {
  computesInSubnets,
  hasPublicIp,
  isShown,
  type MachineLearningCompute,
  machineLearningComputes,
  shownOfKind,
} from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed, type RuleContext } from '../rule.ts';

const isBypass = (prefix: string, nextHop: string) =>
  /^azuremachinelearning(\.|$)/i.test(prefix) && nextHop === 'Internet';

/** Whether something that has no public IP address of its own leaves private subnets by this table. */
const othersBehind = (
  { design, network }: Pick<RuleContext, 'design' | 'network'>,
  table: ResourceId,
): boolean =>
  [
    ...machineLearningComputes(design).filter((one) => !hasPublicIp(one)),
    ...shownOfKind(design, 'kubernetes-cluster'),
  ].some(({ id }) => {
    const subnet = findOfKind(design, network.subnetOf(id), 'subnet');
    return (
      subnet?.routeTable === table &&
      subnet.natGateway === undefined &&
      subnet.defaultOutboundAccess === false
    );
  });

export const publicIpComputeBehindFirewall = defineRule({
  id: 'public-ip-compute-behind-firewall',
  category: 'Routing and peering',
  severity: () => 'error',
  title: 'Replies of a compute with a public IP address are sent to the firewall',
  holds: 'Replies to Azure Machine Learning leave by the public IP address',
  remedy:
    'Add a route for the service tag AzureMachineLearning with next hop Internet, or give the computes no public IP address.',
  messages: {
    asymmetric: (f: { table: string; computes: string; subnet: string }) =>
      `${f.table} sends replies of ${f.computes} to the firewall: AzureMachineLearning has no route to the internet`,
  },

  *check({ design, network }) {
    const bySubnet = new Map<ResourceId, MachineLearningCompute[]>();
    for (const { compute, subnet } of computesInSubnets(design))
      if (hasPublicIp(compute)) bySubnet.set(subnet.id, [...(bySubnet.get(subnet.id) ?? []), compute]);
    for (const [id, computes] of bySubnet) {
      const subnet = findOfKind(design, id, 'subnet');
      const table = findOfKind(design, subnet?.routeTable, 'route-table');
      if (!isShown(table) || !table) continue;
      const away = table.routes.find(
        (route) =>
          route.addressPrefix === '0.0.0.0/0' &&
          (route.nextHopType === 'VirtualAppliance' || route.nextHopType === 'VirtualNetworkGateway'),
      );
      const bypass = table.routes.find((route) => isBypass(route.addressPrefix, route.nextHopType));
      if (!away) continue;
      const at = [table.id, ...computes.map((compute) => compute.id)];
      if (bypass) yield passed(at, `${bypass.name}: ${bypass.addressPrefix} to Internet`);
      else
        yield {
          at,
          message: 'asymmetric',
          facts: {
            table: labelOf(design, table.id),
            computes: listed(computes.map(({ name }) => name)),
            subnet: labelOf(design, id),
          },
          evidence: [
            `${away.name}: 0.0.0.0/0 to ${away.nextHopIpAddress ?? away.nextHopType}`,
            network.egressOf(id).text,
          ],
          // To computes without public IP addresses behind the same table the route would be a dead end.
          fix: othersBehind({ design, network }, table.id)
            ? undefined
            : {
                title: 'Route AzureMachineLearning to the internet',
                changes: [`Add a route to ${table.name}: AzureMachineLearning, next hop Internet`],
                apply: (before) =>
                  edits.updateResource(before, table.id, 'route-table', {
                    routes: [
                      ...table.routes,
                      {
                        name: 'AzureMachineLearning',
                        addressPrefix: 'AzureMachineLearning',
                        nextHopType: 'Internet',
                      },
                    ],
                  }),
              },
        };
    }
  },
});
