import { reservedDomainOf } from '#catalog';
import { flatMapped, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { bareDomain, holdsName } from './dns-servers.ts';
import type { Answer, DnsWalk } from './dns-walk.ts';
import { missingFact } from './dns-zones.ts';
import type { Ground } from './ground.ts';

type Ruleset = ResourceOf<'dns-forwarding-ruleset'>;

/** Where a ruleset sends a query. */
export interface Forwarding {
  readonly ruleset: Ruleset;
  /** Servers in the order in which they are asked. */
  readonly targets: readonly string[];
  /** The outbound endpoint from which they are asked; absent where none is shown. */
  readonly outbound?: ResourceId;
}

/** What the rulesets linked to a network say of a name, the longest suffix of all; an answer where that cannot be told. */
export const forwardingOf = (
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
): Forwarding | Answer | undefined => {
  const { estate } = ground;
  const linked = resourcesOfKind(estate.design, 'dns-forwarding-ruleset').filter(({ virtualNetworkLinks }) =>
    virtualNetworkLinks === undefined ? !estate.isComplete : virtualNetworkLinks.includes(virtualNetwork),
  );
  if (linked.length === 0) return undefined;
  const unlisted = linked.find(({ forwardingRules }) => forwardingRules === undefined && !estate.isComplete);
  if (unlisted) return unknown(ground, walk, unlisted, 'forwardingRules', 'rules');
  const best = flatMapped(linked, (ruleset) => {
    const rule = bestRule(ruleset, walk.asked);
    return rule ? [{ ruleset, rule }] : [];
  }).toSorted((one, other) => other.rule.suffix.length - one.rule.suffix.length)[0];
  if (!best) {
    tellPassedOver(walk, linked);
    return undefined;
  }
  const { ruleset, rule } = best;
  if (ruleset.virtualNetworkLinks === undefined)
    return unknown(ground, walk, ruleset, 'virtualNetworkLinks', 'virtual network links');
  walk.pass(
    ruleset.name,
    `rule ${rule.name}`,
    `${ruleset.name} forwards ${rule.domainName} to ${rule.targetDnsServers.join(', ')}.`,
    ruleset.id,
  );
  const outbound = (ruleset.outboundEndpoints ?? []).find((id) => estate.isShown(id));
  return { ruleset, targets: rule.targetDnsServers, ...(outbound === undefined ? {} : { outbound }) };
};

/** A rule, linked to the network, that holds a private zone and not the public name: no page says that aliases meet it. */
export const ruleForAlias = (
  { estate }: Ground,
  virtualNetwork: ResourceId,
  zone: string,
): { readonly ruleset: Ruleset; readonly rule: string } | undefined => {
  for (const ruleset of resourcesOfKind(estate.design, 'dns-forwarding-ruleset')) {
    if (ruleset.virtualNetworkLinks?.includes(virtualNetwork) !== true) continue;
    const rule = bestRule(ruleset, zone);
    if (rule && rule.suffix !== '') return { ruleset, rule: rule.name };
  }
  return undefined;
};

const enabledRules = ({ forwardingRules }: Ruleset) =>
  (forwardingRules ?? [])
    .filter((rule) => rule.forwardingRuleState !== 'Disabled' && rule.targetDnsServers.length > 0)
    .map((rule) => ({ ...rule, suffix: bareDomain(rule.domainName) }));

/** Says why a rule for all names does not forward this one. */
function tellPassedOver(walk: DnsWalk, linked: readonly Ruleset[]): void {
  for (const ruleset of linked) {
    const rule = enabledRules(ruleset).find(({ suffix }) => suffix === '');
    if (!rule) continue;
    const domain = reservedDomainOf(walk.asked);
    walk.pass(
      ruleset.name,
      `rule ${rule.name}`,
      `${ruleset.name} forwards all names but those of Azure services, and ${domain} is one of theirs: rule ${rule.name} is passed over.`,
      ruleset.id,
    );
  }
}

/** The enabled rule with the longest suffix of the name; one for all names holds none that are reserved for Azure. */
const bestRule = (ruleset: Ruleset, host: string) =>
  enabledRules(ruleset)
    .filter(({ suffix }) => (suffix === '' ? reservedDomainOf(host) === undefined : holdsName(suffix, host)))
    .toSorted((one, other) => other.suffix.length - one.suffix.length)[0];

function unknown({ estate }: Ground, walk: DnsWalk, ruleset: Ruleset, part: string, words: string): Answer {
  const fact = `the ${words} of DNS forwarding ruleset ${ruleset.name}`;
  return walk.toUnknown(
    ruleset.name,
    missingFact(estate, fact, `dns-forwarding-ruleset.${part}`, ruleset.id),
    ruleset.id,
  );
}
