import type { ResourceId } from '#model';
import type { Thing } from './drawn.ts';
import { measures } from './measures.ts';

/** Zones that answer the same networks. */
export interface ZoneGroup {
  readonly networks: readonly ResourceId[];
  /** Whether some of them answer further networks too. */
  readonly isMoreForSome: boolean;
  readonly zones: readonly Thing[];
}

/** The networks a zone is linked to; `undefined` of one that is missing, or of which an export shows nothing. */
const networksOf = (zone: Thing): readonly ResourceId[] | undefined =>
  zone.resource?.kind === 'private-dns-zone' && zone.resource.presence !== 'not-shown'
    ? [...new Set((zone.resource.virtualNetworkLinks ?? []).map((link) => link.virtualNetwork))].sort()
    : undefined;

/**
 * One group, of which the networks are said that all are linked to. Where there is none such, or two zones bear one name, a
 * group for each set of networks; those that are missing stand in the first.
 */
export function zoneGroups(zones: readonly Thing[]): readonly ZoneGroup[] {
  const names = new Set(zones.map((zone) => zone.name.toLowerCase()));
  const linked = zones.flatMap((zone) => {
    const networks = networksOf(zone);
    return networks ? [networks] : [];
  });
  const [first = [], ...others] = linked;
  const common = first.filter((network) => others.every((networks) => networks.includes(network)));
  const isMoreForSome = linked.some((networks) => networks.length > common.length);
  if (names.size === zones.length && (common.length > 0 || !isMoreForSome))
    return [{ networks: common, isMoreForSome, zones }];
  const groups = new Map<string, { networks: readonly ResourceId[]; isMoreForSome: false; zones: Thing[] }>();
  for (const zone of zones) {
    const networks = networksOf(zone) ?? first;
    const key = networks.join(' ');
    const group = groups.get(key) ?? { networks, isMoreForSome: false, zones: [] };
    group.zones.push(zone);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** How many zones stand side by side in a card of this width. */
export const zoneColumnsOf = (width: number): number => {
  const { inset, zoneColumn, zoneGap } = measures.card;
  return Math.max(1, Math.floor((width - 2 * inset + zoneGap) / (zoneColumn + zoneGap)));
};

/** In a card of this width: what the zones are linked to stands beside the title, or below it where that is too narrow. */
export const zoneHeaderOf = (width: number): number =>
  zoneColumnsOf(width) > 1 ? measures.card.zoneHeader : measures.card.tallZoneHeader;

/** Where each group's first row begins in a card of this width; the card's height comes last. */
export function zoneTops(groups: readonly ZoneGroup[], width: number): readonly number[] {
  const { inset, zoneHeading, zoneRow, zoneGap } = measures.card;
  const columns = zoneColumnsOf(width);
  const tops: number[] = [];
  let y: number = zoneHeaderOf(width);
  for (const { zones } of groups) {
    tops.push(y);
    y += Math.ceil(zones.length / columns) * (zoneRow + zoneGap) + zoneHeading;
  }
  return [...tops, y - zoneHeading - zoneGap + inset];
}
