import { findOfKind, findResource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import { routeBookOf } from './routes.ts';
import { type SortedRoutes, sortedRoutes } from './sorted-routes.ts';
import type { VirtualNetworkSpace } from './tags.ts';

/** What decides over packets that leave or enter a subnet, put together once for the thousands that do. */
export interface Standing {
  readonly isShown: boolean;
  readonly network: ResourceId | undefined;
  readonly isNetworkShown: boolean;
  readonly securityGroup: ResourceId | undefined;
  /** Those of Virtual Network Manager that its network is under. */
  readonly adminRules: readonly ResourceOf<'security-admin-rules'>[];
  /** What the VirtualNetwork tag stands for in its security rules. */
  readonly space: VirtualNetworkSpace;
  /** The route table that it names but the document does not show. */
  readonly unseenTable: ResourceId | undefined;
  readonly table: SortedRoutes;
  /** Who announces routes to it that no design holds. */
  readonly announcer: ResourceOf<'route-server' | 'virtual-wan-hub'> | undefined;
}

export const standingOf = estateQuestion((estate, subnet: ResourceId): Standing => {
  const routes = routeBookOf(estate);
  const network = estate.virtualNetworkOf(subnet);
  const found = findOfKind(estate.design, subnet, 'subnet');
  return {
    isShown: estate.isShown(subnet),
    network,
    isNetworkShown: estate.isShown(network),
    securityGroup: found?.networkSecurityGroup,
    adminRules:
      network === undefined
        ? []
        : resourcesOfKind(estate.design, 'security-admin-rules').filter((one) =>
            one.virtualNetworks.includes(network),
          ),
    space: routes.spaceOf(subnet),
    unseenTable: routes.unseenTableOf(subnet),
    table: sortedRoutes(routes.routesOf(subnet), found === undefined ? undefined : network),
    announcer: routes.announcerOf(subnet),
  };
});

/** What people call the route table of a subnet that the document may know by its ID alone. */
export const tableInWords = (estate: Estate, table: ResourceId | undefined, subnet: ResourceId): string =>
  findResource(estate.design, table)
    ? `route table ${estate.nameOf(table)}`
    : `the route table of ${estate.nameOf(subnet)}`;
