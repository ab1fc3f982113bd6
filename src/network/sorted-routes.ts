import { flatMapped, type ResourceId } from '#model';
import { coversEverything, isPrivateAddress, type Prefix, parseLoosePrefix } from './cidr.ts';
import { grouped } from './memo.ts';
import type { EffectiveRoute } from './network.ts';

/** A route by prefix. */
export interface Candidate {
  readonly route: EffectiveRoute;
  readonly prefix: Prefix;
}

/** A subnet's active routes, sorted for looking up; those to private endpoints are looked up one by one. */
export interface SortedRoutes {
  /** Whose private endpoints, and whose peers', have routes. */
  readonly network: ResourceId | undefined;
  /** To single addresses. */
  readonly byAddress: ReadonlyMap<number, readonly Candidate[]>;
  /** Longest prefix first, single addresses excepted. */
  readonly byPrefix: readonly Candidate[];
  readonly byService: readonly EffectiveRoute[];
  readonly byTag: readonly EffectiveRoute[];
  /** The user's to public prefixes that are not half of everything. */
  readonly publicUser: readonly Candidate[];
  /** What takes packets to addresses that are not known. */
  readonly everything: EffectiveRoute | undefined;
}

export function sortedRoutes(
  routes: readonly EffectiveRoute[],
  network: ResourceId | undefined,
): SortedRoutes {
  const active = routes.filter((route) => route.isActive && route.origin !== 'private-endpoint');
  const candidates = flatMapped(active, (route): readonly Candidate[] => {
    const prefix = parseLoosePrefix(route.addressPrefix);
    return prefix ? [{ route, prefix }] : [];
  });
  return {
    network,
    byAddress: grouped(candidates, ({ prefix }) => (prefix.length === 32 ? [prefix.first] : [])),
    byPrefix: candidates
      .filter(({ prefix }) => prefix.length < 32)
      .toSorted((one, other) => other.prefix.length - one.prefix.length),
    byService: active.filter((route) => route.origin === 'service-endpoint'),
    byTag: active.filter((route) => route.origin === 'user' && !parseLoosePrefix(route.addressPrefix)),
    publicUser: candidates.filter(
      ({ route, prefix }) => route.origin === 'user' && prefix.length > 2 && !isPrivateAddress(prefix.first),
    ),
    everything: everythingRoute(candidates),
  };
}

/** For a destination without a known address: what catches every address, halves of the space included. */
function everythingRoute(candidates: readonly Candidate[]): EffectiveRoute | undefined {
  for (const length of [2, 1, 0]) {
    const wide = candidates.filter(({ prefix }) => prefix.length === length);
    if (coversEverything(wide.map(({ prefix }) => prefix))) return wide[0]?.route;
  }
  return undefined;
}
