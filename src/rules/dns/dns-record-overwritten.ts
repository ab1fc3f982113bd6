import {
  childrenOf,
  type Design,
  edits,
  enclosing,
  findResource,
  type ResourceId,
  zonesInGroups,
} from '#model';
import { type PrivateEndpoint, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { arePeered } from '../routing/peer-networks.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Leaves the one among most other endpoints to everybody where each of the others serves nothing else, in its network or in one that is
 * peered with it: an endpoint is in reach there.
 */
function shareOne(design: Design, endpoints: readonly PrivateEndpoint[]): Fix | undefined {
  const company = ({ parent }: PrivateEndpoint) =>
    parent === undefined
      ? 0
      : childrenOf(design, parent).filter(({ kind }) => kind === 'private-endpoint').length;
  const [kept, ...others] = endpoints.toSorted((one, other) => company(other) - company(one));
  const home = kept && enclosing(design, kept.id, 'virtual-network');
  const isSpare = ({ id, groupIds }: PrivateEndpoint) => {
    const network = enclosing(design, id, 'virtual-network');
    const isNear = home && network && (home.id === network.id || arePeered(design, home, network));
    return isNear && groupIds.every((group) => kept?.groupIds.includes(group));
  };
  if (!kept || !others.every(isSpare)) return undefined;
  const names = others.map(({ id }) => labelOf(design, id));
  return {
    title: `Share ${labelOf(design, kept.id)}, and remove ${listed(names)}`,
    changes: names.map(
      (name) => `Remove private endpoint ${name}: ${labelOf(design, kept.id)} serves its network, too`,
    ),
    apply: (before) =>
      edits.removeResources(
        before,
        others.map(({ id }) => id),
      ),
  };
}

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
          fix: shareOne(design, endpoints),
        };
  },
});
