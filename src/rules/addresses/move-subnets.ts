import { type Design, flatMapped, isAlike, type ResourceOf, resourcesOfKind, subtreeOf } from '#model';
import {
  formatPrefix,
  parseLoosePrefix,
  parsePrefix,
  prefixesOverlap,
  type Shift,
  shifted,
  shiftsInto,
  withShifts,
} from '#network';
import type { Subnet } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import type { Fix } from '../rule.ts';

type VirtualNetwork = ResourceOf<'virtual-network'>;

const prefixesOf = (subnets: readonly Subnet[]): readonly string[] =>
  flatMapped(subnets, ({ addressPrefixes }) => addressPrefixes).toSorted(
    (one, other) => (parseLoosePrefix(one)?.first ?? 0) - (parseLoosePrefix(other)?.first ?? 0),
  );

/** All by the same distance, where they lie in one block as large as the space; else one after the other. */
function shiftsTo(spaces: readonly string[], prefixes: readonly string[]): readonly Shift[] | undefined {
  const [space] = spaces;
  const to = space === undefined ? undefined : parsePrefix(space);
  const first = prefixes[0] === undefined ? undefined : parseLoosePrefix(prefixes[0]);
  if (to && first) {
    const size = to.last - to.first + 1;
    const start = first.first - (first.first % size);
    const from = { first: start, last: start + size - 1, length: to.length };
    if (prefixes.every((prefix) => (parseLoosePrefix(prefix)?.last ?? 0) <= from.last)) return [{ from, to }];
  }
  return shiftsInto(prefixes, spaces, []);
}

/** Moves the subnets of a network into its address space, sizes and order kept, with every address that lies in them. */
export function moveSubnets(
  design: Design,
  network: VirtualNetwork,
  subnets: readonly Subnet[],
): Fix | undefined {
  const prefixes = prefixesOf(subnets);
  const shifts = shiftsTo(network.addressPrefixes, prefixes);
  if (!shifts) return undefined;
  // What others have of the same addresses may be meant by a rule.
  const isTheirs = flatMapped(
    [...resourcesOfKind(design, 'virtual-network'), ...resourcesOfKind(design, 'on-premises-network')],
    ({ addressPrefixes }) => addressPrefixes,
  ).some((space) => shifts.some(({ from }) => prefixesOverlap(space, formatPrefix(from))));
  return {
    title: `Move the subnets into ${listed(network.addressPrefixes)}`,
    changes: subnets.map(
      ({ id, addressPrefixes }) =>
        `Change the prefix of ${labelOf(design, id)} from ${addressPrefixes.join(', ')} to ${addressPrefixes
          .map((prefix) => shifted(prefix, shifts) ?? prefix)
          .join(', ')}`,
    ),
    apply: (before) => {
      const own = new Set(subtreeOf(before, network.id));
      return {
        ...before,
        resources: before.resources.map((one) => {
          if (one.id === network.id || (isTheirs && !own.has(one))) return one;
          const moved = withShifts(one, shifts, prefixes);
          return isAlike(moved, one) ? one : moved;
        }),
      };
    },
  };
}
