import { findOfKind, type ResourceId } from '#model';
import type { Hop } from '#network';
import type { RuleContext } from '../rule.ts';

/** Where names of a suffix get no answer from a virtual network or an office, as the engine follows them. */
export const stopOf = ({ network }: RuleContext, asker: ResourceId, suffix: string): Hop | undefined => {
  const { outcome, hops } = network.resolve(asker, `any.${suffix}`);
  return outcome === 'no-answer' ? hops.at(-1) : undefined;
};

export const isUnanswered = (context: RuleContext, asker: ResourceId, suffix: string): boolean =>
  stopOf(context, asker, suffix) !== undefined;

/** Whether another rule tells why no answer comes: a peering that is down, or a ruleset that leads in a circle. */
export function isStopToldElsewhere({ design }: RuleContext, { at, by }: Hop): boolean {
  const peering = findOfKind(design, at, 'virtual-network-peering');
  return by === 'a circle' || (peering?.peeringState ?? 'Connected') !== 'Connected';
}
