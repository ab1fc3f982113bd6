import { findOfKind, findResource, flatMapped, type ResourceId } from '#model';
import { askedService } from './asked-service.ts';
import { formatAddress } from './cidr.ts';
import { resolveName } from './dns.ts';
import type { Ground } from './ground.ts';
import { hostedPlaceOf } from './hosted-sources.ts';
import { addressAtEndpoint, namedDestinations } from './named-destinations.ts';
import type { Destination, Fate, Hop, PacketQuery, Trace } from './network.ts';
import type { Sender } from './sender.ts';
import { isService } from './target.ts';

/** One of the packets that one to a service as a whole, or from what scales, stands for. */
export interface PartPacket {
  readonly query: PacketQuery;
  /** The address at which it differs, for people: `notebook 10.0.2.5`. */
  readonly label: string;
}

/** The packets that one from what scales stands for, where rules and routes tell its addresses apart. */
export const partsOfSource = (query: PacketQuery, { divided }: Sender): readonly PartPacket[] =>
  divided.length > 0 && query.fromAddress === undefined && query.fromServiceTag === undefined
    ? divided.map((address) => ({
        query: { ...query, fromAddress: address },
        label: formatAddress(address),
      }))
    : nothing;

const nothing: readonly never[] = [];

/**
 * The packets that one to a service as a whole stands for: to each of its names that has an address of its own, and to
 * each further address of the endpoint that its main name leads to. None where one packet is all.
 */
export function partsOf(ground: Ground, query: PacketQuery): readonly PartPacket[] {
  const { from, to } = query;
  if (to.resource === undefined || to.hosts !== undefined || !isWhole(ground, to.resource)) return nothing;
  const asked = askedService(ground, to);
  if (asked?.host === undefined) return nothing;
  const named = namedDestinations(ground.estate, { id: asked.resource.id, groupId: asked.groupId });
  const isHosted = hostedPlaceOf(ground.estate, from) !== undefined;
  const endpoint = isHosted ? undefined : resolveName(ground, from, asked.host).endpoint;
  const all = endpoint === undefined ? nothing : ground.addresses.addressesOf(endpoint);
  if (named.length + all.length < 2) return nothing;
  const addressOf = (one: Destination) =>
    endpoint === undefined ? undefined : addressAtEndpoint(ground, endpoint, one);
  const known = named.map(({ to: one }) => addressOf(one) ?? '');
  const further = all.filter((address) => !known.includes(address));
  if (named.length + further.length < 2) return nothing;
  const parts = [
    ...named.map(({ to: one, member = '' }, at) => ({
      to: one,
      label: `${member} ${known[at] ?? ''}`.trim(),
    })),
    ...further.map((address) => ({ to: { address }, label: labelOf(ground, endpoint, address) })),
  ];
  return parts.map((one) => ({ query: { ...query, to: one.to }, label: one.label }));
}

const isWhole = ({ estate }: Ground, id: ResourceId): boolean => {
  const resource = findResource(estate.design, id);
  return resource !== undefined && (resource.kind === 'private-endpoint' || isService(resource));
};

function labelOf({ estate }: Ground, endpoint: ResourceId | undefined, address: string): string {
  const { ipConfigurations = [] } = findOfKind(estate.design, endpoint, 'private-endpoint') ?? {};
  const member = ipConfigurations.find((one) => one.privateIPAddress === address)?.memberName;
  return member === undefined ? address : `${member} ${address}`;
}

/** Stopped, then what cannot be told, then what gets there. */
const badness = ({ verdict }: Fate): number =>
  verdict === 'delivered' ? 0 : verdict === 'cannot-tell' ? 1 : 2;

const worstOf = <F extends Fate>(fates: readonly F[]): F | undefined =>
  fates.reduce<F | undefined>(
    (worst, one) => (worst === undefined || badness(one) > badness(worst) ? one : worst),
    undefined,
  );

const isSame = (one: Fate, other: Fate): boolean =>
  one.verdict === other.verdict && one.blockers.join() === other.blockers.join();

/** What becomes of several packets together: as the worst of them, with all that stands in the way of any. */
export const fateOfAll = (fates: readonly Fate[]): Fate => ({
  verdict: worstOf(fates)?.verdict ?? 'delivered',
  blockers: [...new Set(flatMapped(fates, ({ blockers }) => blockers))],
  missing: [...new Map(flatMapped(fates, ({ missing }) => missing).map((one) => [one.fact, one])).values()],
});

/** The story of the worst, which says first what becomes of the others where that differs; the packet's own where there are none. */
export function traceOfAll(
  { estate }: Ground,
  whole: PacketQuery,
  end: 'from' | 'to',
  parts: readonly PartPacket[],
  traceOf: (query: PacketQuery) => Trace,
): Trace {
  const all = parts.map(({ query, label }) => ({ label, trace: traceOf(query) }));
  const traces = all.map(({ trace }) => trace);
  const worst = worstOf(traces);
  const told = all.find(({ trace }) => trace === worst);
  if (!told) return traceOf(whole);
  const others = all.filter(({ trace }) => !isSame(trace, told.trace));
  if (others.length === 0) return told.trace;
  const name = estate.nameOf(end === 'from' ? whole.from : whole.to.resource);
  const labels = (some: typeof all) => some.map(({ label }) => label).join(', ');
  const passing = others.filter(({ trace }) => trace.verdict === 'delivered');
  const rest = others.filter(({ trace }) => trace.verdict !== 'delivered');
  const hop: Hop = {
    place: name,
    outcome: 'passes',
    by: 'its addresses',
    text: [
      `${name} has several addresses: ${labels(all)}. What follows is the way ${end} ${told.label}.`,
      ...(passing.length > 0 ? [`Packets ${end} ${labels(passing)} get there.`] : []),
      ...(rest.length > 0 ? [`Packets ${end} ${labels(rest)} meet another fate.`] : []),
    ].join(' '),
  };
  return {
    ...fateOfAll(traces),
    hops: [hop, ...told.trace.hops],
    assumptions: [...new Set(flatMapped(traces, ({ assumptions }) => assumptions))],
  };
}
