import { childrenOf, findOfKind, findResource, type ResourceId, type ResourceOf } from '#model';
import { missingFact } from './dns-zones.ts';
import { type Estate, estateQuestion } from './estate.ts';
import type { Egress, MissingFact } from './network.ts';
import { halvesIn, wideAreaHubOf } from './peerings.ts';

type Hub = ResourceOf<'virtual-wan-hub'>;
type Connection = NonNullable<Hub['virtualNetworkConnections']>[number];

/**
 * How a virtual WAN hub sends packets of a subnet to the internet, where it does or may: by its routing intent, or by a
 * static route of the table that the connection is associated with. A connection without internet security is told no
 * default route: learn.microsoft.com/azure/virtual-wan/how-to-routing-policies.
 */
export const wayByHub = estateQuestion((estate, subnet: ResourceId): Egress | undefined => {
  const virtualNetwork = estate.virtualNetworkOf(subnet);
  const table = findOfKind(
    estate.design,
    findOfKind(estate.design, subnet, 'subnet')?.routeTable,
    'route-table',
  );
  if (virtualNetwork === undefined || table?.disableBgpRoutePropagation === true) return undefined;
  const hub = wideAreaHubOf(estate, virtualNetwork);
  if (!hub) return wayByUnseenHub(estate, virtualNetwork);
  const connection = hub.virtualNetworkConnections?.find(
    (one) => one.remoteVirtualNetwork === virtualNetwork,
  );
  if (!connection || connection.enableInternetSecurity === false) return undefined;
  return hub.presence === undefined ? wayOf(estate, hub, connection) : wayUnknown(estate, hub);
});

function wayOf(estate: Estate, hub: Hub, connection: Connection): Egress | undefined {
  const next = defaultRouteOf(hub, connection);
  if (!next) return mayRouteOut(estate, hub) ? wayUnknown(estate, hub) : undefined;
  const firewall = findOfKind(estate.design, next.nextHop, 'azure-firewall');
  if (firewall && firewall.presence === undefined)
    return {
      by: 'firewall',
      resource: firewall.id,
      text: `${next.by} of ${hub.name}, which leads to ${firewall.name}`,
    };
  return {
    by: 'unknown',
    resource: hub.id,
    text: `${next.by} of ${hub.name} leads to what is not shown`,
    missing: { fact: `what ${next.by} of virtual WAN hub ${hub.name} leads to, and what that lets pass` },
  };
}

/** Routing intent stands in for the static routes of all tables. */
function defaultRouteOf(hub: Hub, { associatedRouteTable }: Connection) {
  const policy = hub.routingPolicies?.find(({ destinations }) =>
    destinations.some((one) => /^internet$/i.test(one)),
  );
  if (policy) return { by: `routing policy ${policy.name}`, nextHop: policy.nextHop };
  const name = (associatedRouteTable ?? 'defaultRouteTable').toLowerCase();
  const table = hub.routeTables?.find((one) => one.name.toLowerCase() === name);
  const route = table?.routes.find(({ destinations }) => destinations.includes('0.0.0.0/0'));
  return route && { by: `route ${route.name}`, nextHop: route.nextHop };
}

/** Azure gives every hub route tables: where none is listed, they are not shown. */
const mayRouteOut = ({ design }: Estate, hub: Hub): boolean =>
  (hub.routeTables ?? []).length === 0 &&
  (design.source.format === 'azure-export' ||
    childrenOf(design, hub.id).some(({ kind }) => kind === 'azure-firewall'));

const wayUnknown = (estate: Estate, { id, name }: Hub): Egress => ({
  by: 'unknown',
  resource: id,
  text: `virtual WAN hub ${name} may route it to its firewall`,
  missing: missingFact(
    estate,
    `the routing intent and route tables of virtual WAN hub ${name}`,
    'virtual-wan-hub.routeTables',
    id,
  ),
});

/** Azure names the peering by which it connects a network to a hub, and the hub's own network, which nobody sees. */
function wayByUnseenHub(estate: Estate, virtualNetwork: ResourceId): Egress | undefined {
  const isJoined = halvesIn(estate, virtualNetwork).some(
    ({ name, remoteVirtualNetwork }) =>
      /^RemoteVnetToHubPeering_/i.test(name) ||
      (!estate.isShown(remoteVirtualNetwork) &&
        /^HV_.+_/i.test(findResource(estate.design, remoteVirtualNetwork)?.name ?? '')),
  );
  if (!isJoined) return undefined;
  const fact = `the virtual WAN hub that ${estate.nameOf(virtualNetwork)} is connected to, with its connections`;
  const missing: MissingFact = { fact };
  return { by: 'unknown', text: 'a virtual WAN hub that is not shown may route it to its firewall', missing };
}
