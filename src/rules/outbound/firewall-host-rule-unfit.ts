import { flatMapped, type ResourceId, resourcesOfKind } from '#model';
import { dnsSettingsOf } from '../dns/chain.ts';
import { withProxy } from '../dns/with-proxy.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { firewallRules, hasFirewallOf } from './firewall-rules.ts';

/** The firewalls that take their rules from here and whose DNS proxy is off, or may be. */
function withoutProxy(context: RuleContext, id: ResourceId) {
  const users = resourcesOfKind(context.design, 'azure-firewall').filter((one) =>
    hasFirewallOf(context.design, id, one.id),
  );
  const settings = users.map((one) => dnsSettingsOf(context, one));
  return {
    isOff: settings.some((one) => one !== 'unknown' && one?.enableProxy !== true),
    isUnknown: settings.includes('unknown'),
    isUsed: users.length > 0,
  };
}

export const firewallHostRuleUnfit = defineRule({
  id: 'firewall-host-rule-unfit',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Network rule names hosts that the firewall cannot match',
  holds: 'The firewall can match the hosts that its network rules name',
  remedy: 'Turn the DNS proxy on and let the networks ask the firewall for names, or use application rules.',
  messages: {
    noProxy: (f: { firewall: string; rules: readonly string[] }) =>
      `${listed(f.rules)} of ${f.firewall} ${f.rules.length === 1 ? 'names' : 'name'} hosts, but the DNS proxy is off: ${f.rules.length === 1 ? 'it matches' : 'they match'} nothing`,
    wildcard: (f: { firewall: string; rules: readonly string[]; hosts: readonly string[] }) =>
      `${listed(f.rules)} of ${f.firewall} ${f.rules.length === 1 ? 'names' : 'name'} ${listed(f.hosts)}: network rules take no wildcards`,
  },

  *check(context) {
    const { design } = context;
    for (const { id, rules } of firewallRules(design)) {
      const named = flatMapped(rules, ({ rule }) =>
        rule.ruleType === 'NetworkRule' && (rule.destinationFqdns ?? []).length > 0
          ? { name: rule.name, hosts: rule.destinationFqdns ?? [] }
          : [],
      );
      if (named.length === 0) continue;
      const firewall = labelOf(design, id);
      const { isOff, isUnknown, isUsed } = withoutProxy(context, id);
      const names = named.map(({ name }) => name).sort(inOrder);
      const wild = named.filter(({ hosts }) => hosts.some((host) => host.includes('*')));
      if (wild.length > 0)
        yield {
          at: id,
          message: 'wildcard',
          remedy:
            'Use application rules for HTTP, HTTPS and MSSQL; for other protocols name each host or a service tag.',
          facts: {
            firewall,
            rules: wild.map(({ name }) => name).sort(inOrder),
            hosts: [
              ...new Set(flatMapped(wild, ({ hosts }) => hosts.filter((host) => host.includes('*')))),
            ].sort(),
          },
          evidence: wild.map(({ name, hosts }) => `${name}: ${hosts.join(', ')}`),
        };
      if (isOff)
        yield {
          at: id,
          message: 'noProxy',
          facts: { firewall, rules: names },
          evidence: 'enableProxy: not on',
          fix: {
            title: 'Turn the DNS proxy on',
            changes: [`Turn on the DNS proxy of ${firewall}`],
            apply: (before) => withProxy(before, id),
          },
        };
      else if (isUnknown) yield cannotTell(id, { fact: `the DNS settings of the policy above ${firewall}` });
      else if (wild.length === 0 && isUsed)
        yield passed(id, `DNS proxy on; rules with hosts: ${names.join(', ')}`);
    }
  },
});
