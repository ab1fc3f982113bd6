import { findOfKind, flatMapped, type ResourceId } from '#model';
import type { ShadowedRule } from '#network';
import { shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const directions = ['Inbound', 'Outbound'] as const;

/** Whether the earlier rules do the opposite of what the rule was written for. */
const isUndone = ({ rule, by }: ShadowedRule): boolean => by.some(({ access }) => access !== rule.access);

export const securityRuleShadowed = defineRule({
  id: 'security-rule-shadowed',
  category: 'Subnets',
  severity: () => 'note',
  title: 'Security rule can never decide',
  holds: 'Every security rule decides something',
  remedy: 'Move the rule above those that cover it, or remove it.',
  messages: {
    undone: (f: { group: string; rule: string; access: 'Allow' | 'Deny'; by: readonly string[] }) =>
      `${f.rule} of ${f.group} is meant to ${f.access === 'Allow' ? 'allow' : 'deny'}, but ${listed(f.by)} ${f.by.length === 1 ? 'decides' : 'decide'} before it`,
    idle: (f: { group: string; rules: readonly string[] }) =>
      `${listed(f.rules)} of ${f.group} ${f.rules.length === 1 ? 'repeats' : 'repeat'} what earlier rules say already`,
  },

  *check({ design, network }) {
    // The same group reads the same on every subnet: the first that has it stands for all.
    const holders = new Map<ResourceId, ResourceId>();
    for (const holder of [...shownOfKind(design, 'subnet'), ...shownOfKind(design, 'network-interface')]) {
      const group = holder.networkSecurityGroup;
      if (group !== undefined && !holders.has(group)) holders.set(group, holder.id);
    }
    for (const [id, holder] of holders) {
      const group = findOfKind(design, id, 'network-security-group');
      if (!group || group.presence === 'not-shown' || group.securityRules.length < 2) continue;
      const name = labelOf(design, id);
      const shadowed = flatMapped(directions, (direction) => network.shadowedRulesOf(holder, direction));
      if (shadowed.length === 0)
        yield passed(id, `${group.securityRules.length} rules, each decides something`);
      for (const { rule, by } of shadowed.filter(isUndone))
        yield {
          at: id,
          message: 'undone',
          severity: 'warning',
          facts: {
            group: name,
            rule: rule.name,
            access: rule.access,
            by: by.map((one) => one.name).sort(inOrder),
          },
          evidence: [rule, ...by].map(
            (one) =>
              `${one.priority} ${one.name}: ${one.access} ${one.protocol} ${one.destinationPorts.join(', ')}`,
          ),
        };
      const idle = shadowed.filter((one) => !isUndone(one));
      if (idle.length > 0)
        yield {
          at: id,
          message: 'idle',
          facts: { group: name, rules: idle.map(({ rule }) => rule.name).sort(inOrder) },
          evidence: idle.map(
            ({ rule, by }) => `${rule.priority} ${rule.name}, after ${listed(by.map((one) => one.name))}`,
          ),
        };
    }
  },
});
