import { type Design, edits, findOfKind, flatMapped, zonesInGroups } from '#model';
import { virtualNetworkOf } from '../estate.ts';
import { listed } from '../labels.ts';
import { missing } from '../missing.ts';
import { linkZone, withZones } from '../private-endpoints/add-endpoint.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { type EndpointOfConcern, endpointsOfConcern } from './endpoints-of-concern.ts';
import { handWritten, isNamed, withZoneGroup, zonesNamedBy } from './zone-group.ts';

/** Zones to name instead: those that fit stay, each wrong one's links go to the zone that takes its place. */
function fixOf({ design }: RuleContext, { endpoint, zones }: EndpointOfConcern, wrong: readonly string[]) {
  const home = virtualNetworkOf(design, endpoint.id);
  return {
    title: `Register in ${listed(zones)}`,
    changes: [`Name ${listed(zones)} in the zone group of ${endpoint.name} instead of ${listed(wrong)}`],
    apply: (before: Design, newId: Parameters<typeof withZones>[3]) => {
      const { design: prepared, zones: ids } = withZones(before, zones, home, newId, endpoint);
      const replaced = flatMapped(
        zonesInGroups(endpoint),
        (id) => findOfKind(before, id, 'private-dns-zone') ?? [],
      ).filter((zone) => wrong.includes(zone.name));
      const networks = flatMapped(replaced, (zone) =>
        (zone.virtualNetworkLinks ?? []).map((link) => link.virtualNetwork),
      );
      const linked = ids.reduce(
        (current, id) => networks.reduce((inner, one) => linkZone(inner, id, one), current),
        prepared,
      );
      return edits.updateResource(linked, endpoint.id, 'private-endpoint', withZoneGroup(endpoint, ids));
    },
  };
}

export const privateDnsZoneWrong = defineRule({
  id: 'private-dns-zone-wrong',
  category: 'DNS',
  severity: () => 'error',
  title: 'Private endpoint is registered in the wrong DNS zone',
  holds: 'The private endpoint is registered in the zones that its names need',
  remedy:
    'Name the zone that Azure requires in the endpoint’s zone group, and link it where the wrong one is linked.',
  messages: {
    wrong: (f: {
      endpoint: string;
      service: string;
      wrong: readonly string[];
      required: readonly string[];
    }) =>
      `${f.service} resolves to its public address: ${f.endpoint} is registered in ${listed(f.wrong)}, but the name needs ${listed(f.required)}`,
  },

  *check(context) {
    for (const concern of endpointsOfConcern(context)) {
      const { endpoint, target, zones } = concern;
      const named = zonesNamedBy(context, endpoint);
      if (!named) {
        yield cannotTell(
          endpoint.id,
          missing(
            'the DNS zone groups of private endpoints',
            'private-endpoint.privateDnsZoneGroups',
            endpoint,
          ),
        );
        continue;
      }
      if (named.length === 0) continue;
      const absent = zones.filter(
        (zone) => !named.some(isNamed(zone)) && !handWritten(context, endpoint, zone),
      );
      const wrong = named.filter((zone) => !zones.some((name) => isNamed(name)(zone)));
      if (absent.length === 0)
        yield passed([endpoint.id, target.id], `Zone group: ${named.map((zone) => zone.name).join(', ')}`);
      else if (wrong.length > 0)
        yield {
          at: [endpoint.id, target.id, ...wrong.map((zone) => zone.id)],
          message: 'wrong',
          facts: {
            endpoint: endpoint.name,
            service: target.name,
            wrong: wrong.map((zone) => zone.name),
            required: absent,
          },
          evidence: [
            `Zone group: ${named.map((zone) => zone.name).join(', ')}`,
            `Required: ${zones.join(', ')}`,
          ],
          ghosts: absent.map((name) => ({ kind: 'private-dns-zone' as const, name, fact: 'Zone missing' })),
          fix: fixOf(
            context,
            concern,
            wrong.map((zone) => zone.name),
          ),
        };
    }
  },
});
