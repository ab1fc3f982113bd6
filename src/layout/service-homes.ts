import type { Thing } from './drawn.ts';
import type { Packing } from './pack.ts';
import { groupOfRank } from './services.ts';

/**
 * Services without an endpoint, by the network at whose services they stand: the only one, or that of their workspace;
 * `undefined` where there is none.
 */
export function othersOf(
  packing: Packing,
  homes: ReadonlyMap<Thing, readonly Thing[]>,
  services: readonly Thing[],
): ReadonlyMap<Thing | undefined, readonly Thing[]> {
  const found = new Map<Thing | undefined, Thing[]>();
  const [only] = homes.keys();
  const networkOf = new Map<number, Thing>();
  const groupOf = (service: Thing) => groupOfRank(packing.serviceRank(service));
  for (const [network, own] of homes)
    for (const service of own) if (service.kind === 'workspace') networkOf.set(groupOf(service), network);
  const housed = new Set([...homes.values()].flat());
  for (const service of services) {
    if (housed.has(service)) continue;
    const network =
      homes.size === 1 ? only : networkOf.size > 1 ? networkOf.get(groupOf(service)) : undefined;
    const some = found.get(network);
    if (some) some.push(service);
    else found.set(network, [service]);
  }
  return found;
}

/** The networks at whose services hosted networks stand: where most of their endpoints lead. */
export function hostedHomes(
  homes: ReadonlyMap<Thing, readonly Thing[]>,
  hosted: readonly Thing[],
): ReadonlyMap<Thing, readonly Thing[]> {
  const found = new Map<Thing, Thing[]>();
  for (const thing of hosted) {
    let home: Thing | undefined;
    let most = 0;
    for (const [network, services] of homes) {
      const own = new Set<string>(services.map(({ id }) => id));
      const count = thing.hosted?.endpoints.filter(({ target }) => own.has(target)).length ?? 0;
      if (count > most) [home, most] = [network, count];
    }
    if (home) found.set(home, [...(found.get(home) ?? []), thing]);
  }
  return found;
}

/** The most endpoints that one hosted network has of each service. */
export function rowsByService(hosted: readonly Thing[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { hosted: network } of hosted) {
    const own = new Map<string, number>();
    for (const { target } of network?.endpoints ?? []) own.set(target, (own.get(target) ?? 0) + 1);
    for (const [target, count] of own) most.set(target, Math.max(count, most.get(target) ?? 0));
  }
  return most;
}
