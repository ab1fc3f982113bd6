import {
  childrenOf,
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceKind,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { parseAddress } from './cidr.ts';
import { hasPublicAddress } from './egress.ts';
import { estateQuestion } from './estate.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { joinedKey, onceForPart } from './memo.ts';
import { rangeOf } from './tags.ts';

/** What has one interface, in its subnet, and nothing of its own that decides over packets. */
const plainKinds: ReadonlySet<Resource['kind']> = new Set<Resource['kind']>([
  'compute-instance',
  'compute-cluster',
  'serverless-compute',
  'client',
]);

/**
 * What a source is like: the first machine of its subnet whose packets to any one place meet the same fate in the same
 * words, or itself. So are machines without a public address between whose addresses no rule and no route draws a line.
 */
export const likenessOf = (ground: Ground, from: ResourceId): ResourceId => {
  const parent = findResource(ground.estate.design, from)?.parent;
  return (parent === undefined ? undefined : likenessesIn(ground, parent).get(from)) ?? from;
};

/** Of the plain machines of a subnet. */
const likenessesIn = groundQuestion((ground, subnet: ResourceId): ReadonlyMap<ResourceId, ResourceId> => {
  const firsts = new Map<number, ResourceId>();
  const likenesses = new Map<ResourceId, ResourceId>();
  for (const { id } of childrenOf(ground.estate.design, subnet)) {
    const place = placeOfSource(ground, id);
    if (place === undefined) continue;
    const first = firsts.get(place) ?? id;
    firsts.set(place, first);
    likenesses.set(id, first);
  }
  return likenesses;
});

/** Between which lines a plain machine's addresses lie; `undefined` of any other. */
function placeOfSource({ estate, addresses }: Ground, from: ResourceId): number | undefined {
  const { design } = estate;
  const resource = findResource(design, from);
  if (resource === undefined || !plainKinds.has(resource.kind)) return undefined;
  const subnet = findOfKind(design, resource.parent, 'subnet');
  const address = parseAddress(addresses.addressesOf(from)[0] ?? '');
  const isPlain =
    subnet !== undefined &&
    subnet.presence === undefined &&
    estate.virtualNetworkOf(from) !== undefined &&
    !hasPublicAddress(estate, resource);
  if (!isPlain || address === undefined) return undefined;
  const lines = linesOf(estate, 'all');
  const first = placeOf(lines, address);
  const last = addresses.takenBy(from).at(-1);
  return last === undefined ? first : first + (placeOf(lines, last) - first) * (lines.length + 1);
}

/**
 * Of what scales the first of its addresses in each of the groups into which lines divide them; none where no line does. In
 * a subnet that it reaches into, or else in its own.
 */
export const dividedAddresses = (
  ground: Ground,
  from: ResourceId,
  subnet = ground.estate.subnetOf(from),
): readonly number[] => (subnet === undefined ? [] : dividedIn(ground, { from, subnet }));

const dividedIn = groundQuestion(
  (
    { estate, addresses },
    { from, subnet }: { readonly from: ResourceId; readonly subnet: ResourceId },
  ): readonly number[] => {
    const lines = linesOf(estate, 'all');
    const firsts = new Map<number, number>();
    for (const address of addresses.takenBy(from, subnet)) {
      const place = placeOf(lines, address);
      if (!firsts.has(place)) firsts.set(place, address);
    }
    return firsts.size > 1 ? [...firsts.values()] : [];
  },
  ({ from, subnet }) => joinedKey(from, subnet),
);

const kindsWithRanges = [
  'network-security-group',
  'security-admin-rules',
  'azure-firewall',
  'firewall-policy',
  'ip-group',
  'route-table',
  'virtual-network',
  'on-premises-network',
] as const satisfies readonly ResourceKind[];

/** Where the ranges begin and end that a source's address is ever compared with, in order. */
const linesOf = estateQuestion(({ design }, _: 'all'): readonly number[] => {
  const texts = new Set<string>();
  for (const kind of kindsWithRanges)
    for (const resource of resourcesOfKind(design, kind))
      for (const text of rangesOf(resource)) texts.add(text);
  const lines = new Set<number>();
  for (const text of texts) {
    const range = rangeOf(text);
    if (range) lines.add(range.first).add(range.last + 1);
  }
  return [...lines].sort((one, other) => one - other);
});

/** Kept, since an edit leaves most resources as they are. */
const rangesOf = onceForPart(rangesIn);

function rangesIn(resource: ResourceOf<(typeof kindsWithRanges)[number]>): readonly string[] {
  switch (resource.kind) {
    case 'network-security-group':
      return flatMapped(resource.securityRules, (rule) => rule.sourceAddressPrefixes);
    case 'security-admin-rules':
      return flatMapped(resource.rules, (rule) => rule.sourceAddressPrefixes);
    case 'azure-firewall':
      return flatMapped(resource.ruleCollections ?? [], ({ rules }) =>
        flatMapped(rules, (rule) => rule.sourceAddresses),
      );
    case 'firewall-policy':
      return flatMapped(resource.ruleCollectionGroups ?? [], ({ ruleCollections }) =>
        flatMapped(ruleCollections, ({ rules }) => flatMapped(rules, (rule) => rule.sourceAddresses)),
      );
    case 'ip-group':
      return resource.ipAddresses;
    case 'route-table':
      return (resource.routes ?? []).map((route) => route.addressPrefix);
    case 'virtual-network':
    case 'on-premises-network':
      return resource.addressPrefixes;
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
