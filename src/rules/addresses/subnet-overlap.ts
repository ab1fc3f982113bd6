import {
  childrenOf,
  type Design,
  edits,
  findOfKind,
  flatMapped,
  type Resource,
  type ResourceId,
} from '#model';
import { nextFreePrefix, parseLoosePrefix, prefixContains, prefixesOverlap } from '#network';
import { type Subnet, shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, type Fix, passed } from '../rule.ts';
import { joinedGroups, named } from './overlap-groups.ts';

const overlap = (one: Subnet, other: Subnet) =>
  one.addressPrefixes.some((prefix) =>
    other.addressPrefixes.some((second) => prefixesOverlap(prefix, second)),
  );

/** What holds most stays where it is. */
const holdings = (design: Design, { id }: Subnet): number => childrenOf(design, id).length;

/** Moves as few as it takes into free space of the network; nothing where an address that is stated would have to move. */
function moveApart(design: Design, network: ResourceId, group: readonly Subnet[]): Fix | undefined {
  const space = findOfKind(design, network, 'virtual-network')?.addressPrefixes ?? [];
  const taken = [
    ...flatMapped(shownOfKind(design, 'subnet'), ({ parent, addressPrefixes }) =>
      parent === network ? addressPrefixes : [],
    ),
  ];
  const staying: Subnet[] = [];
  const moves: { readonly subnet: Subnet; readonly to: readonly string[] }[] = [];
  for (const subnet of group.toSorted(
    (one, other) => holdings(design, other) - holdings(design, one) || inOrder(one.name, other.name),
  )) {
    if (!staying.some((one) => overlap(one, subnet))) {
      staying.push(subnet);
      continue;
    }
    const to: string[] = [];
    for (const prefix of subnet.addressPrefixes) {
      const length = parseLoosePrefix(prefix)?.length;
      const free = length === undefined ? undefined : nextFreePrefix(space, taken, length);
      if (free === undefined) return undefined;
      to.push(free);
      taken.push(free);
    }
    if (childrenOf(design, subnet.id).some((one) => statesAddress(one, subnet))) return undefined;
    moves.push({ subnet, to });
  }
  return {
    title: `Move ${listed(moves.map(({ subnet, to }) => `${subnet.name} to ${to.join(', ')}`))}`,
    changes: moves.map(
      ({ subnet, to }) =>
        `Change the prefix of ${subnet.name} from ${subnet.addressPrefixes.join(', ')} to ${to.join(', ')}`,
    ),
    apply: (before) =>
      moves.reduce(
        (current, { subnet, to }) =>
          edits.updateResource(current, subnet.id, 'subnet', { addressPrefixes: to }),
        before,
      ),
  };
}

/** Whether it names an address of the subnet. */
const statesAddress = (
  { expectedAddresses: _, ...resource }: Resource,
  { addressPrefixes }: Subnet,
): boolean =>
  [...JSON.stringify(resource).matchAll(/"(\d+\.\d+\.\d+\.\d+)/g)].some(([, address = '']) =>
    addressPrefixes.some((prefix) => prefixContains(prefix, address)),
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
          fix: moveApart(design, network, group),
        };
    }
  },
});
