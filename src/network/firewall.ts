import { fetchCommandFor, firewallFqdnTags } from '#catalog';
import { type FirewallRule, findOfKind, type ResourceId, type ResourceOf, type RuleCollection } from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import { hasDnsProxy } from './firewall-dns.ts';
import { hostCovers, hostOfUrl } from './host-patterns.ts';
import { memoForGood, onceForPart } from './memo.ts';
import type { MissingFact } from './network.ts';
import type { Packet } from './security-rules.ts';
import {
  both,
  either,
  type Match,
  matchPort,
  matchProtocol,
  matchTarget,
  type VirtualNetworkSpace,
} from './tags.ts';

type Firewall = ResourceOf<'azure-firewall'>;
type NetworkRule = Extract<FirewallRule, { ruleType: 'NetworkRule' }>;
type ApplicationRule = Extract<FirewallRule, { ruleType: 'ApplicationRule' }>;

/** What a firewall does with one packet. */
export interface FirewallAnswer {
  readonly access: 'Allow' | 'Deny' | 'unknown';
  readonly by: string;
  /** Where its rules are: the policy, or the firewall itself. */
  readonly at: ResourceId;
  /** Application rules proxy: what goes on comes from the firewall's own address. */
  readonly isProxied: boolean;
  readonly missing?: MissingFact;
  readonly assumptions: readonly string[];
}

interface RankedCollection extends RuleCollection {
  readonly owner: string;
}

/** A rule in the order in which packets meet it. */
interface RankedRule {
  readonly rule: NetworkRule | ApplicationRule;
  readonly collection: RankedCollection;
}

interface RuleBase {
  readonly rules: readonly RankedRule[];
  readonly missing?: MissingFact;
}

/** Where the rules of a firewall are written. */
export const ruleHolderOf = (firewall: Firewall): ResourceId => firewall.firewallPolicy ?? firewall.id;

/** Network rules first, then application rules, whatever the priorities between them; nothing matched is denied. */
export const filterByFirewall = (estate: Estate, firewall: Firewall, packet: Packet): FirewallAnswer => {
  const at = ruleHolderOf(firewall);
  const base = ruleBaseOf(estate, firewall.id);
  if (base.missing)
    return {
      access: 'unknown',
      by: `the rules of ${firewall.name}`,
      at,
      isProxied: false,
      missing: base.missing,
      assumptions: [],
    };
  const isProxyOn = hasDnsProxy(estate, firewall);
  const doubts: Doubt[] = [];
  for (const { rule, collection } of base.rules) {
    const match =
      rule.ruleType === 'NetworkRule'
        ? matchNetworkRule(estate, rule, packet, isProxyOn)
        : matchApplicationRule(estate, rule, packet);
    if (match === 'no') continue;
    const by = `rule ${rule.name} of ${collection.name} in ${collection.owner}`;
    if (match === 'maybe') {
      doubts.push({ action: collection.action, by, groups: unseenGroups(estate, rule) });
      continue;
    }
    const access = collection.action === 'Allow' ? 'Allow' : 'Deny';
    const doubt = doubts.find((one) => one.action !== collection.action);
    return {
      ...(doubt ? doubtful(doubt, packet) : { access, by }),
      at,
      isProxied: rule.ruleType === 'ApplicationRule',
      assumptions: hasSource(rule)
        ? []
        : [`Rule ${rule.name} of ${collection.owner} names no source: it is taken as any.`],
    };
  }
  const doubt = doubts.find((one) => one.action === 'Allow');
  return {
    ...(doubt
      ? doubtful(doubt, packet)
      : { access: 'Deny' as const, by: `no rule of ${estate.nameOf(at)} allows it` }),
    at,
    isProxied: false,
    assumptions: [],
  };
};

/** A rule of which it cannot be told whether it holds a packet, with the IP groups that would say. */
interface Doubt {
  readonly action: RuleCollection['action'];
  readonly by: string;
  readonly groups: readonly string[];
}

