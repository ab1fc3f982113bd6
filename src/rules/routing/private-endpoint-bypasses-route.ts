import {
  childrenOf,
  type Design,
  edits,
  enclosing,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { parseLoosePrefix, prefixContains } from '#network';
import { shownOfKind, virtualNetworkOf } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const heeded: ReadonlySet<string> = new Set(['Enabled', 'RouteTableEnabled']);

interface Home {
  readonly subnet: ResourceOf<'subnet'>;
  readonly endpoints: readonly Resource[];
}

/** Subnets with private endpoints, by their virtual network. */
function homesByNetwork(design: Design): ReadonlyMap<ResourceId, readonly Home[]> {
  const homes = new Map<ResourceId, Home[]>();
  for (const subnet of shownOfKind(design, 'subnet')) {
    const endpoints = childrenOf(design, subnet.id).filter(({ kind }) => kind === 'private-endpoint');
    const network = enclosing(design, subnet.id, 'virtual-network')?.id;
    if (endpoints.length === 0 || network === undefined) continue;
    homes.set(network, [...(homes.get(network) ?? []), { subnet, endpoints }]);
  }
  return homes;
}

export const privateEndpointBypassesRoute = defineRule({
  id: 'private-endpoint-bypasses-route',
  category: 'Routing and peering',
  severity: () => 'warning',
  title: 'Route is meant for private endpoints, which do not heed it',
  holds: 'The subnet of private endpoints applies the routes that are meant for them',
  remedy:
    'Set the private endpoint network policy of the subnet to route tables, or remove the route. A default route never catches endpoints.',
  messages: {
    unheeded: (f: {
      table: string;
      route: string;
      prefix: string;
      subnet: string;
      endpoints: readonly string[];
    }) =>
      `${f.route} of ${f.table} sends ${f.prefix} to an appliance, but ${listed(f.endpoints)} in ${f.subnet} ${f.endpoints.length === 1 ? 'is' : 'are'} reached past it`,
  },

  *check({ design, network }) {
    const homes = homesByNetwork(design);
    if (homes.size === 0) return;
    const usersOfTable = new Map<ResourceId | undefined, ResourceOf<'subnet'>[]>();
    for (const subnet of resourcesOfKind(design, 'subnet'))
      usersOfTable.set(subnet.routeTable, [...(usersOfTable.get(subnet.routeTable) ?? []), subnet]);
    for (const table of shownOfKind(design, 'route-table')) {
      const users = usersOfTable.get(table.id) ?? [];
      const reach = new Set(
        flatMapped(users, ({ id }) => {
          const own = virtualNetworkOf(design, id);
          return own === undefined ? [] : [own, ...network.peersOf(own)];
        }),
      );
      for (const route of table.routes) {
        const length = parseLoosePrefix(route.addressPrefix)?.length;
        // A single address beats the route of the endpoint; a default route is meant for everything else.
        if (route.nextHopType !== 'VirtualAppliance' || !length || length === 32) continue;
        for (const { subnet, endpoints } of flatMapped([...reach], (id) => homes.get(id) ?? [])) {
          // A wider route may be meant for the machines beside the endpoints.
          const isMeant = subnet.addressPrefixes.some((prefix) =>
            prefixContains(prefix, route.addressPrefix),
          );
          if (!isMeant) continue;
          const policy = subnet.privateEndpointNetworkPolicies ?? 'Disabled';
          const at = [table.id, subnet.id];
          if (heeded.has(policy)) yield passed(at, `privateEndpointNetworkPolicies: ${policy}`);
          else
            yield {
              at,
              message: 'unheeded',
              facts: {
                table: labelOf(design, table.id),
                route: route.name,
                prefix: route.addressPrefix,
                subnet: labelOf(design, subnet.id),
                endpoints: endpoints.map(({ name }) => name).sort(inOrder),
              },
              evidence: `privateEndpointNetworkPolicies: ${policy}`,
              fix: {
                title: 'Let route tables count',
                changes: [
                  `Set the private endpoint network policy of ${labelOf(design, subnet.id)} to ${policy === 'Disabled' ? 'route tables' : 'route tables and network security groups'}`,
                ],
                apply: (before) =>
                  edits.updateResource(before, subnet.id, 'subnet', {
                    privateEndpointNetworkPolicies: policy === 'Disabled' ? 'RouteTableEnabled' : 'Enabled',
                  }),
              },
            };
        }
      }
    }
  },
});
