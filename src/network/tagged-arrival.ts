import { azureDnsAddress } from '#catalog';
import { findOfKind, type ResourceId } from '#model';
import { parseAddress, parseLoosePrefix } from './cidr.ts';
import type { Ground } from './ground.ts';
import type { TaggedArrival } from './network.ts';
import { type FilterAnswer, filterBySecurityGroup } from './security-rules.ts';
import { standingOf } from './standing.ts';
import { noSpace } from './tags.ts';
import type { Target } from './target.ts';

/**
 * Who knocks: any machine on the internet, one of the virtual network, Azure's own probes, whose address is that of its
 * DNS, or a service by its tag.
 */
function comer(serviceTag: string, region: string | undefined): Target {
  const label = serviceTag;
  if (serviceTag === 'Internet') return { label, isPrivate: false, who: 'anyone' };
  if (serviceTag === 'VirtualNetwork') return { label, isPrivate: true };
  const address = serviceTag === 'AzureLoadBalancer' ? parseAddress(azureDnsAddress) : undefined;
  return {
    label,
    isPrivate: false,
    serviceTag,
    ...(region === undefined ? {} : { region }),
    ...(address === undefined ? {} : { address }),
  };
}

/**
 * What a subnet's security group answers to what comes from a service tag, or a security group itself wherever it may be
 * attached; `undefined` where the subnet has none.
 */
export const answerToTag = (
  { estate }: Ground,
  holder: ResourceId,
  { serviceTag, protocol, port }: TaggedArrival,
): FilterAnswer | undefined => {
  const isGroup = findOfKind(estate.design, holder, 'network-security-group') !== undefined;
  const standing = isGroup ? undefined : standingOf(estate, holder);
  const securityGroup = isGroup ? holder : standing?.securityGroup;
  if (securityGroup === undefined) return undefined;
  const prefixes = findOfKind(estate.design, holder, 'subnet')?.addressPrefixes ?? [];
  const from = comer(serviceTag, estate.regionOf(holder));
  const to = {
    label: estate.nameOf(holder),
    isPrivate: true,
    within: prefixes.flatMap((prefix) => parseLoosePrefix(prefix) ?? []),
  };
  const packet = { from, to, protocol, port };
  return filterBySecurityGroup(estate, securityGroup, 'Inbound', packet, standing?.space ?? noSpace);
};
