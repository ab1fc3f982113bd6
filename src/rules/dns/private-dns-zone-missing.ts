import { edits, type Resource } from '#model';
import { type PrivateEndpoint, virtualNetworkOf } from '../estate.ts';
import { listed } from '../labels.ts';
import { missing } from '../missing.ts';
import { linkZone, withZones, zoneNamed } from '../private-endpoints/add-endpoint.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';
import { companionsOf, isToRegister } from './companions.ts';
import { endpointsElsewhere, endpointsOfConcern } from './endpoints-of-concern.ts';
import {
  absentZonesNamedBy,
  handWritten,
  isNamed,
  withoutRecordsLike,
  withZoneGroup,
  zonesNamedBy,
  zonesWithoutRecord,
  zonesWithRecords,
} from './zone-group.ts';

export const privateDnsZoneMissing = defineRule({
  id: 'private-dns-zone-missing',
  category: 'DNS',
  severity: () => 'error',
  title: 'Private endpoint is not registered in DNS',
  holds: 'The private endpoint is registered in every private DNS zone that it needs',
  remedy:
    'Give the endpoint a DNS zone group that names each zone, and link the zones to the networks that ask.',
  messages: {
    unregistered: (f: { endpoint: string; service: string; zones: readonly string[] }) =>
      `${f.service} resolves to its public address: ${f.endpoint} is not registered in ${listed(f.zones)}`,
    unrecorded: (f: { endpoint: string; service: string; zones: readonly string[] }) =>
      `Records by hand in ${listed(f.zones)} do not give all names of ${f.service} the address of ${f.endpoint}`,
    recordGone: (f: { endpoint: string; service: string; zones: readonly string[] }) =>
      `${listed(f.zones)} ${f.zones.length === 1 ? 'lacks' : 'lack'} records of ${f.endpoint}, although its zone group names ${f.zones.length === 1 ? 'the zone' : 'the zones'}: names of ${f.service} lead elsewhere or nowhere`,
    partly: (f: { endpoint: string; service: string; zones: readonly string[] }) =>
      `${f.endpoint} is not registered in ${listed(f.zones)}: part of ${f.service} resolves to its public address`,
  },

  *check(context) {
    const { design } = context;
    const lacking = (endpoint: Resource) =>
      missing('the DNS zone groups of private endpoints', 'private-endpoint.privateDnsZoneGroups', endpoint);
    for (const { service, endpoint } of endpointsElsewhere(context))
      yield cannotTell(service.id, lacking(endpoint));
    for (const { endpoint, target, zones } of endpointsOfConcern(context)) {
      const named = zonesNamedBy(context, endpoint);
      const isRegistered = (one: PrivateEndpoint, zone: string) =>
        zonesNamedBy(context, one)?.some(isNamed(zone)) === true ||
        handWritten(context, one, zone) !== undefined;
      const companions = companionsOf(context, endpoint);
      const shared = zones.filter((zone) => companions.some((one) => isRegistered(one, zone)));
      const own = zones.filter((zone) => !shared.includes(zone));
      const absent = own.filter((zone) => !isRegistered(endpoint, zone));
      const bare = zonesWithoutRecord(context, endpoint).filter((zone) =>
        zones.some((name) => isNamed(name)(zone)),
      );
      if (bare.length > 0) {
        const names = bare.map(({ name }) => name);
        yield {
          at: [endpoint.id, target.id, ...bare.map(({ id }) => id)],
          message: 'recordGone',
          remedy:
            'Delete records that lead elsewhere, then remove the zone group of the endpoint and add it again: Azure writes its records anew.',
          facts: { endpoint: endpoint.name, service: target.name, zones: names },
          evidence: bare.map(({ name, recordSets = [] }) =>
            recordSets.length === 0
              ? `${name} holds no records`
              : `${name} holds ${listed(
                  recordSets.map((record) => `${record.name} ${record.type} ${record.values.join(' ')}`),
                  5,
                )}`,
          ),
          fix: {
            title: `Register in ${listed(names)} again`,
            changes: names.map((zone) => `Write the records of ${endpoint.name} in ${zone} anew`),
            apply: (before) =>
              bare.reduce(
                (current, zone) => withoutRecordsLike(context, current, endpoint, zone.id),
                edits.updateResource(before, endpoint.id, 'private-endpoint', {
                  privateDnsZoneGroups: (endpoint.privateDnsZoneGroups ?? []).map(
                    ({ name, privateDnsZones }) => ({ name, privateDnsZones }),
                  ),
                }),
              ),
          },
        };
      } else if (absent.length === 0)
        yield passed(
          [endpoint.id, target.id],
          own.length === zones.length
            ? `Registered in ${listed(zones)}`
            : `Registered in ${listed(zones)}, together with ${listed(companions.map(({ name }) => name))}`,
        );
      if (absent.length === 0) continue;
      const unlisted = [endpoint, ...companions].find((one) => zonesNamedBy(context, one) === undefined);
      if (!named || unlisted) {
        yield cannotTell(endpoint.id, lacking(unlisted ?? endpoint));
        continue;
      }
      if (!isToRegister(context, endpoint, companions)) continue;
      // A zone of another name in the place of one that is absent is a wrong zone, not a missing one.
      if (named.some((zone) => !zones.some((name) => isNamed(name)(zone)))) continue;
      const isByHand = absent.every((zone) => zonesWithRecords(context, zone).length > 0);
      const gone = absentZonesNamedBy(context, endpoint);
      const home = virtualNetworkOf(design, endpoint.id);
      yield {
        at: [endpoint.id, target.id],
        message: isByHand ? 'unrecorded' : named.length === 0 ? 'unregistered' : 'partly',
        facts: { endpoint: endpoint.name, service: target.name, zones: absent },
        evidence: [
          named.length > 0
            ? `Zone group: ${named.map((zone) => zone.name).join(', ')}`
            : gone.length > 0
              ? 'Zone group: no zone that exists'
              : 'Zone group: none',
          ...gone.map((zone) => `The zone group names ${zone}, which does not exist`),
          `Required: ${zones.join(', ')}`,
        ],
        // A zone that is there lacks the registration alone.
        ghosts: absent
          .filter((name) => zoneNamed(design, name, home, endpoint) === undefined)
          .map((name) => ({ kind: 'private-dns-zone', name, fact: 'Zone missing' })),
        fix: {
          title: `Register in ${listed(absent)}`,
          changes: absent.map(
            (zone) => `Register ${endpoint.name} in ${zone}, linked to its virtual network`,
          ),
          apply: (before, newId) => {
            const wanted = zones.filter((zone) => !shared.includes(zone) || named.some(isNamed(zone)));
            const { design: prepared, zones: ids } = withZones(before, wanted, home, newId, endpoint);
            const linked = ids.reduce(
              (current, id) => (home === undefined ? current : linkZone(current, id, home)),
              prepared,
            );
            return edits.updateResource(
              linked,
              endpoint.id,
              'private-endpoint',
              withZoneGroup(endpoint, ids),
            );
          },
        },
      };
    }
  },
});
