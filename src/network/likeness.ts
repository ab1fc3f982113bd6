import { findOfKind, findResource, type Resource, type ResourceId } from '#model';
import { parseAddress } from './cidr.ts';
import { hasPublicAddress } from './egress.ts';
import type { Ground } from './ground.ts';
import { memo } from './memo.ts';
import { rangeOf } from './tags.ts';

/** What has one interface, in its subnet, and nothing of its own that decides over packets. */
const plainKinds: ReadonlySet<Resource['kind']> = new Set<Resource['kind']>([
  'compute-instance',
  'compute-cluster',
  'serverless-compute',
  'client',
]);

/**
 * One text for all sources whose packets to one place meet the same fate in the same words: machines of one subnet
 * without a public address, between whose addresses no rule and no route draws a line.
 */
export const likenessesIn = (ground: Ground): ((from: ResourceId) => string) => {
  const { estate, addresses } = ground;
  const lines = memo((_: 'all') => linesOf(estate.design.resources));
  return memo((from: ResourceId): string => {
    const resource = findResource(estate.design, from);
    const subnet = findOfKind(estate.design, resource?.parent, 'subnet');
    const address = parseAddress(addresses.addressesOf(from)[0] ?? '');
    const isPlain =
      resource !== undefined &&
      plainKinds.has(resource.kind) &&
      subnet?.presence === undefined &&
      estate.virtualNetworkOf(from) !== undefined &&
      !hasPublicAddress(estate, resource);
    if (!isPlain || subnet === undefined || address === undefined) return from;
    return `${subnet.id} ${placeOf(lines('all'), address)}`;
  });
};

/** Where the ranges begin and end that a source's address is ever compared with, in order. */
function linesOf(resources: readonly Resource[]): readonly number[] {
  const texts = new Set<string>();
  for (const resource of resources) for (const text of rangesIn(resource)) texts.add(text);
  const lines = new Set<number>();
  for (const text of texts) {
    const range = rangeOf(text);
    if (range) lines.add(range.first).add(range.last + 1);
  }
  return [...lines].sort((one, other) => one - other);
}

function rangesIn(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'network-security-group':
      return resource.securityRules.flatMap((rule) => rule.sourceAddressPrefixes);
    case 'security-admin-rules':
      return resource.rules.flatMap((rule) => rule.sourceAddressPrefixes);
    case 'azure-firewall':
      return (resource.ruleCollections ?? []).flatMap(({ rules }) =>
        rules.flatMap((rule) => rule.sourceAddresses),
      );
    case 'firewall-policy':
      return (resource.ruleCollectionGroups ?? []).flatMap(({ ruleCollections }) =>
        ruleCollections.flatMap(({ rules }) => rules.flatMap((rule) => rule.sourceAddresses)),
      );
    case 'ip-group':
      return resource.ipAddresses;
    case 'route-table':
      return (resource.routes ?? []).map((route) => route.addressPrefix);
    case 'virtual-network':
    case 'on-premises-network':
      return resource.addressPrefixes;
    default:
      return [];
  }
}

/** How many of the lines lie at or below an address. */
function placeOf(lines: readonly number[], address: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] ?? 0) <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}
