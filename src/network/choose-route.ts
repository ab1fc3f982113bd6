import { privateLinkServices } from '#catalog';
import { findOfKind, flatMapped, type ResourceId } from '#model';
import { parseLoosePrefix } from './cidr.ts';
import type { Estate } from './estate.ts';
import { memoForGood } from './memo.ts';
import type { EffectiveRoute } from './network.ts';
import { routeBookOf } from './routes.ts';
import type { Candidate, SortedRoutes } from './sorted-routes.ts';
import { type Standing, standingOf } from './standing.ts';
import { anotherRegion, type Match, sameRegion, tagCovers } from './tags.ts';
import type { Target } from './target.ts';

/** The route that a packet takes, as far as the document tells. */
export interface RouteChoice {
  /** Absent where none leads there. */
  readonly route?: EffectiveRoute;
  /** The fact that would tell whether it is this one. */
  readonly missing?: string;
  readonly assumptions: readonly string[];
}

/** The route that a packet of a subnet takes, or `undefined` where none leads there. */
export const chooseRoute = (estate: Estate, subnet: ResourceId, target: Target): EffectiveRoute | undefined =>
  routeChoice(estate, subnet, standingOf(estate, subnet), target).route;

/** As `chooseRoute`, with what else may hold a public destination whose addresses are not known. */
export const routeChoice = (
  estate: Estate,
  subnet: ResourceId,
  { table }: Standing,
  target: Target,
): RouteChoice => {
  if (target.isPrivate) return chosen(longest(estate, table, target));
  const endpoint = serviceEndpointRoute(estate, table.byService, subnet, target);
  if (endpoint?.isCertain) return chosen(endpoint.route);
  const route =
    tagRoute(table.byTag, target) ??
    (target.address === undefined ? table.everything : longest(estate, table, target));
  if (endpoint)
    return {
      ...chosen(route),
      missing: `whether service endpoint ${endpoint.route.addressPrefix} of ${estate.nameOf(subnet)} reaches ${target.region}`,
    };
  return withRivals(table, route, target);
};

const nothing: RouteChoice = { assumptions: [] };
const chosen = (route: EffectiveRoute | undefined): RouteChoice =>
  route ? { route, assumptions: nothing.assumptions } : nothing;

/** Routes that may hold the destination too, and would lead it elsewhere. */
function withRivals(table: SortedRoutes, route: EffectiveRoute | undefined, target: Target): RouteChoice {
  if (table.byTag.length === 0 && table.publicUser.length === 0) return chosen(route);
  const { serviceTag, region, host, address, label } = target;
  const byTag = table.byTag.filter(({ addressPrefix }) =>
    serviceTag === undefined
      ? address !== undefined || (host !== undefined && addressPrefix.toLowerCase().startsWith('azurecloud'))
      : tagCovers(addressPrefix, serviceTag, region) === 'maybe',
  );
  const isNamed = serviceTag !== undefined || host !== undefined;
  const byPrefix = address === undefined && isNamed ? table.publicUser : [];
  const leadsElsewhere = (other: EffectiveRoute) =>
    other !== route &&
    (other.nextHopType !== route?.nextHopType || other.nextHopIpAddress !== route.nextHopIpAddress);
  const wide = [...byTag, ...byPrefix.filter(({ prefix }) => prefix.length < 32).map((one) => one.route)];
  const rival = wide.find(leadsElsewhere);
  // A lone address, as that of a licence server, is hardly the one: taken for granted, and said.
  const narrow = byPrefix.filter((one) => one.prefix.length === 32 && leadsElsewhere(one.route));
  return {
    ...chosen(route),
    ...(rival ? { missing: `whether route ${rival.name} (${rival.addressPrefix}) holds ${label}` } : {}),
    assumptions: narrow.map(
      ({ route: { name, addressPrefix } }) =>
        `${label} is taken not to be at ${addressPrefix.replace('/32', '')} of route ${name}.`,
    ),
  };
}

/** Of private destinations hardly any needs more than the first route that holds it: the rest is looked for where one does. */
function longest(estate: Estate, table: SortedRoutes, { address }: Target): EffectiveRoute | undefined {
  if (address === undefined) return undefined;
  const own = table.byAddress.get(address);
  const ofEndpoint = own ? undefined : endpointRouteAt(estate, table.network, address);
  const first = own?.[0]?.route ?? ofEndpoint ?? firstHolding(table.byPrefix, address);
  if (
    first?.nextHopType === 'InterfaceEndpoint'
      ? !isUnderRouteTables(estate, first)
      : first?.origin !== 'gateway'
  )
    return first;
  const single = ofEndpoint && { route: ofEndpoint, prefix: { first: address, last: address, length: 32 } };
  const matching = withoutBeatenGateways([
    ...(own ?? (single ? [single] : [])),
    ...table.byPrefix.filter(({ prefix }) => prefix.first <= address && address <= prefix.last),
  ]);
  const [best] = matching;
  if (best?.route.nextHopType !== 'InterfaceEndpoint') return best?.route;
  return overridingRoute(estate, matching, best.route, address) ?? best.route;
}

