import { type Cloud, isZoneOfKind, subresourceOf } from '#catalog';
import { enclosing, goalsOf, type ResourceId } from '#model';
import { accountKindOf } from '../private-endpoints/add-endpoint.ts';
import type { RuleContext } from '../rule.ts';
import { consumersOf } from './consumers.ts';
import { type EndpointOfConcern, endpointsOfConcern } from './endpoints-of-concern.ts';

/** Public suffixes that mean the same to those who ask: forwarding one of them is enough. */
export interface SuffixGroup {
  readonly suffixes: readonly string[];
  /** Names that stay public: without a forwarder they resolve all the same. */
  readonly isPublic: boolean;
}

/** Who asks, and for what. */
export interface Demand {
  readonly asker: ResourceId;
  readonly isOnPremises: boolean;
  readonly groups: readonly SuffixGroup[];
}

/** What suffixes depend on: many endpoints are alike in it. */
interface Served {
  readonly kind: string;
  readonly groupIds: readonly string[];
  readonly accountKind: string | undefined;
  readonly cloud: Cloud;
  readonly region: string;
}

/** Suffixes of an endpoint by what they are in one text, those together that pages give as two names for one thing. */
function groupsOf({ kind, groupIds, accountKind, cloud, region }: Served): ReadonlyMap<string, SuffixGroup> {
  const groups = new Map<string, { suffixes: string[]; isPublic: boolean }>();
  for (const group of groupIds) {
    const facts = subresourceOf(kind, group);
    for (const suffix of facts?.forwardedSuffixes[cloud] ?? []) {
      const host = facts?.hosts[cloud].find((one) => one.host.endsWith(`.${suffix}`));
      if (host && !isZoneOfKind(facts, host.zone, accountKind)) continue;
      const pattern = host?.host.slice(0, -suffix.length);
      const key = host ? `${group} ${pattern} ${host.member} ${host.zone}` : `${group} public`;
      const entry = groups.get(key) ?? { suffixes: [], isPublic: host === undefined };
      entry.suffixes.push(suffix.replace('{region}', region));
      groups.set(key, entry);
    }
  }
  return new Map([...groups.values()].map((group) => [group.suffixes.join(), group]));
}

/** Found once for all that are alike. */
function groupsForEach({ design }: RuleContext) {
  const { cloud } = goalsOf(design);
  const known = new Map<string, ReadonlyMap<string, SuffixGroup>>();
  return ({ endpoint: { groupIds }, target }: EndpointOfConcern): ReadonlyMap<string, SuffixGroup> => {
    const kind = target.kind === 'private-link-service' ? target.armType : target.kind;
    const region = enclosing(design, target.id, 'region')?.name.toLowerCase() ?? '';
    const accountKind = accountKindOf(target);
    const key = [kind, accountKind, region, ...groupIds].join('\n');
    const groups = known.get(key) ?? groupsOf({ kind, groupIds, accountKind, cloud, region });
    known.set(key, groups);
    return groups;
  };
}

/** What each network of computes or people asks its DNS servers for. */
export function suffixDemand(context: RuleContext): readonly Demand[] {
  const demand = new Map<ResourceId, { isOnPremises: boolean; groups: Map<string, SuffixGroup> }>();
  const groupsFor = groupsForEach(context);
  for (const concern of endpointsOfConcern(context)) {
    const groups = groupsFor(concern);
    const { virtualNetworks, onPremises } = consumersOf(context, concern.target.id);
    for (const [ids, isOnPremises] of [
      [virtualNetworks, false],
      [onPremises, true],
    ] as const)
      for (const id of ids) {
        const entry = demand.get(id) ?? { isOnPremises, groups: new Map<string, SuffixGroup>() };
        for (const [suffixes, group] of groups) entry.groups.set(suffixes, group);
        demand.set(id, entry);
      }
  }
  return [...demand]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([asker, { isOnPremises, groups }]) => ({
      asker,
      isOnPremises,
      groups: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group),
    }));
}
