import { flatMapped, type ResourceId, resourcesOfKind } from '#model';
import { isPrivateAddress, parseAddress } from './cidr.ts';
import type { Answer, DnsWalk, Step } from './dns-walk.ts';
import { isPrivateLinkZone, type Zone, type ZoneLink, type ZoneRecord } from './dns-zones.ts';
import { type Ground, groundQuestion } from './ground.ts';

/** What a record says: addresses, or another name to ask for. */
export function answerOfRecord(ground: Ground, walk: DnsWalk, zone: Zone, record: ZoneRecord): Step {
  const { name, values, alias } = record;
  const by = `record ${name}`;
  if (alias !== undefined) {
    walk.pass(zone.name, by, `${walk.asked} is an alias of ${alias}.`, zone.id);
    return { alias };
  }
  const text = `${zone.name} holds ${values.join(', ')}.`;
  const isPublic = values.every((value) => {
    const address = parseAddress(value);
    return address !== undefined && !isPrivateAddress(address);
  });
  const endpoint = endpointWith(ground, values);
  if (isPublic && endpoint === undefined && ownersOf(ground, values).length === 0)
    return walk.toPublic(zone.name, by, text, zone.id);
  walk.pass(zone.name, by, text, zone.id);
  return walk.toPrivate(values, endpoint);
}

const ownersOf = ({ addresses }: Ground, values: readonly string[]): readonly ResourceId[] =>
  flatMapped(values, (value) => addresses.ownersOf(parseAddress(value) ?? -1));

/** The zone is authoritative where it is linked: what it does not hold does not exist, unless its link falls back. */
export function noRecord(
  walk: DnsWalk,
  zone: Zone,
  label: string,
  link: ZoneLink,
  cause?: ResourceId,
): Answer {
  if (link.resolutionPolicy === 'NxDomainRedirect' && isPrivateLinkZone(zone))
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

/** The first endpoint of the document that has one of the addresses. */
const endpointWith = (ground: Ground, values: readonly string[]): ResourceId | undefined => {
  const all = resourcesOfKind(ground.estate.design, 'private-endpoint');
  const places = flatMapped(values, (value) => endpointsByAddress(ground, 'all').get(value) ?? []);
  return places.length === 0 ? undefined : all[Math.min(...places)]?.id;
};

const endpointsByAddress = groundQuestion(({ estate, addresses }, _: 'all') => {
  const places = new Map<string, number>();
  resourcesOfKind(estate.design, 'private-endpoint').forEach(({ id }, place) => {
    for (const address of addresses.addressesOf(id)) if (!places.has(address)) places.set(address, place);
  });
  return places;
});
