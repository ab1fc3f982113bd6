import type { ResourceId } from '#model';
import type { DnsWalk, Step } from './dns-walk.ts';
import { linkOfZone, missingLinks, missingRecords, recordIn, zonesAround, zonesNamed } from './dns-zones.ts';
import { foreignHost } from './foreign-hosts.ts';
import type { Ground } from './ground.ts';
import { answerInZone } from './service-names.ts';
import { answerOfRecord, noRecord } from './zone-answers.ts';

/** What a private zone that holds the name itself answers, or `undefined` where no linked zone does. */
export const answerOfOwnZone = (
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
): Step | undefined => {
  const { estate, hosts } = ground;
  for (const zone of zonesAround(estate, walk.asked)) {
    const link = linkOfZone(ground, zone, virtualNetwork);
    if (link === 'none') continue;
    if (link === 'unknown') return walk.toUnknown(zone.name, missingLinks(estate, zone), zone.id);
    const [twin, ...more] = hosts.findAll(walk.asked);
    if (twin?.zone === zone.name.toLowerCase())
      return answerInZone(ground, walk, zone, link, [twin, ...more]);
    const label = walk.asked.slice(0, Math.max(0, walk.asked.length - zone.name.length - 1)) || '@';
    const record = recordIn(ground, zone, label);
    if (record) return answerOfRecord(ground, walk, zone, record);
    return zone.recordSets === undefined && !estate.isComplete
      ? walk.toUnknown(zone.name, missingRecords(estate, zone), zone.id)
      : noRecord(walk, zone, label, link);
  }
  return undefined;
};

/** What Azure DNS answers for a name of a service that the design does not hold, where the zone of its twin is linked. */
export const answerOfForeign = (
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
): Step | undefined => {
  const { estate } = ground;
  const foreign = foreignHost(estate.goals.cloud, walk.asked);
  if (!foreign) return undefined;
  for (const zone of zonesNamed(estate, foreign.zone)) {
    const link = linkOfZone(ground, zone, virtualNetwork);
    if (typeof link === 'string') continue;
    const record = recordIn(ground, zone, foreign.label);
    if (record) return answerOfRecord(ground, walk, zone, record);
    if (foreign.isAlwaysAliased)
      return zone.recordSets === undefined && !estate.isComplete
        ? walk.toUnknown(zone.name, missingRecords(estate, zone), zone.id)
        : noRecord(walk, zone, foreign.label, link);
    walk.assume(
      `${walk.asked} is taken to have no private endpoint: with one, ${zone.name} would hide its public address.`,
    );
  }
  return undefined;
};
