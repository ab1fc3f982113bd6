import {
  type Design,
  edits,
  type FirewallRule,
  findOfKind,
  flatMapped,
  type ResourceId,
  type RuleCollection,
} from '#model';
import { shownOfKind } from '../estate.ts';

/** A rule with where it is written. */
export interface WrittenRule {
  readonly rule: FirewallRule;
  readonly collection: RuleCollection;
}

/** Every firewall and policy with the rules written in it. */
export function firewallRules(
  design: Design,
): readonly { readonly id: ResourceId; readonly rules: readonly WrittenRule[] }[] {
  const written = (collections: readonly RuleCollection[]) =>
    flatMapped(collections, (collection) => collection.rules.map((rule) => ({ rule, collection })));
  return [
    ...shownOfKind(design, 'azure-firewall').map(({ id, ruleCollections }) => ({
      id,
      rules: written(ruleCollections ?? []),
    })),
    ...shownOfKind(design, 'firewall-policy').map(({ id, ruleCollectionGroups }) => ({
      id,
      rules: written(flatMapped(ruleCollectionGroups ?? [], ({ ruleCollections }) => ruleCollections)),
    })),
  ];
}

/** Whether a firewall takes its rules from here: from itself or from its policy. */
export const hasFirewallOf = (design: Design, id: ResourceId, firewall: ResourceId | undefined): boolean =>
  firewall === id || findOfKind(design, firewall, 'azure-firewall')?.firewallPolicy === id;

/** The design with every rule of a firewall or policy rewritten. */
export function mapRules(
  design: Design,
  id: ResourceId,
  change: (rule: FirewallRule) => FirewallRule,
): Design {
  const inCollection = (collection: RuleCollection) => ({
    ...collection,
    rules: collection.rules.map(change),
  });
  const firewall = findOfKind(design, id, 'azure-firewall');
  if (firewall)
    return edits.updateResource(design, id, 'azure-firewall', {
      ruleCollections: (firewall.ruleCollections ?? []).map(inCollection),
    });
  const groups = findOfKind(design, id, 'firewall-policy')?.ruleCollectionGroups ?? [];
  return edits.updateResource(design, id, 'firewall-policy', {
    ruleCollectionGroups: groups.map((group) => ({
      ...group,
      ruleCollections: group.ruleCollections.map(inCollection),
    })),
  });
}
