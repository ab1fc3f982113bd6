import {
  type Design,
  findOfKind,
  flatMapped,
  question,
  type ResourceId,
  type ResourceOf,
  zonesInGroups,
} from '#model';
import { endpointsOf, isAbsent, isShown, shownOfKind, virtualNetworkOf } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { missing } from '../missing.ts';
import { linkZone } from '../private-endpoints/add-endpoint.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { chainOf, onPremisesChain } from './chain.ts';
import { consumersOf } from './consumers.ts';
import { type EndpointOfConcern, endpointsOfConcern } from './endpoints-of-concern.ts';
import { isNamed, publicSuffix } from './zone-group.ts';

type Zone = ResourceOf<'private-dns-zone'>;

/**
 * Zones of one name that endpoints for the same sub-resources of a service are registered in; where an export does not
 * list that, every zone of the name.
 */
function zonesFor(
  { design, isComplete }: RuleContext,
  { endpoint, target }: EndpointOfConcern,
  name: string,
): readonly Zone[] {
  const alike = endpointsOf(design, target.id).filter(({ groupIds }) =>
    groupIds.some((group) => endpoint.groupIds.includes(group)),
  );
  const ids = flatMapped(alike, zonesInGroups);
  const isUnlisted =
    !isComplete && alike.some(({ privateDnsZoneGroups }) => privateDnsZoneGroups === undefined);
  if (isUnlisted) return shownOfKind(design, 'private-dns-zone').filter(isNamed(name));
  const zones = flatMapped(
    [...new Set(ids)].filter((id) => !isAbsent(design, id)),
    (id) => findOfKind(design, id, 'private-dns-zone') ?? [],
  );
  return zones.filter(isNamed(name)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Networks in which queries for the names of a zone end, whoever asks. */
function endsFor(context: RuleContext, { endpoint, target }: EndpointOfConcern, name: string) {
  const { virtualNetworks, onPremises } = consumersOf(context, target.id);
  const suffix = publicSuffix(context.design, target, endpoint.groupIds, name);
  return [
    ...flatMapped(virtualNetworks, (id) =>
      chainOf(context, id, suffix).ends.map((ends) => ({ ends, asker: id })),
    ),
    ...flatMapped(onPremises, (id) =>
      onPremisesChain(context, id, suffix).ends.map((ends) => ({ ends, asker: id })),
    ),
  ];
}

const linkedNetworks = question(
  (design, zone: ResourceId): ReadonlySet<ResourceId> =>
    new Set(
      findOfKind(design, zone, 'private-dns-zone')?.virtualNetworkLinks?.map((link) => link.virtualNetwork),
    ),
);

const isLinked = (design: Design, zone: Zone, networks: readonly ResourceId[]) => {
  const linked = linkedNetworks(design, zone.id);
  return networks.some((id) => linked.has(id));
};

interface Gap {
  readonly zone: Zone;
  readonly networks: Set<ResourceId>;
  readonly services: Set<string>;
  /** A nearer endpoint of the same service is there for who asks: to lead them to this one would help nobody. */
  isForeign: boolean;
}

/** Whether an endpoint lies where a network has no way to, while another one of the same service lies in its reach. */
function isForeignTo(
  { design, network }: RuleContext,
  { endpoint, target }: EndpointOfConcern,
  asker: ResourceId | undefined,
): boolean {
  if (asker === undefined) return false;
  const reach = new Set([asker, ...network.peersOf(asker)]);
  const isNear = ({ id }: { readonly id: ResourceId }) => {
    const home = virtualNetworkOf(design, id);
    return home !== undefined && reach.has(home);
  };
  return (
    !isNear(endpoint) &&
    endpointsOf(design, target.id).some(
      (one) => one.groupIds.some((group) => endpoint.groupIds.includes(group)) && isNear(one),
    )
  );
}

export const privateDnsZoneNotLinked = defineRule({
  id: 'private-dns-zone-not-linked',
  category: 'DNS',
  severity: () => 'error',
  title: 'Private DNS zone is not linked where it is asked',
  holds: 'The private DNS zone is linked to the networks in which its names are asked for',
  remedy: 'Link the zone to the networks that are named.',
  messages: {
    notLinked: (f: { zone: string; networks: readonly string[]; services: readonly string[] }) =>
      `${f.zone} is not linked to ${listed(f.networks)}: ${listed(f.services)} resolves to a public address there`,
  },

  *check(context) {
    const { design, isComplete } = context;
    const gaps = new Map<ResourceId, Gap>();
    const sound = new Map<ResourceId, Set<ResourceId>>();
    for (const concern of endpointsOfConcern(context))
      for (const name of concern.zones) {
        const zones = zonesFor(context, concern, name);
        const [first] = zones;
        if (!first) continue;
        const unlisted = zones.find(
          (zone) => !isShown(zone) || (zone.virtualNetworkLinks === undefined && !isComplete),
        );
        for (const { ends } of endsFor(context, concern, name)) {
          const linked = zones.find((zone) => isLinked(design, zone, ends));
          if (linked) sound.set(linked.id, (sound.get(linked.id) ?? new Set()).add(ends[0] ?? linked.id));
          else if (unlisted)
            yield cannotTell(
              unlisted.id,
              missing(
                'the virtual network links of private DNS zones',
                'private-dns-zone.virtualNetworkLinks',
                unlisted,
              ),
            );
          else if (concern.endpoint.privateDnsZoneGroups === undefined && !isComplete)
            yield cannotTell(
              first.id,
              missing(
                'the DNS zone groups of private endpoints',
                'private-endpoint.privateDnsZoneGroups',
                concern.endpoint,
              ),
            );
          else {
            const gap = gaps.get(first.id) ?? {
              zone: first,
              networks: new Set(),
              services: new Set(),
              isForeign: false,
            };
            if (isForeignTo(context, concern, ends[0])) gap.isForeign = true;
            if (ends[0]) gap.networks.add(ends[0]);
            gap.services.add(concern.target.name);
            gaps.set(first.id, gap);
          }
        }
      }
    for (const [zone, networks] of sound)
      if (!gaps.has(zone))
        yield passed(
          zone,
          `Linked to ${[...networks]
            .map((id) => labelOf(design, id))
            .sort()
            .join(', ')}`,
        );
    for (const { zone, networks, services, isForeign } of gaps.values()) {
      const lacking = [...networks].sort();
      const twin = shownOfKind(design, 'private-dns-zone').find(
        (one) => one.id !== zone.id && isNamed(zone.name)(one) && isLinked(design, one, lacking),
      );
      const names = lacking.map((id) => labelOf(design, id)).sort(inOrder);
      yield {
        at: [zone.id, ...lacking],
        message: 'notLinked',
        facts: { zone: zone.name, networks: names, services: [...services].sort(inOrder) },
        evidence: [
          `Linked to ${
            (zone.virtualNetworkLinks ?? [])
              .map((link) => labelOf(design, link.virtualNetwork))
              .sort()
              .join(', ') || 'no network'
          }`,
          ...(twin ? ['Another zone of this name is linked there: a network takes one of a name'] : []),
        ],
        remedy: isForeign
          ? 'Register the endpoint that lies there in a zone of this name of its own, and link that one.'
          : twin
            ? 'Register the endpoint in the zone that is linked there, or link this zone in place of that one.'
            : undefined,
        fix:
          twin || isForeign
            ? undefined
            : {
                title: `Link the zone to ${listed(names)}`,
                changes: names.map((name) => `Link ${zone.name} to ${name}`),
                apply: (before) => lacking.reduce((current, id) => linkZone(current, zone.id, id), before),
              },
      };
    }
  },
});