const doubtful = ({ by, groups }: Doubt, packet: Packet) => ({
  access: 'unknown' as const,
  by,
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

/** Rules in the order of evaluation: parent policies before children, then group, then collection priority. */
const ruleBaseOf = estateQuestion((estate, id: ResourceId): RuleBase => {
  const firewall = findOfKind(estate.design, id, 'azure-firewall');
  if (!firewall || firewall.presence === 'not-shown')
    return { rules: [], missing: { fact: `the rules of ${estate.nameOf(id)}` } };
  const classic = (firewall.ruleCollections ?? [])
    .toSorted((one, other) => one.priority - other.priority)
    .map((collection) => ({ ...collection, owner: firewall.name }));
  if (firewall.firewallPolicy === undefined) return { rules: ranked(classic) };
  const collections: RankedCollection[] = [];
  const seen = new Set<ResourceId>();
  let next: ResourceId | undefined = firewall.firewallPolicy;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const policy: ResourceOf<'firewall-policy'> | undefined = findOfKind(
      estate.design,
      next,
      'firewall-policy',
    );
    const isUnknown =
      !policy ||
      policy.presence === 'not-shown' ||
      (policy.ruleCollectionGroups === undefined && !estate.isComplete);
    if (isUnknown) return { rules: [], missing: missingGroups(estate.nameOf(next), policy?.azureId) };
    collections.unshift(...inOrder(policy));
    next = policy.basePolicy;
  }
  return { rules: ranked(collections) };
});

/** Network rules first, then application rules; rules of DNAT collections judge nothing that leaves. */
const ranked = (collections: readonly RankedCollection[]): readonly RankedRule[] =>
  (['NetworkRule', 'ApplicationRule'] as const).flatMap((ruleType) =>
    collections
      .filter(({ action }) => action !== 'DNAT')
      .flatMap((collection) =>
        collection.rules.flatMap((rule) =>
          rule.ruleType === ruleType ? [{ rule: rule as NetworkRule | ApplicationRule, collection }] : [],
        ),
      ),
  );

const missingGroups = (name: string, azureId: string | undefined): MissingFact => {
  const command = fetchCommandFor('firewall-policy.ruleCollectionGroups', azureId);
  return { fact: `the rule collection groups of ${name}`, ...(command === undefined ? {} : { command }) };
};

const inOrder = (policy: ResourceOf<'firewall-policy'>): readonly RankedCollection[] =>
  (policy.ruleCollectionGroups ?? [])
    .toSorted((one, other) => one.priority - other.priority)
    .flatMap((group) => group.ruleCollections.toSorted((one, other) => one.priority - other.priority))
    .map((collection) => ({ ...collection, owner: policy.name }));

const hasSource = (rule: FirewallRule): boolean =>
  rule.sourceAddresses.length > 0 || (rule.sourceIpGroups ?? []).length > 0;

function matchSource(estate: Estate, rule: FirewallRule, packet: Packet): Match {
  if (!hasSource(rule)) return 'yes';
  return either(
    matchTarget(rule.sourceAddresses, packet.from, nowhere),
    matchGroups(estate, rule.sourceIpGroups, packet.from),
  );
}

function matchGroups(estate: Estate, groups: readonly ResourceId[] | undefined, target: Packet['to']): Match {
  let match: Match = 'no';
  for (const id of groups ?? []) {
    const group = findOfKind(estate.design, id, 'ip-group');
    const isKnown = group && group.presence !== 'not-shown';
    match = either(match, isKnown ? matchTarget(group.ipAddresses, target, nowhere) : 'maybe');
  }
  return match;
}

function matchNetworkRule(estate: Estate, rule: NetworkRule, packet: Packet, isProxyOn: boolean): Match {
  if (!rule.ipProtocols.some((one) => matchProtocol(one, packet.protocol))) return 'no';
  if (!matchPort(rule.destinationPorts, packet.port)) return 'no';
  const { host } = packet.to;
  // Host names in network rules need the DNS proxy and know no wildcards.
  const isNamed =
    isProxyOn &&
    host !== undefined &&
    (rule.destinationFqdns ?? []).some((one) => one.toLowerCase() === host.toLowerCase());
  const destination = isNamed
    ? 'yes'
    : either(
        matchTarget(rule.destinationAddresses, packet.to, nowhere),
        matchGroups(estate, rule.destinationIpGroups, packet.to),
      );
  return destination === 'no' ? 'no' : both(matchSource(estate, rule, packet), destination);
}

/** In a firewall's rules VirtualNetwork stands for nothing. */
const nowhere: VirtualNetworkSpace = [];

const usualPort: Readonly<Record<string, number>> = { http: 80, https: 443, mssql: 1433 };

function matchApplicationRule(estate: Estate, rule: ApplicationRule, packet: Packet): Match {
  if (packet.protocol !== 'Tcp') return 'no';
  const hasPort = rule.protocols.some(
    ({ protocolType, port }) => (port ?? usualPort[protocolType.toLowerCase()]) === packet.port,
  );
  if (!hasPort) return 'no';
  const named = matchHost(rule, packet.to);
  return named === 'no' ? 'no' : both(matchSource(estate, rule, packet), named);
}

function matchHost(rule: ApplicationRule, { host, region }: Packet['to']): Match {
  const patterns = patternsOf(rule, region);
  const isCovered =
    host === undefined ? patterns.includes('*') : patterns.some((pattern) => hostCovers(pattern, host));
  if (isCovered) return 'yes';
  return (rule.webCategories ?? []).length > 0 ? 'maybe' : 'no';
}

const patternsOf = (rule: ApplicationRule, region: string | undefined): readonly string[] =>
  patternsByRegion(rule)(region);

const patternsByRegion = onceForPart((rule: ApplicationRule) =>
  memoForGood((region: string | undefined): readonly string[] => [
    ...rule.targetFqdns,
    ...(rule.targetUrls ?? []).map(hostOfUrl),
    ...hostsOfTags(rule.fqdnTags ?? [], region),
  ]),
);

const hostsOfTags = (tags: readonly string[], region: string | undefined): readonly string[] =>
  tags.flatMap((tag) =>
    Object.entries(firewallFqdnTags)
      .filter(([name]) => name.toLowerCase() === tag.toLowerCase())
      .flatMap(([, hosts]) =>
        hosts.map((host) => (region === undefined ? host : host.replaceAll('{region}', region))),
      ),
  );
