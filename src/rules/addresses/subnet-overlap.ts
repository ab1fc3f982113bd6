import { allResources, type Design, edits, findOfKind, flatMapped, type ResourceId } from '#model';
import { nextFreePrefix, parseLoosePrefix, prefixesOverlap, rangeOf } from '#network';
import { designQuestion } from '../context.ts';
import { type Subnet, shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, type Fix, passed, type RuleContext } from '../rule.ts';
import { joinedGroups, named } from './overlap-groups.ts';

const overlap = (one: Subnet, other: Subnet) =>
  one.addressPrefixes.some((prefix) =>
    other.addressPrefixes.some((second) => prefixesOverlap(prefix, second)),
  );

/** Nobody reads more moves than this. */
const mostInGroup = 50;

/**
 * Moves as few as it takes into free space of the network, those that hold least; nothing where something names an
 * address that would have to move.
 */
function moveApart(
  { design, network: { addressing } }: RuleContext,
  network: ResourceId,
  group: readonly Subnet[],
): Fix | undefined {
  if (group.length > mostInGroup) return undefined;
  const holdings = ({ id }: Subnet): number => addressing(id).uses.length;
  const space = findOfKind(design, network, 'virtual-network')?.addressPrefixes ?? [];
  const taken = [
    ...flatMapped(shownOfKind(design, 'subnet'), ({ parent, addressPrefixes }) =>
      parent === network ? addressPrefixes : [],
    ),
  ];
  const staying: Subnet[] = [];
  const moves: { readonly subnet: Subnet; readonly to: readonly string[] }[] = [];
  for (const subnet of group.toSorted(
    (one, other) => holdings(other) - holdings(one) || inOrder(one.name, other.name),
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
    if (isNamed(design, subnet, to)) return undefined;
    moves.push({ subnet, to });
  }
  return {
    title: `Move ${listed(moves.map(({ subnet, to }) => `${subnet.name} to ${to.join(', ')}`))}`,
    changes: moves.map(
      ({ subnet, to }) =>
        `Change the prefix of ${labelOf(design, subnet.id)} from ${subnet.addressPrefixes.join(', ')} to ${to.join(', ')}`,
    ),
    apply: (before) =>
      moves.reduce(
        (current, { subnet, to }) =>
          edits.updateResource(current, subnet.id, 'subnet', { addressPrefixes: to }),
        before,
      ),
  };
}

interface Stated {
  readonly parent: ResourceId | undefined;
  readonly text: string;
}

/** Addresses, prefixes and ranges that resources other than subnets name. */
const statedIn = designQuestion((design): readonly Stated[] =>
  flatMapped(allResources(design), ({ expectedAddresses: _, ...resource }) =>
    resource.kind === 'subnet'
      ? []
      : [...JSON.stringify(resource).matchAll(/"(\d+\.\d+\.\d+\.\d+[\d./ -]*)"/g)].map(([, text = '']) => ({
          parent: resource.parent,
          text,
        })),
  ),
);

/** Whether something names an address of a subnet and would not hold it after the move; what lies in another subnet means its own. */
const isNamed = (design: Design, { id, addressPrefixes }: Subnet, to: readonly string[]): boolean => {
  const before = flatMapped(addressPrefixes, (prefix) => parseLoosePrefix(prefix) ?? []);
  const after = flatMapped(to, (prefix) => parseLoosePrefix(prefix) ?? []);
  return statedIn(design).some(({ parent, text }) => {
    const range = rangeOf(text);
    if (!range || (parent !== id && findOfKind(design, parent, 'subnet'))) return false;
    return (
      before.some(({ first, last }) => range.first <= last && first <= range.last) &&
      !after.every(({ first, last }) => range.first <= first && last <= range.last)
    );
  });
};

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

  *check(context) {
    const { design } = context;
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
          fix: moveApart(context, network, group),
        };
    }
  },
});
