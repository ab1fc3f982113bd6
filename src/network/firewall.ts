import { firewallFqdnTags } from '#catalog';
import { type FirewallRule, findOfKind, flatMapped, type ResourceId, type RuleCollection } from '#model';
import type { Estate } from './estate.ts';
import { type Firewall, type RuleBase, type RuleOfType, ruleBaseOf, ruleHolderOf } from './firewall-rules.ts';
import { hostCovers, urlHostCovers } from './host-patterns.ts';
import { memoForGood, onceForPart } from './memo.ts';
import type { EffectiveFirewallRule, MissingFact } from './network.ts';
import type { Packet } from './security-rules.ts';
import { both, either, type Match, matchPort, matchProtocol, matchTarget, noSpace } from './tags.ts';
import type { Target } from './target.ts';

/** What a firewall does with one packet. */
export interface FirewallAnswer {
  readonly access: 'Allow' | 'Deny' | 'unknown';
  readonly by: string;
  /** Where the rule that decides is written, or would be: the policy, one of its parents, or the firewall itself. */
  readonly at: ResourceId;
  /** Application rules proxy: what goes on comes from the firewall's own address. */
  readonly isProxied: boolean;
  readonly missing?: MissingFact;
  readonly assumptions: readonly string[];
}

/** What a rule is matched by besides its own words. */
interface Setting extends Pick<RuleBase, 'isProxyOn' | 'tier'> {
  readonly estate: Estate;
}

/** Network rules first, then application rules; the first match ends, and what nothing matches is denied. */
export const filterByFirewall = (estate: Estate, firewall: Firewall, packet: Packet): FirewallAnswer => {
  const { filters, missing, isProxyOn, tier, deniesThreats } = ruleBaseOf(estate, firewall.id);
  const end = { at: ruleHolderOf(firewall), isProxied: false, assumptions: none };
  if (missing) return { ...end, access: 'unknown', by: `the rules of ${firewall.name}`, missing };
  const setting: Setting = { estate, isProxyOn, tier };
  let doubts: Doubt[] | undefined;
  for (const ranked of filters) {
    const { rule, collection, owner } = ranked;
    const match =
      rule.ruleType === 'NetworkRule'
        ? matchNetworkRule(setting, rule, packet)
        : matchApplicationRule(setting, rule, packet);
    if (match === 'no') continue;
    const by = wordsOf(ranked);
    if (match === 'maybe') {
      doubts ??= [];
      doubts.push({ action: collection.action, by, at: ranked.at, groups: unseenGroups(estate, rule) });
      continue;
    }
    const doubt = doubts?.find((one) => one.action !== collection.action);
    const isProxied = rule.ruleType === 'ApplicationRule';
    const assumptions = [
      ...(hasSource(rule) ? none : [`Rule ${rule.name} of ${owner} names no source: it is taken as any.`]),
      ...(deniesThreats && collection.action === 'Allow' ? threatAssumptions(firewall, packet) : none),
    ];
    if (doubt) return { ...doubtful(doubt, packet), isProxied, assumptions };
    const access = collection.action === 'Allow' ? 'Allow' : 'Deny';
    return { access, by, at: ranked.at, isProxied, assumptions };
  }
  const doubt = doubts?.find((one) => one.action === 'Allow');
  return doubt
    ? { ...end, ...doubtful(doubt, packet) }
    : { ...end, access: 'Deny', by: `no rule of ${estate.nameOf(end.at)} allows it` };
};

const none: readonly never[] = [];

/** A rule for people. */
export const wordsOf = ({ rule, collection, owner }: EffectiveFirewallRule): string =>
  `rule ${rule.name} of ${collection.name} in ${owner}`;

/** Threat intelligence comes before all rules; what it knows is Microsoft's. */
const threatAssumptions = ({ name }: Firewall, { to }: Packet): readonly string[] =>
  to.isPrivate ? [] : [`The threat intelligence of ${name} is taken to know no harm of ${to.label}.`];

/** A rule of which it cannot be told whether it holds a packet, with the IP groups that would say. */
interface Doubt {
  readonly action: RuleCollection['action'];
  readonly by: string;
  readonly at: ResourceId;
  readonly groups: readonly string[];
}

const doubtful = ({ by, at, groups }: Doubt, packet: Packet) => ({
  access: 'unknown' as const,
  by,
  at,
  missing: {
    fact:
      groups.length > 0 ? `the addresses of ${groups.join(', ')}` : `whether ${by} holds ${packet.to.label}`,
  },
});

const unseenGroups = (estate: Estate, rule: FirewallRule): readonly string[] =>
  [
    ...(rule.sourceIpGroups ?? []),
    ...(rule.ruleType === 'NetworkRule' ? (rule.destinationIpGroups ?? []) : []),
  ]
    .filter((id) => !estate.isShown(id))
    .map((id) => estate.nameOf(id));

