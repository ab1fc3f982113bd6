import { azureDnsAddress } from '#catalog';
import { findOfKind, flatMapped, type ResourceId } from '#model';
import { parseAddress, parseLoosePrefix } from './cidr.ts';
import type { Ground } from './ground.ts';
import type { TaggedTraffic } from './network.ts';
import { type FilterAnswer, filterBySecurityGroup } from './security-rules.ts';
import { standingOf } from './standing.ts';
import { noSpace } from './tags.ts';
import type { Target } from './target.ts';

/**
 * The far end: any machine on the internet, one of the virtual network, Azure's own probes, whose address is that of its
 * DNS, or a service by its tag.
 */
function farEnd(serviceTag: string, region: string | undefined): Target {
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
 * What a subnet's security group answers to what comes from a service tag or goes there, or a security group itself
 * wherever it may be attached; `undefined` where the subnet has none. A service sends from the region that it serves;
 * what is sent to it may go to any.
 */
export const answerToTag = (
  { estate }: Ground,
  holder: ResourceId,
  { direction, serviceTag, protocol, port }: TaggedTraffic,
): FilterAnswer | undefined => {
  const isGroup = findOfKind(estate.design, holder, 'network-security-group') !== undefined;
  const standing = isGroup ? undefined : standingOf(estate, holder);
  const securityGroup = isGroup ? holder : standing?.securityGroup;
  if (securityGroup === undefined) return undefined;
  const prefixes = findOfKind(estate.design, holder, 'subnet')?.addressPrefixes ?? [];
  const near: Target = {
    label: estate.nameOf(holder),
    isPrivate: true,
    within: flatMapped(prefixes, (prefix) => parseLoosePrefix(prefix) ?? []),
  };
  const ends =
    direction === 'Inbound'
      ? { from: farEnd(serviceTag, estate.regionOf(holder)), to: near }
      : { from: near, to: farEnd(serviceTag, undefined) };
  const packet = { ...ends, protocol, port };
  return filterBySecurityGroup(estate, securityGroup, direction, packet, standing?.space ?? noSpace);
};
