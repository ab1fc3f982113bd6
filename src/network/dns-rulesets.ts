import { fetchCommandFor } from '#catalog';
import { type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import type { Answer, DnsWalk } from './dns-walk.ts';
import type { Ground } from './ground.ts';

type Ruleset = ResourceOf<'dns-forwarding-ruleset'>;

/** Where a ruleset sends a query. */
export interface Forwarding {
  readonly ruleset: ResourceId;
  readonly target: string;
  /** The network of the outbound endpoint, from which the target is asked. */
  readonly virtualNetwork: ResourceId;
}

/** What the rulesets linked to a network say of a name; an answer where that cannot be told. */
export const forwardingOf = (
  ground: Ground,
  walk: DnsWalk,
  virtualNetwork: ResourceId,
): Forwarding | Answer | undefined => {
  const { estate } = ground;
  for (const ruleset of resourcesOfKind(estate.design, 'dns-forwarding-ruleset')) {
    const { virtualNetworkLinks: links, forwardingRules: rules } = ruleset;
    if (links === undefined ? estate.isComplete : !links.includes(virtualNetwork)) continue;
    if (rules === undefined && !estate.isComplete) return unknown(walk, ruleset, 'forwardingRules', 'rules');
    const best = bestRule(ruleset, walk.host);
    const target = best?.targetDnsServers[0];
    if (best === undefined || target === undefined) continue;
    if (links === undefined) return unknown(walk, ruleset, 'virtualNetworkLinks', 'virtual network links');
    walk.pass(
      ruleset.name,
      `rule ${best.name}`,
      `${ruleset.name} forwards ${best.domainName} to ${target}.`,
      ruleset.id,
    );
    const outbound = (ruleset.outboundEndpoints ?? []).map((id) => estate.virtualNetworkOf(id));
    return {
      ruleset: ruleset.id,
      target,
      virtualNetwork: outbound.find((id) => id !== undefined) ?? virtualNetwork,
    };
  }
  return undefined;
};

/** The enabled rule with the longest suffix of the name. */
const bestRule = ({ forwardingRules }: Ruleset, host: string) =>
  (forwardingRules ?? [])
    .filter((rule) => rule.forwardingRuleState !== 'Disabled')
    .map((rule) => ({ ...rule, suffix: rule.domainName.toLowerCase().replace(/\.$/, '') }))
    .filter(({ suffix }) => suffix === '' || host === suffix || host.endsWith(`.${suffix}`))
    .toSorted((one, other) => other.suffix.length - one.suffix.length)[0];

function unknown(walk: DnsWalk, ruleset: Ruleset, part: string, words: string): Answer {
  const command = fetchCommandFor(`dns-forwarding-ruleset.${part}`, ruleset.azureId);
  const fact = `the ${words} of DNS forwarding ruleset ${ruleset.name}`;
  return walk.toUnknown(ruleset.name, { fact, ...(command === undefined ? {} : { command }) }, ruleset.id);
}
