import { doubtOf, platformLimits } from '#catalog';
import { findResource, type ResourceId, zonesInGroups } from '#model';
import { type PrivateEndpoint, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const limit = platformLimits.find(({ id }) => id === 'scopes-of-one-dns');

export const privateLinkScopesShareDns = defineRule({
  id: 'private-link-scopes-share-dns',
  category: 'Monitoring',
  severity: () => 'warning',
  title: 'Several private link scopes of Azure Monitor share DNS',
  holds: 'One private link scope of Azure Monitor answers where names are resolved',
  remedy:
    'Use one private link scope for all networks that share DNS, and add the monitored resources to it.',
  messages: {
    shared: (f: { scopes: readonly string[]; zone: string }) =>
      `${listed(f.scopes)} write the same records in ${f.zone}`,
  },

  *check({ design }) {
    const scopes = new Set(shownOfKind(design, 'azure-monitor-private-link-scope').map(({ id }) => id));
    const byZone = new Map<ResourceId, PrivateEndpoint[]>();
    for (const endpoint of shownOfKind(design, 'private-endpoint'))
      if (endpoint.target !== undefined && scopes.has(endpoint.target))
        for (const zone of zonesInGroups(endpoint)) byZone.set(zone, [...(byZone.get(zone) ?? []), endpoint]);
    const zones = new Map<string, { zones: ResourceId[]; endpoints: readonly PrivateEndpoint[] }>();
    for (const [zone, endpoints] of byZone) {
      const key = endpoints.map(({ id }) => id).join();
      const entry = zones.get(key) ?? { zones: [], endpoints };
      entry.zones.push(zone);
      zones.set(key, entry);
    }
    for (const { zones: shared, endpoints } of zones.values()) {
      const targets = [...new Set(endpoints.map(({ target }) => labelOf(design, target)))].sort();
      const places = [...shared].sort((a, b) => (labelOf(design, a) < labelOf(design, b) ? -1 : 1));
      const [first] = places;
      if (targets.length < 2)
        yield passed([...endpoints.map(({ id }) => id), ...places], `${listed(targets)} alone`);
      else
        yield {
          at: [...endpoints.map(({ id }) => id), ...places],
          message: 'shared',
          facts: { scopes: targets, zone: findResource(design, first)?.name ?? '' },
          evidence: places.map(
            (zone) => `${labelOf(design, zone)}: ${endpoints.map(({ name }) => name).join(', ')}`,
          ),
          doubt: limit && doubtOf(limit),
        };
    }
  },
});
