import type { FirewallRule } from '#model';
import { coversInternet } from '../inbound/sources-of-rules.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';
import { firewallRules } from './firewall-rules.ts';

const isEveryPort = (ports: readonly string[]) =>
  ports.some((port) => port === '*' || /^[01]-65535$/.test(port));

/** Any port to any place: the rule that undoes all others. */
const isOpen = (rule: FirewallRule) =>
  rule.ruleType === 'NetworkRule' &&
  coversInternet(rule.destinationAddresses) &&
  isEveryPort(rule.destinationPorts);

export const firewallRuleAnyAny = defineRule({
  id: 'firewall-rule-any-any',
  category: 'Outbound',
  severity: () => 'warning',
  title: 'Firewall rule allows any port to any place',
  holds: 'No firewall rule allows any port to any place',
  remedy: 'Replace it with rules for the destinations that are needed.',
  messages: {
    open: (f: { firewall: string; rules: readonly string[] }) =>
      `${listed(f.rules)} of ${f.firewall} ${f.rules.length === 1 ? 'allows' : 'allow'} any port to any destination`,
  },

  *check({ design }) {
    for (const { id, rules } of firewallRules(design)) {
      const open = rules.filter(({ rule, collection }) => collection.action === 'Allow' && isOpen(rule));
      if (rules.length === 0) continue;
      if (open.length === 0) yield passed(id, `${rules.length} rules, none for any port to any place`);
      else
        yield {
          at: id,
          message: 'open',
          facts: { firewall: labelOf(design, id), rules: open.map(({ rule }) => rule.name).sort(inOrder) },
          evidence: open.map(
            ({ rule, collection }) =>
              `${rule.name} in ${collection.name} (${collection.priority}): ${'ipProtocols' in rule ? rule.ipProtocols.join(', ') : ''} * to *`,
          ),
        };
    }
  },
});
