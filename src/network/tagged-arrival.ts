import { findOfKind, type ResourceId } from '#model';
import { parseLoosePrefix } from './cidr.ts';
import type { Ground } from './ground.ts';
import type { TaggedArrival } from './network.ts';
import { type FilterAnswer, filterBySecurityGroup } from './security-rules.ts';
import { standingOf } from './standing.ts';

/** What a subnet's security group answers to a service of the internet; `undefined` where it has none. */
export const answerToTag = (
  { estate }: Ground,
  subnet: ResourceId,
  { serviceTag, protocol, port }: TaggedArrival,
): FilterAnswer | undefined => {
  const { securityGroup, space } = standingOf(estate, subnet);
  if (securityGroup === undefined) return undefined;
  const region = estate.regionOf(subnet);
  const prefixes = findOfKind(estate.design, subnet, 'subnet')?.addressPrefixes ?? [];
  const from = {
    label: serviceTag,
    isPrivate: false,
    serviceTag,
    ...(region === undefined ? {} : { region }),
  };
  const to = {
    label: estate.nameOf(subnet),
    isPrivate: true,
    within: prefixes.flatMap((prefix) => parseLoosePrefix(prefix) ?? []),
  };
  return filterBySecurityGroup(estate, securityGroup, 'Inbound', { from, to, protocol, port }, space);
};
