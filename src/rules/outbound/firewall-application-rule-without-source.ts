import { findOfKind, flatMapped, resourcesOfKind } from '#model';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';
import { firewallRules, hasFirewallOf, mapRules } from './firewall-rules.ts';

export const firewallApplicationRuleWithoutSource = defineRule({
  id: 'firewall-application-rule-without-source',
  category: 'Outbound',
  severity: () => 'warning',
  title: 'Firewall rule names no source',
  holds: 'Every firewall rule names its sources',
  remedy: 'Name the prefixes or IP groups that the rule is meant for.',
  messages: {
    noSource: (f: { firewall: string; rules: readonly string[] }) =>
      `${listed(f.rules)} of ${f.firewall} ${f.rules.length === 1 ? 'names' : 'name'} no source: anything may use ${f.rules.length === 1 ? 'it' : 'them'}`,
  },

  *check({ design, network }) {
    for (const { id, rules } of firewallRules(design)) {
      const without = rules.filter(
        ({ rule }) =>
          rule.ruleType !== 'NatRule' &&
          rule.sourceAddresses.length === 0 &&
          (rule.sourceIpGroups ?? []).length === 0,
      );
      if (rules.length === 0) continue;
      if (without.length === 0) {
        yield passed(id, `${rules.length} rules, each with its sources`);
        continue;
      }
      const users = resourcesOfKind(design, 'subnet').filter((subnet) =>
        hasFirewallOf(design, id, network.egressOf(subnet.id).resource),
      );
      const prefixes = [...new Set(flatMapped(users, ({ addressPrefixes }) => addressPrefixes))].sort();
      const names = without.map(({ rule }) => rule.name).sort();
      yield {
        at: id,
        message: 'noSource',
        facts: { firewall: labelOf(design, id), rules: names },
        evidence: without.map(({ rule, collection }) => `${rule.name} in ${collection.name}: sources none`),
        fix:
          prefixes.length > 0 && findOfKind(design, id, 'azure-firewall')?.presence === undefined
            ? {
                title: `Name ${listed(prefixes, 3)} as sources`,
                changes: names.map((name) => `Let ${name} hold for ${listed(prefixes)} only`),
                apply: (before) =>
                  mapRules(before, id, (rule) =>
                    rule.ruleType !== 'NatRule' &&
                    rule.sourceAddresses.length === 0 &&
                    (rule.sourceIpGroups ?? []).length === 0
                      ? { ...rule, sourceAddresses: prefixes }
                      : rule,
                  ),
              }
            : undefined,
      };
    }
  },
});
