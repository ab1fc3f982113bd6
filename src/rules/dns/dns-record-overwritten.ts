import { findResource, type ResourceId, zonesInGroups } from '#model';
import { type PrivateEndpoint, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule } from '../rule.ts';

export const dnsRecordOverwritten = defineRule({
  id: 'dns-record-overwritten',
  category: 'DNS',
  severity: () => 'warning',
  title: 'Two private endpoints write the same DNS record',
  holds: 'Each DNS record is written by one private endpoint',
  remedy:
    'Keep one endpoint for each target and zone; give networks that are not joined a zone of their own with the same name.',
  messages: {
    overwritten: (f: { endpoints: readonly string[]; service: string; zone: string }) =>
      `${listed(f.endpoints)} write the same record for ${f.service} in ${f.zone}`,
  },

  *check({ design }) {
    const writers = new Map<string, { zone: ResourceId; target: ResourceId; endpoints: PrivateEndpoint[] }>();
    for (const endpoint of shownOfKind(design, 'private-endpoint')) {
      const { target } = endpoint;
      if (target === undefined) continue;
      for (const zone of zonesInGroups(endpoint))
        for (const group of endpoint.groupIds) {
          const key = [zone, target, group.toLowerCase()].join(' ');
          const entry = writers.get(key) ?? { zone, target, endpoints: [] };
          if (!entry.endpoints.includes(endpoint))
            writers.set(key, { ...entry, endpoints: [...entry.endpoints, endpoint] });
        }
    }
    for (const { zone, target, endpoints } of writers.values())
      if (endpoints.length > 1)
        yield {
          at: [...endpoints.map(({ id }) => id), zone],
          message: 'overwritten',
          facts: {
            endpoints: endpoints.map(({ id }) => labelOf(design, id)),
            service: labelOf(design, target),
            zone: findResource(design, zone)?.name ?? zone,
          },
          evidence: endpoints.map(
            ({ id }) => `${labelOf(design, id)} names ${labelOf(design, zone)} in its zone group`,
          ),
        };
  },
});
