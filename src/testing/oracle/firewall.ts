import type { Design, FirewallRule, ResourceOf } from '#model';
import { find } from './document.ts';
import { type End, type Match, matchesAny, portMatches } from './words.ts';

/** What a firewall sees: an address or somewhere behind a tag, and the name that the client asks for. */
export interface Request {
  readonly source: string;
  readonly destination: { readonly address?: string; readonly tag?: string; readonly host?: string };
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

type Firewall = ResourceOf<'azure-firewall'>;
type NetworkRule = Extract<FirewallRule, { ruleType: 'NetworkRule' }>;
type ApplicationRule = Extract<FirewallRule, { ruleType: 'ApplicationRule' }>;

/** A rule with what its collection does, and where it is written. */
interface Entry {
  readonly rule: FirewallRule;
  readonly action: string;
  readonly holder: string;
}

const byPriority = <T extends { readonly priority: number }>(items: readonly T[]) =>
  [...items].sort((one, other) => one.priority - other.priority);

/** The rules of a policy: its parent's groups before its own, then group and collection by priority. */
function rulesOfPolicy(design: Design, id: string | undefined): readonly Entry[] {
  const policy = find(design, 'firewall-policy', id);
  if (!policy) return [];
  const own = byPriority(policy.ruleCollectionGroups ?? []).flatMap((group) =>
    entriesOf(group.ruleCollections, policy.id),
  );
  return [...rulesOfPolicy(design, policy.basePolicy), ...own];
}

const entriesOf = (collections: NonNullable<Firewall['ruleCollections']>, holder: string): readonly Entry[] =>
  byPriority(collections).flatMap(({ rules, action }) => rules.map((rule) => ({ rule, action, holder })));

const inGroups = (design: Design, ids: readonly string[] | undefined): readonly string[] =>
  (ids ?? []).flatMap((id) => find(design, 'ip-group', id)?.ipAddresses ?? []);

/** An application rule without sources is open to any. */
function sourceMatches(design: Design, rule: NetworkRule | ApplicationRule, source: string): Match {
  const words = [...rule.sourceAddresses, ...inGroups(design, rule.sourceIpGroups)];
  if (words.length === 0) return rule.ruleType === 'ApplicationRule' ? 'yes' : 'no';
  return matchesAny(words, { address: source }, []);
}

function destinationMatches(design: Design, rule: NetworkRule, request: Request, hasProxy: boolean): Match {
  const { destination } = request;
  const words = [...rule.destinationAddresses, ...inGroups(design, rule.destinationIpGroups)];
  // Names of network rules work by the firewall's own answers, so only where it is the clients' DNS proxy.
  if (hasProxy && destination.host && rule.destinationFqdns?.includes(destination.host)) return 'yes';
  const { address, tag = '' } = destination;
  const end: End = address === undefined ? { tag } : { address };
  return matchesAny(words, end, []);
}

function networkRuleMatches(design: Design, rule: NetworkRule, request: Request, hasProxy: boolean): Match {
  const protocol = request.protocol.toUpperCase();
  if (!rule.ipProtocols.some((one) => one === 'Any' || one === protocol)) return 'no';
  if (!portMatches(rule.destinationPorts, request.port)) return 'no';
  const both = [
    sourceMatches(design, rule, request.source),
    destinationMatches(design, rule, request, hasProxy),
  ];
  return both.includes('no') ? 'no' : both.includes('maybe') ? 'maybe' : 'yes';
}

/** `*.x.com` stands for what ends in `.x.com`, and not for `x.com`. */
const hostMatches = (pattern: string, host: string): boolean =>
  pattern === '*' || (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host);

function applicationRuleMatches(design: Design, rule: ApplicationRule, request: Request): Match {
  const { host } = request.destination;
  if (request.protocol !== 'Tcp' || host === undefined) return 'no';
  if (!rule.protocols.some(({ port }) => port === request.port)) return 'no';
  if (!rule.targetFqdns.some((pattern) => hostMatches(pattern, host))) return 'no';
  return sourceMatches(design, rule, request.source);
}

interface Decision {
  readonly access: 'Allow' | 'Deny' | 'maybe';
  /** The policy, or the firewall with rules of its own, whose rule denies, or in which none allows. */
  readonly by: string;
}

/** Network rules before application rules, whatever their priorities; the first match ends it; no match is a denial. */
export function firewallDecides(design: Design, firewall: Firewall, request: Request): Decision {
  const policy = find(design, 'firewall-policy', firewall.firewallPolicy);
  const last: Decision = { access: 'Deny', by: policy?.id ?? firewall.id };
  const hasProxy = (policy ?? firewall).dnsSettings?.enableProxy === true;
  const entries = policy
    ? rulesOfPolicy(design, policy.id)
    : entriesOf(firewall.ruleCollections ?? [], firewall.id);
  const tried = [
    ...entries.flatMap(({ rule, ...entry }) =>
      rule.ruleType === 'NetworkRule'
        ? { ...entry, match: networkRuleMatches(design, rule, request, hasProxy) }
        : [],
    ),
    ...entries.flatMap(({ rule, ...entry }) =>
      rule.ruleType === 'ApplicationRule'
        ? { ...entry, match: applicationRuleMatches(design, rule, request) }
        : [],
    ),
  ];
  return tried.reduceRight<Decision>((after, { match, action, holder }) => {
    if (match === 'no') return after;
    const own: Decision = { access: action === 'Allow' ? 'Allow' : 'Deny', by: holder };
    if (match === 'yes') return own;
    // What surely denies is told before what may.
    return own.access === after.access ? after : { access: 'maybe', by: holder };
  }, last);
}
