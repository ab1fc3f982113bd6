import { fixedSubnetOf } from '#catalog';
import {
  type Design,
  edits,
  enclosing,
  findOfKind,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
  resourcesOfKinds,
} from '#model';
import { firstUsableAddress } from '#network';
import type { Fix } from '../rule.ts';

type Route = ResourceOf<'route-table'>['routes'][number];

const appliances = new Set(['azure-firewall', 'network-virtual-appliance'] as const);

/** The address that routes send to: as stated, or the one that Azure gives the firewall in a subnet of its own. */
function nextHopAddressOf(design: Design, appliance: Resource): string | undefined {
  if (appliance.kind === 'network-virtual-appliance') return appliance.privateIPAddress;
  if (appliance.kind !== 'azure-firewall') return undefined;
  const [prefix] = findOfKind(design, appliance.parent, 'subnet')?.addressPrefixes ?? [];
  return appliance.privateIPAddress ?? (prefix === undefined ? undefined : firstUsableAddress(prefix));
}

/** The next hop where there is just one, so that nobody has to look it up. */
export function onlyNextHop(design: Design): string | undefined {
  const [first, ...others] = resourcesOfKinds(design, appliances);
  return first && others.length === 0 ? nextHopAddressOf(design, first) : undefined;
}

const everything = '0.0.0.0/0';

const leadsTo = (route: Route, address: string): boolean =>
  route.addressPrefix === everything &&
  route.nextHopType === 'VirtualAppliance' &&
  route.nextHopIpAddress === address;

const routeTo = (address: string): Route => ({
  name: 'everything-through-firewall',
  addressPrefix: everything,
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: address,
});

/** A table that sends nothing but everything to the appliance: it can serve another subnet of its region. */
const sharedTable = (design: Design, region: ResourceId | undefined, address: string) =>
  resourcesOfKind(design, 'route-table').find(
    ({ parent, routes }) =>
      parent === region && routes.length === 1 && routes.every((route) => leadsTo(route, address)),
  );

/**
 * Sends what leaves a subnet through a firewall or an appliance: by its own route table where it has one, by a table that
 * leads there already, or by a new one. Nothing where no address is known, where it does so already, and where Azure
 * allows no such route.
 */
export function routeThrough(
  design: Design,
  subnet: ResourceOf<'subnet'>,
  appliance: Resource,
): Omit<Fix, 'title'> | undefined {
  const address = nextHopAddressOf(design, appliance);
  const fixed = fixedSubnetOf(subnet.name);
  if (address === undefined || appliance.parent === subnet.id) return undefined;
  if (fixed && !(fixed.mayHaveRouteTable && fixed.mayHaveDefaultRoute)) return undefined;
  const own = findOfKind(design, subnet.routeTable, 'route-table');
  if (subnet.routeTable !== undefined && !own) return undefined;
  if (own?.routes.some((route) => leadsTo(route, address))) return undefined;
  const attach = (before: Design, routeTable: ResourceId) =>
    edits.updateResource(before, subnet.id, 'subnet', { routeTable });
  const leading = `everything to ${appliance.name} (${address})`;
  if (own)
    return {
      changes: [`Let route table ${own.name} send ${leading}`],
      apply: (before) =>
        edits.updateResource(before, own.id, 'route-table', {
          routes: [
            ...own.routes.filter(({ addressPrefix }) => addressPrefix !== everything),
            routeTo(address),
          ],
        }),
    };
  const region = enclosing(design, subnet.id, 'region')?.id;
  const shared = sharedTable(design, region, address);
  if (shared)
    return {
      changes: [`Attach route table ${shared.name} to ${subnet.name}`],
      apply: (before) => attach(before, shared.id),
    };
  return {
    changes: [`Add a route table that sends ${leading}`, `Attach it to ${subnet.name}`],
    apply: (before, newId) => {
      const id = newId();
      const added = edits.addResource(before, {
        id,
        kind: 'route-table',
        name: edits.freeName(before, region, `rt-${appliance.name}`),
        ...(region === undefined ? {} : { parent: region }),
        routes: [routeTo(address)],
      });
      return attach(added, id);
    },
  };
}
