import { fetchCommandFor } from '#catalog';
import {
  type FirewallRule,
  findOfKind,
  flatMapped,
  type ResourceId,
  type ResourceOf,
  type RuleCollection,
} from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import { hasDnsProxy } from './firewall-dns.ts';
import type { EffectiveFirewallRule, MissingFact } from './network.ts';

export type Firewall = ResourceOf<'azure-firewall'>;
type Policy = ResourceOf<'firewall-policy'>;
export type RuleOfType<T extends FirewallRule['ruleType']> = Extract<FirewallRule, { ruleType: T }>;

/** What a firewall judges by: its rules, each list in the order in which packets meet it, and how it reads them. */
export interface RuleBase extends Reading {
  readonly translations: readonly EffectiveFirewallRule<RuleOfType<'NatRule'>>[];
  /** All network rules, then all application rules, whatever the priorities between them. */
  readonly filters: readonly EffectiveFirewallRule<
    RuleOfType<'NetworkRule'> | RuleOfType<'ApplicationRule'>
  >[];
  /** What is not shown of them; then the lists are empty. */
  readonly missing?: MissingFact;
}

interface Reading {
  /** It knows the addresses behind the names in its network rules. */
  readonly isProxyOn: boolean;
  readonly tier: 'Basic' | 'Standard' | 'Premium';
  /** Its threat intelligence denies what it knows, before all rules. */
  readonly deniesThreats: boolean;
}

/** Where the rules of a firewall are written. */
export const ruleHolderOf = (firewall: Firewall): ResourceId => firewall.firewallPolicy ?? firewall.id;

/** A firewall's policy and those that it inherits from, the outermost parent first; empty for a classic firewall. */
function policiesOf(
  estate: Estate,
  firewall: Firewall,
): readonly { readonly id: ResourceId; readonly policy: Policy | undefined }[] {
  const policies: { readonly id: ResourceId; readonly policy: Policy | undefined }[] = [];
  let next: ResourceId | undefined = firewall.firewallPolicy;
  while (next !== undefined && !policies.some(({ id }) => id === next)) {
    const found: Policy | undefined = findOfKind(estate.design, next, 'firewall-policy');
    policies.unshift({ id: next, policy: found?.presence === undefined ? found : undefined });
    next = found?.basePolicy;
  }
  return policies;
}

/** Parent policies before children, then by the priority of the group, then of the collection. */
export const ruleBaseOf = estateQuestion((estate, id: ResourceId): RuleBase => {
  const firewall = findOfKind(estate.design, id, 'azure-firewall');
  if (!firewall || firewall.presence !== undefined)
    return { ...unseen({ fact: `the rules of ${estate.nameOf(id)}` }), ...unread };
  return { ...rulesOf(estate, firewall), ...readingOf(estate, firewall) };
});

type Rules = Omit<RuleBase, keyof Reading>;

function rulesOf(estate: Estate, firewall: Firewall): Rules {
  if (firewall.firewallPolicy === undefined)
    return sortedByType(inOrder(firewall, firewall.ruleCollections ?? []));
  const rules: EffectiveFirewallRule[] = [];
  for (const { id: policyId, policy } of policiesOf(estate, firewall)) {
    const groups = policy?.ruleCollectionGroups;
    if (!policy || (groups === undefined && !estate.isComplete))
      return unseen(missingGroups(estate, policyId));
    for (const { ruleCollections } of byPriority(groups ?? []))
      rules.push(...inOrder(policy, ruleCollections));
  }
  return sortedByType(rules);
}

const unseen = (missing: MissingFact): Rules => ({ translations: [], filters: [], missing });

function missingGroups({ design, nameOf }: Estate, id: ResourceId): MissingFact {
  const azureId = findOfKind(design, id, 'firewall-policy')?.azureId;
  const command = fetchCommandFor('firewall-policy.ruleCollectionGroups', azureId);
  return {
    fact: `the rule collection groups of ${nameOf(id)}`,
    ...(command === undefined ? {} : { command }),
  };
}

const byPriority = <T extends { readonly priority: number }>(items: readonly T[]): readonly T[] =>
  items.toSorted((one, other) => one.priority - other.priority);

const inOrder = (
  { id, name }: Firewall | Policy,
  collections: readonly RuleCollection[],
): readonly EffectiveFirewallRule[] =>
  flatMapped(byPriority(collections), (collection) =>
    collection.rules.map((rule) => ({ rule, collection, owner: name, at: id })),
  );

const isOf =
  <T extends FirewallRule['ruleType']>(type: T) =>
  (ranked: EffectiveFirewallRule): ranked is EffectiveFirewallRule<RuleOfType<T>> =>
    ranked.rule.ruleType === type && (ranked.collection.action === 'DNAT') === (type === 'NatRule');

const sortedByType = (rules: readonly EffectiveFirewallRule[]): Rules => ({
  translations: rules.filter(isOf('NatRule')),
  filters: [...rules.filter(isOf('NetworkRule')), ...rules.filter(isOf('ApplicationRule'))],
});

const unread: Reading = { isProxyOn: false, tier: 'Standard', deniesThreats: false };

/** The tier is the firewall's own, else its policy's, else Azure's default; a child policy may only be stricter than its parents. */
const readingOf = (estate: Estate, firewall: Firewall): Reading => ({
  isProxyOn: hasDnsProxy(estate, firewall.id),
  tier:
    firewall.skuTier ??
    findOfKind(estate.design, firewall.firewallPolicy, 'firewall-policy')?.skuTier ??
    'Standard',
  deniesThreats:
    firewall.firewallPolicy === undefined
      ? firewall.threatIntelMode === 'Deny'
      : policiesOf(estate, firewall).some(({ policy }) => policy?.threatIntelMode === 'Deny'),
});