function firstHolding(candidates: readonly Candidate[], address: number): EffectiveRoute | undefined {
  for (const { prefix, route } of candidates)
    if (prefix.first <= address && address <= prefix.last) return route;
  return undefined;
}

/** A user route to the single address wins over that of its private endpoint. */
const endpointRouteAt = (
  estate: Estate,
  network: ResourceId | undefined,
  address: number,
): EffectiveRoute | undefined =>
  network === undefined ? undefined : routeBookOf(estate).endpointRouteOf(network, address);

/** Routes of the network and of peerings beat more specific ones of a gateway. */
function withoutBeatenGateways(matching: readonly Candidate[]): readonly Candidate[] {
  const isNear = ({ route }: Candidate) => route.nextHopType === 'VnetLocal' || route.origin === 'peering';
  return matching.some(isNear) ? matching.filter(({ route }) => route.origin !== 'gateway') : matching;
}

const subnetOfEndpoint = (estate: Estate, { nextHop }: EffectiveRoute) =>
  nextHop === undefined ? undefined : findOfKind(estate.design, estate.subnetOf(nextHop), 'subnet');

/** Whether the subnet of an endpoint has the policy by which route tables count for packets to it. */
function isUnderRouteTables(estate: Estate, endpoint: EffectiveRoute): boolean {
  const policy = subnetOfEndpoint(estate, endpoint)?.privateEndpointNetworkPolicies;
  return policy === 'Enabled' || policy === 'RouteTableEnabled';
}

/** With that policy a user route as long as its network's space takes the packet. */
function overridingRoute(
  estate: Estate,
  matching: readonly Candidate[],
  endpoint: EffectiveRoute,
  address: number,
): EffectiveRoute | undefined {
  const subnet = subnetOfEndpoint(estate, endpoint);
  const network = findOfKind(estate.design, subnet?.parent, 'virtual-network');
  const space = flatMapped(network?.addressPrefixes ?? [], (text) => parseLoosePrefix(text) ?? []).find(
    ({ first, last }) => first <= address && address <= last,
  );
  return matching.find(
    ({ route, prefix }) => route.origin === 'user' && space !== undefined && prefix.length >= space.length,
  )?.route;
}

/** A service endpoint leads straight to its service; no user route takes it back. */
function serviceEndpointRoute(
  estate: Estate,
  routes: readonly EffectiveRoute[],
  subnet: ResourceId,
  { serviceTag, region }: Target,
): { readonly route: EffectiveRoute; readonly isCertain: boolean } | undefined {
  if (routes.length === 0) return undefined;
  const service = serviceTag === undefined ? undefined : endpointOfTag(serviceTag.toLowerCase());
  if (service === undefined) return undefined;
  for (const route of routes) {
    const name = route.addressPrefix.toLowerCase();
    if (name === `${service}.global`) return { route, isCertain: true };
    if (name !== service) continue;
    const reach =
      service === 'microsoft.storage' ? reachOfStorage(estate, subnet, route.addressPrefix, region) : 'yes';
    if (reach !== 'no') return { route, isCertain: reach === 'yes' };
  }
  return undefined;
}

/** For storage the endpoint holds its own region and the paired one: which, its locations tell where they are listed. */
function reachOfStorage(
  estate: Estate,
  subnet: ResourceId,
  service: string,
  region: string | undefined,
): Match {
  const own = estate.regionOf(subnet);
  if (region === undefined || own === undefined || sameRegion(region, own)) return 'yes';
  const endpoint = findOfKind(estate.design, subnet, 'subnet')?.serviceEndpoints?.find(
    (one) => one.service === service,
  );
  const locations = endpoint?.locations ?? [];
  if (locations.length === 0) return region === anotherRegion ? 'no' : 'maybe';
  return locations.some((one) => one === '*' || sameRegion(one, region)) ? 'yes' : 'no';
}

const endpointOfTag = memoForGood((tag: string) =>
  privateLinkServices
    .find((one) => one.serviceTag?.toLowerCase() === tag && one.serviceEndpoint !== undefined)
    ?.serviceEndpoint?.toLowerCase(),
);

/** Of routes by tag the narrowest wins: the region's, the tag's, then AzureCloud's. */
function tagRoute(routes: readonly EffectiveRoute[], target: Target): EffectiveRoute | undefined {
  const { serviceTag, region } = target;
  if (serviceTag === undefined || routes.length === 0) return undefined;
  const matching = routes.filter((route) => tagCovers(route.addressPrefix, serviceTag, region) === 'yes');
  const weight = ({ addressPrefix }: EffectiveRoute) => {
    const tag = addressPrefix.toLowerCase();
    if (tag.startsWith('azurecloud')) return tag === 'azurecloud' ? 3 : 2;
    return tag === serviceTag.toLowerCase() ? 1 : 0;
  };
  return matching.toSorted((one, other) => weight(one) - weight(other))[0];
}
