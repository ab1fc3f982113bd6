import { edits, findOfKind, flatMapped, type ResourceId, type ResourceOf, zonesInGroups } from '#model';
import { isPrivateLinkZone, type MissingFact } from '#network';
import { shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';

type Zone = ResourceOf<'private-dns-zone'>;

/** A name that something needs: a host, or a pattern for any host of a kind. */
interface NeededName {
  readonly from: ResourceId;
  readonly name: string;
}

const isPattern = (name: string) => name.startsWith('*.');

const isUnder = (name: string, zone: Zone) => `.${name}`.endsWith(`.${zone.name.toLowerCase()}`);

/** Whether a zone holds a record of the kind that a pattern stands for. */
const holdsLike = ({ name, recordSets = [] }: Zone, pattern: string) =>
  recordSets.some((record) => `${record.name}.${name}`.toLowerCase().endsWith(pattern.slice(1)));

/** Zones of public names: of one that a group names in place of the right one another rule speaks. */
function zonesOfPublicNames({ design }: RuleContext): readonly Zone[] {
  const named = new Set(flatMapped(shownOfKind(design, 'private-endpoint'), zonesInGroups));
  return shownOfKind(design, 'private-dns-zone').filter(
    (zone) => !isPrivateLinkZone(zone) && !named.has(zone.id),
  );
}

/** Names of the design's own services and of what Azure Machine Learning requires, one of those who ask in a network. */
function neededNames({ network }: RuleContext, zones: readonly Zone[]): readonly NeededName[] {
  const needed = new Map<string, NeededName>();
  const need = (from: ResourceId, name: string) => {
    if (!zones.some((zone) => isUnder(name, zone))) return;
    const key = `${network.virtualNetworkOf(from) ?? from} ${name}`;
    if (!needed.has(key)) needed.set(key, { from, name });
  };
  for (const { from, host } of network.requiredNames()) need(from, host.toLowerCase());
  for (const { from, to } of network.requiredFlows())
    if (to.resource === undefined) for (const host of to.hosts ?? []) need(from, host.toLowerCase());
  return [...needed.values()];
}

/** What a zone hides, and the networks whose link makes it answer. */
interface Hidden {
  readonly names: Set<string>;
  readonly networks: Set<ResourceId>;
}

export const privateDnsZoneHidesNames = defineRule({
  id: 'private-dns-zone-hides-names',
  category: 'DNS',
  severity: () => 'error',
  title: 'Private DNS zone hides names that are needed',
  holds: 'The private DNS zone holds a record of each needed name that it answers for',
  remedy:
    'Unlink the zone, and register private endpoints in the privatelink zone of their service instead; or write every name that is needed into the zone.',
  messages: {
    hidden: (f: { zone: string; names: readonly string[]; networks: readonly string[] }) =>
      `${f.zone} hides ${listed(f.names, 3)} from ${listed(f.networks)}: it has no such record`,
  },

  *check(context) {
    const { design, network } = context;
    const zones = zonesOfPublicNames(context);
    if (zones.length === 0) return;
    const hidden = new Map<ResourceId, Hidden>();
    const answered = new Map<ResourceId, Set<string>>();
    const unknown = new Map<ResourceId, MissingFact>();
    for (const { from, name } of neededNames(context, zones)) {
      const { outcome, hops, missing } = network.resolve(
        from,
        isPattern(name) ? `any${name.slice(1)}` : name,
      );
      const end = hops.at(-1);
      const zone = zones.find(({ id }) => hops.some(({ at }) => at === id));
      if (!zone) continue;
      if (outcome === 'no-such-name' && end?.at === zone.id) {
        // Hosts of a kind that nobody can list: the records that are there may be all of them.
        if (isPattern(name) && holdsLike(zone, name)) continue;
        const entry = hidden.get(zone.id) ?? { names: new Set(), networks: new Set() };
        hidden.set(zone.id, entry);
        entry.names.add(name);
        const linked = hops.findLast(({ at }) => findOfKind(design, at, 'virtual-network'))?.at;
        if (linked) entry.networks.add(linked);
      } else if (outcome === 'cannot-tell' && missing[0]) unknown.set(zone.id, missing[0]);
      else answered.set(zone.id, (answered.get(zone.id) ?? new Set()).add(name));
    }
    for (const zone of zones) {
      const found = hidden.get(zone.id);
      const names = answered.get(zone.id);
      const missing = unknown.get(zone.id);
      if (found) {
        const networks = [...found.networks].sort();
        const labels = networks.map((id) => labelOf(design, id)).sort(inOrder);
        const records = flatMapped(zone.recordSets ?? [], (record) =>
          record.values.map((value) => `${record.name} ${record.type} ${value}`),
        );
        yield {
          at: [zone.id, ...networks],
          message: 'hidden',
          facts: { zone: zone.name, names: [...found.names].sort(inOrder), networks: labels },
          evidence: [
            `Linked to ${labels.join(', ')}`,
            records.length === 0
              ? `${zone.name} holds no records`
              : `${zone.name} holds ${listed(records, 5)}`,
          ],
          fix:
            records.length > 0
              ? undefined
              : {
                  title: `Unlink the zone from ${listed(labels)}`,
                  changes: labels.map((label) => `Remove the link of ${zone.name} to ${label}`),
                  apply: (before) =>
                    edits.updateResource(before, zone.id, 'private-dns-zone', {
                      virtualNetworkLinks: findOfKind(
                        before,
                        zone.id,
                        'private-dns-zone',
                      )?.virtualNetworkLinks?.filter((link) => !found.networks.has(link.virtualNetwork)),
                    }),
                },
        };
      } else if (missing) yield cannotTell(zone.id, missing);
      else if (names) yield passed(zone.id, `Answers ${[...names].sort().join(', ')}`);
    }
  },
});
