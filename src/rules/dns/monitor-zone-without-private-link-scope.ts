import { zonesOf } from '#catalog';
import { goalsOf, resourcesOfKind } from '#model';
import { shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const monitorZoneWithoutPrivateLinkScope = defineRule({
  id: 'monitor-zone-without-private-link-scope',
  category: 'DNS',
  severity: () => 'warning',
  title: 'Monitor zone is linked without a private link scope',
  holds: 'The private zone of Azure Monitor is backed by a private link scope',
  remedy: 'Add an Azure Monitor Private Link Scope with a private endpoint, or remove the link of the zone.',
  messages: {
    empty: (f: { zone: string; networks: readonly string[] }) =>
      `Azure Monitor does not resolve in ${listed(f.networks)}: ${f.zone} is linked, but no private link scope has an endpoint`,
  },

  *check({ design, isComplete }) {
    // The first of its zones holds the names that all of Azure Monitor shares.
    const [name] = zonesOf('azure-monitor-private-link-scope', 'azuremonitor', goalsOf(design).cloud);
    const endpoint = resourcesOfKind(design, 'private-endpoint').find(({ groupIds }) =>
      groupIds.includes('azuremonitor'),
    );
    for (const zone of shownOfKind(design, 'private-dns-zone')) {
      const networks = (zone.virtualNetworkLinks ?? []).map((link) => labelOf(design, link.virtualNetwork));
      if (zone.name.toLowerCase() !== name || networks.length === 0) continue;
      if (endpoint) yield passed([zone.id, endpoint.id], `${endpoint.name} serves a private link scope`);
      else if (zone.recordSets && zone.recordSets.length > 0)
        yield passed(zone.id, 'The zone has records of its own');
      else if (!isComplete)
        yield cannotTell(zone.id, { fact: 'private endpoints of Azure Monitor Private Link Scopes' });
      else
        yield {
          at: zone.id,
          message: 'empty',
          facts: { zone: zone.name, networks: networks.sort(inOrder) },
          evidence: `Linked to ${networks.join(', ')}; no private endpoint for azuremonitor`,
        };
    }
  },
});
