import { findOfKind, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { parseLoosePrefix } from './cidr.ts';
import { type Estate, estateQuestion } from './estate.ts';
import type { EffectiveRoute } from './network.ts';
import { wideAreaHubOf } from './peerings.ts';

type Hub = ResourceOf<'virtual-wan-hub'>;
type Connection = NonNullable<Hub['virtualNetworkConnections']>[number];

/** Private ranges that a hub announces for its policy for private traffic; others have to be added, and stand in its default table. */
const aggregates = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

const standardTable = 'defaultroutetable';

/**
 * Routes to private addresses that a virtual WAN hub announces to a network of its own, where the document holds all that
 * decides them: the policy for private traffic leads to the hub’s firewall; else the table that the connection is
 * associated with has its static routes, and a route to every connection that propagates to it. By default all connections
 * are associated with the default table and propagate to it: learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing,
 * learn.microsoft.com/azure/virtual-wan/how-to-routing-policies.
 */
export const hubRoutesOf = estateQuestion(
  (estate, virtualNetwork: ResourceId): readonly EffectiveRoute[] | undefined => {
    const hub = wideAreaHubOf(estate, virtualNetwork);
    const own = connectionOf(hub, virtualNetwork);
    if (!hub || !own || hub.presence !== undefined) return undefined;
    const policy = privatePolicyOf(hub);
    if (policy) {
      const firewall = shownFirewall(estate, policy.nextHop);
      const more = tableNamed(hub, standardTable)?.routes.flatMap(({ destinations }) => destinations) ?? [];
      return (
        firewall &&
        [...new Set([...aggregates, ...more.filter(isNarrow)])].map((prefix) =>
          announced(hub, prefix, firewall),
        )
      );
    }
    const table = tableNamed(hub, tableOf(own));
    if (!table) return undefined;
    const fixed = table.routes.flatMap(({ destinations, nextHop }) =>
      destinations.filter(isNarrow).map((one) => ({ prefix: one, firewall: shownFirewall(estate, nextHop) })),
    );
    if (fixed.some(({ firewall }) => firewall === undefined)) return undefined;
    const near = (hub.virtualNetworkConnections ?? []).filter(
      (one) => one !== own && propagatesTo(one, tableOf(own)),
    );
    // What becomes of packets to networks of other hubs is told where they get to the hub.
    const far = resourcesOfKind(estate.design, 'virtual-wan-hub').flatMap((other) =>
      other.id === hub.id ? [] : (other.virtualNetworkConnections ?? []),
    );
    return [
      ...fixed.map(({ prefix, firewall }) => announced(hub, prefix, firewall)),
      ...[...near, ...far].flatMap(({ remoteVirtualNetwork }) =>
        (findOfKind(estate.design, remoteVirtualNetwork, 'virtual-network')?.addressPrefixes ?? []).map(
          (prefix) => announced(hub, prefix),
        ),
      ),
    ];
  },
);

/** Whether nothing but these routes decides what the hub does with packets of a network: of other hubs that are not shown more may come. */
export const isHubDecided = (estate: Estate, virtualNetwork: ResourceId): boolean => {
  const hubs = resourcesOfKind(estate.design, 'virtual-wan-hub');
  const isAllSeen = hubs.length === 1 || (estate.isComplete && hubs.every(({ id }) => estate.isShown(id)));
  return isAllSeen && hubRoutesOf(estate, virtualNetwork) !== undefined;
};

/** Whether a hub has a connection to a network. */
export const isConnectedTo = (
  estate: Estate,
  hub: ResourceId,
  virtualNetwork: ResourceId | undefined,
): boolean => connectionOf(findOfKind(estate.design, hub, 'virtual-wan-hub'), virtualNetwork) !== undefined;

/** Whether any hub of the document has a connection to a network. */
export const isConnectedToHub = (estate: Estate, virtualNetwork: ResourceId): boolean =>
  wideAreaHubOf(estate, virtualNetwork) !== undefined;

/** The firewall of a hub's policy for private traffic; `none` of a hub without one, `undefined` where it is not shown. */
export function privateFirewallOf(estate: Estate, hub: Hub): ResourceId | 'none' | undefined {
  const policy = hub.presence === undefined ? privatePolicyOf(hub) : undefined;
  if (policy) return shownFirewall(estate, policy.nextHop);
  return hub.presence === undefined && estate.isComplete ? 'none' : undefined;
}

const connectionOf = (hub: Hub | undefined, virtualNetwork: ResourceId | undefined): Connection | undefined =>
  hub?.virtualNetworkConnections?.find((one) => one.remoteVirtualNetwork === virtualNetwork);

/** What leads to everything leads to the internet, which is asked elsewhere. */
const isNarrow = (prefix: string): boolean => (parseLoosePrefix(prefix)?.length ?? 0) > 0;

const tableNamed = (hub: Hub, table: string) =>
  hub.routeTables?.find(({ name }) => name.toLowerCase() === table);

const privatePolicyOf = (hub: Hub) =>
  hub.routingPolicies?.find(({ destinations }) => destinations.some((one) => /^privatetraffic$/i.test(one)));

const tableOf = ({ associatedRouteTable }: Connection): string =>
  (associatedRouteTable ?? standardTable).toLowerCase();

const propagatesTo = ({ propagatedRouteTables }: Connection, table: string): boolean =>
  (propagatedRouteTables ?? [standardTable]).some((one) => one.toLowerCase() === table);

const shownFirewall = (estate: Estate, id: ResourceId | undefined): ResourceId | undefined => {
  const found = estate.shown(id);
  return found?.kind === 'azure-firewall' ? found.id : undefined;
};

const announced = (hub: Hub, addressPrefix: string, firewall?: ResourceId): EffectiveRoute => ({
  addressPrefix,
  origin: 'gateway',
  nextHopType: 'VirtualNetworkGateway',
  name: hub.name,
  isActive: true,
  by: hub.id,
  nextHop: firewall ?? hub.id,
});
