import { edits, enclosing, findOfKind, type ResourceId, type ResourceOf } from '#model';
import { compactRegion, holdEveryAddress } from '#network';
import {
  computesInSubnets,
  hasPublicIp,
  isShown,
  type MachineLearningCompute,
  machineLearningComputes,
  shownOfKind,
} from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';

type Route = ResourceOf<'route-table'>['routes'][number];

/** Whether a route is for the addresses of Azure Machine Learning: by its tag or Azure's, of all regions or of this one. */
function isForMachineLearning({ addressPrefix }: Route, region: string | undefined): boolean {
  const [, of] = /^azure(?:machinelearning|cloud)(?:\.(.+))?$/i.exec(addressPrefix) ?? [addressPrefix, ''];
  return of === undefined || (region !== undefined && compactRegion(of) === compactRegion(region));
}

/** Routes to the internet by address, among which those of the service may be: which they are, Microsoft's lists say. */
const byAddress = (routes: readonly Route[]): readonly Route[] =>
  routes.filter(({ addressPrefix, nextHopType }) => nextHopType === 'Internet' && /^\d/.test(addressPrefix));

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
      const [away, ...more] = table.routes.filter(
        ({ nextHopType }) => nextHopType === 'VirtualAppliance' || nextHopType === 'VirtualNetworkGateway',
      );
      if (!away || !holdEveryAddress([away, ...more].map(({ addressPrefix }) => addressPrefix))) continue;
      const region = enclosing(design, id, 'region')?.name;
      const bypass = table.routes.find(
        (route) => route.nextHopType === 'Internet' && isForMachineLearning(route, region),
      );
      const maybe = byAddress(table.routes);
      const at = [table.id, ...computes.map((compute) => compute.id)];
      if (bypass) yield passed(at, `${bypass.name}: ${bypass.addressPrefix} to Internet`);
      else if (maybe.length > 0)
        yield cannotTell(at, {
          fact: `whether ${listed(maybe.map(({ name }) => name))} of ${labelOf(design, table.id)} hold all addresses of AzureMachineLearning`,
        });
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
            `${away.name}: ${away.addressPrefix} to ${away.nextHopIpAddress ?? away.nextHopType}`,
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
