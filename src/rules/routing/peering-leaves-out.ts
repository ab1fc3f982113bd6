import {
  childrenOf,
  type Design,
  edits,
  findOfKind,
  flatMapped,
  type ResourceId,
  type ResourceOf,
} from '#model';
import { nextFreePrefix, prefixContains, prefixesOverlap } from '#network';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

/** Next hops that the subnets of a network send to, within prefixes. */
function nextHopsIn(
  design: Design,
  network: ResourceId | undefined,
  prefixes: readonly string[],
): readonly string[] {
  const subnets = network === undefined ? [] : childrenOf(design, network);
  const tables = flatMapped(subnets, (one) =>
    one.kind === 'subnet' ? (findOfKind(design, one.routeTable, 'route-table')?.routes ?? []) : [],
  );
  const hops = flatMapped(tables, ({ nextHopIpAddress }) => nextHopIpAddress ?? []);
  return [...new Set(hops)].filter((hop) => prefixes.some((prefix) => prefixContains(prefix, hop))).sort();
}

/** Whether prefixes hold all of one, alone or together. */
const hold = (known: readonly string[], prefix: string): boolean =>
  nextFreePrefix([prefix], known, 32) === undefined;

/** What a network has that is not among the prefixes known of it: where these are chosen subnets, other subnets. */
function partsLeftOut(
  design: Design,
  { id, addressPrefixes }: ResourceOf<'virtual-network'>,
  known: readonly string[],
): readonly string[] {
  const subnets = flatMapped(childrenOf(design, id), (one) =>
    one.kind === 'subnet' ? one.addressPrefixes : [],
  );
  return flatMapped(addressPrefixes, (prefix) => {
    const inner = subnets.filter((one) => prefixContains(prefix, one));
    const isPartlyKnown = known.some((one) => prefixesOverlap(one, prefix));
    const parts = isPartlyKnown && inner.length > 0 ? inner : [prefix];
    return parts.filter((one) => !hold(known, one));
  });
}

export const peeringLeavesOut = defineRule({
  id: 'peering-leaves-out',
  category: 'Routing and peering',
  severity: () => 'warning',
  title: 'Peering leaves out a part of the remote network',
  holds: 'The peering leads to the whole remote network',
  remedy:
    'Synchronise the peering, where the remote network grew after it was made; of a peering between chosen subnets, name all those that are needed.',
  messages: {
    partly: (f: { peering: string; local: string; remote: string; lacking: readonly string[] }) =>
      `${f.local} has no route to ${listed(f.lacking)} of ${f.remote}: peering ${f.peering} leaves it out`,
  },

  *check({ design }) {
    for (const peering of shownOfKind(design, 'virtual-network-peering')) {
      const { id, name, parent, remoteVirtualNetwork, remoteAddressSpace: known } = peering;
      const remote = findOfKind(design, remoteVirtualNetwork, 'virtual-network');
      if (known === undefined || !isShown(remote)) continue;
      const lacking = partsLeftOut(design, remote, known);
      if (lacking.length === 0) {
        yield passed(id, `remoteAddressSpace: ${known.join(', ')}`);
        continue;
      }
      const hops = nextHopsIn(design, parent, lacking).filter(
        (hop) => !known.some((one) => prefixContains(one, hop)),
      );
      const isOfSubnets = !remote.addressPrefixes.some((prefix) => lacking.includes(prefix));
      const names = { local: labelOf(design, parent), remote: labelOf(design, remoteVirtualNetwork) };
      yield {
        at: parent === undefined ? [id] : [id, parent],
        message: 'partly',
        severity: hops.length > 0 ? 'error' : isOfSubnets ? 'note' : 'warning',
        facts: { ...names, peering: name, lacking },
        evidence: [
          `remoteAddressSpace: ${known.join(', ') || 'none'}`,
          ...hops.map((hop) => `Next hop ${hop} of its routes is not reached`),
        ],
        fix: isOfSubnets
          ? {
              title: `Add ${listed(lacking)} to the peering`,
              changes: [`Let ${name} lead to ${listed(lacking)} of ${names.remote} too`],
              apply: (before) =>
                edits.updateResource(before, id, 'virtual-network-peering', {
                  remoteAddressSpace: [...known, ...lacking],
                }),
            }
          : {
              title: 'Plan the peering synchronised',
              changes: [`Let ${name} lead to all of ${names.remote}`],
              apply: (before) =>
                edits.updateResource(before, id, 'virtual-network-peering', {
                  remoteAddressSpace: undefined,
                }),
            },
      };
    }
  },
});