const hasSource = (rule: FirewallRule): boolean =>
  rule.sourceAddresses.length > 0 || (rule.sourceIpGroups !== undefined && rule.sourceIpGroups.length > 0);

/** Whether a rule holds where a packet comes from; a rule without sources holds all. */
export function matchSource(estate: Estate, rule: FirewallRule, from: Target): Match {
  return hasSource(rule) ? matchAddresses(estate, rule.sourceAddresses, rule.sourceIpGroups, from) : 'yes';
}

/** In a firewall's rules VirtualNetwork stands for nothing. */
const matchAddresses = (
  estate: Estate,
  addresses: readonly string[],
  groups: readonly ResourceId[] | undefined,
  target: Target,
): Match => {
  let match = matchTarget(addresses, target, noSpace);
  if (groups === undefined) return match;
  for (const id of groups) {
    const group = findOfKind(estate.design, id, 'ip-group');
    const isShown = group !== undefined && group.presence === undefined;
    match = either(match, isShown ? matchTarget(group.ipAddresses, target, noSpace) : 'maybe');
  }
  return match;
};

function matchNetworkRule(setting: Setting, rule: RuleOfType<'NetworkRule'>, packet: Packet): Match {
  if (!rule.ipProtocols.some((one) => matchProtocol(one, packet.protocol))) return 'no';
  if (!matchPort(rule.destinationPorts, packet.port)) return 'no';
  const destination = either(
    matchAddresses(setting.estate, rule.destinationAddresses, rule.destinationIpGroups, packet.to),
    matchResolvedHosts(setting, rule.destinationFqdns ?? none, packet.to),
  );
  return destination === 'no' ? 'no' : both(matchSource(setting.estate, rule, packet.from), destination);
}

/** Host names in network rules need the DNS proxy, and know no wildcards. */
function matchResolvedHosts(
  { isProxyOn }: Setting,
  names: readonly string[],
  { host, address }: Target,
): Match {
  if (names.length === 0) return 'no';
  const hosts = names.filter((one) => !one.includes('*'));
  if (!isProxyOn || hosts.length === 0) return 'no';
  if (host === undefined) return address === undefined ? 'no' : 'maybe';
  return hosts.some((one) => one.toLowerCase() === host.toLowerCase()) ? 'yes' : 'no';
}

const usualPort: Readonly<Record<string, number>> = { http: 80, https: 443, mssql: 1433 };

function matchApplicationRule(setting: Setting, rule: RuleOfType<'ApplicationRule'>, packet: Packet): Match {
  if (packet.protocol !== 'Tcp') return 'no';
  const hasPort = rule.protocols.some(
    ({ protocolType, port }) => (port ?? usualPort[protocolType.toLowerCase()]) === packet.port,
  );
  if (!hasPort) return 'no';
  const named = matchHost(setting, rule, packet.to);
  return named === 'no' ? 'no' : both(matchSource(setting.estate, rule, packet.from), named);
}

function matchHost({ tier }: Setting, rule: RuleOfType<'ApplicationRule'>, to: Target): Match {
  const { host, region } = to;
  const patterns = patternsIn(rule)(region);
  const isCategorised = (rule.webCategories ?? []).length > 0 && tier !== 'Basic';
  // Behind a tag alone are many hosts: a rule by names holds it only where it holds every name.
  if (host === undefined) return patterns.includes('*') ? 'yes' : isCategorised ? 'maybe' : 'no';
  if (patterns.some((pattern) => hostCovers(pattern, host))) return 'yes';
  const byUrl = tier === 'Premium' ? matchUrls(rule.targetUrls ?? [], host) : 'no';
  const isOpen = isCategorised || (rule.fqdnTags ?? []).some((tag) => hostsOfTag(tag) === undefined);
  return either(byUrl, isOpen ? 'maybe' : 'no');
}

/** Only the Premium tier reads URLs; one with a path holds a part of its host. */
const matchUrls = (urls: readonly string[], host: string): Match =>
  urls.reduce<Match>((match, url) => either(match, urlHostCovers(url, host)), 'no');

/** A rule's host patterns, by the region whose hosts its tags stand for. */
const patternsIn = onceForPart((rule: RuleOfType<'ApplicationRule'>) =>
  memoForGood((region: string | undefined): readonly string[] => [
    ...rule.targetFqdns,
    ...flatMapped(rule.fqdnTags ?? [], (tag) => hostsOfTag(tag) ?? []).map((host) =>
      region === undefined ? host : host.replaceAll('{region}', region),
    ),
  ]),
);

/** Hosts of an FQDN tag; `undefined` for one whose hosts Microsoft does not tell. */
const hostsOfTag = (tag: string): readonly string[] | undefined =>
  Object.entries(firewallFqdnTags).find(([name]) => name.toLowerCase() === tag.toLowerCase())?.[1];
