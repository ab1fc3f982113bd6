import { privateLinkServices } from '#catalog';
import { findOfKind, type ResourceId } from '#model';
import { coversEverything, type Prefix, parseLoosePrefix } from './cidr.ts';
import type { Estate } from './estate.ts';
import { grouped, memoForGood } from './memo.ts';
import type { EffectiveRoute } from './network.ts';
import type { RouteBook } from './routes.ts';
import { tagCovers } from './tags.ts';
import type { Target } from './target.ts';

/** The route that a packet of a subnet takes, or `undefined` where none leads there. */
export const chooseRoute = (
  estate: Estate,
  book: RouteBook,
  subnet: ResourceId,
  target: Target,
): EffectiveRoute | undefined => {
  const table = sorted(book.routesOf(subnet));
  if (target.isPrivate) return longest(estate, table, target);
  return (
    serviceEndpointRoute(estate, table.byService, subnet, target) ??
    tagRoute(table.byTag, target) ??
    (target.address === undefined ? table.everything : longest(estate, table, target))
  );
};

interface Candidate {
  readonly route: EffectiveRoute;
  readonly prefix: Prefix;
}

/** A subnet's active routes, sorted for looking up. */
interface SortedRoutes {
  readonly byAddress: ReadonlyMap<number, readonly Candidate[]>;
  /** Longest prefix first, single addresses excepted. */
  readonly byPrefix: readonly Candidate[];
  readonly byService: readonly EffectiveRoute[];
  readonly byTag: readonly EffectiveRoute[];
  /** What takes packets to addresses that are not known. */
  readonly everything: EffectiveRoute | undefined;
}

const tables = new WeakMap<readonly EffectiveRoute[], SortedRoutes>();

function sorted(routes: readonly EffectiveRoute[]): SortedRoutes {
  const known = tables.get(routes);
  if (known) return known;
  const active = routes.filter((route) => route.isActive);
  const candidates = active.flatMap((route): readonly Candidate[] => {
    const prefix = parseLoosePrefix(route.addressPrefix);
    return prefix ? [{ route, prefix }] : [];
  });
  const table: SortedRoutes = {
    byAddress: grouped(candidates, ({ prefix }) => (prefix.length === 32 ? [prefix.first] : [])),
    byPrefix: candidates
      .filter(({ prefix }) => prefix.length < 32)
      .toSorted((one, other) => other.prefix.length - one.prefix.length),
    byService: active.filter((route) => route.origin === 'service-endpoint'),
    byTag: active.filter((route) => route.origin === 'user' && !parseLoosePrefix(route.addressPrefix)),
    everything: everythingRoute(candidates),
  };
  tables.set(routes, table);
  return table;
}

function longest(estate: Estate, table: SortedRoutes, { address }: Target): EffectiveRoute | undefined {
  if (address === undefined) return undefined;
  const holds = ({ prefix }: Candidate) => prefix.first <= address && address <= prefix.last;
  const own = table.byAddress.get(address) ?? [];
  const first = own[0] ?? table.byPrefix.find(holds);
  const isPlain = first?.route.origin !== 'gateway' && first?.route.nextHopType !== 'InterfaceEndpoint';
  if (!first || isPlain) return first?.route;
  const matching = [...own, ...table.byPrefix.filter(holds)];
  // Routes of the network, of peerings and of service endpoints beat more specific ones of a gateway.
  if (first.route.origin === 'gateway') {
    const near = matching.find(
      ({ route }) => route.nextHopType === 'VnetLocal' || route.origin === 'peering',
    );
    if (near) return near.route;
  }
  if (first.route.nextHopType === 'InterfaceEndpoint')
    return overridingRoute(estate, matching, first.route) ?? first.route;
  return first.route;
}

/** With route table policy on the endpoint's subnet, a user route as long as its network's space takes the packet. */
function overridingRoute(estate: Estate, matching: readonly Candidate[], endpoint: EffectiveRoute) {
  const subnet = findOfKind(estate.design, estate.subnetOf(endpoint.nextHop ?? ('' as ResourceId)), 'subnet');
  const policy = subnet?.privateEndpointNetworkPolicies;
  if (policy !== 'Enabled' && policy !== 'RouteTableEnabled') return undefined;
  const network = findOfKind(estate.design, subnet?.parent, 'virtual-network');
  const space = (network?.addressPrefixes ?? []).flatMap((text) => parseLoosePrefix(text) ?? []);
  return matching.find(({ route, prefix }) => {
    const around = space.find((one) => one.first <= prefix.last && prefix.first <= one.last);
    return route.origin === 'user' && around !== undefined && prefix.length >= around.length;
  })?.route;
}

/** A service endpoint leads straight to its service; no user route takes it back. */
function serviceEndpointRoute(
  estate: Estate,
  routes: readonly EffectiveRoute[],
  subnet: ResourceId,
  { serviceTag, region }: Target,
): EffectiveRoute | undefined {
  const service = serviceTag === undefined ? undefined : endpointOfTag(serviceTag.toLowerCase());
  if (service === undefined) return undefined;
  const own = estate.regionOf(subnet);
  return routes.find((route) => {
    const name = route.addressPrefix.toLowerCase();
    if (name === `${service}.global`) return true;
    const isNear = region === undefined || own === undefined || region === own;
    return name === service && (service !== 'microsoft.storage' || isNear);
  });
}

const endpointOfTag = memoForGood((tag: string) =>
  privateLinkServices
    .find((one) => one.serviceTag?.toLowerCase() === tag && one.serviceEndpoint !== undefined)
    ?.serviceEndpoint?.toLowerCase(),
);

/** Of routes by tag the narrowest wins: the region's, the tag's, then AzureCloud's. */
function tagRoute(routes: readonly EffectiveRoute[], target: Target): EffectiveRoute | undefined {
  const { serviceTag, region } = target;
  if (serviceTag === undefined) return undefined;
  const matching = routes.filter((route) => tagCovers(route.addressPrefix, serviceTag, region) === 'yes');
  const weight = ({ addressPrefix }: EffectiveRoute) => {
    const tag = addressPrefix.toLowerCase();
    if (tag.startsWith('azurecloud')) return tag === 'azurecloud' ? 3 : 2;
    return tag === serviceTag.toLowerCase() ? 1 : 0;
  };
  return matching.toSorted((one, other) => weight(one) - weight(other))[0];
}

/** For a destination without a known address: what catches every address, halves of the space included. */
function everythingRoute(candidates: readonly Candidate[]): EffectiveRoute | undefined {
  for (const length of [2, 1, 0]) {
    const wide = candidates.filter(({ prefix }) => prefix.length === length);
    if (coversEverything(wide.map(({ prefix }) => prefix))) return wide[0]?.route;
  }
  return undefined;
}
