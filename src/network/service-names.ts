import { flatMapped, type ResourceId, type ResourceOf, zonesInGroups } from '#model';
import type { Answer, DnsWalk, Step } from './dns-walk.ts';
import {
  linkOfZone,
  missingFact,
  missingLinks,
  missingRecords,
  recordIn,
  recordsLike,
  type Zone,
  type ZoneLink,
  type ZoneRecord,
  zonesNamed,
} from './dns-zones.ts';
import type { Ground } from './ground.ts';
import type { KnownHost } from './host-names.ts';
import { memberAddress } from './member-address.ts';
import type { MissingFact } from './network.ts';
import { type PrivateEndpointConnection, privateEndpointsOf } from './private-endpoints.ts';
import { answerOfRecord, noRecord } from './zone-answers.ts';

/** A service of the design as Azure DNS sees it: what it may be, and the endpoints that serve it. */
interface Served {
  readonly known: KnownHost;
  readonly connections: readonly PrivateEndpointConnection[];
  readonly serving: readonly PrivateEndpointConnection[];
  /** There are no other endpoints. */
  readonly isWhole: boolean;
}

const servedBy = ({ estate }: Ground, all: readonly KnownHost[], known: KnownHost): Served => {
  const each = all.map(({ resource }) => privateEndpointsOf(estate.design, resource.id));
  const connections = flatMapped(each, (one) => one.connections);
  return {
    known,
    connections,
    serving: connections.filter((one) => serves(one, known.groupId)),
    isWhole: each.every((one) => one.isWhole),
  };
};

const serves = ({ groupIds }: PrivateEndpointConnection, groupId: string): boolean =>
  groupIds.length === 0 || groupIds.some((one) => one.toLowerCase() === groupId.toLowerCase());

/**
 * What Azure DNS answers for a service of the design, seen from a network: its private twin, or the public name. Where
 * the name may be that of several, which only Azure's ids tell apart, they have to agree.
 */
export const answerOfService = (
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
  candidates: readonly KnownHost[],
): Step => {
  const [first] = candidates;
  if (!first) return walk.toPublic('Azure DNS', 'the public record', `${walk.asked} is a public name.`);
  const isShared = first.resource.kind === 'azure-monitor-private-link-scope';
  if (isShared || candidates.length === 1)
    return answerOfOne(ground, walk, virtualNetwork, servedBy(ground, candidates, first));
  const answerOf = (known: KnownHost): Step =>
    answerOfOne(ground, walk.fork(), virtualNetwork, servedBy(ground, [known], known));
  const one = answerOf(first);
  if ('outcome' in one && candidates.every((other) => other === first || isSameAnswer(one, answerOf(other))))
    return one;
  const names = candidates.map(({ resource }) => resource.name).join(' or ');
  return walk.toUnknown('Azure DNS', { fact: `whether ${walk.asked} belongs to ${names}` });
};

const isSameAnswer = (one: Answer, other: Step): boolean =>
  'outcome' in other &&
  one.outcome === other.outcome &&
  one.endpoint === other.endpoint &&
  one.addresses.join() === other.addresses.join();

/** What a linked zone answers for the private twin of a service. */
export const answerInZone = (
  ground: Ground,
  walk: DnsWalk,
  zone: Zone,
  link: ZoneLink,
  candidates: readonly [KnownHost, ...KnownHost[]],
): Step => answerOfTwin(ground, walk, zone, link, servedBy(ground, candidates, candidates[0]));

function answerOfOne(ground: Ground, walk: DnsWalk, virtualNetwork: ResourceId, served: Served): Step {
  const { estate } = ground;
  const { known, connections, isWhole } = served;
  // Azure Monitor's names are aliases of private ones always, those of others once there is any endpoint.
  const isAlwaysAliased = known.resource.kind === 'azure-monitor-private-link-scope';
  if (connections.length === 0 && isWhole && !isAlwaysAliased)
    return walk.toPublic(
      'Azure DNS',
      'the public record',
      `${known.resource.name} has no private endpoint: ${walk.asked} is a public address.`,
    );
  const zones = zonesNamed(estate, known.zone);
  for (const zone of zones) {
    const link = linkOfZone(ground, zone, virtualNetwork);
    if (typeof link === 'string') continue;
    walk.pass(
      'Azure DNS',
      `link ${link.name}`,
      `${zone.name} is linked to ${estate.nameOf(virtualNetwork)} and answers for ${known.resource.name}.`,
      zone.id,
    );
    return answerOfTwin(ground, walk, zone, link, served);
  }
  return answerWithoutLink(ground, walk, virtualNetwork, served, zones);
}

function answerOfTwin(ground: Ground, walk: DnsWalk, zone: Zone, link: ZoneLink, served: Served): Step {
  const { estate } = ground;
  const { known, connections, serving, isWhole } = served;
  const writers = flatMapped(serving, ({ endpoint }) =>
    endpoint !== undefined && zonesInGroups(endpoint).includes(zone.id) ? [endpoint] : [],
  );
  const byHand = recordOfTwin(ground, zone, walk, served);
  if (byHand === 'several')
    return walk.toUnknown(
      zone.name,
      { fact: `which record of ${zone.name} is that of ${known.resource.name}` },
      zone.id,
    );
  // An export lists records as they are, those that zone groups wrote among them.
  const isListed = estate.design.source.format === 'azure-export' || writers.length !== 1;
  const last = writers.at(-1);
  if (byHand && (isListed || !last)) return answerOfRecord(ground, walk, zone, byHand);
  const isGone = last?.privateDnsZoneGroups?.some((group) => group.zonesWithoutRecords?.includes(zone.id));
  if (last && isGone !== true) return answerOfWriters(ground, walk, zone, known, last, writers);
  const isCertain = connections.length > 0 && isWhole;
  const unknown = estate.isComplete ? undefined : unknownRecord(estate, zone, serving, isCertain);
  if (unknown) return walk.toUnknown(zone.name, unknown, zone.id);
  return noRecord(walk, zone, labelOf(walk, known), link, serving[0]?.id);
}

