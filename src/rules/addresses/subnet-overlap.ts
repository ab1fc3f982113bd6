import type { ResourceId } from '#model';
import { prefixesOverlap } from '#network';
import { type Subnet, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';
import { joinedGroups, named } from './overlap-groups.ts';

const overlap = (one: Subnet, other: Subnet) =>
  one.addressPrefixes.some((prefix) =>
    other.addressPrefixes.some((second) => prefixesOverlap(prefix, second)),
  );

export const subnetOverlap = defineRule({
  id: 'subnet-overlap',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Subnets overlap',
  holds: 'No two subnets of the virtual network overlap',
  remedy: 'Give each subnet a prefix of its own.',
  messages: {
    overlap: (f: { network: string; subnets: readonly string[] }) =>
      `${listed(f.subnets, 5)} overlap in ${f.network}`,
  },

  *check({ design }) {
    const byNetwork = new Map<ResourceId, Subnet[]>();
    for (const subnet of shownOfKind(design, 'subnet'))
      if (subnet.parent !== undefined)
        byNetwork.set(subnet.parent, [...(byNetwork.get(subnet.parent) ?? []), subnet]);
    for (const [network, subnets] of byNetwork) {
      const groups = joinedGroups(subnets, overlap);
      if (groups.length === 0 && subnets.length > 1)
        yield passed(network, `${subnets.length} subnets without a shared address`);
      for (const group of groups)
        yield {
          at: group.map(({ id }) => id),
          message: 'overlap',
          facts: { network: labelOf(design, network), subnets: group.map(({ name }) => name) },
          evidence: group.map(({ name, addressPrefixes }) => named(name, addressPrefixes)),
        };
    }
  },
});
