import { fetchCommandFor } from '#catalog';
import { findResource, flatMapped, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import type { Ground } from './ground.ts';
import { grouped, onceForPart } from './memo.ts';
import type { MissingFact } from './network.ts';

export type Zone = ResourceOf<'private-dns-zone'>;
export type ZoneLink = NonNullable<Zone['virtualNetworkLinks']>[number];

/** Whether a zone is linked to a network: the link, none, or not known. */
export const linkOfZone = (
  { estate }: Ground,
  zone: Zone,
  virtualNetwork: ResourceId,
): ZoneLink | 'none' | 'unknown' => {
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

/** Zones of a name, in document order. */
export const zonesNamed = (estate: Estate, name: string): readonly Zone[] =>
  zonesByName(estate, 'all').get(name.toLowerCase()) ?? [];

/** The zones that hold a name, longest first. */
export const zonesAround = (estate: Estate, host: string): readonly Zone[] => {
  const byName = zonesByName(estate, 'all');
  const name = host.toLowerCase();
  const zones: Zone[] = [];
  for (let at = 0; at >= 0 && at < name.length; at = name.indexOf('.', at) + 1 || -1)
    zones.push(...(byName.get(name.slice(at)) ?? []));
  return zones;
};

/** Zones of private endpoints, `privatelink.*` or `{region}.privatelink.*`: only their links know a fallback. */
export const isPrivateLinkZone = ({ name }: Zone): boolean => /(^|\.)privatelink\./i.test(name);

/** What a record set of a zone says. */
export interface ZoneRecord {
  readonly name: string;
  readonly values: readonly string[];
  /** The name that it is an alias of. */
  readonly alias?: string;
}

/**
 * The record of a name in a zone, written by hand or registered for a machine: the name itself before a wildcard,
 * the longer wildcard before the shorter.
 */
export const recordIn = (
  { estate, addresses }: Ground,
  zone: Zone,
  label: string,
): ZoneRecord | undefined => {
  const records = addressRecords(zone);
  const own = records.find((one) => one.name === label) ?? registered(estate, addresses, zone, label);
  if (own) return own;
  return records
    .filter(({ name }) => name === '*' || (name.startsWith('*.') && label.endsWith(name.slice(1))))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
};

/** Records by hand whose name is of a pattern: `{guid}` stands for an id, `*` for itself or the first label asked for. */
export const recordsLike = (zone: Zone, pattern: string, host: string): readonly ZoneRecord[] => {
  const records = addressRecords(zone);
  if (records.length === 0) return records;
  const expected = patternOf(pattern, host);
  return records.filter(({ name }) => expected.test(name));
};

const patternOf = (pattern: string, host: string): RegExp => {
  const first = escaped(host.split('.')[0] ?? '');
  const text = escaped(pattern).replace('\\*', `(?:\\*|${first})`).replaceAll('\\{guid\\}', '[^.]+');
  return new RegExp(`^${text}$`);
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const addressRecords = onceForPart((zone: Zone): readonly ZoneRecord[] =>
  flatMapped(zone.recordSets ?? [], ({ name, type, values }): readonly ZoneRecord[] => {
    const kind = type.toLowerCase().split('/').at(-1);
    const lower = name.toLowerCase();
    if (kind === 'a') return [{ name: lower, values }];
    const [alias] = values;
    if (kind !== 'cname' || alias === undefined) return [];
    return [{ name: lower, values: [], alias: alias.toLowerCase().replace(/\.$/, '') }];
  }),
);

/** Machines of a network that is linked with registration have a record of their own name. */
function registered(
  estate: Estate,
  addresses: Ground['addresses'],
  zone: Zone,
  label: string,
): ZoneRecord | undefined {
  const networks = networksThatRegister(zone);
  if (networks.size === 0) return undefined;
  const machine = (machinesByName(estate, 'all').get(label) ?? []).find(({ id }) =>
    networks.has(estate.virtualNetworkOf(id)),
  );
  const values = machine === undefined ? [] : addresses.addressesOf(machine.id);
  return values.length === 0 ? undefined : { name: label, values };
}

const networksThatRegister = onceForPart(
  ({ virtualNetworkLinks = [] }: Zone): ReadonlySet<ResourceId | undefined> =>
    new Set(
      flatMapped(virtualNetworkLinks, (link) =>
        link.registrationEnabled === true ? [link.virtualNetwork] : [],
      ),
    ),
);

const machinesByName = estateQuestion(({ design }, _: 'all') =>
  grouped(resourcesOfKind(design, 'virtual-machine'), ({ name }) => [name.toLowerCase()]),
);

/** A fact of a resource that is not listed, with the command that fetches it. */
export const missingFact = (
  { design }: Estate,
  fact: string,
  fills: string,
  id: ResourceId | undefined,
): MissingFact => {
  const command = fetchCommandFor(fills, findResource(design, id)?.azureId);
  return { fact, ...(command === undefined ? {} : { command }) };
};

export const missingLinks = (estate: Estate, zone: Zone): MissingFact =>
  missingFact(
    estate,
    `the virtual network links of private DNS zone ${zone.name}`,
    'private-dns-zone.virtualNetworkLinks',
    zone.id,
  );

export const missingRecords = (estate: Estate, zone: Zone): MissingFact =>
  missingFact(
    estate,
    `the record sets of private DNS zone ${zone.name}`,
    'private-dns-zone.recordSets',
    zone.id,
  );