const labelOf = ({ asked }: DnsWalk, { record }: KnownHost): string =>
  record.startsWith('*.') ? `${asked.split('.')[0]}${record.slice(1)}` : record;

/** The record by hand of a service's private twin; `several` where records of different services may be it. */
function recordOfTwin(
  ground: Ground,
  zone: Zone,
  walk: DnsWalk,
  { known, serving }: Served,
): ZoneRecord | 'several' | undefined {
  const like = recordsLike(zone, known.record, walk.asked);
  const [first] = like;
  if (first === undefined)
    return known.record.includes('{') ? undefined : recordIn(ground, zone, labelOf(walk, known));
  if (like.every((one) => one.alias === first.alias && one.values.join() === first.values.join()))
    return first;
  const own = like.filter(({ values }) =>
    serving.some(({ endpoint }) =>
      values.some((value) => endpoint && ground.addresses.addressesOf(endpoint.id).includes(value)),
    ),
  );
  return own.length === 1 ? own[0] : 'several';
}

/** What the zone groups of endpoints write: the last one's address, whichever that was. */
function answerOfWriters(
  ground: Ground,
  walk: DnsWalk,
  zone: Zone,
  known: KnownHost,
  last: ResourceOf<'private-endpoint'>,
  writers: readonly ResourceOf<'private-endpoint'>[],
): Answer {
  const otherWriters = writers.slice(0, -1).map(({ id }) => id);
  if (otherWriters.length > 0)
    walk.assume(`Several endpoints write into ${zone.name}: the record of ${last.name} is taken.`);
  const address = memberAddress(ground, known, last);
  if (address === undefined)
    return walk.toUnknown(last.name, { fact: `the address of ${last.name}` }, last.id);
  const isExpected = ground.addresses.isAssumed(last.id);
  if (isExpected) walk.assume(`${last.name} is taken to get ${address}: its address is not stated.`);
  walk.pass(
    last.name,
    `zone group of ${last.name}`,
    `${walk.asked} ${isExpected ? 'would be' : 'is'} ${address}, by ${last.name}.`,
    last.id,
  );
  const answer = walk.toPrivate([address], last.id);
  return otherWriters.length > 0 ? { ...answer, otherWriters } : answer;
}

const unlisted = (serving: readonly PrivateEndpointConnection[]) =>
  serving.find(({ endpoint }) => endpoint === undefined || endpoint.privateDnsZoneGroups === undefined);

/** In what is not complete: the fact that would tell whether the record exists. */
function unknownRecord(
  estate: Ground['estate'],
  zone: Zone,
  serving: readonly PrivateEndpointConnection[],
  isCertain: boolean,
): MissingFact | undefined {
  const open = unlisted(serving);
  if (open) return missingZoneGroups(estate, open);
  if (zone.recordSets === undefined) return missingRecords(estate, zone);
  return isCertain || serving.length > 0
    ? undefined
    : { fact: `the private endpoints of the service behind ${zone.name}` };
}

const missingZoneGroups = (estate: Ground['estate'], { id }: PrivateEndpointConnection): MissingFact =>
  missingFact(
    estate,
    `the DNS zone group of ${id === undefined ? 'a private endpoint' : estate.nameOf(id)}`,
    'private-endpoint.privateDnsZoneGroups',
    id,
  );

/** No zone of the right name is seen linked: that is a public answer, unless the zone may be out of sight. */
function answerWithoutLink(
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
  { known, serving, isWhole }: Served,
  zones: readonly Zone[],
): Answer {
  const { estate } = ground;
  const network = estate.nameOf(virtualNetwork);
  const unknownLink = zones.find((zone) => linkOfZone(ground, zone, virtualNetwork) === 'unknown');
  if (unknownLink) return walk.toUnknown(unknownLink.name, missingLinks(estate, unknownLink), unknownLink.id);
  const unseen = flatMapped(serving, ({ endpoint }) => zonesInGroups(endpoint ?? {})).find(
    (id) => !estate.isShown(id),
  );
  if (unseen !== undefined)
    return walk.toUnknown(known.zone, {
      fact: `whether private DNS zone ${known.zone} is linked to ${network}`,
    });
  if (!estate.isComplete) {
    // An endpoint that is not listed may write into a zone that is not shown either.
    if (serving.length === 0 && !isWhole && zones.length === 0)
      return walk.toUnknown(known.zone, {
        fact: `the private endpoint connections of ${known.resource.name}`,
      });
    const open = unlisted(serving);
    if (open) return walk.toUnknown(known.zone, missingZoneGroups(estate, open), open.id);
    const isAnywhere = serving.some(({ endpoint }) => zonesInGroups(endpoint ?? {}).length > 0);
    if (!isAnywhere && zones.length === 0 && serving.length > 0)
      return walk.toUnknown(known.zone, {
        fact: `private DNS zone ${known.zone} and its link to ${network}`,
      });
  }
  const [zone] = zones;
  const text = zone
    ? `${zone.name} is not linked to ${network}: ${walk.asked} is a public address.`
    : `There is no private DNS zone ${known.zone}: ${walk.asked} is a public address.`;
  return walk.toPublic(
    'Azure DNS',
    zone ? `private DNS zone ${zone.name}` : 'the public record',
    text,
    zone?.id ?? serving[0]?.id,
  );
}
