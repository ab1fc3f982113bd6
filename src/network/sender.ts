import { enclosing, findOfKind, findResource, flatMapped, type Resource, type ResourceId } from '#model';
import { parseAddress, parseLoosePrefix } from './cidr.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { type HostedPlace, hostedPlaceOf } from './hosted-sources.ts';
import { dividedAddresses } from './likeness.ts';
import { joinedKey } from './memo.ts';
import type { PacketQuery } from './network.ts';
import { hasOrdinaryAnswers } from './ordinary-names.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Target } from './target.ts';

/** What is known of a source whatever it sends, put together once for the dozens of packets that it does. */
export interface Sender {
  readonly resource: Resource | undefined;
  /** The network of Microsoft that it sends from. */
  readonly hostedPlace: HostedPlace | undefined;
  readonly subnet: ResourceId | undefined;
  /** Of the subnet. */
  readonly standing: Standing | undefined;
  /** As the source of its packets. */
  readonly source: Target;
  /** Its addresses that meet different rules and routes, one each, where it scales and does have such. */
  readonly divided: readonly number[];
  readonly region: string | undefined;
  /** Whether it gets an answer for every ordinary name. */
  readonly hasOrdinaryAnswers: boolean;
}

export const senderOf = groundQuestion((ground, from: ResourceId) =>
  senderIn(ground, from, ground.estate.subnetOf(from)),
);

/** What sends a packet, from the subnet that the packet says. */
export const senderFor = (
  ground: Ground,
  { from, fromSubnet }: Pick<PacketQuery, 'from' | 'fromSubnet'>,
): Sender =>
  fromSubnet === undefined ? senderOf(ground, from) : podsIn(ground, { from, subnet: fromSubnet });

const podsIn = groundQuestion(
  (ground, { from, subnet }: { readonly from: ResourceId; readonly subnet: ResourceId }): Sender =>
    senderIn(ground, from, subnet),
  ({ from, subnet }) => joinedKey(from, subnet),
);

function senderIn(ground: Ground, from: ResourceId, subnet: ResourceId | undefined): Sender {
  const { estate, addresses } = ground;
  const { design } = estate;
  const resource = findResource(design, from);
  const isAnyone = resource?.kind === 'internet';
  const isPublic = isAnyone || enclosing(design, from, 'internet') !== undefined;
  const around =
    findOfKind(design, subnet, 'subnet') ??
    findOfKind(design, from, 'on-premises-network') ??
    enclosing(design, from, 'on-premises-network');
  const within = flatMapped(around?.addressPrefixes ?? [], (prefix) => parseLoosePrefix(prefix) ?? []);
  const own = flatMapped(addresses.addressesOf(from), (text) => parseAddress(text) ?? []);
  const isIn = (one: number) => within.some(({ first, last }) => first <= one && one <= last);
  const address = subnet === estate.subnetOf(from) ? own[0] : own.find(isIn);
  return {
    resource,
    hostedPlace: hostedPlaceOf(estate, from),
    subnet,
    standing: subnet === undefined ? undefined : standingOf(estate, subnet),
    source: {
      label: estate.nameOf(from),
      isPrivate: !isPublic,
      ...(isPublic ? { who: isAnyone ? 'anyone' : 'somebody' } : {}),
      owner: from,
      ...(address === undefined ? {} : { address }),
      ...(within.length > 0 ? { within } : {}),
    },
    divided: dividedAddresses(ground, from, subnet),
    region: estate.regionOf(from),
    hasOrdinaryAnswers: hasOrdinaryAnswers(ground, from),
  };
}
