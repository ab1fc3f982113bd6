import { endpointsOf, type PrivateEndpoint, virtualNetworkOf } from '../estate.ts';
import type { RuleContext } from '../rule.ts';
import { zonesNamedBy } from './zone-group.ts';

/**
 * Other endpoints of the same network that serve the same sub-resource: what one of them registers answers there for all,
 * since each of them leads to the service.
 */
export function companionsOf({ design }: RuleContext, endpoint: PrivateEndpoint): readonly PrivateEndpoint[] {
  const { id, target, groupIds } = endpoint;
  const home = virtualNetworkOf(design, id);
  if (target === undefined || home === undefined) return [];
  const groups = new Set(groupIds.map((group) => group.toLowerCase()));
  return endpointsOf(design, target).filter(
    (one) =>
      one.id !== id &&
      (one.connectionStatus ?? 'Approved') === 'Approved' &&
      virtualNetworkOf(design, one.id) === home &&
      one.groupIds.some((group) => groups.has(group.toLowerCase())),
  );
}

/** Whether the endpoint is the one of them to register in a zone that none of them is in: the one in the fewest, once for all. */
export function isToRegister(
  context: RuleContext,
  endpoint: PrivateEndpoint,
  companions: readonly PrivateEndpoint[],
): boolean {
  const countOf = (one: PrivateEndpoint) => zonesNamedBy(context, one)?.length ?? 0;
  return companions.every((one) => {
    const more = countOf(one) - countOf(endpoint);
    return more > 0 || (more === 0 && endpoint.id < one.id);
  });
}
