import { fetchCommandFor, subresourceOf } from '#catalog';
import { findOfKind, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import type { Answer, DnsWalk } from './dns-walk.ts';
import { estateQuestion } from './estate.ts';
import { type Ground, groundQuestion } from './ground.ts';
import type { KnownHost } from './host-names.ts';
import { grouped, onceForPart } from './memo.ts';
import type { MissingFact } from './network.ts';
import { type PrivateEndpointConnection, privateEndpointsOf } from './private-endpoints.ts';
import { serviceKeyOf } from './target.ts';

type Zone = ResourceOf<'private-dns-zone'>;
type Link = NonNullable<Zone['virtualNetworkLinks']>[number];

/** Whether a zone is linked to a network: the link, none, or not known. */
export const linkOfZone = (
  { estate }: Ground,
  zone: Zone,
  virtualNetwork: ResourceId,
): Link | 'none' | 'unknown' => {
  if (zone.presence === 'not-shown') return 'unknown';
  if (zone.virtualNetworkLinks === undefined) return estate.isComplete ? 'none' : 'unknown';
  return linksByNetwork(zone).get(virtualNetwork)?.[0] ?? 'none';
};

const linksByNetwork = onceForPart((zone: Zone) =>
  grouped(zone.virtualNetworkLinks ?? [], (link) => [link.virtualNetwork]),
);

const zonesByName = estateQuestion(({ design }, _: 'all') =>
  grouped(resourcesOfKind(design, 'private-dns-zone'), (zone) => [zone.name.toLowerCase()]),
);

/** The zones that hold a name, longest first. */
const zonesAround = estateQuestion((estate, host: string): readonly Zone[] => {
  const zones: Zone[] = [];
  for (let at = 0; at >= 0 && at < host.length; at = host.indexOf('.', at) + 1 || -1)
    zones.push(...(zonesByName(estate, 'all').get(host.slice(at)) ?? []));
  return zones;
});

const missingFact = (fact: string, fills: string, azureId: string | undefined): MissingFact => {
  const command = fetchCommandFor(fills, azureId);
  return { fact, ...(command === undefined ? {} : { command }) };
};

const missingLinks = (zone: Zone): MissingFact =>
  missingFact(
    `the virtual network links of private DNS zone ${zone.name}`,
    'private-dns-zone.virtualNetworkLinks',
    zone.azureId,
  );

/** What a private zone that holds the name itself answers, or `undefined` where no linked zone does. */
export const answerOfOwnZone = (
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
): Answer | undefined => {
  for (const zone of zonesAround(ground.estate, walk.host)) {
    const link = linkOfZone(ground, zone, virtualNetwork);
    if (link === 'none') continue;
    if (link === 'unknown') return walk.toUnknown(zone.name, missingLinks(zone), zone.id);
    const label = walk.host.slice(0, Math.max(0, walk.host.length - zone.name.length - 1)) || '@';
    return answerOfRecords(ground, walk, zone, label, link);
  }
  return undefined;
};

function answerOfRecords(ground: Ground, walk: DnsWalk, zone: Zone, label: string, link: Link): Answer {
  const values = recordValues(zone, label, false);
  if (values) {
    walk.pass(zone.name, `record ${label}`, `${zone.name} holds ${values.join(', ')}.`, zone.id);
    return walk.toPrivate(values, endpointWith(ground, values));
  }
  if (zone.recordSets === undefined && !ground.estate.isComplete)
    return walk.toUnknown(zone.name, missingRecords(zone), zone.id);
  return noRecord(walk, zone, label, link);
}

const missingRecords = (zone: Zone): MissingFact =>
  missingFact(
    `the record sets of private DNS zone ${zone.name}`,
    'private-dns-zone.recordSets',
    zone.azureId,
  );

function noRecord(walk: DnsWalk, zone: Zone, label: string, link: Link, cause?: ResourceId): Answer {
  if (link.resolutionPolicy === 'NxDomainRedirect')
    return walk.toPublic(
      zone.name,
      `link ${link.name}`,
      `${zone.name} has no record ${label}; its link falls back to the public answer.`,
      cause ?? zone.id,
    );
  return walk.toNothing(
    'no-such-name',
    zone.name,
    `private DNS zone ${zone.name}`,
    `${zone.name} is linked and has no record ${label}: the name does not exist.`,
    cause ?? zone.id,
  );
}

/** Values of the zone's own A records of that name; with `isLoose`, any first label will do. */
function recordValues(zone: Zone, label: string, isLoose: boolean): readonly string[] | undefined {
  const tail = (name: string) => name.split('.').slice(1).join('.');
  const record = (zone.recordSets ?? []).find(({ name, type }) => {
    if (type.toLowerCase().split('/').at(-1) !== 'a') return false;
    const own = name.toLowerCase();
    if (own === label) return true;
    if (own.startsWith('*')) return own === '*' || label.endsWith(own.slice(1)) || isLoose;
    return isLoose && tail(own) !== '' && tail(own) === tail(label);
  });
  return record?.values;
}

/** The first endpoint of the document that has one of the addresses. */
const endpointWith = (ground: Ground, values: readonly string[]): ResourceId | undefined => {
  const all = resourcesOfKind(ground.estate.design, 'private-endpoint');
  const places = values.flatMap((value) => endpointsByAddress(ground, 'all').get(value) ?? []);
  return places.length === 0 ? undefined : all[Math.min(...places)]?.id;
};

const endpointsByAddress = groundQuestion(({ estate, addresses }, _: 'all') => {
  const places = new Map<string, number>();
  resourcesOfKind(estate.design, 'private-endpoint').forEach(({ id }, place) => {
    for (const address of addresses.addressesOf(id)) if (!places.has(address)) places.set(address, place);
  });
  return places;
});

/** What Azure DNS answers for a service of the design, seen from a network: its private twin, or the public name. */
export const answerOfService = (
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
  known: KnownHost,
): Answer => {
  const { estate } = ground;
  const { connections, isWhole } = privateEndpointsOf(estate.design, known.resource.id);
  const network = estate.nameOf(virtualNetwork);
  if (connections.length === 0 && isWhole)
    return walk.toPublic(
      'Azure DNS',
      'the public record',
      `${known.resource.name} has no private endpoint: ${walk.host} is a public address.`,
    );
  const serving = connections.filter((one) => serves(one, known.groupId));
  const zones = zonesByName(estate, 'all').get(known.zone.toLowerCase()) ?? [];
  for (const zone of zones) {
    const link = linkOfZone(ground, zone, virtualNetwork);
    if (typeof link === 'string') continue;
    walk.pass(
      'Azure DNS',
      `link ${link.name}`,
      `${zone.name} is linked to ${network} and answers for ${known.resource.name}.`,
      zone.id,
    );
    return answerOfTwin(ground, walk, zone, link, known, serving, connections.length > 0 && isWhole);
  }
  return answerWithoutLink(ground, walk, virtualNetwork, known, serving, zones);
};

const serves = ({ groupIds }: PrivateEndpointConnection, groupId: string): boolean =>
  groupIds.length === 0 || groupIds.some((one) => one.toLowerCase() === groupId.toLowerCase());

function answerOfTwin(
  ground: Ground,
  walk: DnsWalk,
  zone: Zone,
  link: Link,
  known: KnownHost,
  serving: readonly PrivateEndpointConnection[],
  isCertain: boolean,
): Answer {
  const { estate } = ground;
  const writers = serving.filter(({ endpoint }) => zonesOfEndpoint(endpoint).includes(zone.id));
  const last = writers.at(-1)?.endpoint;
  if (last) {
    if (writers.length > 1)
      walk.assumptions.add(`Several endpoints write into ${zone.name}: the record of ${last.name} is taken.`);
    const address = memberAddress(ground, known, last);
    if (ground.addresses.isAssumed(last.id))
      walk.assumptions.add(`${last.name} is taken to get ${address}: its address is not stated.`);
    walk.pass(
      last.name,
      `zone group of ${last.name}`,
      `${walk.host} is ${address}, by ${last.name}.`,
      last.id,
    );
    return walk.toPrivate(address === undefined ? [] : [address], last.id);
  }
  const label = labelIn(ground, walk.host, known);
  const isLoose = known.resource.kind === 'workspace' || known.resource.kind === 'registry';
  const values = recordValues(zone, label, isLoose);
  if (values) {
    walk.pass(zone.name, `record ${label}`, `${zone.name} holds ${values.join(', ')}.`, zone.id);
    return walk.toPrivate(values, endpointWith(ground, values));
  }
  const unknown = estate.isComplete ? undefined : unknownRecord(estate, zone, serving, isCertain);
  if (unknown) return walk.toUnknown(zone.name, unknown, zone.id);
  return noRecord(walk, zone, label, link, serving[0]?.id);
}

const zonesOfEndpoint = (endpoint: PrivateEndpointConnection['endpoint']): readonly ResourceId[] =>
  (endpoint?.privateDnsZoneGroups ?? []).flatMap((group) => group.privateDnsZones);

/** In what is not complete: the fact that would tell whether the record exists. */
function unknownRecord(
  estate: Ground['estate'],
  zone: Zone,
  serving: readonly PrivateEndpointConnection[],
  isCertain: boolean,
): MissingFact | undefined {
  const open = serving.find(
    ({ endpoint }) => endpoint === undefined || endpoint.privateDnsZoneGroups === undefined,
  );
  if (open) return missingZoneGroups(estate, open);
  if (zone.recordSets === undefined) return missingRecords(zone);
  return isCertain || serving.length > 0
    ? undefined
    : { fact: `the private endpoints of the service behind ${zone.name}` };
}

const missingZoneGroups = (
  estate: Ground['estate'],
  { id, endpoint }: PrivateEndpointConnection,
): MissingFact =>
  missingFact(
    `the DNS zone group of ${id === undefined ? 'a private endpoint' : estate.nameOf(id)}`,
    'private-endpoint.privateDnsZoneGroups',
    endpoint?.azureId,
  );

/** No zone of the right name is seen linked: that is a public answer, unless the zone may be out of sight. */
function answerWithoutLink(
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
  known: KnownHost,
  serving: readonly PrivateEndpointConnection[],
  zones: readonly Zone[],
): Answer {
  const { estate } = ground;
  const network = estate.nameOf(virtualNetwork);
  const unknownLink = zones.find((zone) => linkOfZone(ground, zone, virtualNetwork) === 'unknown');
  if (unknownLink) return walk.toUnknown(unknownLink.name, missingLinks(unknownLink), unknownLink.id);
  const unseen = serving
    .flatMap(({ endpoint }) => zonesOfEndpoint(endpoint))
    .find((id) => !estate.isShown(id));
  if (unseen !== undefined)
    return walk.toUnknown(known.zone, {
      fact: `whether private DNS zone ${known.zone} is linked to ${network}`,
    });
  if (!estate.isComplete) {
    const open = serving.find(
      ({ endpoint }) => endpoint === undefined || endpoint.privateDnsZoneGroups === undefined,
    );
    if (open) return walk.toUnknown(known.zone, missingZoneGroups(estate, open), open.id);
    const isAnywhere = serving.some(({ endpoint }) => zonesOfEndpoint(endpoint).length > 0);
    if (!isAnywhere && zones.length === 0 && serving.length > 0)
      return walk.toUnknown(known.zone, {
        fact: `private DNS zone ${known.zone} and its link to ${network}`,
      });
  }
  const [zone] = zones;
  const text = zone
    ? `${zone.name} is not linked to ${network}: ${walk.host} is a public address.`
    : `There is no private DNS zone ${known.zone}: ${walk.host} is a public address.`;
  return walk.toPublic(
    'Azure DNS',
    zone ? `private DNS zone ${zone.name}` : 'the public record',
    text,
    zone?.id ?? serving[0]?.id,
  );
}

/** The record's name in the zone: the host without its public suffix. */
function labelIn({ estate }: Ground, host: string, { resource, groupId }: KnownHost): string {
  const suffixes =
    subresourceOf(serviceKeyOf(resource), groupId)?.forwardedSuffixes[estate.goals.cloud] ?? [];
  const suffix = suffixes
    .map((one) => one.replaceAll('{region}', estate.regionOf(resource.id) ?? ''))
    .find((one) => host.endsWith(`.${one}`));
  return suffix === undefined ? (host.split('.')[0] ?? host) : host.slice(0, -suffix.length - 1);
}

/** The endpoint's address for the member that the host belongs to. */
function memberAddress(
  ground: Ground,
  { resource, groupId, member }: KnownHost,
  endpoint: ResourceOf<'private-endpoint'>,
): string | undefined {
  const stated = findOfKind(ground.estate.design, endpoint.id, 'private-endpoint')?.ipConfigurations?.find(
    (one) => one.memberName.toLowerCase() === member.toLowerCase(),
  );
  if (stated) return stated.privateIPAddress;
  const addresses = ground.addresses.addressesOf(endpoint.id);
  const members = subresourceOf(serviceKeyOf(resource), groupId)?.members ?? [];
  const region = ground.estate.regionOf(resource.id) ?? 'region';
  const at = members.findIndex((one) => one.replaceAll('{region}', region) === member);
  return addresses[at] ?? addresses[0];
}
