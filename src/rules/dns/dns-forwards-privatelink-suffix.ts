import { edits } from '#model';
import { shownOfKind } from '../estate.ts';
import { inOrder, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const plain = (domain: string) => domain.replace(/\.$/, '').toLowerCase();
const isPrivate = (domain: string) => /^privatelink\./.test(plain(domain));
const publicOf = (domain: string) =>
  plain(domain).replace('privatelink.', '').replace('vaultcore.', 'vault.');

export const dnsForwardsPrivatelinkSuffix = defineRule({
  id: 'dns-forwards-privatelink-suffix',
  category: 'DNS',
  severity: () => 'warning',
  title: 'Forwarder names the privatelink suffix',
  holds: 'Forwarders name public suffixes',
  remedy: 'Forward the public suffix instead, e.g. blob.core.windows.net.',
  messages: {
    privatelink: (f: { server: string; domains: readonly string[] }) =>
      `${f.server} forwards ${listed(f.domains)}; clients ask for ${listed(f.domains.map(publicOf))}`,
  },

  *check({ design }) {
    for (const server of shownOfKind(design, 'dns-server')) {
      const forwarders = server.conditionalForwarders ?? [];
      const wrong = forwarders.map(({ domainName }) => plain(domainName)).filter(isPrivate);
      const uncovered = wrong.filter(
        (domain) => !forwarders.some((one) => plain(one.domainName) === publicOf(domain)),
      );
      if (forwarders.length === 0) continue;
      if (uncovered.length === 0)
        yield passed(
          server.id,
          `Forwards ${forwarders
            .map((one) => one.domainName)
            .sort()
            .join(', ')}`,
        );
      else
        yield {
          at: server.id,
          message: 'privatelink',
          facts: { server: server.name, domains: uncovered.sort(inOrder) },
          evidence: uncovered.map((domain) => `Conditional forwarder: ${domain}`),
          fix: {
            title: 'Forward the public suffixes',
            changes: uncovered.map((domain) => `Forward ${publicOf(domain)} instead of ${domain}`),
            apply: (before) =>
              edits.updateResource(before, server.id, 'dns-server', {
                conditionalForwarders: forwarders.map((one) =>
                  uncovered.includes(plain(one.domainName))
                    ? { ...one, domainName: publicOf(one.domainName) }
                    : one,
                ),
              }),
          },
        };
    }
    for (const ruleset of shownOfKind(design, 'dns-forwarding-ruleset')) {
      const domains = (ruleset.forwardingRules ?? []).map(({ domainName }) => plain(domainName));
      const uncovered = domains.filter((domain) => isPrivate(domain) && !domains.includes(publicOf(domain)));
      if (uncovered.length > 0)
        yield {
          at: ruleset.id,
          message: 'privatelink',
          facts: { server: ruleset.name, domains: [...uncovered].sort(inOrder) },
          evidence: uncovered.map((domain) => `Forwarding rule: ${domain}`),
        };
    }
  },
});
